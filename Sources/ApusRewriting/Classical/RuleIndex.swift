import ApusTerms

/// Rules arranged by the outermost form of their patterns, what must occur anywhere below, and which operands a sum or product
/// must have, so that a term meets only the rules that may match it: a discrimination net of three levels.
public struct RuleIndex: Sendable {
  /// The rules, in the order in which they are tried.
  public let rules: [Rule]
  /// The same rules by their names.
  let named: NamedRules
  /// The rules of patterns of one form.
  private var buckets: [RuleForm: Bucket] = [:]
  /// The rules of patterns of any form.
  private var general = Bucket()

  private struct Entry: Sendable {
    let rule: Int
    let needs: TermSignature
  }

  /// Rules of one form by a function that they need, so that those of absent functions are not even looked at.
  private struct Bucket: Sendable {
    /// The rules that need no function.
    var free: [Entry] = []
    /// The others, by the number of the lowest bit of what they need.
    var byBit: [Int: [Entry]] = [:]
    /// The bits that have rules.
    var bits: UInt64 = 0

    mutating func append(_ rule: Int, _ needs: TermSignature) {
      let functions = needs.functions.bits
      if functions == 0 { return free.append(Entry(rule: rule, needs: needs)) }
      let bit = functions.trailingZeroBitCount
      bits |= 1 << UInt64(bit)
      byBit[bit, default: []].append(Entry(rule: rule, needs: needs))
    }

    func collect(_ present: TermSignature, into found: inout [Int]) {
      for entry in free where entry.needs.isSubset(of: present) { found.append(entry.rule) }
      var pending = bits & present.functions.bits
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
    named = NamedRules(rules)
    for (index, rule) in rules.enumerated() {
      let needs = TermSignature(neededBy: rule)
      if let form = RuleForm(rule.pattern) {
        buckets[form, default: Bucket()].append(index, needs)
      } else {
        general.append(index, needs)
      }
    }
  }

  /// The rules that may match a term of a form and signature, in their order.
  ///
  /// - Complexity: grows with the number of rules that need one of the functions, not with the number of all rules.
  func candidates(_ form: RuleForm, _ present: TermSignature) -> [Int] {
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
      if parts.count(where: pattern.needsOperand) < 2 { return nil }
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
}
