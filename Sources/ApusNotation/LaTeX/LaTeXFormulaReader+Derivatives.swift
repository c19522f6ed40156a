import ApusTerms

extension LaTeXFormulaReader {
  /// A fraction: a derivative, or a quotient.
  func fraction(
    _ top: Int, _ bottom: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    if let derivative = formulas.derivative(top, bottom, item.range) {
      cursor.place += 1
      return try scripted(try self.derivative(derivative, &cursor), item)
    }
    if formulas.looksLikeDerivative(top, bottom) && !isQuotientOfDerivatives(top, bottom)
      || isOtherDerivative(top, bottom)
    {
      if let operand = try velocityDerivative(item, &cursor) { return operand }
      try refuseDottedVariable(bottom, item)
      throw Diagnostic(
        "unclear-derivative", "this looks like a derivative, but not by a variable", at: item.range)
    }
    try refuseStrayDifferential(top, bottom, item)
    cursor.place += 1
    let numerator = try term(ofRow: top)
    let denominator = try term(ofRow: bottom)
    if denominator.isMatrix {
      throw Diagnostic("shape-mismatch", "a matrix cannot be a denominator", at: denominator.range)
    }
    var operand = LaTeXOperand(
      expr: LaTeXTerms.call(.divide, numerator.expr, denominator.expr), range: item.range,
      shape: numerator.shape)
    operand = try scripted(operand, item)
    return operand
  }

  /// `\frac{\partial U / \partial x}{\partial U / \partial y}`, with a whole derivative above the line and one below.
  private func isQuotientOfDerivatives(_ top: Int, _ bottom: Int) -> Bool {
    [top, bottom].allSatisfy { row in formulas.inlineDerivative(row, 0)?.1 == items(row).count }
  }

  /// `\frac{\partial L}{\partial \dot q}`: what L depends on besides is not known.
  private func refuseDottedVariable(_ bottom: Int, _ item: LaTeXNode) throws(Diagnostic) {
    let hasDots = items(bottom).contains { formulas.dotted($0) != nil }
    guard hasDots else { return }
    throw Diagnostic(
      "unclear-derivative", "this is a derivative by a derivative, which is no variable", at: item.range,
      help: ["give the derivative a name, as in v = \\dot{q}, and write \\frac{\\partial L}{\\partial v}"])
  }

  /// `\frac{D\rho}{Dt}` and `\frac{\delta S}{\delta q}`, whose D and δ would cancel.
  private func isOtherDerivative(_ top: Int, _ bottom: Int) -> Bool {
    guard items(bottom).count == 2, let above = items(top).first, let below = items(bottom).first,
      !below.hasScripts, formulas.name(bottom, 1) != nil, items(top).count > 1 || above.sup != nil
    else { return false }
    switch (above.kind, below.kind) {
    case (.letter("D", _), .letter("D", _)), (.symbol("delta", _), .symbol("delta", _)):
      return above.sub == nil
    default: return false
    }
  }

  /// `\frac{dN}{N}` outside an integral or an equation between differentials would cancel the d and the N.
  private func refuseStrayDifferential(_ top: Int, _ bottom: Int, _ item: LaTeXNode) throws(Diagnostic) {
    guard items(top).count == 2, formulas.differentialSign(items(top)[0]) != nil, items(top)[0].sup == nil,
      let name = formulas.name(top, 1), formulas.namesUsed(bottom, items(bottom).indices).contains(name)
    else { return }
    throw Diagnostic(
      "stray-differential", "this differential belongs to no integral or derivative", at: item.range)
  }

  // MARK: Derivatives

