import ApusTerms

extension LaTeXFormulaReader {
  /// Where the differential of an integral stands.
  private struct Differential {
    var variable: Int
    var start: Int
    var end: Int
  }

  /// An integral sign, or several written as one.
  func integral(
    _ signs: Int, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let bounds = try bounds(item)
    guard signs == 1 || bounds == nil else {
      throw Diagnostic(
        "unsupported-domain", "an integral over a domain needs bounds for every variable",
        at: item.subRange ?? item.range)
    }
    let start = cursor.place + 1
    guard let found = differentials(signs, cursor.row, start, cursor.end) else {
      return try integralOverFraction(item, bounds, &cursor)
    }
    if found[0].start == start { return try prefixed(found, bounds, item, &cursor) }
    return try enclosing(found, bounds, item, start, &cursor)
  }

  /// `\oint_0^{2\pi} f\,dt`: an integral over the parameter of the curve, where its bounds are given.
  func contourIntegral(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    guard item.sub != nil, item.sup != nil else {
      throw Diagnostic(
        "unsupported-domain", "an integral around a closed curve needs a parametrisation",
        at: item.subRange ?? item.range,
        help: ["give the bounds of the parameter, as in \\oint_0^{2\\pi} f(t)\\,dt"])
    }
    assume("∮ is an integral over the parameter of its curve")
    return try integral(1, item, &cursor)
  }

  // MARK: Finding differentials

  /// The differentials that belong to the sign before `start`, matched like brackets against further signs.
  private func differentials(_ signs: Int, _ row: Int, _ start: Int, _ end: Int) -> [Differential]? {
    var open = signs
    var found: [Differential] = []
    var place = start
    while place < end {
      let item = items(row)[place]
      switch item.kind {
      case .bigOperator(.integral(let more)): open += more
      case .bigOperator(.contourIntegral): open += 1
      case .relation, .newline, .punctuation: return nil
      default:
        if let (_, past) = formulas.inlineDerivative(row, place) {
          place = past
          continue
        }
        if let differential = differential(row, place, end) {
          // Only the last ones belong to this sign; earlier ones close inner integrals.
          if open <= signs { found.append(differential) }
          open -= 1
          if open == 0 { return found }
          place = differential.end
          continue
        }
      }
      place += 1
    }
    return nil
  }

  /// The differential `dx` that starts at a place.
  private func differential(_ row: Int, _ place: Int, _ end: Int) -> Differential? {
    let item = items(row)[place]
    if case .word(let text, .roman) = item.kind, !item.hasScripts, case let word = tree.texts[text],
      word.hasPrefix("d"), word.count == 2
    {
      let letter = String(word.dropFirst())
      return Differential(
        variable: formulas.intern(LaTeXName(base: letter, words: [letter])), start: place, end: place + 1)
    }
    guard let sign = formulas.differentialSign(item), !sign.isPartial, item.sup == nil, place + 1 < end,
      let name = formulas.name(row, place + 1), formulas.dotted(items(row)[place + 1]) == nil
    else { return nil }
    let next = items(row)[place + 1]
    if next.sup != nil, !formulas.names[name].takesSuperscript { return nil }
    let variable = formulas.intern(formulas.names[name].primed(next.primes))
    return Differential(variable: variable, start: place, end: place + 2)
  }

  // MARK: Reading

  private func bounds(_ item: LaTeXNode) throws(Diagnostic) -> (lower: Int, upper: Int)? {
    switch (item.sub, item.sup) {
    case (nil, nil): return nil
    case (let lower?, let upper?): return (lower, upper)
    case (let lower?, nil):
      if formulas.integer(lower) != nil {
        throw Diagnostic("missing-bound", "the upper bound of the integral is missing", at: item.range)
      }
      throw Diagnostic(
        "unsupported-domain", "an integral over a domain needs bounds for its variable",
        at: item.subRange ?? item.range)
    case (nil, _?):
      throw Diagnostic("missing-bound", "the lower bound of the integral is missing", at: item.range)
    }
  }

  /// `\int f\,dx`: the integrand stands between the sign and the differential.
  private func enclosing(
    _ found: [Differential], _ bounds: (lower: Int, upper: Int)?, _ item: LaTeXNode, _ start: Int,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let first = found.first, let last = found.last else { throw missingDifferential(item) }
    for differential in found { bind(differential.variable) }
    defer { for differential in found { unbind(differential.variable) } }
    let body = try nested(item.range) { () throws(Diagnostic) in
      try whole(cursor.row, start..<first.start, gap: item.range)
    }
    if body.isTruth { throw Diagnostic("relation-in-term", "a relation has no integral", at: body.range) }
    cursor.place = last.end
    let result = try built(body.expr, found, bounds, item.range.union(items(cursor.row)[last.end - 1].range))
    try refuseDependentFactor(found.map(\.variable), cursor, "integral")
    return result
  }

