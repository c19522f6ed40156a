/// The mathematical alphabets of Unicode, U+1D400 and on, as plain letters in a font.
enum LaTeXUnicodeAlphabets {
  /// The font command (empty for italic) and the plain letter, digit or Greek command of a styled character.
  static func plain(_ scalar: Unicode.Scalar) -> (font: String, kind: LaTeXToken.Kind)? {
    if let exception = exceptions[scalar] { return (exception.font, .letter(exception.letter)) }
    let value = scalar.value
    switch value {
    case 0x1D400...0x1D6A3: return latin(value - 0x1D400)
    case 0x1D6A8...0x1D7C9: return greek(value - 0x1D6A8)
    case 0x1D7CE...0x1D7FF: return ("", .digit(UInt8((value - 0x1D7CE) % 10)))
    default: return nil
    }
  }

  /// The fonts of the thirteen Latin alphabets, 52 letters each, in the order of the standard.
  private static let latinFonts = [
    "mathbf", "", "mathbf", "mathcal", "mathcal", "mathfrak", "mathbb", "mathfrak", "mathsf", "mathsf",
    "mathsf", "mathsf", "mathtt",
  ]

  private static func latin(_ offset: UInt32) -> (font: String, kind: LaTeXToken.Kind)? {
    let (alphabet, letter) = (Int(offset / 52), offset % 52)
    guard alphabet < latinFonts.count else { return nil }
    let code = letter < 26 ? 0x41 + letter : 0x61 + letter - 26
    guard let plain = Unicode.Scalar(code) else { return nil }
    return (latinFonts[alphabet], .letter(plain))
  }

  private static let greekNames = [
    "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa", "Lambda", "Mu",
    "Nu", "Xi", "Omicron", "Pi", "Rho", "Theta", "Sigma", "Tau", "Upsilon", "Phi", "Chi", "Psi", "Omega",
    "nabla", "alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "varphi",
    "chi", "psi", "omega", "partial", "epsilon", "vartheta", "varkappa", "phi", "varrho", "varpi",
  ]

  private static func greek(_ offset: UInt32) -> (font: String, kind: LaTeXToken.Kind)? {
    let (alphabet, letter) = (Int(offset / 58), Int(offset % 58))
    guard alphabet < 5, letter < greekNames.count else { return nil }
    let font = alphabet == 1 ? "" : (alphabet >= 3 ? "mathsf" : "boldsymbol")
    return (font, .command(greekNames[letter]))
  }

  /// The letters that Unicode encodes outside the block.
  private static let exceptions: [Unicode.Scalar: (font: String, letter: Unicode.Scalar)] = [
    "ℎ": ("", "h"), "ℬ": ("mathcal", "B"), "ℰ": ("mathcal", "E"), "ℱ": ("mathcal", "F"),
    "ℋ": ("mathcal", "H"), "ℐ": ("mathcal", "I"), "ℒ": ("mathcal", "L"), "ℳ": ("mathcal", "M"),
    "ℛ": ("mathcal", "R"), "ℯ": ("mathrm", "e"), "ⅇ": ("mathrm", "e"), "ⅈ": ("mathrm", "i"),
    "ⅆ": ("mathrm", "d"), "ℂ": ("mathbb", "C"), "ℍ": ("mathbb", "H"), "ℕ": ("mathbb", "N"),
    "ℙ": ("mathbb", "P"), "ℚ": ("mathbb", "Q"), "ℝ": ("mathbb", "R"), "ℤ": ("mathbb", "Z"),
    "𝔼": ("mathbb", "E"),
  ]
}
