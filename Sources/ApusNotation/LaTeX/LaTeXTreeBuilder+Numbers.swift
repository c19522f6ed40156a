extension LaTeXTreeBuilder {
  /// Reads a numeral: digits with a point, grouping marks, an exponent or a repeating part.
  func numeral(_ row: inout Row) throws(Diagnostic) {
    let start = row.place
    var numeral = LaTeXNumeral(text: "")
    try digits(&row, &numeral, start)
    if !numeral.repeating.isEmpty {
      if row.place < row.end, case .digit = tokens[row.place].kind {
        throw Diagnostic(
          "bad-number", "digits after the repeating part mean nothing", at: tokens[row.place].range)
      }
    } else {
      try exponent(&row, &numeral, start)
    }
    try refuseGroup(numeral, start)
    tree.numerals.append(numeral)
    row.items.append(
      LaTeXNode(
        .number(tree.numerals.count - 1), tokens[start].range.union(tokens[row.place - 1].range)))
    row.breaksWord = true
  }

  private func digits(_ row: inout Row, _ numeral: inout LaTeXNumeral, _ start: Int)
    throws(Diagnostic)
  {
    var hasPoint = false
    scan: while row.place < row.end {
      let token = tokens[row.place]
      switch token.kind {
      case .digit(let digit):
        if token.followsSpace, row.place > start, case .digit = tokens[row.place - 1].kind {
          throw Diagnostic(
            "ambiguous-number",
            "it is not clear whether the digits on both sides of this space are one number", at: token.range,
            help: ["write \\cdot between factors, or \\, between groups of three digits"]
          ).settled(
            by: digitEdits(SourceRange(tokens[row.place - 1].range.upperBound, token.range.lowerBound)))
        }
        numeral.text += LaTeXNumeral.digit(digit).text
        row.place += 1
      case .other(".") where isPoint(row.place, row):
        guard !hasPoint else {
          throw Diagnostic("bad-number", "a number has one decimal point", at: token.range)
        }
        hasPoint = true
        numeral.text += "."
        row.place += 1
      case .other(",") where !hasPoint && numeral.text.utf8.count < 64 && startsGroupedNumeral(row, start):
        row.place += 1
      case .beginGroup where isBracedComma(row.place, row):
        if !hasPoint, digitRun(row.place + 3, row) != 3 {
          hasPoint = true
          numeral.text += "."
        }
        row.place += 3
      case .command(",") where isThinSpaceGroup(row, numeral.text, hasPoint: hasPoint):
        row.place += 1
      case .command(let name) where hasPoint && isRepeatingMark(name):
        guard try repeating(name, &row, &numeral) else { break scan }
        return
      default: break scan
      }
    }
  }

  /// The edits that make digits on both sides of a space one number or two factors.
  private func digitEdits(_ space: SourceRange) -> [[FixIt]] {
    [[FixIt(space, insert: "")], [FixIt(space, insert: " \\cdot ")]]
  }

  /// In `f(1,000)` the comma groups digits, or two numbers are listed; nobody writes a number as 000.
  private func refuseGroup(_ numeral: LaTeXNumeral, _ start: Int) throws(Diagnostic) {
    guard numeral.text.hasPrefix("0"), numeral.text.prefix(4).allSatisfy(\.isNumber),
      numeral.text.utf8.count > 1, start > 1,
      tokens[start - 1].isOther(","), !tokens[start].followsSpace, case .digit = tokens[start - 2].kind
    else { return }
    throw Diagnostic(
      "ambiguous-number", "this comma may group digits or separate two numbers", at: tokens[start - 1].range,
      help: ["write {,} between groups of digits"], fixIts: [FixIt(tokens[start - 1].range, insert: "{,}")]
    ).settled(by: [
      [FixIt(tokens[start - 1].range, insert: "{,}")], [FixIt(tokens[start - 1].range, insert: ", ")],
    ])
  }

  private func digit(_ place: Int, _ row: Row) -> UInt8? {
    guard place < row.end, case .digit(let digit) = tokens[place].kind else { return nil }
    return digit
  }

  private func digitRun(_ place: Int, _ row: Row) -> Int {
    var count = 0
    while digit(place + count, row) != nil { count += 1 }
    return count
  }

  /// A point is decimal when a digit or a repeating part follows; at the end of a formula it is punctuation.
  func isPoint(_ place: Int, _ row: Row) -> Bool {
    guard place + 1 < row.end else { return false }
    let next = tokens[place + 1]
    guard !next.followsSpace else { return false }
    switch next.kind {
    case .digit: return true
    case .command(let name): return isRepeatingMark(name) && place > 0 && digit(place - 1, row) != nil
    default: return false
    }
  }

  private func isBracedComma(_ place: Int, _ row: Row) -> Bool {
    place + 3 < row.end && tokens[place + 1].isOther(",") && tokens[place + 2].kind == .endGroup
      && digit(place + 3, row) != nil
  }

  /// `10\,000` and `3.141\,593`: groups of three digits.
  private func isThinSpaceGroup(_ row: Row, _ text: String, hasPoint: Bool) -> Bool {
    guard digitRun(row.place + 1, row) == 3 else { return false }
    if let point = text.firstIndex(of: ".") { return text[point...].utf8.count % 3 == 1 }
    return text.utf8.count <= 3 || tokens[row.place - 4].kind == .command(",")
  }

  /// Whether the comma at the reader's place groups digits: every group has three, and a point or a second
  /// comma shows what it is.
  private func startsGroupedNumeral(_ row: Row, _ start: Int) -> Bool {
    var first = row.place
    // Step back over groups already read.
    while first > start, tokens[first - 1].isOther(",") || digit(first - 1, row) != nil { first -= 1 }
    var place = first
    let head = digitRun(place, row)
    guard (1...3).contains(head) else { return false }
    place += head
    var groups = 0
    while groups < 32, place < row.end, tokens[place].isOther(","), !tokens[place].followsSpace,
      digitRun(place + 1, row) == 3,
      !tokens[place + 1].followsSpace
    {
      groups += 1
      place += 4
    }
    guard groups > 0, row.place < place, place >= row.end || digit(place, row) == nil else { return false }
    if groups > 1, listDepth == 0 { return true }
    return place < row.end && tokens[place].isOther(".") && digit(place + 1, row) != nil
  }

  // MARK: Repeating decimals

  private func isRepeatingMark(_ name: String) -> Bool {
    name == "overline" || name == "bar" || name == "dot"
  }

  /// `0.1\overline{6}`, `0.\dot{3}`, `0.\dot{1}42\dot{3}`.
  private func repeating(
    _ name: String, _ row: inout Row, _ numeral: inout LaTeXNumeral
  ) throws(Diagnostic) -> Bool {
    guard let (digits, past) = markedDigits(row.place, row) else { return false }
    numeral.repeating = digits
    row.place = past
    guard name == "dot" else { return true }
    var between = ""
    var place = past
    while let digit = digit(place, row) {
      between += String(digit)
      place += 1
    }
    if place < row.end, tokens[place].commandName == "dot", let (last, past) = markedDigits(place, row) {
      numeral.repeating += between + last
      row.place = past
    }
    return true
  }

  private func markedDigits(_ place: Int, _ row: Row) -> (String, Int)? {
    guard place + 1 < row.end else { return nil }
    if let digit = digit(place + 1, row) { return (String(digit), place + 2) }
    guard tokens[place + 1].kind == .beginGroup else { return nil }
    let count = digitRun(place + 2, row)
    guard count > 0, tokens[place + 2 + count].kind == .endGroup else { return nil }
    return ((0..<count).map { String(digit(place + 2 + $0, row) ?? 0) }.joined(), place + 3 + count)
  }

  // MARK: Exponents

  /// `1.5e-3`: the e is an exponent's only without spaces, and only where the mantissa cannot be a
  /// coefficient of Euler's number.
  private func exponent(_ row: inout Row, _ numeral: inout LaTeXNumeral, _ start: Int) throws(Diagnostic) {
    guard row.place < row.end, case .letter(let letter) = tokens[row.place].kind,
      letter == "e" || letter == "E",
      !tokens[row.place].followsSpace
    else { return }
    var place = row.place + 1
    var sign = ""
    if place < row.end, case .other(let scalar) = tokens[place].kind, scalar == "-" || scalar == "+",
      !tokens[place].followsSpace
    {
      sign = String(Character(scalar))
      place += 1
    }
    guard digit(place, row) != nil, !tokens[place].followsSpace else { return }
    let count = digitRun(place, row)
    let isClear = numeral.text.contains(".") || numeral.text == "1" || sign.isEmpty
    guard isClear else {
      let range = tokens[start].range.union(tokens[place + count - 1].range)
      throw Diagnostic(
        "ambiguous-number", "this may be a power of ten or a multiple of Euler's number", at: range,
        help: ["write \\times10^{…} for a power of ten", "write spaces around the sign for a sum"]
      ).settled(
        by: exponentEdits(row.place, sign, SourceRange(tokens[place].range.lowerBound, range.upperBound)))
    }
    let digits = (0..<count).map { String(digit(place + $0, row) ?? 0) }.joined()
    numeral.text += "e" + (sign == "+" ? "" : sign) + digits
    row.place = place + count
  }

  /// The edits that make `2e-3` a power of ten, or a multiple of Euler's number and a difference.
  private func exponentEdits(_ letter: Int, _ sign: String, _ digits: SourceRange) -> [[FixIt]] {
    let range = tokens[letter].range.union(digits)
    let number = tokens.filter {
      digits.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= digits.upperBound
    }
    .map(\.spelling).joined()
    return [
      [FixIt(range, insert: "\\times 10^{\(sign)\(number)}")],
      [FixIt(range, insert: " \(tokens[letter].spelling) \(sign) \(number)")],
    ]
  }
}
