import ApusTerms

extension LaTeXFormulaReader {
  /// A product: factors side by side, and explicit signs between such runs.
  ///
  /// An evaluation bar behind it acts on all of it; a derivative operator leaves the bar to the product it is part of.
  func product(
    _ cursor: inout LaTeXCursor, leavesBar: Bool = false
  ) throws(Diagnostic) -> LaTeXOperand {
    let start = cursor.place
    let first = try firstFactor(&cursor)
    if endsProduct(cursor) { return first }
    var factors = [first]
    try appendRun(&cursor, to: &factors)
    while let next = item(cursor) {
      if case .bar = next.kind, next.hasScripts, !leavesBar {
        factors = [try evaluated(try multiplied(factors), next, start, &cursor)]
        continue
      }
      if case .unit = next.kind {
        throw Diagnostic(
          "unit", "a unit can be dropped only after a number that is a whole side", at: next.range)
      }
      if case .modulus(let row, parentheses: false) = next.kind, !isCongruence(cursor) {
        cursor.place += 1
        factors = [try remainder(factors, next, by: try term(ofRow: row), at: cursor.place - 1, cursor)]
        continue
      }
      guard case .binary(let sign) = next.kind, sign.isMultiplicative else {
        // What stands after `(a)/(b)` multiplies the quotient.
        guard next.isOperand, startsFactor(next) else { break }
        factors += try run(&cursor)
        continue
      }
      cursor.place += 1
      guard let following = item(cursor), !following.isRelation else { throw missingOperand(next.range) }
      switch sign {
      case .slash, .divide: factors = [try quotient(factors, next, &cursor)]
      case .modulo: factors = [try remainder(factors, next, &cursor)]
      default:
        if sign == .times, let last = factors.last {
          try refuseCrossProduct(last, following, next.range, cursor)
        }
        combine(sign, &factors, try signedRun(&cursor))
      }
    }
    return try multiplied(factors)
  }

  /// A product at a place; a sum in front of it would leave open how far the bar reaches.
  private func evaluated(
    _ operand: LaTeXOperand, _ bar: LaTeXNode, _ start: Int, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard !isAdded(before: start, cursor) else {
      throw Diagnostic(
        "ambiguous-evaluation", "it is not clear whether the whole sum is evaluated here", at: bar.range,
        help: ["put the terms between \\left. and \\right|, or brackets around them"]
      ).settled(by: [
        evaluation(of: sideBefore(start, cursor).union(operand.range), bar),
        evaluation(of: operand.range, bar),
      ])
    }
    cursor.place += 1
    return try evaluated(operand, bar)
  }

  /// The edits that make the bar the right delimiter of a range.
  private func evaluation(of range: SourceRange, _ bar: LaTeXNode) -> [FixIt] {
    let sign = SourceRange(bar.range.lowerBound, bar.range.lowerBound + 1)
    return [
      FixIt(SourceRange(range.lowerBound, range.lowerBound), insert: "\\left. "),
      FixIt(sign, insert: " \\right|"),
    ]
  }

  /// The bytes from the beginning of a side of a relation to a place.
  private func sideBefore(_ place: Int, _ cursor: LaTeXCursor) -> SourceRange {
    let items = items(cursor.row)
    var first = place
    while first > 0, !items[first - 1].isRelation, !items[first - 1].endsStatement { first -= 1 }
    return items[first].range.union(items[max(first, place - 1)].range)
  }

  /// Whether a sign of addition stands in front of a place, in the same side of a relation. A remainder or bar in front has been
  /// checked before, so that a chain of them takes linear time.
  private func isAdded(before start: Int, _ cursor: LaTeXCursor) -> Bool {
    var place = start
    while place > 0 {
      place -= 1
      let item = items(cursor.row)[place]
      if item.isRelation || item.endsStatement { return false }
      switch item.kind {
      case .binary(.modulo), .modulus: return false
      case .bar where item.hasScripts: return false
      case .binary(let sign) where sign.isAdditive: return true
      default: continue
      }
    }
    return false
  }

