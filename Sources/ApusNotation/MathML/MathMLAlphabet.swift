/// The letters of Unicode's mathematical alphabets; browsers know no attribute for them.
///
/// Source: The Unicode Standard, block *Mathematical Alphanumeric Symbols*, U+1D400–1D7FF.
enum MathMLAlphabet {
  /// The word in letters of the alphabet; characters that the alphabet does not have stay as they are.
  static func styled(_ word: String, _ font: NameParts.Font) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars { result.append(letter(scalar, font)) }
    return String(result)
  }

  private static func letter(_ scalar: Unicode.Scalar, _ font: NameParts.Font) -> Unicode.Scalar {
    let starts = starts(font)
    let value: UInt32?
    switch scalar {
    case "A"..."Z": value = exceptions(font)[scalar] ?? starts.capital + scalar.value - 0x41
    case "a"..."z": value = exceptions(font)[scalar] ?? starts.small + scalar.value - 0x61
    case "0"..."9": value = starts.digit.map { $0 + scalar.value - 0x30 }
    case "Α"..."Ω" where font == .bold: value = 0x1D6A8 + scalar.value - 0x391
    case "α"..."ω" where font == .bold: value = 0x1D6C2 + scalar.value - 0x3B1
    default: value = nil
    }
    return value.flatMap { Unicode.Scalar($0) } ?? scalar
  }

  private static func starts(_ font: NameParts.Font) -> (capital: UInt32, small: UInt32, digit: UInt32?) {
    switch font {
    case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
    case .cal, .scr: (0x1D49C, 0x1D4B6, nil)
    case .bb: (0x1D538, 0x1D552, 0x1D7D8)
    case .frak: (0x1D504, 0x1D51E, nil)
    case .sans: (0x1D5A0, 0x1D5BA, 0x1D7E2)
    case .mono: (0x1D670, 0x1D68A, 0x1D7F6)
    }
  }

  /// Letters that were in Unicode before the alphabets and stand elsewhere.
  private static func exceptions(_ font: NameParts.Font) -> [Unicode.Scalar: UInt32] {
    switch font {
    case .cal, .scr: script
    case .bb: doubleStruck
    case .frak: fraktur
    case .bold, .sans, .mono: [:]
    }
  }

  private static let script: [Unicode.Scalar: UInt32] = [
    "B": 0x212C, "E": 0x2130, "F": 0x2131, "H": 0x210B, "I": 0x2110, "L": 0x2112, "M": 0x2133, "R": 0x211B,
    "e": 0x212F, "g": 0x210A, "o": 0x2134,
  ]
  private static let doubleStruck: [Unicode.Scalar: UInt32] = [
    "C": 0x2102, "H": 0x210D, "N": 0x2115, "P": 0x2119, "Q": 0x211A, "R": 0x211D, "Z": 0x2124,
  ]
  private static let fraktur: [Unicode.Scalar: UInt32] = [
    "C": 0x212D, "H": 0x210C, "I": 0x2111, "R": 0x211C, "Z": 0x2128,
  ]
}
