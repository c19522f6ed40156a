import ApusTerms

extension LaTeXFormulaReader {
  /// Something between delimiters: a group, an absolute value, a norm, an interval, a set, an evaluation.
  func fence(
    _ open: LaTeXDelimiter, _ close: LaTeXDelimiter, _ row: Int, _ item: LaTeXNode,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    if let id = formulas.name(cursor.row, cursor.place) { return try bracketedName(id, item, &cursor) }
    cursor.place += 1
    if let operand = try framedTable(open, close, row, item) { return operand }
    if items(row).isEmpty, open == .brace, close == .brace, !item.hasScripts {
      return LaTeXOperand(expr: LaTeXTerms.call("set", []), range: item.range, isSet: true)
    }
    guard !items(row).isEmpty else { throw missingOperand(formulas.tree.rows[row].range) }
    switch (open, close) {
    case (.paren, .paren), (.bracket, .bracket):
      if formulas.holdsOperators(row) { return try operatorSum(row, item, &cursor) }
      return try group(open, row, item)
    case (.paren, .bracket), (.bracket, .paren): return try interval(open, close, row, item)
    case (.brace, .brace): return try braces(row, item)
    case (.bar, .bar): return try framed("abs", row, item)
    case (.doubleBar, .doubleBar): return try norm(row, item)
    case (.floor, .floor): return try framed("floor", row, item)
    case (.ceiling, .ceiling): return try framed("ceiling", row, item)
    case (.none, .bar), (.none, .bracket):
      if let operand = try heldConstant(row, item) { return operand }
      return try evaluated(try term(ofRow: row), item)
    case (.bracket, .bar), (.paren, .bar):
      throw Diagnostic("mismatched-delimiter", "these delimiters make no pair", at: item.range)
    default:
      throw Diagnostic("mismatched-delimiter", "these delimiters make no pair with a meaning", at: item.range)
    }
  }

  /// `[\mathrm{A}]` and `\langle x\rangle`, which are names.
  private func bracketedName(
    _ id: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let name = formulas.names[id]
    if name.base.hasPrefix("["), cursor.place > 0, isExpectation(items(cursor.row)[cursor.place - 1]) {
      throw Diagnostic(
        "ambiguous-application", "this may be an expected value or a product with a concentration",
        at: item.range)
    }
    cursor.place += 1
    assume(name.base.hasPrefix("[") ? "\(name.base) is a concentration" : "\(name.base) is one symbol")
    guard item.primes == 0 else {
      throw Diagnostic("unclear-prime", "a prime on this has no reading", at: item.range)
    }
    if isBound(id) { return try symbol(id, item, item.range) }
    switch context.role(id) {
    case .function(let arguments): return try application(id, arguments, item, item.range, &cursor)
    case .unclear:
      if let next = self.item(cursor), case .fence(.paren, .paren, _) = next.kind {
        throw ambiguousApplication(name, item.range, next)
      }
      return try symbol(id, item, item.range)
    default: return try symbol(id, item, item.range)
    }
  }

  private func isExpectation(_ item: LaTeXNode) -> Bool {
    if item.hasScripts { return false }
    return if case .letter("E", _) = item.kind { true } else { false }
  }

  // MARK: Groups

  private func group(_ open: LaTeXDelimiter, _ row: Int, _ item: LaTeXNode) throws(Diagnostic)
    -> LaTeXOperand
  {
    let parts = formulas.arguments(row)
    if parts.ranges.count > 1 {
      if open == .bracket, parts.ranges.count == 2, !item.hasScripts {
        return try interval(open, open, row, item)
      }
      guard open == .paren else {
        throw Diagnostic(
          "unexpected-punctuation", "square brackets with a list in them have no reading", at: item.range)
      }
      return try tuple(parts.ranges.count, row, item)
    }
    if let operand = try heldConstant(row, item) { return operand }
    if item.sub != nil { return try evaluatedGroup(open, row, item) }
    var operand = try whole(row)
    operand.range = item.range
    operand.isGrouped = true
    if operand.isTruth, item.hasScripts {
      throw Diagnostic("relation-in-term", "a relation has no powers", at: item.range)
    }
    return try scripted(operand, item)
  }

