import ApusNumbers
import ApusTerms

extension LaTeXFormulaReader {
  /// One factor with its scripts and what is written behind it.
  func factor(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let item = item(cursor) else { throw missingOperand(formulas.tree.rows[cursor.row].range) }
    var operand: LaTeXOperand
    switch item.kind {
    case .letter(_, .italic), .symbol(_, .italic):
      if let plain = try plainName(item, &cursor) { return try postfixed(plain, &cursor) }
      operand = try name(item, &cursor)
    case .number(let index): operand = try number(index, item, &cursor)
    case .letter, .symbol, .word, .text, .upright, .operatorName, .accent: operand = try name(item, &cursor)
    case .function(let known): operand = try function(known.name, item, &cursor)
    case .bigOperator(let big): operand = try bigOperator(big, item, &cursor)
    case .fence(let open, let close, let row): operand = try fence(open, close, row, item, &cursor)
    case .group(let row):
      cursor.place += 1
      operand = try scripted(try term(ofRow: row), item)
    case .fraction(let top, let bottom): operand = try fraction(top, bottom, item, &cursor)
    case .binomial(let top, let bottom):
      cursor.place += 1
      let call = LaTeXTerms.call("binomial", try value(ofRow: top), try value(ofRow: bottom))
      operand = try scripted(LaTeXOperand(expr: call, range: item.range, shape: .scalar), item)
    case .root(let row, let index): operand = try root(row, index, item, &cursor)
    case .table(let table):
      cursor.place += 1
      operand = try scripted(try self.table(table, item), item)
    default: throw unexpected(item)
    }
    return try postfixed(operand, &cursor)
  }

  // MARK: Numbers

  private func number(
    _ index: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let numeral = tree.numerals[index]
    cursor.place += 1
    guard item.sub == nil else {
      throw Diagnostic(
        "script-on-number", "a subscript on a number has no reading", at: item.subRange ?? item.range)
    }
    var operand = LaTeXOperand(expr: try numeralTerm(numeral, item.range), range: item.range, shape: .scalar)
    guard isTemperature(item, cursor) else { return try dropUnit(try scripted(operand, item), &cursor) }
    let start = cursor.place
    operand = try dropUnit(operand, &cursor)
    guard cursor.place > start else {
      throw Diagnostic("unit", "a temperature can be read only where it is a whole side", at: item.range)
    }
    return operand
  }

