import ApusTerms

/// Rules arranged by the outermost form of their patterns and the functions that must occur below, so that a term meets only
/// the rules that may match it: a discrimination net of two levels.
public struct RuleIndex: Sendable {
  /// The rules, in the order in which they are tried.
  public let rules: [Rule]
  /// For each form, the rules in their order, each with the functions it needs as a set of bits.
  private var buckets: [RuleForm: [Entry]] = [:]
  /// The rules of patterns of any form.
  private var general: [Entry] = []

  struct Entry: Sendable {
    let rule: Int
    let needs: FunctionBits
  }

  /// Arranges rules; those of earlier sets come first.
  public init(_ sets: [RuleSet]) {
    rules = sets.flatMap(\.rules)
    for (index, rule) in rules.enumerated() {
      let entry = Entry(rule: index, needs: FunctionBits(rule.pattern))
      if let form = RuleForm(rule.pattern) {
        buckets[form, default: []].append(entry)
      } else {
        general.append(entry)
      }
    }
  }

  /// Calls `body` with the rules that may match a term of the form in which the functions occur, until it answers `true`.
  func forEachCandidate(_ form: RuleForm, _ present: FunctionBits, _ body: (Int) -> Bool) {
    let special = buckets[form] ?? []
    var (i, j) = (0, 0)
    while i < special.count || j < general.count {
      let isSpecial = i < special.count && (j == general.count || special[i].rule < general[j].rule)
      let entry = isSpecial ? special[i] : general[j]
      if isSpecial { i += 1 } else { j += 1 }
      if entry.needs.isSubset(of: present), body(entry.rule) { return }
    }
  }
}

/// The outermost form of a term.
enum RuleForm: Hashable, Sendable {
  case number, symbol, sum, product, power
  case call(Function)

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
    case .product: self = .product
    case .power(_, let exponent):
      if case .variable(let index) = pattern.nodes[exponent], pattern.variables[index].role == .optional {
        return nil
      }
      self = .power
    case .call(let function, _): self = .call(function)
    case .literal(let term):
      var workspace = Workspace()
      let ref = workspace.insert(term)
      self = RuleForm(ref, workspace)
    case .variable, .anyCall: return nil
    }
  }
}

/// A set of functions as bits of a word; different functions may share a bit, so that only absence is certain.
struct FunctionBits: Sendable, Hashable {
  private(set) var bits: UInt64 = 0

  init() {}

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
