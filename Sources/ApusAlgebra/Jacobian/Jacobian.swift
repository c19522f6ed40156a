import ApusNumerics
import ApusTerms

extension Array where Element == Expr {
  /// The matrix of the partial derivatives of the expressions with respect to the variables, of which only the nonzero ones are
  /// made.
  ///
  /// Symbols that are not among the variables are constants. Row `i` belongs to expression `i`, column `j` to variable `j`.
  ///
  ///     [x * y, sin(x)].jacobian(in: ["x", "y"])   // [[y, x], [cos(x), 0]]
  ///
  /// - Parameter order: how the chain rule is applied; the derivatives are the same, their form may differ.
  /// - Complexity: in forward order proportional to the number of nonzero derivatives of all distinct nodes; in reverse order to
  ///   the number of outputs that depend on each; in mixed order to the products of its elimination; times the cost of collecting
  ///   terms.
  public func jacobian(
    in variables: [Symbol], assuming facts: Facts = Facts(), order: DifferentiationOrder = .automatic
  ) -> SparseMatrix<Expr> {
    var workspace = Workspace(capacity: 4096)
    let outputs = workspace.insert(canonical: self)
    let rows = workspace.jacobianRows(of: outputs, in: variables, facts, order)
    let expressions = workspace.exprs(rows.flatMap { $0.map(\.term) })
    var starts = [0]
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    let pattern = SparsityPattern(
      columnCount: variables.count, rowStarts: starts, columns: rows.flatMap { $0.map(\.variable) })
    return SparseMatrix(pattern: pattern, values: expressions)
  }

  /// The derivatives of the expressions along a direction: the product of their Jacobian matrix and a vector.
  ///
  /// - Parameter direction: what each variable changes by.
  /// - Precondition: there is an element for each variable.
  /// - Complexity: linear in the number of distinct nodes, times the cost of collecting terms.
  public func jacobianProduct(
    in variables: [Symbol], with direction: [Expr], assuming facts: Facts = Facts()
  ) -> [Expr] {
    precondition(variables.count == direction.count, "an element for each variable")
    var workspace = Workspace(capacity: 4096)
    let outputs = workspace.insert(canonical: self)
    let directions = workspace.insert(canonical: direction)
    var sweep = DerivativeSweep(workspace, in: variables, along: directions, facts)
    let rows = sweep.derivatives(of: outputs)
    workspace = sweep.finish()
    let zero = workspace.inlineInteger(0)
    return workspace.exprs(rows.map { $0.first?.term ?? zero })
  }
}

extension Array where Element == Expr {
  /// The product of the transposed Jacobian matrix and a vector: the gradient of the weighted sum of the expressions, in reverse order.
  ///
  /// - Precondition: there is a weight for each expression.
  /// - Complexity: linear in the number of distinct nodes, times the cost of collecting terms.
  public func transposedJacobianProduct(
    in variables: [Symbol], with weights: [Expr], assuming facts: Facts = Facts()
  ) -> [Expr] {
    precondition(count == weights.count, "a weight for each expression")
    // Weights that are variables are constants here: they go through symbols of their own.
    let used = Set(flatMap(\.freeSymbols) + weights.flatMap(\.freeSymbols) + variables)
    let places = indices.map { Symbol("w\($0)").fresh(avoiding: used) }
    let sum = Expr.sum(zip(places, self).map { Expr($0) * $1 })
    let values = Dictionary(zip(places.map { Expr($0) }, weights)) { first, _ in first }
    return sum.gradient(in: variables, assuming: facts, order: .reverse).map { $0.substituting(values) }
  }
}

extension Expr {
  /// The symmetric matrix of the second partial derivatives, of which only the nonzero ones are made.
  ///
  /// - Complexity: that of the Jacobian matrix of the gradient.
  public func hessian(in variables: [Symbol], assuming facts: Facts = Facts()) -> SparseMatrix<Expr> {
    gradient(in: variables, assuming: facts).jacobian(in: variables, assuming: facts)
  }

  /// The product of the Hessian matrix and a vector: the derivative of the gradient along a direction.
  ///
  /// - Precondition: there is an element for each variable.
  public func hessianProduct(
    in variables: [Symbol], with direction: [Expr], assuming facts: Facts = Facts()
  ) -> [Expr] {
    gradient(in: variables, assuming: facts)
      .jacobianProduct(in: variables, with: direction, assuming: facts)
  }
}

extension Workspace {
  /// Moves expressions in, those with opaque parts made canonical.
  mutating func insert(canonical expressions: [Expr]) -> [Ref] {
    var refs: [Ref] = []
    refs.reserveCapacity(expressions.count)
    for expression in expressions {
      refs.append(insert(expression.flags.contains(.hasOpaque) ? expression.canonical() : expression))
    }
    return refs
  }
}

extension Workspace {
  typealias JacobianRow = [(variable: Int, term: Ref)]

  /// The nonzero derivatives of each output, by ascending variable.
  mutating func jacobianRows(
    of outputs: [Ref], in variables: [Symbol], _ facts: Facts, _ order: DifferentiationOrder
  ) -> [JacobianRow] {
    var taken = Workspace(capacity: 1)
    swap(&taken, &self)
    let limit: Int? =
      switch order {
      case .forward: nil
      case .reverse, .mixed: .max
      case .automatic: taken.eliminationLimit(of: outputs, variables)
      }
    if let limit {
      var sweep = EliminationSweep(taken, of: outputs, in: variables, facts)
      if let plan = order == .reverse ? sweep.reverseOrder : sweep.order(limit: limit) {
        let rows = sweep.derivatives(plan)
        self = sweep.finish()
        return rows
      }
      taken = sweep.finish()
    }
    var sweep = DerivativeSweep(taken, in: variables, facts)
    let rows = sweep.derivatives(of: outputs)
    self = sweep.finish()
    return rows
  }

  /// How many products another order may take to be worth it: nil when the lists of forward order, whose results are collected, are not
  /// much longer than the graph.
  private func eliminationLimit(of outputs: [Ref], _ variables: [Symbol]) -> Int? {
    guard variables.count >= 16,
      let last = outputs.filter({ !$0.isInline }).max(by: { $0.index < $1.index })
    else { return nil }
    let counts = DependencyCounts(self, upTo: last, variables)
    return counts.total > 8 * counts.nodes ? counts.total / 4 : nil
  }
}