  /// The product of factors, with their shapes checked.
  func multiplied(_ factors: [LaTeXOperand]) throws(Diagnostic) -> LaTeXOperand {
    guard let first = factors.first else { throw missingOperand(SourceRange(0, 0)) }
    if factors.count == 1 { return first }
    var result = first
    var exprs: [Expr] = []
    exprs.reserveCapacity(factors.count)
    // By index: a copy of every factor would count references.
    for index in factors.indices {
      exprs.append(factors[index].expr)
      if factors[index].isSet {
        throw Diagnostic(
          "set-in-term", "a set or list cannot be multiplied", at: factors[index].range,
          help: ["write (AB - BA) for a commutator [A, B]"])
      }
      if factors[index].isTruth {
        throw Diagnostic(
          "relation-in-term", "a relation has no value that could be multiplied", at: factors[index].range)
      }
    }
    for index in factors.indices.dropFirst() {
      let range = factors[index].range
      result.range = result.range.union(range)
      result.shape = try Self.product(result.shape, factors[index].shape, at: range)
    }
    result.expr = LaTeXTerms.product(exprs)
    result.isGrouped = false
    return result
  }

  private static func product(
    _ left: LaTeXOperand.Shape, _ right: LaTeXOperand.Shape, at range: SourceRange
  ) throws(Diagnostic) -> LaTeXOperand.Shape {
    switch (left, right) {
    case (.matrix(let rows, let inner), .matrix(let height, let columns)):
      guard inner == height else {
        throw Diagnostic(
          "shape-mismatch",
          "a matrix with \(inner) columns cannot be multiplied by one with \(height) rows", at: range)
      }
      return .matrix(rows: rows, columns: columns)
    case (.matrix, .unknown), (.unknown, _): return .unknown
    case (.scalar, _): return right
    case (.matrix, .scalar): return left
    }
  }

