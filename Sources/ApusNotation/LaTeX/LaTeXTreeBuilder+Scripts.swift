// Superscripts, subscripts and primes.
extension LaTeXTreeBuilder {
  /// Reads a script and attaches it to the last item.
  func script(_ row: inout Row) throws(Diagnostic) {
    let token = tokens[row.place]
    let isSuperscript = token.kind == .superscript
    row.place += 1
    guard let base = row.items.last, base.takesScripts else {
      throw Diagnostic("missing-base", "there is nothing to attach this script to", at: token.range)
    }
    if base.isBraced, base.hasScripts { wrapLast(&row) }
    guard let last = row.items.last else { return }
    if isSuperscript ? last.sup != nil : last.sub != nil {
      throw Diagnostic(
        "double-script", "this is a second \(isSuperscript ? "superscript" : "subscript") on the same symbol",
        at: token.range,
        help: ["put the first in braces: {x^2}^3"])
    }
    let isName = !isSuperscript && last.makesNames
    scriptDepth += isName || scriptDepth > 0 ? 1 : 0
    defer { scriptDepth -= isName || scriptDepth > 0 ? 1 : 0 }
    var argument = try scriptRow(&row, token)
    let index = row.items.count - 1
    row.items[index].range = row.items[index].range.union(tokens[row.place - 1].range)
    if isSuperscript {
      let primes = leadingPrimes(argument)
      row.items[index].primes += primes
      if primes == tree.rows[argument].items.count { return }
      if primes > 0 {
        argument = add(Array(tree.rows[argument].items.dropFirst(primes)), tree.rows[argument].range)
      }
      row.items[index].sup = argument
      row.items[index].supRange = token.range
    } else {
      row.items[index].sub = argument
      row.items[index].subRange = token.range
    }
  }

  private func leadingPrimes(_ row: Int) -> Int {
    tree.rows[row].items.prefix {
      if case .symbol("prime", _) = $0.kind { return !$0.hasScripts }
      return false
    }.count
  }

  /// Puts the last item into a group of its own, so that it can take further scripts.
  private func wrapLast(_ row: inout Row) {
    guard var last = row.items.popLast() else { return }
    let range = last.range
    last.isBraced = false
    row.items.append(LaTeXNode(.group(add([last], range)), range))
  }

  private func scriptRow(_ row: inout Row, _ sign: LaTeXToken) throws(Diagnostic) -> Int {
    guard row.place < row.end else { throw missingScript(sign) }
    let token = tokens[row.place]
    let font: LaTeXFont = row.font == .roman ? .roman : .italic
    switch token.kind {
    case .beginGroup:
      let argument = try inside(row.place, font: font)
      guard !tree.rows[argument].items.isEmpty else { throw missingScript(sign) }
      row.place = balance.partner[row.place] + 1
      return argument
    case .superscript, .subscript, .alignment, .endGroup, .paragraph, .mathShift, .parameter:
      throw missingScript(sign)
    case .digit(let digit):
      row.place += 1
      tree.numerals.append(.digit(digit))
      return add([LaTeXNode(.number(tree.numerals.count - 1), token.range)], token.range)
    case .other(let scalar):
      try checkBareSign(scalar, row, sign)
      fallthrough
    case .letter, .command:
      var single = Row(font: font, place: row.place, end: row.end)
      if token.isOther("'") {
        single.items = [LaTeXNode(.symbol(.prime, .italic), token.range)]
        single.place += 1
      } else {
        try nest(at: token.range) { () throws(Diagnostic) in try nucleus(&single) }
      }
      row.place = single.place
      guard !single.items.isEmpty else { throw missingScript(sign) }
      return add(single.items, token.range)
    }
  }

  private func missingScript(_ sign: LaTeXToken) -> Diagnostic {
    Diagnostic("missing-script", "'\(sign.spelling)' has nothing after it", at: sign.range)
  }

  /// `x^-1` is x⁻ times 1 to TeX, which nobody means.
  private func checkBareSign(_ scalar: Unicode.Scalar, _ row: Row, _ sign: LaTeXToken) throws(Diagnostic) {
    guard scalar == "-" || scalar == "+", row.place + 1 < row.end else { return }
    let next = tokens[row.place + 1]
    guard !next.followsSpace else { return }
    switch next.kind {
    case .digit, .letter:
      if sign.kind == .subscript, case .letter = next.kind { return }
      let range = tokens[row.place].range.union(next.range)
      throw Diagnostic(
        "bare-sign-script", "'\(sign.spelling)' takes only the sign after it", at: range,
        help: ["put the whole script in braces: \(sign.spelling){\(Character(scalar))\(next.spelling)}"],
        fixIts: [
          FixIt(SourceRange(range.lowerBound, range.lowerBound), insert: "{"),
          FixIt(SourceRange(range.upperBound, range.upperBound), insert: "}"),
        ])
    default: return
    }
  }

  func prime(_ row: inout Row, _ token: LaTeXToken) throws(Diagnostic) {
    row.place += 1
    guard let base = row.items.last, base.takesScripts else {
      row.items.append(LaTeXNode(.symbol(.prime, .italic), token.range))
      return
    }
    if base.isBraced, base.hasScripts { wrapLast(&row) }
    guard row.items[row.items.count - 1].sup == nil else {
      throw Diagnostic(
        "double-script", "a prime after a superscript is a second superscript", at: token.range,
        help: ["put the prime first: y'^2"])
    }
    row.items[row.items.count - 1].primes += 1
    row.items[row.items.count - 1].range = row.items[row.items.count - 1].range.union(token.range)
  }
}
