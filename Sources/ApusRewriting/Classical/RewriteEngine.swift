import ApusNumbers
import ApusTerms

/// Applies rules to the terms of a workspace, one place at a time.
///
/// Patterns are laid out for the workspace when they are first needed; what occurs in a term is remembered by node.
struct RewriteEngine: ~Copyable {
  typealias Ref = Workspace.Ref

  var workspace: Workspace
  let index: RuleIndex
  let facts: Facts
  /// What is known of the values of terms besides what follows from their form and the facts.
  var knowledge: [Ref: Property] = [:]
  /// Whether the exceptions of a rule must be refuted, not merely unproved.
  var refutesExceptions = false
  /// The rules that have been needed, by their numbers: few of many.
  private var laidOut: [LaidOutRule?]
  /// The operands of the term at whose root rules are tried, which many of them ask for.
  private let operands = OperandCache<Ref>()
  /// What occurs anywhere in the terms, by their places.
  private var contents: [TermSignature?] = []

  init(_ workspace: consuming Workspace, _ index: RuleIndex, assuming facts: Facts) {
    self.workspace = workspace
    self.index = index
    self.facts = facts
    laidOut = Array(repeating: nil, count: index.rules.count)
  }

  /// Gives the workspace back.
  consuming func finish() -> Workspace { workspace }

  /// A rule at work: its number, and the term that it gives.
  struct Rewriting {
    let rule: Int
    let result: Ref
    let bindings: Bindings<Ref>
  }

  /// The first rewriting of a term, at its root, that `accepts` agrees to.
  mutating func rewriting(
    of term: Ref, accepting accepts: (inout RewriteEngine, Ref) -> Bool = { _, _ in true }
  ) -> Rewriting? {
    if term.isInline { return nil }
    let form = RuleForm(term, workspace)
    let present = signature(of: term)
    for rule in index.candidates(form, present) {
      if let rewriting = rewriting(by: rule, at: term, accepting: accepts) { return rewriting }
    }
    return nil
  }

  /// Calls `body` with each rewriting of a term at its root, in the order of the rules, until it answers `true`.
  mutating func forEachRewriting(of term: Ref, _ body: (Int, Ref) -> Bool) {
    if term.isInline { return }
    let form = RuleForm(term, workspace)
    let present = signature(of: term)
    for rule in index.candidates(form, present) {
      if rewriting(by: rule, at: term, accepting: { _, result in body(rule, result) }) != nil { return }
    }
  }

  private mutating func rewriting(
    by rule: Int, at term: Ref, accepting accepts: (inout RewriteEngine, Ref) -> Bool
  ) -> Rewriting? {
    let laidOut = laidOut(rule)
    guard let template = laidOut.template else { return nil }
    for bindings in matches(of: laidOut.matcher, at: term) {
      if laidOut.isConditional && !conditionsHold(of: rule, bindings) { continue }
      let result = template.instantiated(bindings, at: term, &workspace)
      if result != term, accepts(&self, result) {
        return Rewriting(rule: rule, result: result, bindings: bindings)
      }
    }
    return nil
  }

  /// More matches of one rule at one place are not looked at.
  private static let matchLimit = 64

  private mutating func matches(of matcher: Matcher<Workspace>, at term: Ref) -> [Bindings<Ref>] {
    var found: [Bindings<Ref>] = []
    _ = matcher.forEachMatch(of: term, &workspace) { _, bindings in
      found.append(bindings)
      return found.count >= Self.matchLimit
    }
    return found
  }

  // MARK: What is laid out once

  /// A rule as the workspace needs it.
  private final class LaidOutRule {
    let matcher: Matcher<Workspace>
    let template: Template?
    /// Whether there are conditions beyond the forms of terms.
    let isConditional: Bool

    init(_ matcher: Matcher<Workspace>, _ rule: Rule) {
      self.matcher = matcher
      template = rule.template
      isConditional = !rule.semanticRequirements.isEmpty || !rule.exceptions.isEmpty
    }
  }

  private mutating func laidOut(_ number: Int) -> LaidOutRule {
    if let known = laidOut[number] { return known }
    let rule = index.rules[number]
    let made = LaidOutRule(
      Matcher(rule.pattern, admitting: rule.kinds, &workspace, keepingOperandsIn: operands), rule)
    laidOut[number] = made
    return made
  }

  private mutating func signature(of term: Ref) -> TermSignature {
    var signature = contents(of: term)
    signature.operands = OperandBits(term, workspace)
    return signature
  }

  /// What occurs anywhere in a term.
  private mutating func contents(of term: Ref) -> TermSignature {
    if term.isInline { return TermSignature() }
    if contents.count < workspace.count {
      contents.append(contentsOf: repeatElement(nil, count: workspace.count - contents.count))
    }
    if let known = contents[term.index] { return known }
    // Children have smaller indices, so that a loop over what is not known yet suffices.
    var pending = [term]
    while let top = pending.last {
      let before = pending.count
      for i in 0..<workspace.count(top) {
        let child = workspace.child(top, i)
        if !child.isInline, contents[child.index] == nil { pending.append(child) }
      }
      if pending.count > before { continue }
      pending.removeLast()
      contents[top.index] = collectedContents(of: top)
    }
    return contents[term.index] ?? TermSignature()
  }

  /// What occurs in a term, of whose children that is known.
  private func collectedContents(of term: Ref) -> TermSignature {
    var all = TermSignature()
    switch workspace.kind(term) {
    case .call: all.functions.insert(workspace.function(workspace.head(term)))
    case .ext: all.functions.insert(workspace.term(term).head)
    case .power: insertExponent(workspace.child(term, 1), &all)
    case .product:
      for i in stride(from: 2, to: workspace.count(term), by: 2) {
        let exponent = workspace.child(term, i)
        if !workspace.isInteger(exponent, 1) { insertExponent(exponent, &all) }
      }
    default: break
    }
    for i in 0..<workspace.count(term) {
      let child = workspace.child(term, i)
      if !child.isInline, let known = contents[child.index] {
        all.functions.formUnion(known.functions)
        all.exponents.formUnion(known.exponents)
      }
    }
    return all
  }

  private func insertExponent(_ exponent: Ref, _ all: inout TermSignature) {
    if workspace.kind(exponent).isNumber { all.exponents.insert(workspace.number(exponent)) }
  }

  // MARK: Conditions

  private func conditionsHold(of rule: Int, _ bindings: Bindings<Ref>) -> Bool {
    index.rules[rule].holds(
      for: bindings, in: workspace, assuming: facts, knowing: knowledge, refutingExceptions: refutesExceptions
    )
  }
}