  private func tuple(_ count: Int, _ row: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    guard !item.hasScripts else {
      throw Diagnostic("script-on-group", "a list has no powers", at: item.supRange ?? item.range)
    }
    let values = try arguments(row)
    let isInfinite = values.contains {
      $0.function?.name == "oo" || $0.function?.name == "negate" && $0.arguments[0].function?.name == "oo"
    }
    if count == 2, isInfinite { return try interval(.paren, .paren, row, item) }
    return LaTeXOperand(expr: LaTeXTerms.call("tuple", values), range: item.range, isSet: true)
  }

  private func interval(
    _ open: LaTeXDelimiter, _ close: LaTeXDelimiter, _ row: Int, _ item: LaTeXNode
  ) throws(Diagnostic) -> LaTeXOperand {
    let values = try arguments(row)
    guard values.count == 2, !item.hasScripts else {
      throw Diagnostic("mismatched-delimiter", "an interval has two ends and no scripts", at: item.range)
    }
    let call = LaTeXTerms.call(
      "interval", values[0], values[1], open == .paren ? LaTeXTerms.trueValue : LaTeXTerms.falseValue,
      close == .paren ? LaTeXTerms.trueValue : LaTeXTerms.falseValue)
    return LaTeXOperand(expr: call, range: item.range, isSet: true)
  }

  /// `\{1, 2\}` is a set; braces around one term with more to it group.
  private func braces(_ row: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    let parts = formulas.arguments(row)
    if parts.isEvent {
      throw Diagnostic("unsupported-set", "a set given by a condition has no code", at: item.range)
    }
    let isSimple = items(row).count == 1 && !item.hasScripts && items(row)[0].isSimpleElement
    if parts.ranges.count > 1 || isSimple {
      guard !item.hasScripts else {
        throw Diagnostic("script-on-group", "a set has no powers", at: item.supRange ?? item.range)
      }
      return LaTeXOperand(expr: LaTeXTerms.call("set", try arguments(row)), range: item.range, isSet: true)
    }
    var operand = try term(ofRow: row)
    operand.range = item.range
    return try scripted(operand, item)
  }

  // MARK: Absolute values and norms

  private func framed(_ name: String, _ row: Int, _ item: LaTeXNode) throws(Diagnostic)
    -> LaTeXOperand
  {
    let inner = try term(ofRow: row)
    if case .matrix(let rows, let columns) = inner.shape {
      guard name == "abs" else {
        throw Diagnostic("shape-mismatch", "this has no meaning for a matrix", at: item.range)
      }
      guard rows == columns else {
        throw Diagnostic("not-square", "only a square matrix has a determinant", at: item.range)
      }
      return try scripted(
        LaTeXOperand(expr: LaTeXTerms.call("det", inner.expr), range: item.range, shape: .scalar), item)
    }
    if name == "abs", items(row).count == 1, let id = formulas.name(row, 0), formulas.names[id].isVector {
      assume(
        "bars around \(formulas.names[id].latex) are the absolute value of a number, not a determinant or length"
      )
    }
    let call = LaTeXTerms.call(name, inner.expr)
    return try scripted(LaTeXOperand(expr: call, range: item.range, shape: .scalar), item)
  }

  /// ‖x‖, with a subscript 2 or F for the Euclidean norm.
  private func norm(_ row: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    let inner = try term(ofRow: row)
    if let sub = item.sub {
      let order = tree.spelling(ofRow: sub)
      guard order == "2" || order == "F" || order == "\\mathrm{F}" else {
        throw Diagnostic(
          "unsupported-norm", "only the Euclidean norm has a reading", at: item.subRange ?? item.range)
      }
    }
    assume("‖ ‖ is the Euclidean norm")
    let call = LaTeXTerms.call("norm", inner.expr)
    return try scripted(
      LaTeXOperand(expr: call, range: item.range, shape: .scalar), item, subscriptIsRead: true)
  }

