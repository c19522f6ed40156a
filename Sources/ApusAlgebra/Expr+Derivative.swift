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
  public func gradient(in variables: [Symbol], assuming facts: Facts = Facts()) -> [Expr] {
    var workspace = Workspace(capacity: 1024)
    let term = workspace.insert(flags.contains(.hasOpaque) ? canonical() : self)
    var partials: [Workspace.Ref] = []
    for variable in variables {
      var pass = Differentiation(workspace, in: variable, facts) { _ in false }
      if let partial = pass.derivative(of: term) { partials.append(partial) }
      workspace = pass.finish()
    }
    return partials.map { workspace.expr($0) }
  }
}