  /// A derivative, with what it acts on.
  func derivative(
    _ derivative: LaTeXDerivative, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let pairs = try variables(of: derivative)
    var range = derivative.range
    let body: LaTeXOperand
    if derivative.body.isEmpty {
      body = try operand(of: derivative, &cursor)
      range = range.union(body.range)
    } else {
      var inner = LaTeXCursor(
        row: derivative.bodyRow, place: derivative.body.lowerBound, end: derivative.body.upperBound)
      body = try product(&inner)
      if let extra = item(inner) { throw unexpected(extra) }
    }
    if body.isTruth { throw Diagnostic("relation-in-term", "a relation has no derivative", at: body.range) }
    assume(derivative.isPartial ? "∂ is a partial derivative" : "d is a differential")
    return LaTeXOperand(
      expr: LaTeXTerms.call("derivative", [body.expr] + pairs), range: range,
      shape: body.isMatrix ? body.shape : .unknown)
  }

  /// The variables with their orders, which must add up to the order above the line.
  func variables(of derivative: LaTeXDerivative) throws(Diagnostic) -> [Expr] {
    var pairs: [Expr] = []
    var total = 0
    var isNumeric = true
    var symbolic: Expr?
    for variable in derivative.variables {
      var order = Expr(1)
      if let row = variable.order { order = try value(ofRow: row) }
      if let number = order.smallInteger {
        total += number
      } else {
        isNumeric = false
        symbolic = order
      }
      pairs += [try term(of: variable, in: derivative), order]
    }
    var written = Expr(1)
    if let row = derivative.order { written = try value(ofRow: row) }
    let agrees = isNumeric ? written.smallInteger == total : pairs.count == 2 && written == symbolic
    guard agrees else {
      throw Diagnostic(
        "derivative-order", "the orders above and below the line differ", at: derivative.range)
    }
    return pairs
  }

  /// What a derivative is by: a symbol, or the value `p(t)` of a path, as in Hamilton's equations.
  private func term(
    of variable: LaTeXDerivative.Variable, in derivative: LaTeXDerivative
  ) throws(Diagnostic) -> Expr {
    try refuseIndex(variable.name, variable.range)
    guard case .function(let inner) = context.role(variable.name), !isBound(variable.name) else {
      return symbolTerm(variable.name)
    }
    if derivative.isPartial, let path = path(variable.name, inner) { return path }
    throw Diagnostic(
      "chain-rule",
      "\(formulas.names[variable.name].latex) is itself a function here, so this derivative has no plain reading",
      at: variable.range)
  }

  /// What a derivative operator acts on: the bracket behind it, or the product up to the next sign.
  private func operand(
    of derivative: LaTeXDerivative, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let next = item(cursor), next.isOperand else { throw missingOperand(derivative.range) }
    guard case .fence(let open, let close, let row) = next.kind, open == close, !next.hasScripts else {
      var place = cursor
      let operand = try nested(derivative.range) { () throws(Diagnostic) in
        try product(&place, leavesBar: true)
      }
      cursor = place
      return operand
    }
    cursor.place += 1
    let operand: LaTeXOperand
    if open == .paren || open == .bracket || open == .brace {
      operand = try term(ofRow: row)
    } else {
      cursor.place -= 1
      operand = try factor(&cursor)
    }
    try refuseDependentFactor(derivative.variables.map(\.name), cursor, "derivative")
    return operand
  }

  /// Whether the product goes on with something that depends on a variable, so that the scope is not clear.
  func refuseDependentFactor(_ variables: [Int], _ cursor: LaTeXCursor, _ what: String) throws(Diagnostic) {
    var place = cursor.place
    while place < cursor.end {
      let item = items(cursor.row)[place]
      if case .binary(let sign) = item.kind, !sign.isMultiplicative { return }
      guard item.isOperand || item.isMultiplication else { return }
      let names = formulas.namesUsed(cursor.row, place..<place + 1)
      let depends = names.contains { name in
        if variables.contains(name) { return true }
        guard case .function(let arguments) = context.role(name) else { return false }
        return arguments.contains { variables.contains($0) }
      }
      if depends {
        throw Diagnostic(
          "ambiguous-\(what)", "it is not clear whether this factor belongs under the \(what)",
          at: item.range,
          help: ["put brackets around all that belongs to it"])
      }
      place += 1
    }
  }

