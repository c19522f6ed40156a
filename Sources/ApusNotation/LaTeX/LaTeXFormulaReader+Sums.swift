import ApusTerms

extension LaTeXFormulaReader {
  /// A sum of products with signs.
  func sum(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let first = item(cursor) else { throw missingOperand(formulas.tree.rows[cursor.row].range) }
    var sign: LaTeXOperator?
    if case .binary(let written) = first.kind {
      guard written.isAdditive else { throw unexpected(first) }
      sign = written
      try passSign(first, &cursor)
    }
    let term = try signedProduct(&cursor)
    let isSum = startsTerm(cursor)
    try checkTerm(term, isAdded: isSum || sign != nil)
    var total = signed(sign, term, first.range)
    guard isSum else { return total }
    var terms = [total.expr]
    while let next = item(cursor), case .binary(let sign) = next.kind, sign.isAdditive {
      try passSign(next, &cursor)
      let term = try signedProduct(&cursor)
      try checkTerm(term, isAdded: true)
      try checkAddition(total, term, next.range)
      append(sign, term, to: &total, &terms)
    }
    total.expr = LaTeXTerms.sum(terms)
    return total
  }

  /// Goes past a sign, behind which something must stand.
  private func passSign(_ sign: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) {
    cursor.place += 1
    guard let following = item(cursor), !following.isRelation else { throw missingOperand(sign.range) }
  }

  private func checkTerm(_ term: LaTeXOperand, isAdded: Bool) throws(Diagnostic) {
    guard isAdded else { return }
    if term.isTruth {
      throw Diagnostic("relation-in-term", "a relation has no value that could be added", at: term.range)
    }
    if term.isSet {
      throw Diagnostic("set-in-term", "a set or list cannot be added", at: term.range)
    }
  }

  private func startsTerm(_ cursor: LaTeXCursor) -> Bool {
    guard let next = item(cursor), case .binary(let sign) = next.kind else { return false }
    return sign.isAdditive
  }

  /// The first term of a sum with the sign or brace in front of it, which may begin before the term.
  private func signed(_ sign: LaTeXOperator?, _ term: LaTeXOperand, _ range: SourceRange) -> LaTeXOperand {
    guard sign != nil || range.lowerBound < term.range.lowerBound else { return term }
    var result = term
    switch sign {
    case .minus: result.expr = LaTeXTerms.call(.negate, term.expr)
    case .plusMinus: result.expr = LaTeXTerms.call("plusMinus", term.expr)
    case .minusPlus: result.expr = LaTeXTerms.call("plusMinus", LaTeXTerms.call(.negate, term.expr))
    default: break
    }
    result.range = range.union(term.range)
    return result
  }

  private func append(
    _ sign: LaTeXOperator, _ term: LaTeXOperand, to total: inout LaTeXOperand, _ terms: inout [Expr]
  ) {
    switch sign {
    case .minus: terms.append(LaTeXTerms.call(.negate, term.expr))
    case .plusMinus: terms = [LaTeXTerms.call("plusMinus", LaTeXTerms.sum(terms), term.expr)]
    case .minusPlus:
      // a ∓ b is a ± (−b), so that upper and lower signs stay together.
      terms = [LaTeXTerms.call("plusMinus", LaTeXTerms.sum(terms), LaTeXTerms.call(.negate, term.expr))]
    default: terms.append(term.expr)
    }
    total.range = total.range.union(term.range)
    if case .matrix = term.shape { total.shape = term.shape }
  }

  /// A product with at most one further minus sign in front, as in `a + -b`.
  private func signedProduct(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let next = item(cursor), case .binary(let sign) = next.kind else { return try product(&cursor) }
    guard sign == .minus else { throw unexpected(next) }
    cursor.place += 1
    guard let following = item(cursor) else { throw missingOperand(next.range) }
    if case .binary = following.kind { throw unexpected(following) }
    var term = try product(&cursor)
    term.expr = LaTeXTerms.call(.negate, term.expr)
    term.range = next.range.union(term.range)
    return term
  }

  private func checkAddition(_ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange)
    throws(Diagnostic)
  {
    switch (left.shape, right.shape) {
    case (.matrix, .matrix):
      if left.shape != right.shape {
        throw Diagnostic(
          "shape-mismatch", "the two matrices have different numbers of rows or columns", at: range)
      }
    case (.matrix, .scalar), (.scalar, .matrix):
      throw Diagnostic("shape-mismatch", "a number and a matrix cannot be added", at: range)
    default: return
    }
  }
}
