/// Gives every name an identifier that is readable, unique and safe in Python.
///
/// An identifier is made of the words of its name: `\alpha_{ij}` is `alpha_ij`, `\hat{p}` is `p_hat`.
/// Python's keywords and the names
/// that generated code uses get an underscore behind them; two names with the same words are told apart by a
/// further word or a number.
struct LaTeXIdentifiers: Sendable {
  /// A list for few names, which is searched faster, and a set for many.
  private var taken: [String] = []
  private var manyTaken: Set<String> = []
  /// The single letters among them, a bit each.
  private var takenLetters: UInt64 = 0
  /// By the number of the name; an empty text for none.
  private var identifiers: [String] = []
  /// Single capitals that the answer uses as constants.
  var reservedCapitals: Set<String> = []

  /// The identifier of a name, the same every time.
  mutating func identifier(_ id: Int, in names: LaTeXNameTable) -> String {
    if id < identifiers.count, !identifiers[id].isEmpty { return identifiers[id] }
    if identifiers.isEmpty {
      identifiers.reserveCapacity(names.count)
      taken.reserveCapacity(min(names.count, 32))
    }
    while identifiers.count <= id { identifiers.append("") }
    return makeIdentifier(id, names[id])
  }

  private mutating func makeIdentifier(_ id: Int, _ name: LaTeXName) -> String {
    let isLetter = name.words.count == 1 && Self.isLetter(name.words[0])
    if isLetter, let letter = name.words[0].utf8.first, reservedCapitals.isEmpty,
      takenLetters & Self.bit(letter) == 0
    {
      return take(name.words[0], for: id)
    }
    let base = isLetter ? name.words[0] : Self.sanitised(name.words)
    var candidate = isReserved(base) ? base + "_" : base
    if isTaken(candidate), !name.distinction.isEmpty {
      candidate = Self.sanitised(name.words + name.distinction)
    }
    if isTaken(candidate) {
      var number = 2
      while isTaken("\(candidate)_\(number)") { number += 1 }
      candidate = "\(candidate)_\(number)"
    }
    return take(candidate, for: id)
  }

  private mutating func take(_ identifier: String, for id: Int) -> String {
    if identifier.utf8.count == 1, let letter = identifier.utf8.first { takenLetters |= Self.bit(letter) }
    taken.append(identifier)
    if taken.count == 33 { manyTaken = Set(taken) } else if taken.count > 33 { manyTaken.insert(identifier) }
    identifiers[id] = identifier
    return identifier
  }

  /// The bit of an ASCII letter; the columns of ASCII with letters are two times 32.
  private static func bit(_ letter: UInt8) -> UInt64 { 1 << UInt64(letter & 0x3F) }

  private func isTaken(_ word: String) -> Bool {
    taken.count > 32 ? manyTaken.contains(word) : taken.contains(word)
  }

  /// Whether the word is one ASCII letter, as most names are.
  private static func isLetter(_ word: String) -> Bool {
    word.utf8.count == 1 && word.utf8.first?.isASCIILetter ?? false
  }

  /// Whether the word is of ASCII letters and short, so that it stays as it is.
  private static func isWord(_ word: String) -> Bool {
    (1...16).contains(word.utf8.count) && word.utf8.allSatisfy(\.isASCIILetter)
  }

  private static func isNumber(_ word: String) -> Bool {
    (1...16).contains(word.utf8.count)
      && word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private func isReserved(_ word: String) -> Bool {
    if !reservedCapitals.isEmpty, reservedCapitals.contains(word) { return true }
    return !Self.isLetter(word) && LaTeXReservedNames.all.contains(word)
  }

  /// The words joined by underscores, with nothing but ASCII letters, digits and underscores.
  private static func sanitised(_ words: [String]) -> String {
    if words.count == 1, isWord(words[0]) { return words[0] }
    if words.count == 2, isWord(words[0]), isWord(words[1]) || isNumber(words[1]) {
      return words[0] + "_" + words[1]
    }
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
