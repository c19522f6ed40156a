import ApusNotation
import ApusTerms

/// Evaluates one statement: a loop over the nodes of its syntax tree, children first, with a stack of its own for the calls of the
/// user's functions, so that neither nesting nor recursion grows the native stack.
struct Evaluator {
  /// What becomes of the value of a finished frame.
  enum Continuation {
    /// It is the value of the node that waits for it.
    case value
    /// It is differentiated, for `f'(x)`.
    case derivative(Symbol, order: Int, argument: Expr)
    /// It is one element of a `map`.
    case map(name: String, done: [Expr], rest: ArraySlice<Expr>)
  }

  /// The evaluation of the nodes of one statement, or of the body of a function.
  struct Frame {
    let statement: Statement
    var next: Int
    let end: Int
    var values: [Expr]
    let parameters: [String: Expr]
    let facts: Facts
    var continuation = Continuation.value
    /// The definition that the body belongs to, as written.
    var title: String?
    /// The facts inside of `assuming` calls, by node.
    var assumed: [Int: Facts] = [:]
  }

  let state: SessionState
  let limits: Limits
  var watch: Watch
  var builder: TermBuilder
  let resolver: NameResolver
  var frames: [Frame] = []
  var notes: [String] = []
  var warnings: [String] = []

  init(_ state: SessionState, _ limits: Limits, _ watch: Watch) {
    self.state = state
    self.limits = limits
    self.watch = watch
    builder = TermBuilder(.canonical, functions: state.functions)
    resolver = state.resolver
  }

  /// The value of the node `end - 1` of the statement.
  ///
  /// - Throws: a `Diagnostic` with its place in the statement.
  mutating func evaluate(_ statement: Statement, nodes: Range<Int>) throws(Diagnostic) -> Expr {
    frames = [frame(statement, nodes, parameters: [:], facts: state.facts)]
    while true {
      let top = frames.count - 1
      if frames[top].next == frames[top].end {
        guard let value = try finishFrame() else { continue }
        return value
      }
      do {
        try watch.step()
        try step(frames[top].next)
      } catch {
        throw located(error)
      }
    }
  }

  /// A frame for the nodes; what stands before them is not evaluated.
  private func frame(
    _ statement: Statement, _ nodes: Range<Int>, parameters: [String: Expr], facts: Facts
  ) -> Frame {
    var values = [Expr](repeating: 0, count: nodes.lowerBound)
    values.reserveCapacity(nodes.upperBound)
    return Frame(
      statement: statement, next: nodes.lowerBound, end: nodes.upperBound, values: values,
      parameters: parameters, facts: facts)
  }

  /// Evaluates one node; a call of a user's function opens a frame instead.
  private mutating func step(_ id: Int) throws(Diagnostic) {
    let top = frames.count - 1
    let tree = frames[top].statement.tree
    let value: Expr?
    switch tree.nodes[id].kind {
    case .name: value = try name(id)
    case .call: value = try call(id)
    case .previousAnswer: value = try previousAnswer(id)
    case .define, .declare:
      throw Diagnostic("misplaced-definition", "a definition stands alone", at: tree.nodes[id].range)
    case .relation where asks(id): value = try asked(id)
    case .relation: value = decided(try builder.term(id, tree, frames[top].values))
    default: value = try builder.term(id, tree, frames[top].values)
    }
    if let value { try deliver(value) }
  }

  /// Puts down the value of the node at hand.
  mutating func deliver(_ value: Expr) throws(Diagnostic) {
    let top = frames.count - 1
    try checkDefined(value, frames[top].next)
    frames[top].values.append(value)
    frames[top].next += 1
  }

  /// Something without a value, such as 1/0, is an error where it arises.
  private func checkDefined(_ value: Expr, _ id: Int) throws(Diagnostic) {
    guard value.flags.contains(.hasUndefined) else { return }
    let frame = frames[frames.count - 1]
    let tree = frame.statement.tree
    let wasUndefined = tree.children(of: id).contains { frame.values[Int($0)].flags.contains(.hasUndefined) }
    if wasUndefined || frame.parameters.values.contains(where: { $0.flags.contains(.hasUndefined) }) {
      return
    }
    let text = tree.text(of: id)
    let divides = value.dividesByZero
    throw Diagnostic(
      divides ? "division-by-zero" : "undefined-value",
      divides ? "\(text) divides by 0" : "\(text) has no value",
      at: tree.nodes[id].range)
  }

  // MARK: Frames

  /// Opens a frame for a clause of a user's function.
  mutating func open(
    _ clause: UserFunction.Clause, _ parameters: [String: Expr], at id: Int, _ continuation: Continuation
  ) throws(Diagnostic) {
    guard frames.count < limits.callDepth else {
      throw Diagnostic(
        "too-deep", "functions call each other more than \(limits.callDepth) deep", at: tree.nodes[id].range)
    }
    var new = frame(clause.statement, clause.body, parameters: parameters, facts: try facts(at: id))
    new.continuation = continuation
    new.title = clause.text
    frames.append(new)
  }

  /// Takes the top frame down and hands on its value; returns it when it was the last.
  private mutating func finishFrame() throws(Diagnostic) -> Expr? {
    let frame = frames.removeLast()
    let value = frame.values[frame.end - 1]
    guard !frames.isEmpty else { return value }
    do {
      switch frame.continuation {
      case .value: try deliver(value)
      case .derivative(let symbol, let order, let argument):
        try deliver(derivative(of: value, symbol, order: order, at: argument))
      case .map(let name, let done, let rest):
        try continueMap(name, done + [value], rest)
      }
      return nil
    } catch {
      throw located(error)
    }
  }

  /// A mistake inside of a function's body is shown at its call.
  private func located(_ error: Diagnostic) -> Diagnostic {
    guard frames.count > 1, let title = frames[frames.count - 1].title else { return error }
    var outer = error
    outer.range = frames[0].statement.tree.nodes[frames[0].next].range
    outer.message = "in \(title): \(error.message)"
    outer.label = nil
    outer.help = []
    outer.fixIts = []
    outer.showsSource = true
    return outer
  }

  var tree: SyntaxTree { frames[frames.count - 1].statement.tree }
}

extension Expr {
  /// Whether a negative power of zero occurs.
  fileprivate var dividesByZero: Bool {
    var isFound = false
    forEachNode { node in
      let parts = node.kind == .power ? node.arguments : []
      if parts.count == 2, parts[0].isZero, parts[1].number?.real.isNegative == true { isFound = true }
      return !isFound
    }
    return isFound
  }
}
