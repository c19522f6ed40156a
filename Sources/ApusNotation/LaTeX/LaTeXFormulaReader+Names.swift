import ApusNumbers
import ApusTerms

extension LaTeXFormulaReader {
  /// A name: a constant, a symbol, a function with or without its argument, a derivative by dots or primes.
  func name(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    if let operand = try special(item, &cursor) { return operand }
    guard let id = formulas.name(cursor.row, cursor.place) else { return try unnamed(item, &cursor) }
    if let operand = try conjugateLetter(item, &cursor) { return operand }
    if let operand = try starred(item, &cursor) { return operand }
    let width = width(of: cursor)
    if width == 2, case .letter("d", _) = item.kind {
      assume("\(formulas.names[id].latex) is a differential")
    } else if width == 2, case .letter("p", .italic) = item.kind {
      assume("\(formulas.names[id].latex) is one name")
    }
    let last = items(cursor.row)[cursor.place + width - 1]
    let range = item.range.union(last.range)
    let name = formulas.names[id]
    if let (_, order) = formulas.dotted(item) { return try dotted(id, order, item, range, &cursor) }
    if let derivative = context.evidence.subscriptDerivatives[id], last.primes == 0, !isBound(id) {
      return try subscripted(derivative, id, last, range, &cursor)
    }
    if let operand = try derivativeByNumber(id, last, &cursor) { return operand }
    if last.primes > 0 {
      try refuseIndex(id, range)
      return try primed(id, last, range, width, &cursor)
    }
    if !isBound(id), let operand = try indexed(id, last, range, width, &cursor) { return operand }
    if !isBound(id), let operand = try bracketed(id, last, range, width, &cursor) { return operand }
    if let operand = try constant(name, id, last, range, &cursor) { return operand }
    if context[uses: id].isBesideVariable, case .symbol = context.role(id) {
      throw Diagnostic(
        "unclear-derivative", "it is not clear whether \(name.latex) depends on the variable", at: range,
        help: ["write \(name.latex)(x) for a function"])
    }
    cursor.place += width
    try refuseTransform(name, range, cursor)
    try refuseExpectation(name, range, cursor)
    try refusePolynomial(name, last, range, cursor)
    if isBound(id) { return try symbol(id, last, range) }
    switch context.role(id) {
    case .symbol:
      if let operand = try knownGreek(name, id, last, range, &cursor) { return operand }
      return try symbol(id, last, range)
    case .event: return try event(id, last, range, &cursor)
    case .function(let arguments): return try application(id, arguments, last, range, &cursor)
    case .unclear:
      if let next = self.item(cursor), next.isParenthesis { throw ambiguousApplication(name, range, next) }
      return try symbol(id, last, range)
    }
  }

  /// `\mathcal{L}\{f\}` is a transform and no product.
  private func refuseTransform(_ name: LaTeXName, _ range: SourceRange, _ cursor: LaTeXCursor)
    throws(Diagnostic)
  {
    guard name.base.hasPrefix("\\mathcal") || name.base.hasPrefix("\\mathscr"), let next = item(cursor) else {
      return
    }
    switch next.kind {
    case .fence(.brace, .brace, _), .fence(.bracket, .bracket, _):
      throw Diagnostic(
        "unsupported-operator", "\(name.latex) before these brackets may be a transform",
        at: range.union(next.range))
    default: return
    }
  }

  /// `E[X^2]` and `E[\log p(x)]` may be expected values; only a sum of quantities in the brackets is a factor for certain.
  private func refuseExpectation(_ name: LaTeXName, _ range: SourceRange, _ cursor: LaTeXCursor)
    throws(Diagnostic)
  {
    guard name.base == "E" || name.base == "\\mathbb{P}", let next = item(cursor),
      case .fence(.bracket, .bracket, let row) = next.kind
    else { return }
    guard mayBeRandom(row) else { return }
    throw Diagnostic(
      "ambiguous-application", "this may be an expected value or a product", at: range.union(next.range),
      help: ["write \\mathbb{E}[…] for the expected value", "write (…) for the product"])
  }

  /// `L_{n-1}^{2l+1}(x)`: a degree below and an order above are those of a special function, and no index and exponent.
  private func refusePolynomial(
    _ name: LaTeXName, _ item: LaTeXNode, _ range: SourceRange, _ cursor: LaTeXCursor
  ) throws(Diagnostic) {
    guard item.sub != nil, let sup = item.sup, !name.takesSuperscript, let next = self.item(cursor),
      next.isParenthesis, ["P", "L", "C", "Y", "T", "U", "H", "R", "Q"].contains(name.base),
      formulas.integer(sup) == nil, case .exponent = tree.superscript(sup),
      case .symbol = context.role(formulas.intern(name))
    else { return }
    throw ambiguousApplication(name, range, next)
  }

  /// Whether a capital or a function occurs in a row, or nothing in it would need brackets as a factor.
  private func mayBeRandom(_ row: Int) -> Bool {
    var isSum = false
    for (place, item) in items(row).enumerated() {
      switch item.kind {
      case .binary(let sign) where sign.isAdditive && place > 0: isSum = true
      case .function, .operatorName: return true
      default: continue
      }
    }
    if !isSum { return true }
    return formulas.namesUsed(row, items(row).indices).contains {
      if case .function = context.role($0) { return true }
      return formulas.names[$0].plainLetter?.isUppercase ?? false
    }
  }

  /// How many items the name at the cursor has.
  func width(of cursor: LaTeXCursor) -> Int {
    let next = cursor.place + 1
    return next < cursor.end && formulas.itemName(cursor.row, next) == LaTeXFormulas.secondHalf ? 2 : 1
  }