  // MARK: Signs

  /// ∂ with a subscript, a derivative on the line, or the letter d itself.
  func differentialSign(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand?
  {
    if let (derivative, end) = formulas.inlineDerivative(cursor.row, cursor.place), end <= cursor.end {
      cursor.place = end
      return try self.derivative(derivative, &cursor)
    }
    if let variables = formulas.subscriptedPartial(item) { return try subscripted(variables, item, &cursor) }
    if case .symbol("partial", _) = item.kind {
      throw Diagnostic("unclear-derivative", "this ∂ is part of no derivative", at: item.range)
    }
    let next = cursor.place + 1
    if item.sub == nil, next < cursor.end, let variable = formulas.name(cursor.row, next) {
      let isUpright = if case .letter(_, .roman) = item.kind { true } else { false }
      let isSide =
        cursor.place == 0 && next + 1 < cursor.end && items(cursor.row)[next + 1].isRelation
        && items(cursor.row).dropFirst().allSatisfy { formulas.differentialSign($0) == nil }
      if isUpright || isSide || integrationVariables.contains(variable) {
        throw Diagnostic(
          "stray-differential", "this differential belongs to no integral or derivative", at: item.range)
      }
    }
    return nil
  }

  /// `u_{xx}` where subscripts are derivatives.
  func subscripted(
    _ derivative: (base: Int, variables: [String]), _ id: Int, _ item: LaTeXNode, _ range: SourceRange,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard case .function(let usual) = context.role(derivative.base),
      let body = try usualCall(derivative.base, usual, range)
    else {
      throw Diagnostic(
        "unclear-derivative", "this subscript may be a derivative or part of the name", at: range)
    }
    cursor.place += 1
    var pairs: [Expr] = []
    var letters = derivative.variables[...]
    while let letter = letters.first {
      let count = letters.prefix { $0 == letter }.count
      letters = letters.dropFirst(count)
      pairs += [symbolTerm(formulas.intern(LaTeXName(base: letter, words: [letter]))), Expr(count)]
    }
    assume("subscripts on \(formulas.names[derivative.base].latex) are partial derivatives")
    let call = LaTeXTerms.call("derivative", [body] + pairs)
    return try scripted(LaTeXOperand(expr: call, range: range), item, subscriptIsRead: true)
  }

  private func subscripted(
    _ variables: [LaTeXNode], _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let pairs = try pairs(of: variables, item)
    cursor.place += 1
    guard let next = self.item(cursor), next.isOperand else { throw missingOperand(item.range) }
    var place = cursor
    let body = try nested(item.range) { () throws(Diagnostic) in try factor(&place) }
    cursor = place
    return LaTeXOperand(
      expr: LaTeXTerms.call("derivative", [body.expr] + pairs), range: item.range.union(body.range))
  }

  /// The variables of `\partial_{xy}` with their orders.
  func pairs(of variables: [LaTeXNode], _ item: LaTeXNode) throws(Diagnostic) -> [Expr] {
    var pairs: [Expr] = []
    for variable in variables {
      guard let name = tree.name(of: variable) else { throw unexpected(variable) }
      let symbol = symbolTerm(formulas.intern(name))
      if pairs.count > 1, pairs[pairs.count - 2] == symbol, let order = pairs[pairs.count - 1].smallInteger {
        pairs[pairs.count - 1] = Expr(order + 1)
      } else {
        pairs += [symbol, Expr(1)]
      }
    }
    if let sup = item.sup {
      guard variables.count == 1 else {
        throw Diagnostic("derivative-order", "this order is not clear", at: item.supRange ?? item.range)
      }
      pairs[1] = try value(ofRow: sup)
    }
    return pairs
  }
}

extension LaTeXNode {
  var isMultiplication: Bool { if case .binary(let sign) = kind { sign.isMultiplicative } else { false } }
}
