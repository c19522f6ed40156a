import ApusTerms

extension LaTeXFormulaReader {
  /// `\nabla^2 u(x, y)`: the Laplacian of a function whose arguments are Cartesian coordinates, and perhaps the time.
  ///
  /// Of anything else the components are not known, so that ∇ has no reading.
  func nabla(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let sup = item.sup, formulas.integer(sup) == 2, item.sub == nil, item.primes == 0 else {
      throw vectorDerivative(item, cursor)
    }
    cursor.place += 1
    guard let next = self.item(cursor), next.isOperand else { throw missingOperand(item.range) }
    var place = cursor
    let body = try nested(item.range) { () throws(Diagnostic) in try factor(&place) }
    let laplacian = try laplacian(of: body.expr, item)
    cursor = place
    return LaTeXOperand(expr: laplacian, range: item.range.union(body.range), shape: .scalar)
  }

  /// The error for a gradient, divergence or curl, which says what to write.
  private func vectorDerivative(_ item: LaTeXNode, _ cursor: LaTeXCursor) -> Diagnostic {
    let next = cursor.place + 1 < cursor.end ? items(cursor.row)[cursor.place + 1] : nil
    var what = "\\nabla has no meaning as an operand"
    var help = "write the components as partial derivatives, \\frac{\\partial f}{\\partial x}"
    if case .binary(let sign)? = next?.kind, sign == .dot || sign == .times {
      what = "the components of what this \(sign == .dot ? "divergence" : "curl") is of are not known"
      help =
        sign == .dot
        ? "write \\frac{\\partial u}{\\partial x} + \\frac{\\partial v}{\\partial y} for \\nabla \\cdot \\mathbf{u}"
        : "write its components, such as \\frac{\\partial v}{\\partial x} - \\frac{\\partial u}{\\partial y}"
    }
    return Diagnostic("unexpected-symbol", what, at: item.range, help: [help])
  }

  /// The Laplacian of an unknown function in the coordinates among its arguments.
  func laplacian(of body: Expr, _ item: LaTeXNode) throws(Diagnostic) -> Expr {
    guard let coordinates = Self.coordinates(of: body) else {
      throw Diagnostic(
        "unexpected-symbol", "this Laplacian does not say what its coordinates are", at: item.range,
        help: ["write the arguments of the function, as in \\nabla^2 u(x, y, z)"])
    }
    assume("∇² is the Laplacian in \(coordinates.compactMap { $0.symbol?.name }.joined(separator: ", "))")
    return LaTeXTerms.sum(coordinates.map { LaTeXTerms.call("derivative", body, $0, Expr(2)) })
  }

  /// The coordinates among the arguments of an unknown function: x, then y, then z; a time t is none.
  private static func coordinates(of expr: Expr) -> [Expr]? {
    guard let function = expr.function, function.isUndefined else { return nil }
    let names = expr.arguments.map { $0.symbol?.name ?? "" }
    let coordinates = ["x", "y", "z"].filter(names.contains)
    let hasTime = names.contains("t")
    guard !coordinates.isEmpty, coordinates == Array(["x", "y", "z"].prefix(coordinates.count)),
      names.count == coordinates.count + (hasTime ? 1 : 0)
    else { return nil }
    return coordinates.map(Expr.symbol)
  }
}
