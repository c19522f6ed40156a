// Markdown documents.
extension DocumentScanner {
  /// Looks at one thing in running text, or at the beginning of a line.
  mutating func nextInMarkdown() -> DocumentItem? {
    if place == lineStart, let item = beginLine() { return item }
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\n"):
      followsBlank = isBlankLine(lineStart)
      move(to: place + 1)
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "$"): return markdownDollars()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "<"): skipMarkup()
    default: skipPlainMarkdown()
    }
    return nil
  }

  private mutating func skipPlainMarkdown() {
    var end = place + 1
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "\n"):
        break scan
      default: end += 1
      }
    }
    move(to: end)
  }

  // MARK: Lines

  /// Metadata between lines of three dashes at the very beginning.
  mutating func skipFrontMatter() {
    guard matches("---", at: place), isBlankLine(place + 3) else { return }
    var start = lineEnd(place) + 1
    while start < bytes.count {
      let end = lineEnd(start)
      if matches("---", at: start) || matches("...", at: start), isBlankLine(start + 3) {
        return move(to: end)
      }
      start = end + 1
    }
  }

  /// Looks at the beginning of a line: fences and indented code are blocks of their own.
  private mutating func beginLine() -> DocumentItem? {
    var start = quoteEnd(lineStart)
    let indent = start
    while start < bytes.count, Self.isSpace(bytes[start]) { start += 1 }
    if let item = fence(start) { return item }
    let isIndented = start - indent >= 4 || byte(indent) == 0x09
    if isIndented, followsBlank, !isInList, byte(start) != UInt8(ascii: "\n"), !matches("$$", at: start) {
      move(to: lineEnd(start) + 1)
      return nil
    }
    if !isIndented, byte(start) != UInt8(ascii: "\n") {
      isInList = isListMark(start) || isInList && start > indent
    }
    move(to: max(start, place))
    return nil
  }

  /// Whether a list item begins: `-`, `*`, `+` or a number, and a space.
  private func isListMark(_ start: Int) -> Bool {
    var place = start
    switch byte(place) {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return byte(place + 1) == 0x20
    default: break
    }
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(place)) { place += 1 }
    return place > start && (byte(place) == UInt8(ascii: ".") || byte(place) == UInt8(ascii: ")"))
      && byte(place + 1) == 0x20
  }

  /// A fence of backquotes or tildes that starts at an offset: mathematics if it says so, otherwise code.
  private mutating func fence(_ start: Int) -> DocumentItem? {
    let mark = byte(start)
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var open = start
    while byte(open) == mark { open += 1 }
    let count = open - start
    let end = lineEnd(open)
    guard count >= 3, mark == UInt8(ascii: "~") || !bytes[open..<end].contains(mark) else { return nil }
    let information = text(open..<end).prefix { $0 != "," && $0 != ":" }
    let kind = information.filter { !$0.isWhitespace && !"{}.".contains($0) }
    var close = min(end + 1, bytes.count)
    let content = close
    while close < bytes.count {
      var place = quoteEnd(close)
      while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
      let first = place
      while byte(place) == mark { place += 1 }
      if place - first >= count, isBlankLine(place) { break }
      close = min(lineEnd(close) + 1, bytes.count)
    }
    let behind = lineEnd(close)
    guard kind == "math" else {
      move(to: behind)
      return nil
    }
    return formula(content..<close, isDisplayed: true, end: behind)
  }

  // MARK: Inline

  /// Code between backquotes; without an end they stand for themselves.
  private mutating func skipCode() {
    var open = place
    while byte(open) == UInt8(ascii: "`") { open += 1 }
    move(to: codeEnd(open, count: open - place) ?? open)
  }

  /// The offset behind the run of so many backquotes that ends a piece of code.
  private func codeEnd(_ start: Int, count: Int) -> Int? {
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\n"), isBlankLine(end + 1) { return nil }
      guard bytes[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let run = end
      while byte(end) == UInt8(ascii: "`") { end += 1 }
      if end - run == count { return end }
    }
    return nil
  }

  /// Dollar signs: a single one begins a formula only if no space follows it, and ends it only if none precedes it and no
  /// digit follows; so prices are no formulas.
  private mutating func markdownDollars() -> DocumentItem? {
    if byte(place + 1) == UInt8(ascii: "$") { return mathematics(.doubleDollar, from: place + 2) }
    if byte(place + 1) == UInt8(ascii: "`"), let end = codeEnd(place + 2, count: 1),
      byte(end) == UInt8(ascii: "$")
    {
      return formula(place + 2..<end - 1, isDisplayed: false, end: end + 1)
    }
    guard !isSpaceOrLineEnd(byte(place + 1)),
      case .closed(let content, let end) = mathEnd(.dollar, from: place + 1),
      content > place + 1, !isSpaceOrLineEnd(byte(content - 1)),
      !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(end)),
      !bytes[place + 1..<content].contains(UInt8(ascii: "`"))
    else {
      move(to: place + 1)
      return nil
    }
    return formula(place + 1..<content, isDisplayed: false, end: end)
  }

  private mutating func escape() -> DocumentItem? {
    let kinds: [(StaticString, MathKind, Int)] = [
      ("\\\\(", .escapedParen, 3), ("\\\\[", .escapedBracket, 3), ("\\(", .paren, 2), ("\\[", .bracket, 2),
    ]
    for (opener, kind, count) in kinds where matches(opener, at: place) {
      guard case .closed(let content, let end) = mathEnd(kind, from: place + count) else { break }
      return formula(
        place + count..<content, isDisplayed: kind == .bracket || kind == .escapedBracket, end: end)
    }
    let name = word(at: place + 1)
    switch text(name) {
    case "begin":
      guard let close = groupEnd(name.upperBound) else { break }
      let environment = text(name.upperBound + 1..<close - 1)
      guard LaTeXEnvironment.named(environment) != nil, environment != "document" else { break }
      return mathematics(.environment(environment), from: close)
    case let name where LaTeXDefinitions.isDefinition(name): return definition(name)
    default: break
    }
    move(to: max(place + (byte(place + 1) == UInt8(ascii: "\n") ? 1 : 2), name.upperBound))
    return nil
  }

  /// Comments, and elements that hold code.
  private mutating func skipMarkup() {
    let elements: [(StaticString, String)] = [
      ("<!--", "-->"), ("<pre", "</pre>"), ("<code", "</code>"), ("<script", "</script>"),
      ("<style", "</style>"),
    ]
    for (open, close) in elements where matches(open, at: place) { return skip(past: close, from: place) }
    move(to: place + 1)
  }
}
