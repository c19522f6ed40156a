/// The spellings of the operators of the text notation.
enum OperatorTable {
  /// Operators and brackets that no longer operator starts with.
  static func single(_ byte: UInt8) -> TokenKind? {
    switch byte {
    case UInt8(ascii: "("): .leftParen
    case UInt8(ascii: ")"): .rightParen
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "^"): .caret
    default: nil
    }
  }

  /// Operators of two bytes.
  static func double(_ first: UInt8, _ second: UInt8) -> TokenKind? {
    switch (first, second) {
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): .caret
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .asks
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterEqual
    case (UInt8(ascii: ":"), UInt8(ascii: "=")): .define
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): .declare
    default: nil
    }
  }

  /// The operator that a byte is when no second byte makes it longer.
  static func prefixOfDouble(_ byte: UInt8) -> TokenKind? {
    switch byte {
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "|"): .bar
    default: nil
    }
  }

  /// What was meant by an operator of another language.
  static func mistake(_ first: UInt8, _ second: UInt8) -> String? {
    switch (first, second) {
    case (UInt8(ascii: "="), UInt8(ascii: "<")): "<="
    case (UInt8(ascii: "="), UInt8(ascii: ">")): ">="
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): "!="
    case (UInt8(ascii: "~"), UInt8(ascii: "=")): "!="
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): " and "
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): "/"
    default: nil
    }
  }

  /// Operators outside ASCII.
  static func unicode(_ scalar: Unicode.Scalar) -> TokenKind? {
    switch scalar.value {
    case 0xB7, 0xD7, 0x22C5, 0x2217, 0x2219, 0x2022: .star
    case 0xF7, 0x2215, 0x2044: .slash
    case 0x2212: .minus
    case 0x2264, 0x2A7D: .lessEqual
    case 0x2265, 0x2A7E: .greaterEqual
    case 0x2260: .notEqual
    case 0x2248: .approximately
    case 0x2254: .define
    case 0x221A: .squareRoot
    case 0x221B: .cubeRoot
    case 0xB0: .degree
    case 0x2227: .and
    case 0x2228: .or
    case 0xAC: .not
    case 0x221E, 0x212F, 0x2147, 0x2148: .name
    case 0xBC...0xBE, 0x2150...0x215E: .vulgarFraction
    default: nil
    }
  }
}