  /// `\int dx\, f`: the differential comes first, and the integrand is the product behind it.
  private func prefixed(
    _ found: [Differential], _ bounds: (lower: Int, upper: Int)?, _ item: LaTeXNode,
    _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let last = found.last, zip(found, found.dropFirst()).allSatisfy({ $0.end == $1.start }) else {
      throw missingDifferential(item)
    }
    cursor.place = last.end
    for differential in found { bind(differential.variable) }
    defer { for differential in found { unbind(differential.variable) } }
    var body = LaTeXOperand(expr: LaTeXTerms.one, range: item.range)
    if let next = self.item(cursor), next.isOperand {
      var place = cursor
      body = try nested(item.range) { () throws(Diagnostic) in try product(&place) }
      cursor = place
    }
    return try built(body.expr, found, bounds, item.range.union(body.range))
  }

  /// `\int \frac{dx}{x}`: the differential stands in a numerator of the product behind the sign.
  private func integralOverFraction(
    _ item: LaTeXNode, _ bounds: (lower: Int, upper: Int)?, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    var place = cursor.place + 1
    while place < cursor.end {
      let next = items(cursor.row)[place]
      if case .binary(let sign) = next.kind, !sign.isMultiplicative { break }
      guard next.isOperand || next.isMultiplication else { break }
      if case .fraction(let top, let bottom) = next.kind, formulas.derivative(top, bottom, next.range) == nil,
        let differential = differentialInNumerator(top)
      {
        return try integral(next, top, bottom, differential, place, item, bounds, &cursor)
      }
      place += 1
    }
    throw missingDifferential(item)
  }

  private func differentialInNumerator(_ row: Int) -> Differential? {
    for place in items(row).indices {
      if let differential = differential(row, place, items(row).count) { return differential }
    }
    return nil
  }

  private func integral(
    _ fraction: LaTeXNode, _ top: Int, _ bottom: Int, _ differential: Differential, _ place: Int,
    _ item: LaTeXNode,
    _ bounds: (lower: Int, upper: Int)?, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    var numerator = items(top)
    numerator.removeSubrange(differential.start..<differential.end)
    if numerator.isEmpty {
      numerator = [LaTeXNode(.group(formulas.add([], fraction.range)), fraction.range)]
    }
    let isOne = items(top).count == differential.end - differential.start
    let newTop = isOne ? nil : formulas.add(numerator, formulas.tree.rows[top].range)
    bind(differential.variable)
    defer { unbind(differential.variable) }
    // Factors before the fraction, the fraction without its differential, factors behind it.
    var factors: [LaTeXOperand] = []
    if place > cursor.place + 1 {
      factors.append(try whole(cursor.row, cursor.place + 1..<place, gap: item.range))
    }
    let above = try newTop.map { row throws(Diagnostic) in try value(ofRow: row) } ?? LaTeXTerms.one
    let below = try value(ofRow: bottom)
    factors.append(
      try scripted(
        LaTeXOperand(expr: LaTeXTerms.call(.divide, above, below), range: fraction.range), fraction))
    cursor.place = place + 1
    if let next = self.item(cursor), next.isOperand {
      var rest = cursor
      factors.append(try nested(item.range) { () throws(Diagnostic) in try product(&rest) })
      cursor = rest
    }
    let body = try multiplied(factors)
    return try built(body.expr, [differential], bounds, item.range.union(body.range))
  }

  private func built(
    _ body: Expr, _ found: [Differential], _ bounds: (lower: Int, upper: Int)?, _ range: SourceRange
  ) throws(Diagnostic) -> LaTeXOperand {
    var expr = body
    for differential in found {
      integrationVariables.insert(differential.variable)
      assume("d is a differential")
      let variable = symbolTerm(differential.variable)
      if let bounds {
        // The bounds lie outside the scope of the variable.
        unbind(differential.variable)
        let lower = try bound(bounds.lower, differential.variable)
        let upper = try value(ofRow: bounds.upper)
        bind(differential.variable)
        expr = LaTeXTerms.call("integral", expr, variable, lower, upper)
      } else {
        expr = LaTeXTerms.call("integral", expr, variable)
      }
    }
    return LaTeXOperand(expr: expr, range: range, shape: .scalar)
  }

  /// A lower bound, also written `x=0`.
  private func bound(_ row: Int, _ variable: Int) throws(Diagnostic) -> Expr {
    let items = items(row)
    if items.count > 2, formulas.name(row, 0) == variable, case .relation(.equal) = items[1].kind {
      return try whole(row, 2..<items.count, gap: items[1].range).expr
    }
    return try value(ofRow: row)
  }

  private func missingDifferential(_ item: LaTeXNode) -> Diagnostic {
    Diagnostic(
      "missing-differential", "this integral has no differential such as dx", at: item.range,
      help: ["write the variable: \\int … \\,dx"])
  }
}
