import ApusTerms

extension LaTeXFormulaReader {
  /// Logic: equivalences, implications, alternatives and conjunctions of relations.
  func logic(_ cursor: inout LaTeXCursor, _ level: Int = 0) throws(Diagnostic) -> LaTeXOperand {
    let signs: [LaTeXOperator] = [.equivalent, .implies, .or, .and]
    guard level < signs.count else { return try negation(&cursor) }
    var first = try logic(&cursor, level + 1)
    var parts = [first.expr]
    while let next = item(cursor), case .binary(let sign) = next.kind, sign == signs[level] {
      cursor.place += 1
      guard item(cursor) != nil else { throw missingOperand(next.range) }
      let part = try logic(&cursor, level + 1)
      parts.append(part.expr)
      first.range = first.range.union(part.range)
    }
    guard parts.count > 1 else { return first }
    first.isTruth = true
    first.expr = combined(signs[level], parts)
    return first
  }

  private func combined(_ sign: LaTeXOperator, _ parts: [Expr]) -> Expr {
    switch sign {
    case .or: return LaTeXTerms.call("or", parts)
    case .and: return LaTeXTerms.call("and", parts)
    case .implies:
      // a ⇒ b ⇒ c groups to the right.
      return parts.dropLast().reversed().reduce(parts[parts.count - 1]) { LaTeXTerms.call("implies", $1, $0) }
    default:
      let pairs = zip(parts, parts.dropFirst()).map { a, b in LaTeXTerms.call("equivalent", a, b) }
      return pairs.count == 1 ? pairs[0] : LaTeXTerms.call("and", pairs)
    }
  }

  private func negation(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard let sign = item(cursor), case .binary(.not) = sign.kind else { return try relations(&cursor) }
    cursor.place += 1
    guard item(cursor) != nil else { throw missingOperand(sign.range) }
    var place = cursor
    let operand = try nested(sign.range) { () throws(Diagnostic) in try negation(&place) }
    cursor = place
    return LaTeXOperand(
      expr: LaTeXTerms.call("not", operand.expr), range: sign.range.union(operand.range), isTruth: true)
  }

  // MARK: Relations

  /// A chain of relations; `a < b ≤ c` states both.
  func relations(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    if let first = item(cursor), first.isRelation { throw unexpected(first) }
    try refuseCharacteristicNumber(cursor)
    let first = try sets(&cursor)
    var left = first
    var stated: [Expr] = []
    while let next = item(cursor), case .relation(let relation) = next.kind {
      cursor.place += 1
      guard let following = item(cursor) else { throw missingOperand(next.range) }
      if following.isRelation { throw missingOperand(following.range) }
      try refuseCharacteristicNumber(cursor)
      let right = try sets(&cursor)
      if left.isTruth || right.isTruth {
        throw Diagnostic("relation-in-term", "a relation has no value that could be compared", at: next.range)
      }
      try checkShapes(left, right, next.range)
      try checkKinds(relation, left, right, next.range)
      stated.append(try statement(relation, left, right, next.range, &cursor))
      left = right
    }
    guard !stated.isEmpty else { return first }
    let expr = stated.count == 1 ? stated[0] : LaTeXTerms.call("and", stated)
    return LaTeXOperand(expr: expr, range: first.range.union(left.range), isTruth: true)
  }

  private func statement(
    _ relation: LaTeXRelation, _ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> Expr {
    switch relation {
    case .equal, .equivalent:
      if let modulus = try modulus(&cursor) {
        return LaTeXTerms.call("congruent", left.expr, right.expr, modulus)
      }
      if relation == .equivalent { assume("≡ is equality") }
      return LaTeXTerms.call(.equal, left.expr, right.expr)
    case .notElementOf:
      return LaTeXTerms.call("not", LaTeXTerms.call("elementOf", left.expr, right.expr))
    case .subset, .subsetEqual:
      throw Diagnostic("unsupported-relation", "subset relations have no code", at: range)
    case .assignment: return try assignment(left, right, range)
    default: return LaTeXTerms.call(relation.rawValue, left.expr, right.expr)
    }
  }

  /// `\pmod{n}`, `\mod n` or `(\bmod n)` behind an equation.
  private func modulus(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> Expr? {
    guard let next = item(cursor) else { return nil }
    switch next.kind {
    case .modulus(let row, _):
      cursor.place += 1
      return try value(ofRow: row)
    case .fence(.paren, .paren, let row):
      guard let first = items(row).first, case .binary(.modulo) = first.kind else { return nil }
      cursor.place += 1
      return try whole(row, 1..<items(row).count, gap: first.range).expr
    default: return nil
    }
  }

  /// A set equals a set or what a name stands for; `[x, p] = i\hbar` is no interval.
  private func checkKinds(
    _ relation: LaTeXRelation, _ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange
  ) throws(Diagnostic) {
    if relation == .elementOf || relation == .notElementOf { return }
    guard left.isSet != right.isSet else { return }
    let other = left.isSet ? right : left
    if other.expr.symbol != nil || other.expr.function?.isUndefined ?? false { return }
    throw Diagnostic(
      "set-in-term", "a set or list is compared with something that is none", at: range,
      help: ["write AB - BA for a commutator [A, B], and the derivatives for brackets of Poisson"])
  }

  private func checkShapes(_ left: LaTeXOperand, _ right: LaTeXOperand, _ range: SourceRange)
    throws(Diagnostic)
  {
    if case .matrix = left.shape, case .matrix = right.shape, left.shape != right.shape {
      throw Diagnostic("shape-mismatch", "the two sides have different numbers of rows or columns", at: range)
    }
  }

  // MARK: Sets

  private func sets(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    var left = try sum(&cursor)
    var last = left.range
    while let next = item(cursor), case .binary(let sign) = next.kind {
      let name: String
      switch sign {
      case .union: name = "union"
      case .intersection: name = "intersection"
      case .setMinus:
        throw Diagnostic("unsupported-operator", "set differences have no code", at: next.range)
      default: return left
      }
      cursor.place += 1
      guard item(cursor) != nil else { throw missingOperand(next.range) }
      let right = try sum(&cursor)
      // Without brackets a mixture of ∪ and ∩ is read from left to right, which not every author means.
      if let function = left.expr.function, function.name != name,
        function.name == "union" || function.name == "intersection",
        !left.isGrouped
      {
        throw Diagnostic(
          "ambiguous-sets", "it is not clear which of ∪ and ∩ comes first", at: next.range,
          help: ["write brackets"]
        ).settled(by: [
          FixIt.brackets(around: left.range), FixIt.brackets(around: last.union(right.range)),
        ])
      }
      last = right.range
      left = LaTeXOperand(
        expr: LaTeXTerms.call(name, asSet(left), asSet(right)), range: left.range.union(right.range),
        isSet: true)
    }
    return left
  }

  /// `(a, b)` beside a set is an interval.
  func asSet(_ operand: LaTeXOperand) -> Expr {
    guard operand.expr.function?.name == "tuple", operand.expr.arguments.count == 2 else {
      return operand.expr
    }
    return LaTeXTerms.call(
      "interval", operand.expr.arguments[0], operand.expr.arguments[1], LaTeXTerms.trueValue,
      LaTeXTerms.trueValue)
  }
}
