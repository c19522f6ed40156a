import ApusTerms

extension Expr {
  /// The derivative of the given order with respect to a symbol.
  ///
  /// Symbols other than `variable` are constants; an unknown function keeps an unevaluated derivative. A function that is not
  /// complex differentiable, such as `abs`, is differentiated only where `facts` prove its argument real.
  ///
  ///     let x = Expr.symbol("x")
  ///     sin(x ** 2).derivative(in: "x")            // 2*x*cos(x^2)
  ///
  /// - Complexity: linear in the number of distinct nodes for each order, times the cost of collecting terms.
  public func derivative(in variable: Symbol, order: Int = 1, assuming facts: Facts = Facts()) -> Expr {
    derivative(in: [(variable, order)], assuming: facts)
  }

  /// The mixed partial derivative, variable by variable.
  public func derivative(
    in variables: [(symbol: Symbol, order: Int)], assuming facts: Facts = Facts()
  ) -> Expr {
    derivative(in: variables, assuming: facts) { _ in false } ?? self
  }

  /// The mixed partial derivative, unless it is stopped.
  ///
  /// - Parameter shouldStop: asked every few hundred nodes, with the number of nodes made so far.
  /// - Returns: `nil` when `shouldStop` answered `true`.
  public func derivative(
    in variables: [(symbol: Symbol, order: Int)], assuming facts: Facts = Facts(),
    until shouldStop: (_ nodes: Int) -> Bool
  ) -> Expr? {
    withoutActuallyEscaping(shouldStop) { shouldStop in
      var workspace = Workspace(capacity: 1024)
      var term = workspace.insert(flags.contains(.hasOpaque) ? canonical() : self)
      for (symbol, order) in variables where order > 0 {
        var pass = Differentiation(workspace, in: symbol, facts, until: shouldStop)
        for _ in 0..<order {
          guard let next = pass.derivative(of: term), !shouldStop(pass.workspace.count) else { return nil }
          term = next
          if term == pass.zero { break }
        }
        workspace = pass.finish()
      }
      return workspace.expr(term)
    }
  }

  /// The partial derivatives with respect to each symbol, in their order.
  ///
  /// - Parameter order: how the chain rule is applied; the derivatives are the same, their form may differ.
  /// - Complexity: in forward order proportional to the number of nonzero derivatives of all distinct nodes, in reverse order to
  ///   the number of nodes, times the cost of collecting terms.
  public func gradient(
    in variables: [Symbol], assuming facts: Facts = Facts(), order: DifferentiationOrder = .automatic
  ) -> [Expr] {
    if order == .mixed {
      let row = [self].jacobian(in: variables, assuming: facts, order: .mixed)
      return variables.indices.map { row[0, $0] ?? 0 }
    }
    var workspace = Workspace(capacity: 1024)
    let term = workspace.insert(flags.contains(.hasOpaque) ? canonical() : self)
    if order == .reverse || (order == .automatic && Self.isReverseCheaper(workspace, term, variables)) {
      var sweep = AdjointSweep(workspace, facts)
      let partials = sweep.gradient(of: term, in: variables)
      return sweep.finish().exprs(partials)
    }
    var sweep = DerivativeSweep(workspace, in: variables, facts)
    let row = sweep.derivatives(of: [term])[0]
    workspace = sweep.finish()
    var partials = [Workspace.Ref](repeating: workspace.inlineInteger(0), count: variables.count)
    for (variable, partial) in row { partials[variable] = partial }
    return workspace.exprs(partials)
  }

  /// Whether the lists of forward order would be much longer than the graph: few variables are left to forward order, whose
  /// results are collected.
  private static func isReverseCheaper(
    _ workspace: borrowing Workspace, _ term: Workspace.Ref, _ variables: [Symbol]
  ) -> Bool {
    if variables.count < 16 || term.isInline { return false }
    let counts = DependencyCounts(workspace, upTo: term, variables)
    return counts.total > 8 * counts.nodes
  }
}

/// The order in which the chain rule is applied.
public enum DifferentiationOrder: Sendable {
  /// Forward, unless another order is much cheaper.
  case automatic
  /// From the variables to the result.
  case forward
  /// From the result to the variables.
  case reverse
  /// From the inside: of the steps between variables and results always the one that takes the fewest products goes next.
  case mixed
}
