import ApusNotation
import ApusTerms

/// A conversation: it answers one input after another and keeps names, functions, assumptions and answers.
///
/// ```
/// var session = Session()
/// try session.evaluate("f(x) := x^2").text             // f(x) := x^2
/// try session.evaluate("diff(f(x) + sin(x), x)").text  // 2*x + cos(x)
/// try session.evaluate("ans + 1").text                 // 2*x + cos(x) + 1
/// ```
///
/// A session is a value: a copy goes its own way. An evaluation that fails leaves it as it was.
public struct Session: Sendable {
  var state: SessionState
  /// What one evaluation may use.
  public var limits: Limits

  /// Creates a session with the given functions and verbs.
  public init(
    functions: FunctionTable = .standard, verbs: VerbTable = .standard, limits: Limits = Limits()
  ) {
    state = SessionState(functions: functions, verbs: verbs)
    self.limits = limits
  }

  /// The answer to one statement: an expression, a definition (`a := 3`, `f(x) := x^2`), a declaration (`f :: function`), an
  /// assumption (`assume(x > 0)`), a question for help (`?sin`), or a formula in LaTeX (`\\frac{1}{2}x^2`).
  ///
  /// - Throws: a `Diagnostic` with the place of the mistake; also `timeout`, `cancelled`, `too-large`, `too-deep`.
  public mutating func evaluate(
    _ input: String, cancellation: Cancellation? = nil
  ) throws(Diagnostic) -> Answer {
    try evaluate(SourceText(input), cancellation: cancellation)
  }

  /// The answer to one statement in a source of bytes.
  public mutating func evaluate(
    _ source: SourceText, cancellation: Cancellation? = nil
  ) throws(Diagnostic) -> Answer {
    if let topic = Help.topic(of: source) { return Answer(text: try help(on: topic)) }
    let statement: Statement
    do throws(Diagnostic) {
      statement = try Statement(source, functions: state.functions, verbs: state.verbs)
    } catch {
      guard LaTeXInput.isLikely(source) else { throw error }
      return try evaluateLaTeX(source, cancellation: cancellation)
    }
    return try answer(to: statement, cancellation: cancellation)
  }

  /// The answer to a statement in text notation.
  mutating func evaluateText(
    _ source: SourceText, cancellation: Cancellation?
  ) throws(Diagnostic) -> Answer {
    let statement = try Statement(source, functions: state.functions, verbs: state.verbs)
    return try answer(to: statement, cancellation: cancellation)
  }

  private mutating func answer(
    to statement: Statement, cancellation: Cancellation?
  ) throws(Diagnostic) -> Answer {
    guard let root = statement.tree.root else { return Answer(text: "") }
    let evaluator = Evaluator(state, limits, Watch(cancellation, limits))
    var answer: Answer
    switch statement.tree.nodes[root].kind {
    case .define: answer = try define(statement, evaluator)
    case .declare: answer = try declare(statement)
    default: answer = try answerExpression(statement, evaluator)
    }
    answer.isQuiet = statement.tree.isQuiet
    return answer
  }

  /// Text of an expression that this session reads back as the same expression.
  public func text(of expr: Expr) -> String { state.writer.text(of: expr) }

  /// The values so far; `%1` is the first.
  public var answers: [Expr] { state.answers }

  /// What is assumed of the symbols.
  public var facts: Facts { state.facts }

  /// The value of a name that was defined with `:=`.
  public subscript(name: String) -> Expr? { state.variables[name] }

  /// All names that a completion may offer: functions, verbs, constants, and the user's own.
  public var names: [String] {
    let own = Array(state.variables.keys) + Array(state.userFunctions.keys) + Array(state.declared)
    return Set(state.functions.names + state.verbs.names + own + Predicate.names).sorted()
  }

  /// Whether a name is called with arguments.
  public func isCallable(_ name: String) -> Bool {
    state.userFunctions[name] != nil || state.declared.contains(name) || state.verbs[name] != nil
      || state.functions[name].map { $0.arity.maximum != 0 } == true || Predicate(name) != nil
  }

  // MARK: Expressions

  private mutating func answerExpression(
    _ statement: Statement, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Answer {
    let tree = statement.tree
    let root = tree.nodes.count - 1
    if let change = SessionChange(statement, state.verbs) { return try apply(change, statement, evaluator) }
    let equation = try checkEquation(tree, root)
    var evaluator = evaluator
    let value = try evaluator.evaluate(statement, nodes: 0..<tree.nodes.count).settled
    guard let text = state.writer.text(of: value, limit: limits.textBytes) else {
      throw Diagnostic(
        "too-large", "the answer would be longer than \(limits.textBytes) bytes",
        help: ["end the line with ; to keep it unseen"])
    }
    var answer = Answer(text: text, expression: value)
    answer.notes = evaluator.builder.notes + evaluator.notes
    if let note = LargePower.note(on: value) { answer.notes.append(note) }
    if let equation { answer.notes.append(equation) }
    answer.warnings = evaluator.warnings
    answer.assumptions = assumptions(about: value)
    state.answers.append(value)
    state.symbols.formUnion(value.freeSymbols.map(\.name))
    answer.number = state.answers.count
    return answer
  }

  /// `pi = 3` tries to change a constant; `a = 5` may be meant as a definition.
  private func checkEquation(_ tree: SyntaxTree, _ root: Int) throws(Diagnostic) -> String? {
    guard tree.nodes[root].kind == .relation, tree.childCount(of: root) == 2 else { return nil }
    let (left, right) = (tree.child(0, of: root), tree.child(1, of: root))
    guard tree.nodes[left].kind == .name, tree.nodes[right].kind == .equal else { return nil }
    let name = tree.name(of: left)
    if tree.isQuoted(left) || state.variables[name] != nil { return nil }
    if evaluatorConstant(name) { throw Protection.diagnostic(left, value: right, tree, state) }
    return "equation; to define: \(name) := \(tree.text(of: right))"
  }

  private func evaluatorConstant(_ name: String) -> Bool { state.resolver.isConstant(name) }

  /// The assumptions that speak of the symbols of a value.
  private func assumptions(about value: Expr) -> [String] {
    if state.assumptions.isEmpty { return [] }
    let symbols = Set(value.freeSymbols)
    return state.assumptions.filter { !symbols.isDisjoint(with: $0.term.freeSymbols) }.map(\.text)
  }
}
