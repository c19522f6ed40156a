/// Names of variables in code.
enum CodeIdentifier {
  /// An identifier that resembles the name.
  ///
  /// Letters, digits and underscores are kept, Greek letters spelt out, everything else becomes an underscore: nothing of a name
  /// can become code.
  static func identifier(for name: String) -> String {
    if name.utf8.first != UInt8(ascii: "_"), PythonIdentifier.isPlain(name) { return name }
    var result = ""
    for scalar in name.unicodeScalars {
      if isWordCharacter(scalar) {
        result.unicodeScalars.append(scalar)
      } else if let spelling = GreekLetters.spelling(of: scalar) {
        result += spelling
      } else if result.last != "_" {
        result += "_"
      }
    }
    result = String(result.drop { $0 == "_" })
    guard let first = result.unicodeScalars.first else { return "x" }
    return ("0"..."9").contains(first) ? "x" + result : result
  }

  /// Whether the character is an ASCII letter, a digit or an underscore.
  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "_"
  }
}
