/// What to say about a character that starts no token.
enum CharacterMistake {
  /// The diagnostic for `scalar` at byte `offset`.
  static func diagnostic(_ scalar: Unicode.Scalar, at offset: Int, in source: SourceText) -> Diagnostic {
    let range = SourceRange(offset, min(offset + String(scalar).utf8.count, source.bytes.count))
    if UTF8Scalar.isBidirectional(scalar) {
      return removable(
        "bidirectional-control", "\(name(scalar)) changes the direction of the text around it", range, source)
    }
    if UTF8Scalar.isInvisible(scalar) {
      return removable(
        "invisible-character", "there is an invisible character \(name(scalar))", range, source)
    }
    if UTF8Scalar.isControl(scalar) {
      return removable("control-character", "there is a control character \(name(scalar))", range, source)
    }
    if scalar == "\\" {
      return Diagnostic(
        "latex-input", "a backslash starts LaTeX, which is a notation of its own", at: range,
        help: ["give the whole input in LaTeX"])
    }
    if let plain = replacement(scalar) {
      let fix = FixIt(range, insert: plain)
      return Diagnostic(
        "unexpected-character", "'\(scalar)' is not '\(plain)'", at: range,
        help: source.applying([fix]).map { [$0] } ?? [], fixIts: [fix])
    }
    return Diagnostic(
      "unexpected-character", "'\(scalar)' means nothing here", at: range,
      help: advice(scalar).map { [$0] } ?? [])
  }

  private static func removable(
    _ code: String, _ message: String, _ range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    let fix = FixIt(range, insert: "")
    return Diagnostic(code, message, at: range, label: "remove it", fixIts: [fix])
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The plain spelling of a look-alike.
  private static func replacement(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0x2010...0x2015, 0xFE63: "-"
    case 0x2018, 0x2032: "'"
    case 0x2024: "."
    case 0x2236: ":"
    case 0x2227: "and"
    default: nil
    }
  }

  private static func advice(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "∫": "write integral(f, x) or integral(f, x, a, b)"
    case "∑", "Σ": "write sum(f, k, a, b)"
    case "∏": "write productOver(f, k, a, b)"
    case "∂", "∇": "write diff(f, x)"
    case "&": "write and"
    case "~": "write not"
    case ":": "a definition is written with :="
    case "\"", "“", "”": "quotation marks are not used"
    default: nil
    }
  }
}
