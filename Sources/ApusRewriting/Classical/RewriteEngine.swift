import ApusNumbers
import ApusTerms

/// Applies rules to the terms of a workspace, one place at a time.
///
/// Patterns are laid out for the workspace when they are first needed; which functions occur in a term is remembered by node.
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
  private var laidOut: [Int: LaidOutRule] = [:]
  private var functionBits: [FunctionBits?] = []

  init(_ workspace: consuming Workspace, _ index: RuleIndex, assuming facts: Facts) {
    self.workspace = workspace
    self.index = index
    self.facts = facts
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
    let present = bits(of: term)
    for rule in index.candidates(form, present) {
      if let rewriting = rewriting(by: rule, at: term, accepting: accepts) { return rewriting }
    }
    return nil
  }

  /// Calls `body` with each rewriting of a term at its root, in the order of the rules, until it answers `true`.
  mutating func forEachRewriting(of term: Ref, _ body: (Int, Ref) -> Bool) {
    if term.isInline { return }
    let form = RuleForm(term, workspace)
    let present = bits(of: term)
    for rule in index.candidates(form, present) {
      if rewriting(by: rule, at: term, accepting: { _, result in body(rule, result) }) != nil { return }
    }
  }

  private mutating func rewriting(
    by rule: Int, at term: Ref, accepting accepts: (inout RewriteEngine, Ref) -> Bool
  ) -> Rewriting? {
    let laidOut = laidOut(rule)
    guard let template = laidOut.template else { return nil }
    for bindings in matches(of: laidOut.matcher, at: term) where conditionsHold(of: rule, bindings) {
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

    init(_ matcher: Matcher<Workspace>, _ template: Template?) {
      self.matcher = matcher
      self.template = template
    }
  }

  private mutating func laidOut(_ number: Int) -> LaidOutRule {
    if let known = laidOut[number] { return known }
    let rule = index.rules[number]
    let made = LaidOutRule(
      Matcher(rule.pattern, admitting: rule.kinds, &workspace), rule.template)
    laidOut[number] = made
    return made
  }

  private mutating func bits(of term: Ref) -> FunctionBits {
    if term.isInline { return FunctionBits() }
    if functionBits.count < workspace.count {
      functionBits.append(contentsOf: repeatElement(nil, count: workspace.count - functionBits.count))
    }
    if let known = functionBits[term.index] { return known }
    // Children have smaller indices, so that a loop over what is not known yet suffices.
    var pending = [term]
    while let top = pending.last {
      let before = pending.count
      for i in 0..<workspace.count(top) {
        let child = workspace.child(top, i)
        if !child.isInline, functionBits[child.index] == nil { pending.append(child) }
      }
      if pending.count > before { continue }
      pending.removeLast()
      functionBits[top.index] = ownBits(of: top)
    }
    return functionBits[term.index] ?? FunctionBits()
  }

  private func ownBits(of term: Ref) -> FunctionBits {
    var bits = FunctionBits()
    switch workspace.kind(term) {
    case .call: bits.insert(workspace.function(workspace.head(term)))
    case .ext: bits.insert(workspace.term(term).head)
    default: break
    }
    for i in 0..<workspace.count(term) {
      let child = workspace.child(term, i)
      if !child.isInline, let known = functionBits[child.index] { bits.formUnion(known) }
    }
    return bits
  }

  // MARK: Conditions

  private func conditionsHold(of rule: Int, _ bindings: Bindings<Ref>) -> Bool {
    index.rules[rule].holds(
      for: bindings, in: workspace, assuming: facts, knowing: knowledge, refutingExceptions: refutesExceptions
    )
  }
}
