import ApusTerms

/// Rules arranged by the outermost form of their patterns and the functions that must occur below, so that a term meets only
/// the rules that may match it: a discrimination net of two levels.
public struct RuleIndex: Sendable {
  /// The rules, in the order in which they are tried.
  public let rules: [Rule]
  /// The rules of patterns of one form.
  private var buckets: [RuleForm: Bucket] = [:]
  /// The rules of patterns of any form.
  private var general = Bucket()

  private struct Entry: Sendable {
    let rule: Int
    let needs: FunctionBits
  }

  /// Rules of one form by a function that they need, so that those of absent functions are not even looked at.
  private struct Bucket: Sendable {
    /// The rules that need no function.
    var free: [Int] = []
    /// The others, by the number of the lowest bit of what they need.
    var byBit: [Int: [Entry]] = [:]
    /// The bits that have rules.
    var bits: UInt64 = 0

    mutating func append(_ rule: Int, _ needs: FunctionBits) {
      if needs.bits == 0 { return free.append(rule) }
      let bit = needs.bits.trailingZeroBitCount
      bits |= 1 << UInt64(bit)
      byBit[bit, default: []].append(Entry(rule: rule, needs: needs))
    }

    func collect(_ present: FunctionBits, into found: inout [Int]) {
      found += free
      var pending = bits & present.bits
      while pending != 0 {
        for entry in byBit[pending.trailingZeroBitCount] ?? [] where entry.needs.isSubset(of: present) {
          found.append(entry.rule)
        }
        pending &= pending - 1
      }
    }
  }

  /// Arranges rules; those of earlier sets come first.
  public init(_ sets: [RuleSet]) {
    rules = sets.flatMap(\.rules)
    for (index, rule) in rules.enumerated() {
      let needs = FunctionBits(rule.pattern)
      if let form = RuleForm(rule.pattern) {
        buckets[form, default: Bucket()].append(index, needs)
      } else {
        general.append(index, needs)
      }
    }
  }

  /// The rules that may match a term of the form in which the functions occur, in their order.
  ///
  /// - Complexity: grows with the number of rules that need one of the functions, not with the number of all rules.
  func candidates(_ form: RuleForm, _ present: FunctionBits) -> [Int] {
    var found: [Int] = []
    buckets[form]?.collect(present, into: &found)
    general.collect(present, into: &found)
    found.sort()
    return found
  }

  /// The rules of every form for which there are special ones, and those for all other forms.
  var byForm: (special: [RuleForm: [Int]], general: [Int]) {
    var special: [RuleForm: [Int]] = [:]
    for form in buckets.keys { special[form] = candidates(form, .all) }
    var others: [Int] = []
    general.collect(.all, into: &others)
    return (special, others.sorted())
  }
}

/// The outermost form of a term.
enum RuleForm: Hashable, Sendable {
  case number, symbol, sum, product, power
  case call(Function)

  /// The form of an expression; nil for a term of a type defined elsewhere that has none.
  init?(_ expr: Expr) {
    switch expr.kind {
    case .integer, .rational, .complex, .real, .bigReal: self = .number
    case .symbol: self = .symbol
    case .sum: self = .sum
    case .product: self = .product
    case .power: self = .power
    case .call, .ext:
      guard let head = expr.function ?? expr.term?.head else { return nil }
      self = .call(head)
    }
  }

  init(_ term: Workspace.Ref, _ workspace: borrowing Workspace) {
    switch workspace.kind(term) {
    case .integer, .rational, .complex, .real, .bigReal: self = .number
    case .symbol: self = .symbol
    case .sum: self = .sum
    case .product: self = .product
    case .power: self = .power
    case .ext: self = .call(workspace.term(term).head)
    case .call: self = .call(workspace.function(workspace.head(term)))
    }
  }

  /// The form of the terms that a pattern matches; nil when there are several.
  init?(_ pattern: Pattern) {
    switch pattern.nodes[pattern.root] {
    case .sum: self = .sum
    case .product(_, let parts):
      // Where one factor is enough, the pattern matches terms of the form of that factor too.
      if parts.count(where: { Self.isNeeded($0, pattern) }) < 2 { return nil }
      self = .product
    case .power(_, let exponent):
      if case .variable(let index) = pattern.nodes[exponent], pattern.variables[index].role == .optional {
        return nil
      }
      self = .power
    case .call(let function, _): self = .call(function)
    case .literal(let term): self.init(term)
    case .variable, .anyCall: return nil
    }
  }

  private static func isNeeded(_ part: Int, _ pattern: Pattern) -> Bool {
    if case .variable(let index) = pattern.nodes[part] { return pattern.variables[index].role == .single }
    return true
  }
}

/// A set of functions as bits of a word; different functions may share a bit, so that only absence is certain.
struct FunctionBits: Sendable, Hashable {
  private(set) var bits: UInt64 = 0

  init() {}

  /// Whatever there may be.
  static let all: FunctionBits = {
    var bits = FunctionBits()
    bits.bits = .max
    return bits
  }()

  /// The functions that a pattern needs.
  init(_ pattern: Pattern) {
    for node in pattern.nodes {
      if case .call(let function, _) = node { insert(function) }
      if case .literal(let term) = node {
        term.forEachNode {
          insert($0.function); return true
        }
      }
    }
  }

  mutating func insert(_ function: Function?) {
    if let function { bits |= 1 << UInt64(function.hash128.low >> 58) }
  }

  mutating func formUnion(_ other: FunctionBits) { bits |= other.bits }

  func isSubset(of other: FunctionBits) -> Bool { bits & ~other.bits == 0 }
}