  private func signedRun(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> [LaTeXOperand] {
    guard let next = item(cursor), case .binary(.minus) = next.kind else { return try run(&cursor) }
    cursor.place += 1
    guard let following = item(cursor), following.isOperand else { throw missingOperand(next.range) }
    var product = try multiplied(try run(&cursor))
    product.expr = LaTeXTerms.call(.negate, product.expr)
    product.range = next.range.union(product.range)
    return [product]
  }

  // MARK: Runs

  /// Factors side by side.
  func run(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> [LaTeXOperand] {
    var factors = [try firstFactor(&cursor)]
    try appendRun(&cursor, to: &factors)
    return factors
  }

  private func firstFactor(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let first = item(cursor) else { throw missingOperand(formulas.tree.rows[cursor.row].range) }
    guard first.isOperand || isFatal(first) else { throw unexpected(first) }
    try checkNeighbours(first, cursor, isFirst: true)
    return try factor(&cursor)
  }

  private func appendRun(_ cursor: inout LaTeXCursor, to factors: inout [LaTeXOperand]) throws(Diagnostic) {
    while let next = item(cursor), next.isOperand || isFatal(next), startsFactor(next) {
      try checkNeighbours(next, cursor, isFirst: false)
      factors.append(try factor(&cursor))
    }
  }

  /// Whether the product ends here for certain: most have one factor, and need no list of them.
  private func endsProduct(_ cursor: LaTeXCursor) -> Bool {
    guard cursor.place < cursor.end else { return true }
    switch items(cursor.row)[cursor.place].kind {
    case .relation: return true
    case .binary(let sign): return !sign.isMultiplicative
    default: return false
    }
  }

  /// Items that are never read, and whose own error is better than "unexpected".
  private func isFatal(_ item: LaTeXNode) -> Bool { if case .dots = item.kind { true } else { false } }

  /// Whether an item can be a factor; a bracket with a modulus belongs to the relation before it.
  func startsFactor(_ item: LaTeXNode) -> Bool {
    if case .fence(.paren, .paren, let row) = item.kind, let first = items(row).first,
      case .binary(.modulo) = first.kind
    {
      return false
    }
    return true
  }

  // MARK: Quotients

  private func quotient(
    _ numerator: [LaTeXOperand], _ sign: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let top = try multiplied(numerator)
    let isNumeric = numerator.count == 1 && numerator[0].expr.isNumber
    var place = cursor
    let bottom = try denominator(&place, isNumeric: isNumeric, sign: sign)
    cursor = place
    if bottom.isMatrix {
      throw Diagnostic("shape-mismatch", "a matrix cannot be a denominator", at: bottom.range)
    }
    var result = top
    result.expr = LaTeXTerms.call(.divide, top.expr, bottom.expr)
    result.range = top.range.union(bottom.range)
    return result
  }

  /// What is below the slash: a bracket alone, or the letters and numbers that follow without a sign.
  private func denominator(
    _ cursor: inout LaTeXCursor, isNumeric: Bool, sign: LaTeXNode
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let first = item(cursor) else { throw missingOperand(sign.range) }
    if case .binary(.minus) = first.kind { return try multiplied(try signedRun(&cursor)) }
    guard first.isOperand || isFatal(first) else { throw unexpected(first) }
    let firstPlace = cursor.place
    var factors = [try factor(&cursor)]
    let first1 = items(cursor.row)[firstPlace]
    let isNumberFirst = first1.isNumber && cursor.place == firstPlace + 1
    if isDelimited(first1), cursor.place == firstPlace + 1 { return factors[0] }
    if options.slash == .factor {
      if let next = item(cursor), next.isOperand { assume("a/bc is read as (a/b)c") }
      return factors[0]
    }
    while let next = item(cursor), next.isOperand, startsFactor(next) {
      if endsDenominator(next) { break }
      let isPi = if case .symbol("pi", _) = next.kind { true } else { false }
      if options.slash == .byCustom,
        !isSimple(next, cursor) || isNumeric && isNumberFirst && factors.count == 1 && !isPi
      {
        throw Diagnostic(
          "ambiguous-slash", "it is not clear how far the denominator of this '/' goes",
          at: sign.range.union(next.range),
          help: ["write \\frac{…}{…}, or put brackets around the denominator"])
      }
      if factors.count == 1 { assume("a/bc is read as a/(bc)") }
      factors.append(try factor(&cursor))
    }
    return try multiplied(factors)
  }

  private func isDelimited(_ item: LaTeXNode) -> Bool {
    switch item.kind {
    case .fence, .fraction, .group, .binomial: true
    default: false
    }
  }

  /// A sum, integral or limit after a quotient multiplies it.
  private func endsDenominator(_ item: LaTeXNode) -> Bool {
    if case .bigOperator(let big) = item.kind, case .listFunction = big { return false }
    if case .bigOperator = item.kind { return true }
    return false
  }

  private func isSimple(_ item: LaTeXNode, _ cursor: LaTeXCursor) -> Bool {
    switch item.kind {
    case .letter("e", _): return item.sup == nil
    case .letter("d", _):
      return cursor.place + 1 >= cursor.end || formulas.inlineDerivative(cursor.row, cursor.place) == nil
    case .letter, .symbol, .word, .number, .root, .accent, .upright: return true
    case .text(let text): return !text.isConnective
    default: return formulas.name(cursor.row, cursor.place) != nil
    }
  }

  private func remainder(
    _ factors: [LaTeXOperand], _ sign: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let start = cursor.place - 1
    let right = try multiplied(try run(&cursor))
    return try remainder(factors, sign, by: right, at: start, cursor)
  }

  private func remainder(
    _ factors: [LaTeXOperand], _ sign: LaTeXNode, by right: LaTeXOperand, at start: Int, _ cursor: LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let left = try multiplied(factors)
    guard !isAdded(before: start, cursor) else {
      throw Diagnostic(
        "ambiguous-mod", "it is not clear whether the remainder is of the whole sum", at: sign.range,
        help: ["write brackets"]
      ).settled(by: [
        FixIt.brackets(around: sideBefore(start, cursor)),
        FixIt.brackets(around: left.range.union(right.range)),
      ])
    }
    return LaTeXOperand(
      expr: LaTeXTerms.call("mod", left.expr, right.expr), range: left.range.union(right.range))
  }

  /// Whether a `\equiv` stands in front, so that a modulus belongs to it.
  private func isCongruence(_ cursor: LaTeXCursor) -> Bool {
    var place = cursor.place
    // What is in front of another modulus was looked at with that.
    while place > 0 {
      place -= 1
      switch items(cursor.row)[place].kind {
      case .relation(.equivalent): return true
      case .modulus: return false
      default: continue
      }
    }
    return false
  }
}
