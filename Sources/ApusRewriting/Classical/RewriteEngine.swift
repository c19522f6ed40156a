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
  private var matchers: [Matcher<Workspace>?]
  private var templates: [Template?]
  private var functionBits: [FunctionBits?] = []

  init(_ workspace: consuming Workspace, _ index: RuleIndex, assuming facts: Facts) {
    self.workspace = workspace
    self.index = index
    self.facts = facts
    matchers = Array(repeating: nil, count: index.rules.count)
    templates = Array(repeating: nil, count: index.rules.count)
  }

  /// Gives the workspace back.
  consuming func finish() -> Workspace { workspace }

  /// A rule at work: its number, and the term that it gives.
  struct Rewriting {
    let rule: Int
    let result: Ref
  }

  /// The first rewriting of a term, at its root, that `accepts` agrees to.
  mutating func rewriting(
    of term: Ref, accepting accepts: (inout RewriteEngine, Ref) -> Bool = { _, _ in true }
  ) -> Rewriting? {
    if term.isInline { return nil }
    let form = RuleForm(term, workspace)
    let present = bits(of: term)
    // The candidates are collected first, because matching changes the workspace.
    var candidates: [Int] = []
    index.forEachCandidate(form, present) { rule in
      candidates.append(rule)
      return false
    }
    for rule in candidates {
      if let result = result(of: rule, at: term, accepting: accepts) {
        return Rewriting(rule: rule, result: result)
      }
    }
    return nil
  }

  private mutating func result(
    of rule: Int, at term: Ref, accepting accepts: (inout RewriteEngine, Ref) -> Bool
  ) -> Ref? {
    for bindings in matches(of: rule, at: term) {
      guard conditionsHold(of: rule, bindings), let template = template(of: rule) else { continue }
      let result = template.instantiated(bindings, at: term, &workspace)
      if result != term, accepts(&self, result) { return result }
    }
    return nil
  }

  /// More matches of one rule at one place are not looked at.
  private static let matchLimit = 64

  private mutating func matches(of rule: Int, at term: Ref) -> [Bindings<Ref>] {
    let matcher = matcher(of: rule)
    var found: [Bindings<Ref>] = []
    _ = matcher.forEachMatch(of: term, &workspace) { _, bindings in
      found.append(bindings)
      return found.count >= Self.matchLimit
    }
    return found
  }

  // MARK: What is laid out once

  private mutating func matcher(of rule: Int) -> Matcher<Workspace> {
    if let known = matchers[rule] { return known }
    let matcher = Matcher(index.rules[rule].pattern, admitting: index.rules[rule].kinds, &workspace)
    matchers[rule] = matcher
    return matcher
  }

  private mutating func template(of rule: Int) -> Template? {
    if let known = templates[rule] { return known }
    let template = Template(index.rules[rule].replacement, for: index.rules[rule].pattern)
    templates[rule] = template
    return template
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
    index.rules[rule].holds(for: bindings, in: workspace, assuming: facts)
  }
}
