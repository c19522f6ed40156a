/// Splits the text notation into tokens, one at a time, with exact byte ranges.
struct Lexer {
  let source: SourceText
  private(set) var place = 0

  init(_ source: SourceText) {
    self.source = source
    // A byte order mark at the start is a trace of an editor, not of the user.
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next token; `end` again and again at the end of the source.
  mutating func next() throws(Diagnostic) -> Token {
    var token = Token(kind: .end, range: SourceRange(place, place))
    try skipSpace(&token)
    let start = place
    guard start < source.bytes.count else {
      token.range = SourceRange(start, start)
      return token
    }
    token.kind = try scan(source.bytes[start])
    token.range = SourceRange(start, place)
    return token
  }

  // MARK: White space and comments

  private mutating func skipSpace(_ token: inout Token) throws(Diagnostic) {
    while place < source.bytes.count {
      switch source.bytes[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        place += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        place += 1
        token.followsNewline = true
      case UInt8(ascii: "#"):
        while place < source.bytes.count, source.bytes[place] != UInt8(ascii: "\n") { place += 1 }
      case 0xC2, 0xE2, 0xE3:
        let (scalar, length) = UTF8Scalar.decode(source.bytes, at: place)
        guard let scalar, scalar.properties.generalCategory == .spaceSeparator else { return }
        place += length
      default:
        return
      }
      token.followsSpace = true
    }
  }

  // MARK: Tokens

  private mutating func scan(_ byte: UInt8) throws(Diagnostic) -> TokenKind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      try NumberScanner.scan(source, from: &place)
      return .number
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return scanName()
    case UInt8(ascii: "."):
      if place + 1 < source.bytes.count, source.bytes[place + 1].isDigit {
        try NumberScanner.scan(source, from: &place)
        return .number
      }
      throw unexpected(length: 1)
    case 0x80...:
      return try scanUnicode()
    default:
      return try scanOperator(byte)
    }
  }

  private mutating func scanName() -> TokenKind {
    let start = place
    place = NameScanner.end(of: source.bytes, from: start)
    switch place - start {
    case 1 where source.bytes[start] == UInt8(ascii: "_"): return .previousAnswer
    case 2, 3: return keyword(source.bytes[start..<place]) ?? .name
    case 6 where isForcedExpansion(start):
      place += 1
      return .name
    default: return .name
    }
  }

  /// `expand!(` names the verb that works out what is otherwise kept as a power.
  private func isForcedExpansion(_ start: Int) -> Bool {
    source.bytes[start..<place].elementsEqual("expand".utf8)
      && source.bytes[place...].starts(with: "!(".utf8)
  }

  private func keyword(_ bytes: ArraySlice<UInt8>) -> TokenKind? {
    switch bytes.first {
    case UInt8(ascii: "a"): bytes.elementsEqual("and".utf8) ? .and : nil
    case UInt8(ascii: "o"): bytes.elementsEqual("or".utf8) ? .or : nil
    case UInt8(ascii: "n"): bytes.elementsEqual("not".utf8) ? .not : nil
    case UInt8(ascii: "l"): bytes.elementsEqual("let".utf8) ? .let : nil
    case UInt8(ascii: "i"): bytes.elementsEqual("in".utf8) ? .in : nil
    default: nil
    }
  }

  private mutating func scanOperator(_ byte: UInt8) throws(Diagnostic) -> TokenKind {
    if let single = OperatorTable.single(byte) {
      place += 1
      return single
    }
    let next = place + 1 < source.bytes.count ? source.bytes[place + 1] : 0
    if let double = OperatorTable.double(byte, next) {
      place += 2
      return double
    }
    if let mistake = OperatorTable.mistake(byte, next) { throw misspelt(mistake) }
    switch byte {
    case UInt8(ascii: "!"):
      return try scanFactorial()
    case UInt8(ascii: "'"):
      return scanPrimes()
    case UInt8(ascii: "`"):
      return try scanQuotedName()
    case UInt8(ascii: "%"):
      place += 1
      while place < source.bytes.count, source.bytes[place].isDigit { place += 1 }
      return .previousAnswer
    default:
      break
    }
    guard let kind = OperatorTable.prefixOfDouble(byte) else { throw unexpected(length: 1) }
    place += 1
    return kind
  }

  /// A name between backticks, in which a doubled backtick is one: always a symbol or an unknown function.
  private mutating func scanQuotedName() throws(Diagnostic) -> TokenKind {
    let start = place
    let quote = UInt8(ascii: "`")
    place += 1
    while let end = source.bytes[place...].firstIndex(of: quote) {
      place = end + 1
      if place == source.bytes.count || source.bytes[place] != quote {
        try checkQuotedName(SourceRange(start + 1, end))
        return .name
      }
      place += 1
    }
    let fix = FixIt(SourceRange(source.bytes.count, source.bytes.count), insert: "`")
    throw Diagnostic(
      "unclosed-quote", "this '`' is never closed", at: SourceRange(start, start + 1), fixIts: [fix])
  }

  private func checkQuotedName(_ range: SourceRange) throws(Diagnostic) {
    if range.isEmpty {
      throw Diagnostic(
        "empty-name", "there is no name between these",
        at: SourceRange(range.lowerBound - 1, range.upperBound + 1))
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let (decoded, length) = UTF8Scalar.decode(source.bytes, at: index)
      guard let scalar = decoded else {
        throw Diagnostic("invalid-utf8", "these bytes are not valid UTF-8", at: SourceRange(index, index + 1))
      }
      if UTF8Scalar.isControl(scalar) || UTF8Scalar.isInvisible(scalar) {
        throw CharacterMistake.diagnostic(scalar, at: index, in: source)
      }
      index += length
    }
  }

  private mutating func scanFactorial() throws(Diagnostic) -> TokenKind {
    let start = place
    while place < source.bytes.count, source.bytes[place] == UInt8(ascii: "!") { place += 1 }
    let count = place - start
    let meetsEqual = place < source.bytes.count && source.bytes[place] == UInt8(ascii: "=")
    if count == 1 {
      guard meetsEqual else { return .factorial }
      place += 1
      return .notEqual
    }
    guard count == 2, !meetsEqual else {
      throw Diagnostic(
        "ambiguous-factorial", "this run of factorial signs can be read in several ways",
        at: SourceRange(start, place), help: ["group it with parentheses, e.g. (x!!)!"])
    }
    return .doubleFactorial
  }

  private mutating func scanPrimes() -> TokenKind {
    while place < source.bytes.count {
      let (scalar, length) = UTF8Scalar.decode(source.bytes, at: place)
      guard let scalar, scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2032}" else { break }
      place += length
    }
    return .primes
  }

  private mutating func scanUnicode() throws(Diagnostic) -> TokenKind {
    let (decoded, length) = UTF8Scalar.decode(source.bytes, at: place)
    guard let scalar = decoded else {
      throw Diagnostic(
        "invalid-utf8", "these bytes are not valid UTF-8", at: SourceRange(place, place + 1))
    }
    if NameScanner.isSuperscript(scalar) {
      place = NameScanner.superscriptEnd(source.bytes, from: place)
      return .superscript
    }
    if scalar == "\u{2019}" || scalar == "\u{2032}" { return scanPrimes() }
    if let kind = OperatorTable.unicode(scalar) {
      place += length
      return kind
    }
    let end = NameScanner.end(of: source.bytes, from: place)
    guard end > place else { throw CharacterMistake.diagnostic(scalar, at: place, in: source) }
    place = end
    return .name
  }

  // MARK: Mistakes

  private func unexpected(length: Int) -> Diagnostic {
    CharacterMistake.diagnostic(
      UTF8Scalar.decode(source.bytes, at: place).scalar ?? "\u{FFFD}", at: place, in: source)
  }

  private func misspelt(_ replacement: String) -> Diagnostic {
    let range = SourceRange(place, place + 2)
    let fix = FixIt(range, insert: replacement)
    return Diagnostic(
      "unknown-operator", "'\(source.text(range))' is not an operator here", at: range,
      help: source.applying([fix]).map { [$0] } ?? ["write \(replacement)"], fixIts: [fix])
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII decimal digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether the byte is an ASCII letter, digit or underscore.
  var isASCIIWord: Bool { isDigit || self == 0x5F || (self | 0x20) &- 0x61 < 26 }
}
