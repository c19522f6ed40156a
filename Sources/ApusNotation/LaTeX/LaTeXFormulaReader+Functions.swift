import ApusTerms

extension LaTeXFormulaReader {
  /// A named function with its base, its power and its argument.
  func function(
    _ name: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    cursor.place += 1
    guard item.primes == 0 else {
      throw Diagnostic("unclear-prime", "a prime on this function has no reading", at: item.range)
    }
    let base = try logarithmBase(name, item)
    var head = name
    var exponent: Int?
    if let sup = item.sup { (head, exponent) = try headPower(name, sup, item) }
    let argument = try functionArgument(head, item, &cursor)
    var call = try called(head, argument, base, item)
    if let exponent {
      let power = try nested(item.range) { () throws(Diagnostic) in try term(ofRow: exponent) }
      call.expr = LaTeXTerms.call(.power, call.expr, power.expr)
    }
    if let brackets = argument.brackets { call = try scripted(call, brackets) }
    return call
  }

  /// `\sin^{-1}` is the inverse function; other exponents are powers of the value.
  private func headPower(_ name: String, _ sup: Int, _ item: LaTeXNode) throws(Diagnostic) -> (String, Int?) {
    let items = items(sup)
    let isMinusOne = items.count == 2 && tree.spelling(ofRow: sup) == "-1"
    guard isMinusOne else {
      guard case .exponent = tree.superscript(sup) else {
        throw Diagnostic(
          "unsupported-superscript", "this superscript on a function has no reading",
          at: item.supRange ?? item.range)
      }
      return (name, sup)
    }
    guard let inverse = LaTeXFunctions.inverse(of: name) else {
      throw Diagnostic(
        "inverse-function", "this may be a reciprocal or an inverse function",
        at: item.supRange ?? item.range,
        help: ["write the exponent behind the brackets for the reciprocal"])
    }
    return (inverse, nil)
  }

  private func logarithmBase(_ name: String, _ item: LaTeXNode) throws(Diagnostic) -> Expr? {
    guard let sub = item.sub else {
      if name == "lg" { return Expr(10) }
      if name == "log", let base = options.logarithmBase { return Expr(base) }
      return nil
    }
    guard name == "log" || name == "polylog" else {
      throw Diagnostic(
        "script-on-group", "a subscript on this function has no reading", at: item.subRange ?? item.range)
    }
    return try value(ofRow: sub)
  }

  private func called(
    _ name: String, _ argument: LaTeXArgument, _ base: Expr?, _ item: LaTeXNode
  ) throws(Diagnostic) -> LaTeXOperand {
    let range = item.range.union(argument.range)
    if name == "det" {
      if case .matrix(let rows, let columns) = argument.shape, rows != columns {
        throw Diagnostic("not-square", "only a square matrix has a determinant", at: range)
      }
      return LaTeXOperand(expr: LaTeXTerms.call("det", argument.expr), range: range, shape: .scalar)
    }
    if case .matrix = argument.shape {
      throw Diagnostic("unsupported-power", "this function of a matrix has no code", at: range)
    }
    if name == "polylog", let base {
      return LaTeXOperand(expr: LaTeXTerms.call(name, base, argument.expr), range: range, shape: .scalar)
    }
    if let base {
      return LaTeXOperand(expr: LaTeXTerms.call("log", argument.expr, base), range: range, shape: .scalar)
    }
    if name == "log" { assume("log is the natural logarithm") }
    let name = name == "ln" ? "log" : name
    if argument.others.isEmpty {
      return LaTeXOperand(expr: LaTeXTerms.call(name, argument.expr), range: range, shape: .scalar)
    }
    return LaTeXOperand(
      expr: LaTeXTerms.call(name, [argument.expr] + argument.others), range: range, shape: .scalar)
  }

  // MARK: Words

  /// An upright word that names a known function.
  func knownWord(
    _ word: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    if let name = LaTeXFunctions.listFunctions[word], item.makesNames, item.sub == nil,
      isFollowedByBrackets(cursor)
    {
      return try listFunction(name, item, &cursor)
    }
    if LaTeXFunctions.searches.contains(word) {
      throw Diagnostic("unsupported-operator", "a search over a set has no code", at: item.range)
    }
    guard let name = LaTeXFunctions.words[word], item.primes == 0 else {
      try refuseOperator(word, cursor)
      return nil
    }
    if let id = formulas.name(cursor.row, cursor.place), context[uses: id].definition != nil,
      !isPart(name, item)
    {
      return nil
    }
    if item.sub != nil, word == "Li", isFollowedByBrackets(cursor) {
      return try function("polylog", item, &cursor)
    }
    if item.sub != nil, name != "log" { return nil }
    if item.sup != nil, tree.name(of: item)?.takesSuperscript ?? false { return nil }
    let isOperator = if case .operatorName = item.kind { true } else { false }
    if !isOperator, !LaTeXFunctions.areAlwaysFunctions.contains(name) {
      guard isFollowedByBrackets(cursor),
        formulas.name(cursor.row, cursor.place).map({ context[uses: $0].bare == 0 }) ?? true
      else { return nil }
    }
    return try function(name, item, &cursor)
  }

  /// `\operatorname{Re}` and `\operatorname{Im}`, which no source defines anew.
  private func isPart(_ name: String, _ item: LaTeXNode) -> Bool {
    guard name == "re" || name == "im", case .operatorName = item.kind else { return false }
    return true
  }

  /// `\operatorname{Var} X` is no product.
  private func refuseOperator(_ word: String, _ cursor: LaTeXCursor) throws(Diagnostic) {
    guard LaTeXFunctions.operators.contains(word), cursor.place + 1 < cursor.end else { return }
    let item = items(cursor.row)[cursor.place]
    let next = items(cursor.row)[cursor.place + 1]
    guard next.isOperand, !next.isParenthesis, item.sub == nil else { return }
    throw Diagnostic(
      "ambiguous-application", "it is not clear what \(word) is applied to", at: item.range.union(next.range),
      help: ["put its argument in brackets"])
  }

  private func isFollowedByBrackets(_ cursor: LaTeXCursor) -> Bool {
    guard cursor.place + 1 < cursor.end else { return false }
    switch items(cursor.row)[cursor.place + 1].kind {
    case .fence(.paren, .paren, _), .fence(.bracket, .bracket, _), .fence(.brace, .brace, _): return true
    default: return false
    }
  }
}

/// What a function is applied to.
struct LaTeXArgument {
  var expr: Expr
  var others: [Expr] = []
  var range: SourceRange
  var shape = LaTeXOperand.Shape.unknown
  /// The brackets that held the argument, whose exponent is the value's.
  var brackets: LaTeXNode?
}