  /// A plain symbol with its exponent.
  func symbol(_ id: Int, _ item: LaTeXNode, _ range: SourceRange) throws(Diagnostic) -> LaTeXOperand {
    let name = formulas.names[id]
    var operand = LaTeXOperand(expr: symbolTerm(id), range: range)
    guard let sup = item.sup else { return operand }
    if name.takesSuperscript {
      switch tree.superscript(sup) {
      case .parenthesised, .mark("*", _): assume("\(name.latex) is one name")
      default: break
      }
      return operand
    }
    switch tree.superscript(sup) {
    case .letterT:
      guard try isTranspose(name, item) else { return try power(operand, sup, item) }
      assume("\(name.latex)^T is the transpose of \(name.latex)")
      return try transposed(operand, item)
    case .parenthesised(nil, _):
      throw Diagnostic(
        "ambiguous-superscript", "this may be an exponent or part of the name", at: item.supRange ?? range,
        help: ["write an exponent without the parentheses"])
    default:
      operand = try scripted(operand, item, subscriptIsRead: true)
      return operand
    }
  }

  // MARK: Constants

  private func special(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand?
  {
    switch item.kind {
    case .symbol("infty", _):
      cursor.place += 1
      return try scripted(
        LaTeXOperand(expr: LaTeXTerms.call("oo", []), range: item.range, shape: .scalar), item)
    case .symbol("emptyset", _), .symbol("varnothing", _):
      cursor.place += 1
      return LaTeXOperand(expr: LaTeXTerms.call("set", []), range: item.range)
    case .symbol("nabla", _): return try nabla(item, &cursor)
    case .symbol("odot", _): return try componentwise(item, &cursor)
    case .letter("d", .italic) where !formulas.readsDifferentials: return nil
    case .symbol("partial", _), .letter("d", _):
      if width(of: cursor) == 2 { return nil }
      return try differentialSign(item, &cursor)
    case .operatorName(let word), .word(let word, _), .text(let word):
      return try knownWord(tree.texts[word], item, &cursor)
    default: return nil
    }
  }

  private func constant(
    _ name: LaTeXName, _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard LaTeXEvidence.mayBeConstant(name) || name.scripts.isEmpty && name.base.hasPrefix("\\mathrm"),
      !isBound(id), !options.symbols.contains(name.latex)
    else { return nil }
    switch name.latex {
    case "e" where context.eulerIsConstant, "\\mathrm{e}":
      if context.eulerIsUnclear, name.latex == "e", item.sup == nil || context.eulerIsElsewhere {
        throw ambiguousEuler(range)
      }
      cursor.place += 1
      assume("e is Euler's number")
      return try eulerPower(item, range)
    case "i" where context.imaginaryIsConstant, "\\mathrm{i}", "\\mathrm{j}":
      cursor.place += 1
      assume("\(name.base.hasSuffix("j}") ? "j" : "i") is the imaginary unit")
      return try scripted(LaTeXOperand(expr: Expr.i, range: range, shape: .scalar), item)
    case "j" where context.engineeringIsConstant:
      cursor.place += 1
      assume("j is the imaginary unit")
      return try scripted(LaTeXOperand(expr: Expr.i, range: range, shape: .scalar), item)
    case "\\pi" where context.piIsConstant, "\\mathrm{\\pi}":
      cursor.place += 1
      return try scripted(LaTeXOperand(expr: LaTeXTerms.call("pi", []), range: range, shape: .scalar), item)
    case "e", "i":
      if case .symbol = context.role(id) { assume("\(name.latex) is a symbol") }
      return nil
    default: return nil
    }
  }

  private func eulerPower(_ item: LaTeXNode, _ range: SourceRange) throws(Diagnostic) -> LaTeXOperand {
    let e = LaTeXOperand(expr: LaTeXTerms.call("E", []), range: range, shape: .scalar)
    guard let sup = item.sup else { return e }
    switch tree.superscript(sup) {
    case .exponent, .parenthesised, .letterT:
      let exponent = try nested(range) { () throws(Diagnostic) in try term(ofRow: sup) }
      if exponent.isMatrix {
        throw Diagnostic("unsupported-power", "the exponential of a matrix has no code", at: range)
      }
      return LaTeXOperand(expr: LaTeXTerms.call("exp", exponent.expr), range: range, shape: .scalar)
    default: return try scripted(e, item)
    }
  }

  private func ambiguousEuler(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ambiguous-name", "e is the base of powers elsewhere, so here it may be Euler's number or a quantity",
      at: range,
      help: ["write \\mathrm{e} for Euler's number", "write \\exp(…) for the powers"])
  }

  // MARK: Mistakes

  func ambiguousApplication(_ name: LaTeXName, _ range: SourceRange, _ next: LaTeXNode) -> Diagnostic {
    Diagnostic(
      "ambiguous-application", "this may be \(name.latex) as a function or \(name.latex) times the bracket",
      at: range.union(next.range), help: ["write \(name.latex) \\cdot (…) for the product"])
  }

  private func unnamed(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand
  {
    switch item.kind {
    case .accent(let accent, let row):
      if items(row).isEmpty { throw missingOperand(formulas.tree.rows[row].range) }
      if accent == .bar, item.primes == 0 { return try conjugate(row, item, &cursor) }
      throw Diagnostic("unsupported-accent", "this accent over a formula has no reading", at: item.range)
    case .upright(let row):
      cursor.place += 1
      return try scripted(try term(ofRow: row), item)
    case .text(let text):
      throw Diagnostic(
        "unexpected-text", "the words “\(tree.texts[text])” are not understood here", at: item.range)
    case .symbol(let symbol, _):
      throw Diagnostic("unexpected-symbol", "\\\(symbol.name) has no meaning as an operand", at: item.range)
    default: throw unexpected(item)
    }
  }
}
