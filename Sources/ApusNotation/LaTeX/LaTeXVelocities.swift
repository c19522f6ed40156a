import ApusTerms

// Derivatives by a velocity, as in the equations of Lagrange.
extension LaTeXFormulas {
  /// The function and the coordinate of `\frac{\partial L}{\partial \dot q}`; nil for anything else.
  func velocityDerivative(_ item: LaTeXNode) -> (function: Int, coordinate: Int)? {
    guard case .fraction(let top, let bottom) = item.kind else { return nil }
    let (above, below) = (tree.rows[top].items, tree.rows[bottom].items)
    guard below.count == 2, isPlainPartial(below[0]), below[1].sup == nil, below[1].primes == 0,
      let order = dotted(below[1])?.order, order == 1, let coordinate = name(bottom, 1),
      above.count == 2 || above.count == 3 && above[2].isParenthesis && !above[2].hasScripts,
      isPlainPartial(above[0]),
      above[1].sup == nil, above[1].primes == 0, let function = name(top, 1), function != coordinate
    else { return nil }
    return (function, coordinate)
  }

  private func isPlainPartial(_ item: LaTeXNode) -> Bool {
    item.sup == nil && differentialSign(item)?.isPartial ?? false && item.isPartialSign
  }
}

extension LaTeXEvidence {
  /// Notes that a function depends on a coordinate and on its velocity.
  mutating func recordVelocity(_ function: Int, _ coordinate: Int, _ formulas: LaTeXFormulas) {
    depend(function, on: [coordinate], isPartial: true, formulas)
    let known = velocities[function, default: []]
    // Sources with more variables than that are refused.
    if known.count <= Self.mostVariables, !known.contains(coordinate) {
      velocities[function] = known + [coordinate]
    }
  }

  /// Whether a time derivative is of nothing but a derivative by a velocity, which depends on the time by its path.
  func isOfVelocity(_ formulas: LaTeXFormulas, _ row: Int, _ range: Range<Int>) -> Bool {
    guard !velocities.isEmpty || formulas.tree.traits.contains([.partial, .accent]), range.count == 1,
      let place = range.first
    else { return false }
    return formulas.velocityDerivative(formulas.tree.rows[row].items[place]) != nil
  }
}

extension LaTeXFormulaReader {
  /// `\frac{\partial L}{\partial \dot q}`: the derivative of L(q(t), q'(t)) by its second argument.
  func velocityDerivative(
    _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard case .fraction(let top, _) = item.kind,
      let (function, coordinate) = formulas.velocityDerivative(item),
      case .function(let usual) = context.role(function), let velocity = velocity(of: coordinate)
    else { return nil }
    var body: Expr
    if items(top).count == 3 {
      var inner = LaTeXCursor(row: top, place: 1, end: items(top).count)
      body = try name(items(top)[1], &inner).expr
      if let extra = self.item(inner) { throw unexpected(extra) }
    } else {
      guard let call = try usualCall(function, usual, items(top)[1].range) else { return nil }
      body = call
    }
    guard body.arguments.contains(velocity) else {
      throw Diagnostic(
        "unclear-derivative", "\(formulas.names[function].latex) has no argument that is this velocity",
        at: item.range)
    }
    assume("∂ is a partial derivative")
    cursor.place += 1
    let call = LaTeXTerms.call("derivative", body, velocity, Expr(1))
    return try scripted(LaTeXOperand(expr: call, range: item.range), item)
  }

  /// The velocities that a function depends on besides its usual arguments.
  func velocities(of function: Int) -> [Expr] {
    guard !context.evidence.velocities.isEmpty else { return [] }
    return context.evidence.velocities[function, default: []].compactMap { velocity(of: $0) }
  }

  func velocityNames(of function: Int) -> [String] {
    guard !context.evidence.velocities.isEmpty else { return [] }
    return context.evidence.velocities[function, default: []].map { "\\dot{\(formulas.names[$0].latex)}" }
  }

  private func velocity(of coordinate: Int) -> Expr? {
    guard case .function(let inner) = context.role(coordinate), let time = inner.first,
      let path = path(coordinate, inner)
    else { return nil }
    return LaTeXTerms.call("derivative", path, symbolTerm(time), Expr(1))
  }
}
