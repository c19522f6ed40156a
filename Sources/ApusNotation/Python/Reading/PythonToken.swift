import ApusTerms

/// A token of the part of Python that SymPy programs are written in.
struct PythonToken: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(String)
    case string(String)
    /// A sign: `(`, `**`, `<=`.
    case sign(String)
    /// The end of a statement.
    case lineEnd
  }

  var kind: Kind
  var range: SourceRange
}

/// Splits Python source into tokens; line ends inside brackets are white space, as in Python.
///
/// - Complexity: O(bytes).
struct PythonLexer {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private var tokens: [PythonToken] = []

  /// The tokens of a source text.
  ///
  /// - Throws: `invalid-sympy` for characters that no such program has.
  static func tokens(of source: String) throws(Diagnostic) -> [PythonToken] {
    var lexer = PythonLexer(bytes: Array(source.utf8))
    while lexer.place < lexer.bytes.count { try lexer.scan() }
    lexer.emit(.lineEnd, from: lexer.bytes.count)
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func emit(_ kind: PythonToken.Kind, from start: Int) {
    tokens.append(PythonToken(kind: kind, range: SourceRange(start, place)))
  }

  private mutating func scan() throws(Diagnostic) {
    let start = place
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
    case UInt8(ascii: "\n"):
      place += 1
      if depth == 0 { emit(.lineEnd, from: start) }
    case UInt8(ascii: "#"): while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try scanString(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
    case _ where byte.isASCIILetter || byte == UInt8(ascii: "_"):
      while place < bytes.count, isWord(bytes[place]) { place += 1 }
      emit(.name(text(start)), from: start)
    default: try scanSign()
    }
  }

  private func text(_ start: Int) -> String { String(decoding: bytes[start..<place], as: UTF8.self) }

  private func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || isDigit(byte)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func scanNumber() {
    let start = place
    func digits() { while place < bytes.count, isDigit(bytes[place]) { place += 1 } }
    digits()
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      digits()
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      let mark = place
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
        place += 1
      }
      if place < bytes.count, isDigit(bytes[place]) { digits() } else { place = mark }
    }
    emit(.number(text(start)), from: start)
  }

  /// A string with the escapes that the writer makes.
  private mutating func scanString(_ quote: UInt8) throws(Diagnostic) {
    let start = place
    place += 1
    var content: [UInt8] = []
    while place < bytes.count, bytes[place] != quote, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "\\") {
        content += try escape()
      } else {
        content.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count, bytes[place] == quote else {
      throw .invalidSymPy("this string has no end", SourceRange(start, place))
    }
    place += 1
    emit(.string(String(decoding: content, as: UTF8.self)), from: start)
  }

  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    let start = place
    place += 1
    guard place < bytes.count else {
      throw .invalidSymPy("this string has no end", SourceRange(start, place))
    }
    let mark = bytes[place]
    place += 1
    let length: Int
    switch mark {
    case UInt8(ascii: "x"): length = 2
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"): return [mark]
    default: throw .invalidSymPy("this escape is not known", SourceRange(start, place))
    }
    let end = min(bytes.count, place + length)
    guard end - place == length,
      let value = UInt32(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw .invalidSymPy("this escape is not known", SourceRange(start, end)) }
    place = end
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func scanSign() throws(Diagnostic) {
    let start = place
    for sign in Self.signs where bytes[place...].starts(with: sign.utf8) {
      place += sign.utf8.count
      if sign == "(" || sign == "[" { depth += 1 }
      if sign == ")" || sign == "]" { depth = max(0, depth - 1) }
      return emit(.sign(sign), from: start)
    }
    place += max(1, UTF8Scalar.decode(bytes, at: place).length)
    place = min(place, bytes.count)
    throw .invalidSymPy("this character stands in no such program", SourceRange(start, place))
  }

  /// Longer signs first.
  private static let signs = [
    "**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "(", ")", "[", "]", ",", "=", "<", ">", ".",
  ]
}

extension Diagnostic {
  /// What makes a program none that the reader of SymPy knows.
  static func invalidSymPy(_ message: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic("invalid-sympy", message, at: range)
  }
}