  private func numeralTerm(_ numeral: LaTeXNumeral, _ range: SourceRange) throws(Diagnostic) -> Expr {
    guard numeral.text.utf8.count <= 100_000 else {
      throw Diagnostic("number-too-long", "this number has more than 100000 digits", at: range)
    }
    if numeral.repeating.isEmpty {
      if numeral.text.utf8.count == 1, let code = numeral.text.utf8.first,
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code)
      {
        return LaTeXTerms.digit(code)
      }
      guard let number = Number(decimal: numeral.text) else {
        throw Diagnostic("bad-number", "this is not a number", at: range)
      }
      return Expr(number)
    }
    // 0.1666… is (16 − 1) / 90: all digits less the ones that do not repeat, over nines and zeros.
    let fixed = numeral.text.filter(\.isNumber)
    let places = numeral.text.split(separator: ".", omittingEmptySubsequences: false).last?.count ?? 0
    let period =
      String(repeating: "9", count: numeral.repeating.count) + String(repeating: "0", count: places)
    guard let all = Integer(fixed + numeral.repeating), let head = Integer(fixed),
      let divisor = Integer(period),
      let value = Rational(all - head, divisor)
    else { throw Diagnostic("bad-number", "this is not a number", at: range) }
    return Expr(Number(value))
  }

  // MARK: Scripts

  /// The power or mark that the superscript of an item makes of its value.
  func scripted(_ base: consuming LaTeXOperand, _ item: LaTeXNode, subscriptIsRead: Bool = false)
    throws(Diagnostic) -> LaTeXOperand
  {
    if item.sub != nil, !subscriptIsRead {
      throw Diagnostic(
        "script-on-group", "a subscript here has no reading", at: item.subRange ?? item.range)
    }
    if item.primes > 0 {
      throw Diagnostic("unclear-prime", "a prime on this has no reading", at: item.range)
    }
    guard let sup = item.sup else { return base }
    switch tree.superscript(sup) {
    case .exponent: return try power(base, sup, item)
    case .parenthesised(_, _): return try power(base, sup, item)
    case .transpose: return try transposed(base, item)
    case .letterT:
      if base.isMatrix { return try transposed(base, item) }
      return try transposesGroup(item) ? transposed(base, item) : power(base, sup, item)
    case .degree:
      return LaTeXOperand(expr: LaTeXTerms.call("degree", base.expr), range: item.range, shape: .scalar)
    case .adjoint:
      throw Diagnostic("unsupported-superscript", "an adjoint has no code", at: item.supRange ?? item.range)
    case .mark:
      throw Diagnostic(
        "unsupported-superscript", "this superscript is no exponent and belongs to no name",
        at: item.supRange ?? item.range)
    }
  }

  func power(_ base: LaTeXOperand, _ sup: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    if base.isTruth || base.isSet {
      throw Diagnostic("relation-in-term", "this has no powers", at: item.range)
    }
    if !context.eulerIsConstant, items(sup).count == 1, case .letter("e", .italic)? = items(sup).first?.kind,
      items(sup).first?.hasScripts == false, !base.expr.isNumber
    {
      throw Diagnostic(
        "ambiguous-superscript", "this e may be an exponent or part of the name",
        at: item.supRange ?? item.range,
        help: ["write \\mathrm{e} for a name", "write \\exp or {\\rm e} for Euler's number"])
    }
    let exponent = try nested(item.range) { () throws(Diagnostic) in try term(ofRow: sup) }
    var result = base
    result.expr = LaTeXTerms.call(.power, base.expr, exponent.expr)
    result.range = item.range.union(formulas.tree.rows[sup].range)
    result.isGrouped = false
    if case .matrix(let rows, let columns) = base.shape {
      guard rows == columns else {
        throw Diagnostic("not-square", "only a square matrix has powers", at: item.supRange ?? item.range)
      }
      guard
        exponent.expr.smallInteger != nil || isNegatedInteger(exponent.expr) || exponent.expr.symbol != nil
      else {
        throw Diagnostic(
          "unsupported-power", "this power of a matrix has no code", at: item.supRange ?? item.range)
      }
    }
    return result
  }

  private func isNegatedInteger(_ expr: Expr) -> Bool {
    expr.function?.name == "negate" && expr.arguments.first?.smallInteger != nil
  }

  // MARK: Postfix signs

  /// `!`, `!!`, `\%` and degrees.
  private func postfixed(
    _ operand: consuming LaTeXOperand, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard cursor.place < cursor.end, items(cursor.row)[cursor.place].isPostfix else { return operand }
    while let next = item(cursor) {
      switch next.kind {
      case .factorial: operand = try factorial(operand, next, &cursor)
      case .percent:
        cursor.place += 1
        operand.expr = LaTeXTerms.call(.divide, operand.expr, Expr(100))
        operand.range = operand.range.union(next.range)
        assume("p % is p/100")
      case .degreeSign:
        cursor.place += 1
        operand.expr = LaTeXTerms.call("degree", operand.expr)
        operand.range = operand.range.union(next.range)
        operand = try scripted(operand, next)
      default: return operand
      }
    }
    return operand
  }

  private func factorial(
    _ operand: LaTeXOperand, _ sign: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    var count = 0
    var last = sign
    while let next = item(cursor), case .factorial = next.kind {
      guard count == 0 || !last.hasScripts else { break }
      count += 1
      last = next
      cursor.place += 1
      if next.hasScripts { break }
    }
    guard count <= 2, !operand.isMatrix else {
      throw Diagnostic(
        "unsupported-factorial", "only n! and n!! have a reading", at: sign.range.union(last.range))
    }
    var result = operand
    result.expr = LaTeXTerms.call(count == 1 ? "factorial" : "doubleFactorial", operand.expr)
    result.range = operand.range.union(last.range)
    return try scripted(result, last)
  }

  private func root(
    _ row: Int, _ index: Int?, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    cursor.place += 1
    let radicand = try term(ofRow: row)
    if radicand.isMatrix {
      throw Diagnostic("unsupported-power", "the root of a matrix has no code", at: item.range)
    }
    let call: Expr
    if let index {
      call = LaTeXTerms.call("root", radicand.expr, try value(ofRow: index))
    } else {
      call = LaTeXTerms.call("sqrt", radicand.expr)
    }
    return try scripted(LaTeXOperand(expr: call, range: item.range, shape: .scalar), item)
  }
}

extension LaTeXNode {
  /// Whether the item acts on what stands in front of it.
  fileprivate var isPostfix: Bool {
    switch kind {
    case .factorial, .percent, .degreeSign: true
    default: false
    }
  }
}
