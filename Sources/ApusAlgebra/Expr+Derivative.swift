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
    var workspace = Workspace(capacity: 1024)
    var term = workspace.insert(flags.contains(.hasOpaque) ? canonical() : self)
    for (symbol, order) in variables where order > 0 {
      var pass = Differentiation(workspace, in: symbol, facts)
      for _ in 0..<order { term = pass.derivative(of: term) }
      workspace = pass.finish()
    }
    return workspace.expr(term)
  }

  /// The partial derivatives with respect to each symbol, in their order.
  public func gradient(in variables: [Symbol], assuming facts: Facts = Facts()) -> [Expr] {
    var workspace = Workspace(capacity: 1024)
    let term = workspace.insert(flags.contains(.hasOpaque) ? canonical() : self)
    var partials: [Workspace.Ref] = []
    for variable in variables {
      var pass = Differentiation(workspace, in: variable, facts)
      partials.append(pass.derivative(of: term))
      workspace = pass.finish()
    }
    return partials.map { workspace.expr($0) }
  }
}
