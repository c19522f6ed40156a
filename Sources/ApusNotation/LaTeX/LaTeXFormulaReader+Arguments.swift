import ApusTerms

extension LaTeXFormulaReader {
  /// The argument of a function: a bracket, or the product up to the next sign or function.
  func functionArgument(
    _ name: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXArgument {
    guard let next = self.item(cursor), next.isOperand || next.isMinus else {
      throw Diagnostic(
        "missing-argument", "this function has no argument",
        at: SourceRange(item.range.upperBound, item.range.upperBound),
        help: ["write the argument in parentheses"])
    }
    if case .fence(let open, let close, let row) = next.kind, open == close,
      open == .paren || open == .bracket || open == .brace,
      formulas.name(cursor.row, cursor.place) == nil
    {
      cursor.place += 1
      return try bracketed(row, next)
    }
    var place = cursor
    let argument = try nested(item.range) { () throws(Diagnostic) in try plainArgument(name, item, &place)
    }
    cursor = place
    return argument
  }

  private func bracketed(_ row: Int, _ brackets: LaTeXNode) throws(Diagnostic)
    -> LaTeXArgument
  {
    guard !items(row).isEmpty else { throw missingOperand(formulas.tree.rows[row].range) }
    let parts = formulas.arguments(row)
    if parts.ranges.count == 1 {
      let operand = try term(ofRow: row)
      return LaTeXArgument(
        expr: operand.expr, range: brackets.range, shape: operand.shape, brackets: brackets)
    }
    let values = try arguments(row)
    return LaTeXArgument(
      expr: values[0], others: Array(values.dropFirst()), range: brackets.range, shape: .scalar,
      brackets: brackets)
  }

  /// An argument without brackets: numbers, names, roots and fractions side by side.
  private func plainArgument(
    _ name: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXArgument {
    var sign: SourceRange?
    if let next = self.item(cursor), next.isMinus {
      sign = next.range
      cursor.place += 1
      guard let following = self.item(cursor), following.isOperand else { throw missingOperand(next.range) }
    }
    let start = cursor.place
    var factors: [LaTeXOperand] = []
    while let next = self.item(cursor), next.isOperand, startsFactor(next) {
      if !factors.isEmpty {
        if endsArgument(next, cursor) { break }
        if try isSeparateFunction(name, next, factors, start, cursor) { break }
        try checkBracket(name, next, factors, start, cursor)
        try checkFactor(name, next, factors, start, cursor)
      } else if case .letter("A"..."Z", .italic) = next.kind {
        try refuseCharacteristicFactor(cursor)
      }
      factors.append(try factor(&cursor))
      // A nested function has taken all that follows.
      if case .function = items(cursor.row)[start].kind { break }
    }
    var operand = try multiplied(factors)
    try slash(name, item, &operand, factors, start, &cursor)
    if let sign {
      operand.expr = LaTeXTerms.call(.negate, operand.expr)
      operand.range = sign.union(operand.range)
    }
    return LaTeXArgument(expr: operand.expr, range: operand.range, shape: operand.shape)
  }

  /// Whether an item ends an argument without brackets.
  private func endsArgument(_ item: LaTeXNode, _ cursor: LaTeXCursor) -> Bool {
    switch item.kind {
    case .function, .bigOperator, .operatorName, .table: return true
    case .letter("e", .italic), .letter("e", .roman): return item.sup != nil
    case .word(let word, _), .text(let word): return LaTeXFunctions.words[tree.texts[word]] != nil
    case .fraction(let top, let bottom): return formulas.derivative(top, bottom, item.range) != nil
    case .accent(let accent, _): return accent.timeDerivatives > 0
    case .letter("d", _): return formulas.inlineDerivative(cursor.row, cursor.place) != nil
    default: return false
    }
  }

  /// A bracket behind letters belongs to the argument in `\sin k(x - ct)`, and is a factor in `\cos\theta(1 +
  /// \cos\theta)`.
  private func checkBracket(
    _ name: String, _ next: LaTeXNode, _ factors: [LaTeXOperand], _ start: Int, _ cursor: LaTeXCursor
  ) throws(Diagnostic) {
    guard case .fence(let open, let close, _) = next.kind, open == .paren || open == .bracket, open == close
    else { return }
    guard !isWave(cursor.row, start..<cursor.place) else { return }
    throw ambiguousArgument(name, "bracket", factors, next.range)
  }

  /// A slash behind an argument without brackets: `\cos\theta/2` halves the angle, `\ln 2/\lambda` divides
  /// the logarithm.
  private func slash(
    _ name: String, _ item: LaTeXNode, _ operand: inout LaTeXOperand, _ factors: [LaTeXOperand], _ start: Int,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) {
    guard let sign = self.item(cursor), case .binary(.slash) = sign.kind, cursor.place + 1 < cursor.end else {
      return
    }
    let denominator = items(cursor.row)[cursor.place + 1]
    if factors.count == 1, operand.expr.isNumber { return }
    let argument = formulas.namesUsed(cursor.row, start..<cursor.place)
    let below = formulas.namesUsed(cursor.row, cursor.place + 1..<cursor.place + 2)
    if case .fence = items(cursor.row)[start].kind { return }
    if case .root = items(cursor.row)[start].kind, factors.count == 1 { return }
    let isAngle =
      LaTeXFunctions.isTrigonometric(name)
      && (denominator.isNumber || argument.contains { formulas.names[$0].latex == "\\pi" })
    if isAngle {
      assume("\\\(name) x/y is read as the function of x/y")
      cursor.place += 1
      let bottom = try factor(&cursor)
      operand.expr = LaTeXTerms.call(.divide, operand.expr, bottom.expr)
      operand.range = operand.range.union(bottom.range)
      return
    }
    if !argument.isEmpty, argument == below { return }
    throw Diagnostic(
      "ambiguous-argument", "it is not clear whether the quotient is the argument or the value is divided",
      at: sign.range,
      help: ["put the argument in parentheses"]
    ).settled(by: [
      FixIt.brackets(around: operand.range.union(denominator.range)), FixIt.brackets(around: operand.range),
    ])
  }
}

extension LaTeXNode {
  var isMinus: Bool { if case .binary(.minus) = kind { true } else { false } }
  var isPlus: Bool { if case .binary(.plus) = kind { true } else { false } }
}
