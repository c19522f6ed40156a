/// Gives every name an identifier that is readable, unique and safe in Python.
///
/// An identifier is made of the words of its name: `\alpha_{ij}` is `alpha_ij`, `\hat{p}` is `p_hat`.
/// Python's keywords and the names
/// that generated code uses get an underscore behind them; two names with the same words are told apart by a
/// further word or a number.
struct LaTeXIdentifiers: Sendable {
  private var taken: Set<String> = []
  private var identifiers: [Int: String] = [:]
  /// Single capitals that the answer uses as constants.
  var reservedCapitals: Set<String> = []

  /// The identifier of a name, the same every time.
  mutating func identifier(_ id: Int, _ name: LaTeXName) -> String {
    if let known = identifiers[id] { return known }
    let base = Self.sanitised(name.words)
    var candidate = isReserved(base) ? base + "_" : base
    if taken.contains(candidate), !name.distinction.isEmpty {
      candidate = Self.sanitised(name.words + name.distinction)
    }
    if taken.contains(candidate) {
      var number = 2
      while taken.contains("\(candidate)_\(number)") { number += 1 }
      candidate = "\(candidate)_\(number)"
    }
    taken.insert(candidate)
    identifiers[id] = candidate
    return candidate
  }

  private func isReserved(_ word: String) -> Bool {
    LaTeXReservedNames.all.contains(word) || reservedCapitals.contains(word)
  }

  /// The words joined by underscores, with nothing but ASCII letters, digits and underscores.
  private static func sanitised(_ words: [String]) -> String {
    var text = ""
    for word in words {
      var part = ""
      for scalar in word.unicodeScalars {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": part.unicodeScalars.append(scalar)
        case "+": part += "plus"
        case "*": part += "star"
        case "'": part += "prime"
        case _ where scalar.value >= 0x80: part += "u" + String(scalar.value, radix: 16)
        default: if !part.hasSuffix("_") { part += "_" }
        }
      }
      while part.hasPrefix("_") { part.removeFirst() }
      while part.hasSuffix("_") { part.removeLast() }
      if part.isEmpty { continue }
      text += text.isEmpty ? part : "_" + part
    }
    if text.isEmpty { return "x" }
    if text.first?.isNumber ?? false { text = "x_" + text }
    return text.utf8.count > 64 ? String(text.prefix(64)) : text
  }
}
