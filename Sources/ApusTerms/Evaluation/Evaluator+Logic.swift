import ApusNumbers

// Truth values: what is not certain is an error, unless the other arguments decide.
extension Evaluator {
  func connected(
    _ connective: EvaluationRole.Connective, _ ref: Workspace.Ref
  ) throws(EvaluationError) -> Bool {
    switch connective {
    case .constant(let truth): return truth
    case .and: return !(try contains(false, ref))
    case .or: return try contains(true, ref)
    case .not: return !(try argument(ref, 0))
    case .implies:
      if case .truth(true) = try slot(of: ref, 1) { return true }
      if try !argument(ref, 0) { return true }
      return try argument(ref, 1)
    case .equivalent: return try argument(ref, 0) == argument(ref, 1)
    case .xor: return try argument(ref, 0) != argument(ref, 1)
    }
  }

  /// Whether an argument has the truth value; if none has, all must be certain.
  private func contains(_ truth: Bool, _ ref: Workspace.Ref) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    for i in 0..<workspace.count(ref) {
      do throws(EvaluationError) {
        if try argument(ref, i) == truth { return true }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return false
  }

  private func argument(_ ref: Workspace.Ref, _ i: Int) throws(EvaluationError) -> Bool {
    guard i < workspace.count(ref) else { throw .notEvaluable(name(ref)) }
    return try truth(workspace.child(ref, i))
  }

  private func slot(of ref: Workspace.Ref, _ i: Int) throws(EvaluationError) -> Slot {
    guard i < workspace.count(ref) else { throw .notEvaluable(name(ref)) }
    return slot(workspace.child(ref, i))
  }

  private func name(_ ref: Workspace.Ref) -> String { workspace.function(workspace.head(ref)).name }

  // MARK: - Comparisons

  func compared(
    _ comparison: EvaluationRole.Comparison, _ ref: Workspace.Ref
  ) throws(EvaluationError) -> Bool {
    let count = workspace.count(ref)
    guard workspace.function(workspace.head(ref)).arity.allows(count) else { throw .notEvaluable(name(ref)) }
    let (a, b) = (try number(workspace.child(ref, 0)), try number(workspace.child(ref, 1)))
    switch comparison {
    case .order(let negative, let zero, let positive):
      guard let order = domain.order(a, b) else { throw .undecided("which of two numbers is greater") }
      return order < 0 ? negative : order == 0 ? zero : positive
    case .equality(let truth):
      guard let areEqual = domain.areEqual(a, b) else { throw .undecided("whether two numbers are equal") }
      return areEqual == truth
    case .congruence:
      guard let m = domain.integer(try number(workspace.child(ref, 2))), let a = domain.integer(a),
        let b = domain.integer(b)
      else { throw .undecided("whether numbers are integers") }
      return (a - b).isMultiple(of: m)
    }
  }

  // MARK: - Cases

  /// The value after the first condition that holds.
  func chosenCase(_ ref: Workspace.Ref) throws(EvaluationError) -> Slot {
    let count = workspace.count(ref)
    for i in stride(from: 0, to: count & ~1, by: 2) where try truth(workspace.child(ref, i)) {
      return slot(workspace.child(ref, i + 1))
    }
    if count & 1 == 1 { return slot(workspace.child(ref, count - 1)) }
    throw .noFiniteValue
  }
}
