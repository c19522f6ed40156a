import ApusNumbers
import ApusTerms

/// Which operands a sum or product has, as bits: how many there are in all and of several forms, and which functions are called by them.
struct OperandBits: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// Whatever there may be: terms that are no sums or products are matched in other ways.
  static let all: OperandBits = {
    var bits = OperandBits()
    bits.bits = .max
    return bits
  }()

  init() {}

  func isSubset(of other: OperandBits) -> Bool { bits & ~other.bits == 0 }

  /// The forms of operands that are counted, by the first of their bits. A count of n has the first n bits.
  private enum Form: UInt64 {
    case any = 0
    case power = 8
    case call = 11
    case sum = 14
    case product = 17

    var limit: Int { self == .any ? 8 : 3 }
  }

  /// The bit that says that a sum has a number, and the first of those of called functions.
  private static let number: UInt64 = 1 << 20
  private static let firstFunction: UInt64 = 32

  private mutating func insert(_ form: Form, _ count: Int) {
    bits |= (1 << UInt64(min(count, form.limit)) - 1) << form.rawValue
  }

  private mutating func insert(_ function: Function?) {
    if let function { bits |= 1 << (Self.firstFunction + function.hash128.low >> 59) }
  }
}

/// How many operands have a form.
private struct OperandCounts {
  var all = 0, powers = 0, calls = 0, sums = 0, products = 0
}

extension OperandBits {
  private init(_ counts: OperandCounts) {
    insert(.any, counts.all)
    insert(.power, counts.powers)
    insert(.call, counts.calls)
    insert(.sum, counts.sums)
    insert(.product, counts.products)
  }

  /// What the whole of a pattern needs if it is a sum or product; nothing otherwise.
  init(neededBy pattern: Pattern, kinds: [VariableKind]) {
    let parts: [Int]
    let isSum: Bool
    switch pattern.nodes[pattern.root] {
    case .sum(let all): (parts, isSum) = (all, true)
    case .product(_, let all): (parts, isSum) = (all, false)
    default:
      self.init()
      return
    }
    var counts = OperandCounts()
    var needsNumber = false
    var functions: [Function] = []
    for part in parts where pattern.needsOperand(part) {
      counts.all += 1
      switch pattern.nodes[part] {
      case .literal(let term): if term.isNumber { needsNumber = true }
      case .variable(let index):
        if [.number, .exact, .literalInteger, .rational].contains(kinds[index]) { needsNumber = true }
      case .call(let function, _):
        counts.calls += 1
        functions.append(function)
      case .anyCall: counts.calls += 1
      case .power(_, let exponent): if pattern.needsOperand(exponent) { counts.powers += 1 }
      case .sum(let inner): if inner.count(where: pattern.needsOperand) > 1 { counts.sums += 1 }
      case .product(let coefficient, let inner):
        // What is no product is the product of two: -1 and its opposite.
        let fewest = coefficient.isMinusOne ? 3 : 2
        if isSum, inner.count(where: pattern.needsOperand) >= fewest { counts.products += 1 }
      }
    }
    self.init(counts)
    for function in functions { insert(function) }
    if needsNumber && isSum { bits |= Self.number }
  }

  /// What a term has.
  init(_ term: Workspace.Ref, _ workspace: borrowing Workspace) {
    let kind = workspace.kind(term)
    guard kind == .sum || kind == .product else {
      self = .all
      return
    }
    var counts = OperandCounts()
    var functions: [Function] = []
    for i in stride(from: 1, to: workspace.count(term) - 1, by: 2) {
      counts.all += 1
      let operand = workspace.child(term, i)
      let isAlone = workspace.isInteger(workspace.child(term, i + 1), 1)
      if !isAlone {
        // A multiple in a sum is a product, a power in a product a power.
        if kind == .sum { counts.products += 1 } else { counts.powers += 1 }
      }
      switch workspace.kind(operand) {
      case .call:
        if isAlone { counts.calls += 1 }
        if isAlone { functions.append(workspace.function(workspace.head(operand))) }
      case .sum: counts.sums += 1
      case .product: if isAlone { counts.products += 1 }
      case .power: if isAlone { counts.powers += 1 }
      case .ext:
        self = .all
        return
      default: break
      }
    }
    let hasNumber = !workspace.isInteger(workspace.child(term, 0), kind == .sum ? 0 : 1)
    // The number of a product may come from the pattern's coefficient.
    if hasNumber || kind == .product { counts.all += 1 }
    self.init(counts)
    for function in functions { insert(function) }
    if hasNumber { bits |= Self.number }
  }
}

extension Pattern {
  /// Whether a part takes at least one operand of a sum or product.
  func needsOperand(_ part: Int) -> Bool {
    if case .variable(let index) = nodes[part] { return variables[index].role == .single }
    return true
  }
}
