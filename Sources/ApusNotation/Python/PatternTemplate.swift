import ApusTerms

/// The notation of a function for code, taken apart: words, signs between them, and places for arguments.
///
/// The rules are those of `NotationPattern`: an argument is put in parentheses unless it is atomic or stands between
/// parentheses, brackets or commas already.
struct PatternTemplate {
  private enum Part {
    case text(String)
    /// An identifier, which a library may have to be asked for.
    case word(String)
    case argument(Int, isEnclosed: Bool)
  }

  private var parts: [Part] = []
  /// How many arguments the pattern wants.
  private(set) var argumentCount = 0
  /// Whether the result holds together without parentheses: one call.
  private(set) var isAtomic = false

  /// Takes apart a pattern with `#1`, `#2`, ….
  init(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    var place = 0
    while place < bytes.count {
      if let index = Self.argument(bytes, at: place) {
        let isEnclosed =
          Self.isOpening(bytes[..<place].last { $0 != UInt8(ascii: " ") })
          && Self.isClosing(place + 2 < bytes.count ? bytes[place + 2] : nil)
        parts.append(.argument(index, isEnclosed: isEnclosed))
        argumentCount = max(argumentCount, index + 1)
        place += 2
        continue
      }
      let isWord = bytes[place].isWordByte
      var end = place + 1
      while end < bytes.count, bytes[end].isWordByte == isWord, Self.argument(bytes, at: end) == nil {
        end += 1
      }
      let text = String(decoding: bytes[place..<end], as: UTF8.self)
      // What follows a point is a method, and digits are a number.
      let isName = isWord && !bytes[place].isDigit && (place == 0 || bytes[place - 1] != UInt8(ascii: "."))
      parts.append(isName ? .word(text) : .text(text))
      place = end
    }
    isAtomic = Self.isCall(bytes)
  }

  /// The identifiers in the pattern, methods apart.
  var words: [String] {
    parts.compactMap { part in if case .word(let word) = part { word } else { nil } }
  }

  /// The text with the arguments in their places, and with pieces for the words where they are given.
  func fill(
    _ arguments: [CodePiece], words: [TextArena.Ref] = [], in arena: inout TextArena
  ) -> TextArena.Ref {
    var word = 0
    arena.begin()
    for part in parts {
      switch part {
      case .text(let text): arena.add(text: text)
      case .word(let text):
        if word < words.count { arena.add(words[word]) } else { arena.add(text: text) }
        word += 1
      case .argument(let index, let isEnclosed):
        let isBare = isEnclosed || arguments[index].precedence == .atom
        if !isBare { arena.add("(") }
        arena.add(arguments[index].ref)
        if !isBare { arena.add(")") }
      }
    }
    return arena.end()
  }

  // MARK: Bytes

  /// The argument whose place is here: `#` and a digit.
  private static func argument(_ bytes: [UInt8], at place: Int) -> Int? {
    guard bytes[place] == UInt8(ascii: "#"), place + 1 < bytes.count, bytes[place + 1].isDigit,
      bytes[place + 1] != UInt8(ascii: "0")
    else { return nil }
    return Int(bytes[place + 1] - UInt8(ascii: "1"))
  }

  private static func isOpening(_ byte: UInt8?) -> Bool {
    byte == nil || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",")
  }

  private static func isClosing(_ byte: UInt8?) -> Bool {
    byte == nil || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
  }

  /// Whether the pattern is one name followed by one pair of parentheses.
  private static func isCall(_ bytes: [UInt8]) -> Bool {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "(")),
      bytes[..<open].allSatisfy({ $0.isWordByte || $0 == UInt8(ascii: ".") })
    else { return false }
    var depth = 0
    for place in open..<bytes.count {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return place == bytes.count - 1 }
    }
    return false
  }
}

extension String {
  /// Whether the notation is a name, which is applied to all arguments, and not a pattern.
  var isPlainNotation: Bool { !utf8.contains(UInt8(ascii: "#")) }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter, a digit or an underscore.
  var isWordByte: Bool {
    isDigit || (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == 0x5F
  }
}
