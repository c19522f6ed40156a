import ApusTerms

/// The variables and orders of a derivative, as in `diff(f, x, 2, y)`.
package struct DerivativeSteps {
  /// The variables with their orders.
  package private(set) var steps: [(variable: Expr, order: Int)] = []

  /// Reads them from the arguments of a call, of which the first is what is differentiated.
  ///
  /// - Throws: `not-a-variable` and `invalid-order` at the argument.
  package init(_ id: Int, _ tree: borrowing SyntaxTree, _ arguments: [Expr]) throws(Diagnostic) {
    for index in 1..<arguments.count {
      let (argument, place) = (arguments[index], tree.child(index, of: id))
      if argument.kind == .integer {
        guard let order = argument.smallInteger, order >= 0, order <= 1_000_000, !steps.isEmpty,
          !isOrder(index - 1, arguments)
        else {
          throw Diagnostic(
            "invalid-order", "an order follows its variable and is a natural number",
            at: tree.nodes[place].range,
            help: ["diff(f(x), x, 2)"])
        }
        steps[steps.count - 1].order = order
      } else if argument.symbol != nil {
        steps.append((argument, 1))
      } else {
        throw CallMistakes.notAVariable(place, tree)
      }
    }
    steps.removeAll { $0.order == 0 }
  }

  private func isOrder(_ index: Int, _ arguments: [Expr]) -> Bool { arguments[index].kind == .integer }

  /// Variables and orders in turn, as `derivative` takes them.
  package var flat: [Expr] { steps.flatMap { [$0.variable, Expr($0.order)] } }
}
