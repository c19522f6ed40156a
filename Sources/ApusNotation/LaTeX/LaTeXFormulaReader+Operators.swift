import ApusTerms

// Sums of differential operators in brackets, which act on the product behind them.
extension LaTeXFormulaReader {
  /// `\left[-\frac{\hbar^2}{2m}\frac{d^2}{dx^2} + V(x)\right]\psi(x)`: each term in the brackets is applied.
  func operatorSum(_ row: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand
  {
    guard !item.hasScripts else {
      throw Diagnostic(
        "unsupported-operator", "a power of a sum of operators has no reading",
        at: item.supRange ?? item.range)
    }
    guard let next = self.item(cursor), next.isOperand else {
      throw Diagnostic("missing-operand", "this operator acts on nothing", at: item.range)
    }
    var place = cursor
    let body = try nested(item.range) { () throws(Diagnostic) in try product(&place, leavesBar: true) }
    cursor = place
    if body.isTruth || body.isSet {
      throw Diagnostic("relation-in-term", "this has no derivative", at: body.range)
    }
    assume("the operator in the brackets acts on all factors behind it")
    var terms: [Expr] = []
    for (isNegative, range) in try operatorTerms(row, item) {
      let term = try applied(row, range, endsWithOperator: endsWithOperator(row, range), to: body, item)
      terms.append(isNegative ? LaTeXTerms.call(.negate, term) : term)
    }
    let sum = LaTeXTerms.sum(terms)
    guard sum.treeSize <= Self.mostNodes else {
      throw Diagnostic("too-large", "these operators applied to each other are too large", at: item.range)
    }
    return LaTeXOperand(expr: sum, range: item.range.union(body.range))
  }

  /// Operators applied to operators repeat what they act on.
  private static let mostNodes = 100_000

  /// The terms of the sum in the brackets with their signs.
  private func operatorTerms(_ row: Int, _ item: LaTeXNode) throws(Diagnostic)
    -> [(isNegative: Bool, range: Range<Int>)]
  {
    let items = items(row)
    var terms: [(Bool, Range<Int>)] = []
    var start = 0
    var isNegative = false
    for place in items.indices {
      guard case .binary(let sign) = items[place].kind, sign.isAdditive else { continue }
      guard sign == .plus || sign == .minus else {
        throw Diagnostic(
          "unsupported-operator", "an operator with two signs has no reading", at: items[place].range)
      }
      if place > start { terms.append((isNegative, start..<place)) }
      if place == start, place > 0 { throw unexpected(items[place]) }
      isNegative = sign == .minus
      start = place + 1
    }
    guard start < items.count else { throw missingOperand(items.last?.range ?? item.range) }
    terms.append((isNegative, start..<items.count))
    return terms
  }

  /// One term applied: its factors in front of an operator multiply, and everything behind the operator is differentiated.
  private func applied(
    _ row: Int, _ range: Range<Int>, endsWithOperator: Bool, to body: LaTeXOperand, _ item: LaTeXNode
  ) throws(Diagnostic) -> Expr {
    guard let (place, found) = firstOperator(row, range) else {
      if range.isEmpty { return body.expr }
      let coefficient = try coefficient(row, range)
      return coefficient == LaTeXTerms.one ? body.expr : LaTeXTerms.product([coefficient, body.expr])
    }
    if found.end < range.upperBound, !endsWithOperator {
      throw Diagnostic(
        "unclear-derivative", "it is not clear whether this operator acts on what stands behind the brackets",
        at: items(row)[place].range,
        help: ["put brackets around the operator and what it acts on"])
    }
    let inner = try nested(item.range) { () throws(Diagnostic) in
      try applied(
        row, found.end..<range.upperBound, endsWithOperator: endsWithOperator, to: body, item)
    }
    let derivative = try self.derivative(found, of: inner, items(row)[place])
    if place == range.lowerBound { return derivative }
    return LaTeXTerms.product([try coefficient(row, range.lowerBound..<place), derivative])
  }

  private func firstOperator(_ row: Int, _ range: Range<Int>) -> (Int, LaTeXDifferentialOperator)? {
    for place in range {
      if let found = formulas.differentialOperator(row, place), found.end <= range.upperBound {
        return (place, found)
      }
    }
    return nil
  }

  private func endsWithOperator(_ row: Int, _ range: Range<Int>) -> Bool {
    range.contains { formulas.differentialOperator(row, $0)?.end == range.upperBound }
  }

  /// The factors in front of an operator; a sign of multiplication may stand between them and it.
  private func coefficient(_ row: Int, _ range: Range<Int>) throws(Diagnostic) -> Expr {
    var range = range
    if let last = range.last, range.count > 1, case .binary(.dot) = items(row)[last].kind {
      range = range.dropLast()
    }
    let operand = try whole(row, range, gap: items(row)[range.lowerBound].range)
    if operand.isTruth || operand.isSet {
      throw Diagnostic("relation-in-term", "this has no value that could be multiplied", at: operand.range)
    }
    return operand.expr
  }

  private func derivative(
    _ found: LaTeXDifferentialOperator, of body: Expr, _ item: LaTeXNode
  ) throws(Diagnostic) -> Expr {
    switch found.form {
    case .derivative(let derivative):
      assume(derivative.isPartial ? "∂ is a partial derivative" : "d is a differential")
      return LaTeXTerms.call("derivative", [body] + (try variables(of: derivative)))
    case .partial(let variables):
      return LaTeXTerms.call("derivative", [body] + (try pairs(of: variables, item)))
    case .laplacian: return try laplacian(of: body, item)
    }
  }
}
