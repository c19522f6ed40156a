import ApusTerms

// Primes on letters that are special functions.
extension LaTeXFormulaReader {
  /// `\Gamma'(z)`: the derivative of the function by its argument; nil where the letter is no special function here.
  func primedSpecial(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    let name = formulas.names[id]
    guard context[uses: id].barePrimes == 0, !isBound(id), item.sup == nil,
      LaTeXFunctions.greek[String(name.base.dropFirst())] != nil, name.base.hasPrefix("\\"),
      let next = self.item(cursor), case .fence(.paren, .paren, let row) = next.kind,
      formulas.arguments(row).ranges.count == 1
    else { return nil }
    var plain = item
    plain.primes = 0
    guard let call = try knownGreek(name, id, plain, range, &cursor), let function = call.expr.function,
      let argument = call.expr.arguments.last
    else { return nil }
    guard !next.hasScripts else {
      throw Diagnostic(
        "unclear-prime", "a power of this derivative has no reading", at: range.union(next.range))
    }
    let order = Expr(item.primes)
    assume("primes on \(name.latex) are derivatives by its argument")
    if argument.symbol != nil {
      return LaTeXOperand(expr: LaTeXTerms.call("derivative", call.expr, argument, order), range: call.range)
    }
    let variable = symbolTerm(formulas.intern(LaTeXName.letters[Int(UInt8(ascii: "x"))]))
    let body = Expr.opaque(function, [variable])
    let derivative = LaTeXTerms.call("derivative", body, variable, order)
    return LaTeXOperand(expr: LaTeXTerms.call("at", derivative, variable, argument), range: call.range)
  }
}
