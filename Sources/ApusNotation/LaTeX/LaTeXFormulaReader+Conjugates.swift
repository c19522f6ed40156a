import ApusTerms

// Bars and stars that mean the complex conjugate.
extension LaTeXFormulaReader {
  /// `\bar z` is the conjugate where z occurs too and the source is about complex numbers.
  func conjugateLetter(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand?
  {
    guard case .accent(.bar, let row) = item.kind, item.sub == nil, items(row).count == 1,
      let inner = items(row).first,
      inner.sup == nil, inner.primes == 0, let id = complexLetter(inner)
    else { return nil }
    let name = formulas.names[id]
    cursor.place += 1
    assume("a bar over \(name.latex) is the conjugate")
    let call = LaTeXTerms.call("conjugate", symbolTerm(id))
    return try scripted(LaTeXOperand(expr: call, range: item.range, shape: .scalar), item)
  }

  /// `z^*` is the conjugate in the same cases.
  func starred(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand? {
    guard let sup = item.sup, item.sub == nil, item.primes == 0, case .mark("*", _) = tree.superscript(sup),
      let id = complexLetter(item)
    else { return nil }
    cursor.place += 1
    assume("a star above \(formulas.names[id].latex) is the conjugate")
    return LaTeXOperand(
      expr: LaTeXTerms.call("conjugate", symbolTerm(id)), range: item.range, shape: .scalar)
  }

  /// The name of a z or w without scripts that occurs alone too, in a source about complex numbers.
  private func complexLetter(_ item: LaTeXNode) -> Int? {
    guard case .letter(let letter, .italic) = item.kind, letter == "z" || letter == "w",
      let id = formulas.names.id(String(Character(letter))), context[uses: id].bare > 0,
      context.evidence.imaginaryMarks > 0 || context.evidence.absoluteLetters.contains(letter)
    else { return nil }
    return id
  }

  /// `\overline{a+bi}`: a bar over something complex is the conjugate.
  func conjugate(_ row: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor)
    throws(Diagnostic) -> LaTeXOperand
  {
    cursor.place += 1
    let operand = try term(ofRow: row)
    guard operand.expr.mentionsImaginary else {
      throw Diagnostic(
        "ambiguous-bar", "a bar over a formula may be a mean or the conjugate", at: item.range,
        help: ["give the mean a name of its own"])
    }
    assume("a bar over a complex term is the conjugate")
    let call = LaTeXTerms.call("conjugate", operand.expr)
    return try scripted(LaTeXOperand(expr: call, range: item.range, shape: .scalar), item)
  }
}

extension Expr {
  /// Whether a number with an imaginary part occurs.
  ///
  /// - Complexity: O(size), without recursion.
  var mentionsImaginary: Bool {
    var pending = [self]
    while let next = pending.popLast() {
      if next.kind == .complex { return true }
      pending += next.arguments
    }
    return false
  }
}
