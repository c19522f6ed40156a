/// Splits LaTeX source into tokens with exact byte ranges, and turns the characters of Unicode mathematics
/// into the commands they abbreviate.
///
/// Comments and white space yield no token. Characters that cannot be seen, or that show another order than
/// they are stored in, are errors.
///
/// - Complexity: O(bytes).
struct LaTeXLexer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var followsSpace = false
  private var newlines = 0
  private(set) var tokens: [LaTeXToken] = []

  /// The tokens of a source text.
  ///
  /// - Throws: `control-character`, `bidi-control`, `replacement-character`, `invisible-character` or
  /// `trailing-backslash`.
  static func tokens(of source: String) throws(Diagnostic) -> [LaTeXToken] {
    var source = source
    let tokens: Result<[LaTeXToken], Diagnostic> = source.withUTF8 { bytes in
      var lexer = LaTeXLexer(bytes: bytes)
      do throws(Diagnostic) { try lexer.run() } catch { return .failure(error) }
      return .success(lexer.tokens)
    }
    return try tokens.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    tokens.reserveCapacity(bytes.count < 256 ? bytes.count : bytes.count / 2)
  }

  private mutating func run() throws(Diagnostic) {
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 { try scanASCII(byte) } else { try scanUnicode() }
    }
  }

  private mutating func emit(_ kind: LaTeXToken.Kind, from start: Int) {
    let space = followsSpace
    if newlines >= 2, !tokens.isEmpty { tokens.append(LaTeXToken(.paragraph, SourceRange(start, start))) }
    followsSpace = false
    newlines = 0
    tokens.append(LaTeXToken(kind, SourceRange(start, place), followsSpace: space))
  }

  // MARK: ASCII

  private mutating func scanASCII(_ byte: UInt8) throws(Diagnostic) {
    let start = place
    place += 1
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "~"):
      followsSpace = true
    case UInt8(ascii: "\n"):
      followsSpace = true
      newlines += 1
    case UInt8(ascii: "%"): skipComment()
    case UInt8(ascii: "\\"): try scanCommand(from: start)
    case UInt8(ascii: "{"): emit(.beginGroup, from: start)
    case UInt8(ascii: "}"): emit(.endGroup, from: start)
    case UInt8(ascii: "^"): emit(.superscript, from: start)
    case UInt8(ascii: "_"): emit(.subscript, from: start)
    case UInt8(ascii: "&"): emit(.alignment, from: start)
    case UInt8(ascii: "$"): emit(.mathShift, from: start)
    case UInt8(ascii: "#"): try scanParameter(from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): emit(.digit(byte - UInt8(ascii: "0")), from: start)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      emit(.letter(Unicode.Scalar(byte)), from: start)
    case 0..<0x20, 0x7F: throw controlCharacter(Unicode.Scalar(byte), SourceRange(start, place))
    default: emit(.other(Unicode.Scalar(byte)), from: start)
    }
  }

  /// A comment takes its line end and the indentation of the next line with it.
  private mutating func skipComment() {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    if place < bytes.count { place += 1 }
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") {
      place += 1
    }
  }

  private mutating func scanCommand(from start: Int) throws(Diagnostic) {
    guard place < bytes.count else {
      throw Diagnostic(
        "trailing-backslash", "the input ends in a backslash that starts no command",
        at: SourceRange(start, place), help: ["remove the backslash"],
        fixIts: [FixIt(SourceRange(start, place), insert: "")])
    }
    let first = place
    while place < bytes.count, bytes[place].isASCIILetter { place += 1 }
    if place > first {
      emit(.command(String(decoding: bytes[first..<place], as: UTF8.self)), from: start)
      return
    }
    let (scalar, length) = UTF8Scalar.decode(bytes, at: place)
    guard let scalar, length > 0 else { throw invalidByte() }
    switch scalar {
    case " ", "\t", "\n", "\r":
      place += 1
      followsSpace = true
      emit(.command(" "), from: start)
    default:
      try check(scalar, length: length)
      place += length
      emit(.command(String(Character(scalar))), from: start)
    }
  }

  private mutating func scanParameter(from start: Int) throws(Diagnostic) {
    if place < bytes.count, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[place]) {
      place += 1
      emit(.parameter(Int(bytes[place - 1] - UInt8(ascii: "0"))), from: start)
    } else {
      emit(.other("#"), from: start)
    }
  }

  // MARK: Unicode

  private mutating func scanUnicode() throws(Diagnostic) {
    let start = place
    let (decoded, length) = UTF8Scalar.decode(bytes, at: place)
    guard let scalar = decoded else { throw invalidByte() }
    if scalar.properties.generalCategory == .spaceSeparator || isInvisibleOperator(scalar) {
      place += length
      followsSpace = true
      return
    }
    try check(scalar, length: length)
    if LaTeXUnicode.superscript(scalar) != nil { return scanScripts(.superscript, LaTeXUnicode.superscript) }
    if LaTeXUnicode.subscript(scalar) != nil { return scanScripts(.subscript, LaTeXUnicode.subscript) }
    place += length
    if let command = LaTeXUnicode.command(scalar) {
      emit(.command(command), from: start)
    } else if let accent = LaTeXUnicode.combiningAccent(scalar) {
      attachAccent(accent, from: start)
    } else if let (letter, accent) = LaTeXUnicode.accented(scalar) {
      emit(.letter(letter), from: start)
      attachAccent(accent, from: start)
    } else if let (top, bottom) = LaTeXUnicode.fraction(scalar) {
      emit(.command("frac"), from: start)
      emit(.digit(top), from: start)
      emit(.digit(bottom), from: start)
    } else if let (font, kind) = LaTeXUnicodeAlphabets.plain(scalar) {
      emit(styled: kind, font: font, from: start)
    } else if scalar == "′" || scalar == "″" || scalar == "‴" {
      for _ in 0...(scalar.value - 0x2032) { emit(.other("'"), from: start) }
    } else if scalar == "‼" {
      for _ in 0..<2 { emit(.other("!"), from: start) }
    } else if scalar == "−" || scalar == "‐" || scalar == "‑" {
      emit(.other("-"), from: start)
    } else {
      // Letters of other alphabets stand in text; in a formula they could pass for Latin ones.
      emit(.other(scalar), from: start)
    }
  }

  private mutating func emit(styled kind: LaTeXToken.Kind, font: String, from start: Int) {
    if !font.isEmpty {
      emit(.command(font), from: start)
      emit(.beginGroup, from: start)
    }
    emit(kind, from: start)
    if !font.isEmpty { emit(.endGroup, from: start) }
  }

  /// A run such as `⁻¹` is one script.
  private mutating func scanScripts(
    _ kind: LaTeXToken.Kind, _ plain: (Unicode.Scalar) -> Unicode.Scalar?
  ) {
    let start = place
    emit(kind, from: start)
    emit(.beginGroup, from: start)
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place)
      guard let scalar, let character = plain(scalar) else { break }
      let here = place
      place += length
      switch character {
      case "0"..."9": emit(.digit(UInt8(character.value - 0x30)), from: here)
      case "a"..."z", "A"..."Z": emit(.letter(character), from: here)
      default: emit(.other(character), from: here)
      }
    }
    emit(.endGroup, from: place)
  }

  /// A combining accent follows its letter; the command comes before it.
  private mutating func attachAccent(_ accent: String, from start: Int) {
    guard let last = tokens.popLast() else {
      return emit(.command(accent), from: start)
    }
    let range = SourceRange(last.range.lowerBound, place)
    tokens.append(LaTeXToken(.command(accent), range, followsSpace: last.followsSpace))
    tokens.append(LaTeXToken(last.kind, last.range))
  }

  /// Invisible times and function application say what a formula says anyway.
  private func isInvisibleOperator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x2061 || scalar.value == 0x2062
  }

  // MARK: Mistakes

  private func check(_ scalar: Unicode.Scalar, length: Int) throws(Diagnostic) {
    let range = SourceRange(place, place + length)
    if UTF8Scalar.isControl(scalar) { throw controlCharacter(scalar, range) }
    if scalar.value == 0xFFFD {
      throw Diagnostic(
        "replacement-character",
        "the text was damaged here when it was copied: U+FFFD stands for a lost character",
        at: range)
    }
    if UTF8Scalar.isBidirectional(scalar) {
      throw Diagnostic(
        "bidi-control",
        "the invisible character \(scalar.codePoint) changes the order in which the text is shown",
        at: range, help: ["delete it"], fixIts: [FixIt(range, insert: "")])
    }
    if UTF8Scalar.isInvisible(scalar) {
      throw Diagnostic(
        "invisible-character", "there is an invisible character, \(scalar.codePoint), here", at: range,
        help: ["delete it"], fixIts: [FixIt(range, insert: "")])
    }
  }

  private func controlCharacter(_ scalar: Unicode.Scalar, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "control-character", "there is a control character, \(scalar.codePoint), here", at: range,
      help: ["delete it"], fixIts: [FixIt(range, insert: "")])
  }

  private func invalidByte() -> Diagnostic {
    Diagnostic("invalid-utf8", "the input is not valid UTF-8 here", at: SourceRange(place, place + 1))
  }
}

extension UInt8 {
  var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension Unicode.Scalar {
  /// The code point as `U+200E`.
  var codePoint: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
