import ApusTerms

// Dots, primes and numbers in parentheses that count derivatives.
extension LaTeXFormulaReader {
  func dotted(
    _ id: Int, _ order: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    cursor.place += 1
    if item.primes > 0 {
      throw Diagnostic("unclear-prime", "a prime on a dotted name has no reading", at: range)
    }
    let usual: [Int] = if case .function(let arguments) = context.role(id) { arguments } else { [] }
    var variable = context.evidence.time
    if usual.count == 1, let only = usual.first { variable = only }
    guard let variable, usual.contains(variable) else {
      throw Diagnostic(
        "unclear-derivative", "this dot is a time derivative, but nothing here depends on the time", at: range
      )
    }
    assume("dots are derivatives by \(formulas.names[variable].latex)")
    var end = range
    let body = try usualCall(id, usual, range)
    if let next = self.item(cursor), case .fence(.paren, .paren, let row) = next.kind, usual.count == 1,
      !next.hasScripts,
      items(row).count == 1, formulas.name(row, 0) == variable
    {
      cursor.place += 1
      end = range.union(next.range)
    }
    guard let body else { throw missingOperand(range) }
    let call = LaTeXTerms.call("derivative", body, symbolTerm(variable), Expr(order))
    return try scripted(LaTeXOperand(expr: call, range: end), item, subscriptIsRead: true)
  }

  /// `y''`, `f'(x)`: a derivative where the source shows a function, otherwise part of the name.
  func primed(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ width: Int, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    if context.unclearPrimes.contains(id), !isBound(id) {
      throw Diagnostic(
        "unclear-prime",
        "it is not clear by which variable \(formulas.names[id].latex) is differentiated here", at: range,
        help: ["write the derivative as \\frac{d…}{d…}"])
    }
    cursor.place += width
    guard let variable = context.primeVariables[id], !isBound(id) else {
      if let operand = try primedSpecial(id, item, range, &cursor) { return operand }
      let primed = formulas.intern(formulas.names[id].primed(item.primes))
      var plain = item
      plain.primes = 0
      return try symbol(primed, plain, range)
    }
    assume("primes on \(formulas.names[id].latex) are derivatives by \(formulas.names[variable].latex)")
    return try derivative(of: id, by: variable, Expr(item.primes), item, range, &cursor)
  }

  /// The derivative of an unknown function, at its argument if one follows.
  private func derivative(
    of id: Int, by variable: Int, _ order: Expr, _ item: LaTeXNode, _ range: SourceRange,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let function = Function.undefined(use(id))
    var call: LaTeXOperand
    if let next = self.item(cursor), case .fence(.paren, .paren, let row) = next.kind,
      try isDerivativeArgument(id, variable, row, next)
    {
      cursor.place += 1
      let arguments = try self.arguments(row)
      guard arguments.count == 1, let argument = arguments.first else {
        throw Diagnostic("argument-count", "a prime needs a function of one argument", at: next.range)
      }
      call = LaTeXOperand(
        expr: derivative(function, at: argument, variable, order), range: range.union(next.range))
      call = try scripted(call, next)
    } else {
      let symbol = symbolTerm(variable)
      call = LaTeXOperand(
        expr: LaTeXTerms.call("derivative", .opaque(function, [symbol]), symbol, order), range: range)
    }
    var plain = item
    plain.primes = 0
    return try scripted(call, plain, subscriptIsRead: true)
  }

  private func derivative(_ function: Function, at argument: Expr, _ variable: Int, _ order: Expr)
    -> Expr
  {
    if argument.symbol != nil {
      return LaTeXTerms.call("derivative", .opaque(function, [argument]), argument, order)
    }
    let symbol = symbolTerm(variable)
    return LaTeXTerms.call(
      "at", LaTeXTerms.call("derivative", .opaque(function, [symbol]), symbol, order), symbol, argument)
  }

  /// Whether the brackets behind a primed function hold its argument, or are a factor as in `y'(1 + y)`.
  private func isDerivativeArgument(_ id: Int, _ variable: Int, _ row: Int, _ next: LaTeXNode)
    throws(Diagnostic) -> Bool
  {
    let uses = context[uses: id]
    if uses.definition != nil || uses.bare == 0 { return true }
    if items(row).count == 1, !items(row)[0].hasScripts { return true }
    let names = formulas.namesUsed(row, items(row).indices)
    if names.contains(id) { return false }
    throw ambiguousApplication(formulas.names[id].primed(1), next.range, next)
  }

  /// `y^{(4)}`: a number in parentheses above a function counts derivatives.
  func derivativeByNumber(
    _ id: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard let sup = item.sup, case .parenthesised(_, let inner) = tree.superscript(sup) else {
      return nil
    }
    var stripped = item
    stripped.sup = nil
    guard let name = tree.name(of: stripped), let base = formulas.names.id(name.latex), !isBound(base) else {
      return nil
    }
    guard case .function(let arguments) = context.role(base) else {
      if context.unclearPrimes.contains(base), formulas.integer(inner) != nil {
        throw Diagnostic(
          "unclear-prime", "it is not clear by which variable \(name.latex) is differentiated here",
          at: item.supRange ?? item.range,
          help: ["write the derivative as \\frac{d^n\(name.latex)}{dx^n}"])
      }
      return nil
    }
    guard arguments.count == 1, let variable = arguments.first, let order = order(inner) else {
      throw Diagnostic(
        "ambiguous-superscript", "this may be an order of derivation or part of the name",
        at: item.supRange ?? item.range)
    }
    cursor.place += width(of: cursor)
    assume("^{(\(order))} is a derivative of order \(order)")
    return try derivative(of: base, by: variable, order, stripped, item.range, &cursor)
  }

  /// A number, or the index of the sum around it, as in Taylor's series.
  private func order(_ row: Int) -> Expr? {
    if let number = formulas.integer(row) { return Expr(number) }
    guard items(row).count == 1, let index = formulas.name(row, 0), isBound(index) else { return nil }
    return symbolTerm(index)
  }
}
