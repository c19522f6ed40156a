import ApusNotation
import ApusTerms

/// The call of a verb: its arguments, what is assumed, and the means to complain about an argument at its place.
package struct VerbCall {
  /// The values of the arguments.
  package let arguments: [Expr]
  /// What is assumed here.
  package let facts: Facts
  /// Remarks for the answer.
  package var notes: [String] = []
  private let tree: SyntaxTree
  private let id: Int
  private var watch: Watch
  private let limits: Limits

  init(_ id: Int, _ tree: SyntaxTree, _ arguments: [Expr], _ facts: Facts, _ watch: Watch, _ limits: Limits) {
    self.arguments = arguments
    self.facts = facts
    self.tree = tree
    self.id = id
    self.watch = watch
    self.limits = limits
  }

  /// Checks for cancellation, the time and the size of what has been made so far; to be called before every long step.
  package mutating func check(_ result: Expr? = nil) throws(Diagnostic) {
    try watch.longStep()
    guard let result, result.treeSize > limits.nodes, result.nodeCount > limits.nodes else { return }
    throw tooLarge
  }

  /// Runs a pass that asks now and then, with the number of nodes it has made, whether to stop.
  ///
  /// - Throws: what made it stop: `cancelled`, `timeout` or `too-large`.
  package mutating func watched(
    _ pass: (_ shouldStop: (Int) -> Bool) -> Expr?
  ) throws(Diagnostic) -> Expr {
    var watch = watch
    var mistake: Diagnostic?
    let result = pass { nodes in
      do throws(Diagnostic) {
        try watch.longStep()
      } catch {
        mistake = error
      }
      return mistake != nil || nodes > limits.nodes
    }
    if let result, mistake == nil { return result }
    throw mistake ?? tooLarge
  }

  /// The limits of a numeric evaluation: the flag and the clock of this one.
  package var evaluationLimits: EvaluationLimits { watch.evaluationLimits }

  private var tooLarge: Diagnostic {
    Diagnostic("too-large", "the result has more than \(limits.nodes) parts", at: tree.nodes[id].range)
  }

  // MARK: Places and mistakes

  /// The bytes of an argument.
  package func range(of index: Int) -> SourceRange {
    guard index < tree.childCount(of: id) else { return tree.nodes[id].range }
    return tree.nodes[tree.child(index, of: id)].range
  }

  /// The text of an argument as written.
  package func text(of index: Int) -> String { tree.source.text(range(of: index)) }

  /// A mistake in an argument.
  package func mistake(
    _ code: String, _ message: String, at index: Int, help: [String] = []
  ) -> Diagnostic {
    Diagnostic(code, message, at: range(of: index), help: help)
  }

  // MARK: Arguments

  /// An argument that has to be a symbol.
  package func symbol(_ index: Int) throws(Diagnostic) -> Symbol {
    guard let symbol = arguments[index].symbol else {
      throw CallMistakes.notAVariable(tree.child(index, of: id), tree)
    }
    return symbol
  }

  /// An argument that has to be a list of symbols, or one symbol.
  package func symbols(_ index: Int) throws(Diagnostic) -> [Symbol] {
    if let symbol = arguments[index].symbol { return [symbol] }
    let elements = arguments[index].elements
    let symbols = elements?.compactMap(\.symbol) ?? []
    guard let elements, symbols.count == elements.count, !symbols.isEmpty else {
      throw mistake(
        "not-a-variable", "'\(text(of: index))' is not a list of variables", at: index, help: ["[x, y]"])
    }
    return symbols
  }

  /// An argument that has to be a list.
  package func list(_ index: Int) throws(Diagnostic) -> [Expr] {
    guard let elements = arguments[index].elements else {
      throw mistake("not-a-list", "'\(text(of: index))' is not a list", at: index, help: ["[a, b]"])
    }
    return elements
  }

  /// An argument that has to be an integer within bounds.
  package func integer(_ index: Int, in bounds: ClosedRange<Int>) throws(Diagnostic) -> Int {
    guard let value = arguments[index].smallInteger, bounds.contains(value) else {
      throw mistake(
        "not-an-integer",
        "'\(text(of: index))' is not an integer from \(bounds.lowerBound) to \(bounds.upperBound)",
        at: index)
    }
    return value
  }

  /// The variables and orders of a derivative, from the second argument on.
  package func derivativeSteps() throws(Diagnostic) -> [(symbol: Symbol, order: Int)] {
    let steps = try DerivativeSteps(id, tree, arguments)
    return steps.steps.compactMap { step in step.variable.symbol.map { ($0, step.order) } }
  }
}

extension Expr {
  /// The elements of a list, tuple or set.
  package var elements: [Expr]? {
    guard let function, function == .list || function == .tuple || function == .set else { return nil }
    return arguments
  }

  /// A list.
  package static func list(_ elements: [Expr]) -> Expr { .call(.list, elements) }

  /// The truth value as an expression.
  package static func truth(_ value: Bool) -> Expr { .call(value ? .true : .false, []) }
}