  /// A partial derivative that names below its brackets what is held constant.
  private func heldConstant(_ row: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand? {
    guard let held = formulas.heldConstant(item) else { return nil }
    for name in held { assume("\(formulas.names[name].latex) is held constant") }
    return try scripted(try term(ofRow: row), item, subscriptIsRead: true)
  }

  // MARK: Evaluation

  /// `[F]_a^b`: the difference of the values at the two bounds.
  private func evaluatedGroup(_ open: LaTeXDelimiter, _ row: Int, _ item: LaTeXNode)
    throws(Diagnostic) -> LaTeXOperand
  {
    guard open == .bracket, item.sup != nil else {
      throw Diagnostic(
        "script-on-group", "a subscript on a bracket has no reading", at: item.subRange ?? item.range)
    }
    return try evaluated(try term(ofRow: row), item)
  }

  /// A term at a place, or between two places.
  func evaluated(_ operand: LaTeXOperand, _ bar: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    guard let sub = bar.sub else {
      throw Diagnostic(
        "missing-bound", "this bar does not say where the term is evaluated",
        at: SourceRange(bar.range.upperBound, bar.range.upperBound))
    }
    var result = operand
    result.range = operand.range.union(bar.range)
    guard let sup = bar.sup else {
      result.expr = try substituted(operand.expr, sub, bar)
      return result
    }
    let (variable, lower) = try bound(sub, in: operand.expr, bar)
    let (_, upper) = try bound(sup, in: operand.expr, bar, given: variable)
    result.expr = LaTeXTerms.call(
      "add", LaTeXTerms.call("at", operand.expr, variable, upper),
      LaTeXTerms.call(.negate, LaTeXTerms.call("at", operand.expr, variable, lower)))
    return result
  }

  /// The substitutions `x=a, y=b` below a bar.
  private func substituted(_ expr: Expr, _ sub: Int, _ bar: LaTeXNode) throws(Diagnostic) -> Expr {
    var result = expr
    let parts = formulas.tree.rows[sub].items.split(omittingEmptySubsequences: false) { item in
      if case .punctuation(",") = item.kind { true } else { false }
    }
    for part in parts {
      let range = part.startIndex..<part.endIndex
      guard range.count > 2, let name = formulas.name(sub, range.lowerBound),
        case .relation(.equal) = items(sub)[range.lowerBound + 1].kind
      else {
        throw Diagnostic(
          "missing-bound", "below this bar stands the place of evaluation, as x=0",
          at: bar.subRange ?? bar.range)
      }
      let value = try whole(sub, range.lowerBound + 2..<range.upperBound, gap: bar.range).expr
      result = LaTeXTerms.call("at", result, symbolTerm(name), value)
    }
    return result
  }

  /// A bound, with its variable where it is named; otherwise the term must have one variable only.
  private func bound(
    _ row: Int, in expr: Expr, _ bar: LaTeXNode, given: Expr? = nil
  ) throws(Diagnostic) -> (variable: Expr, value: Expr) {
    let items = items(row)
    if items.count > 2, let name = formulas.name(row, 0), case .relation(.equal) = items[1].kind {
      return (symbolTerm(name), try whole(row, 2..<items.count, gap: items[1].range).expr)
    }
    if let given { return (given, try value(ofRow: row)) }
    let symbols = expr.freeSymbols
    guard symbols.count == 1, let only = symbols.first else {
      throw Diagnostic(
        "missing-bound", "it is not clear which variable takes these values", at: bar.subRange ?? bar.range,
        help: ["name it below the bar, as x=0"])
    }
    return (.symbol(only.name), try value(ofRow: row))
  }
}

extension LaTeXNode {
  /// A number or name, so that braces around it make a set.
  var isSimpleElement: Bool {
    switch kind {
    case .number, .letter, .symbol, .word: true
    default: false
    }
  }
}
