/// An identifier taken apart as people read it: a letter or word, its font and accents, a subscript, and marks.
///
/// `x_hat_n_minus_1_prime` is an x with a hat, the subscript n − 1 and a prime.
struct NameParts {
  enum Font: String {
    case bold, cal, scr, bb, frak, sans, mono
  }

  enum Accent: String {
    case hat, bar, tilde, vec, check, breve, acute, grave, ring, underline
  }

  /// The first word: a Latin letter, the name of a Greek one, or a longer word.
  let base: String
  let font: Font?
  /// Innermost first.
  let accents: [Accent]
  /// The words of the subscript; `plus`, `minus` and `inf` stand for signs.
  let subscripts: [String]
  let primes: Int
  let hasStar: Bool

  /// Takes apart an identifier of ASCII letters, digits and underscores, or a single Greek letter; `nil` for other names.
  init?(_ name: String) {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first,
      let greek = GreekLetters.spelling(of: scalar)
    {
      (base, font, accents, subscripts, primes, hasStar) = (greek, nil, [], [], 0, false)
      return
    }
    guard name.utf8.allSatisfy(\.isWordByte) else { return nil }
    var words = name.split(separator: "_").map(String.init)[...]
    guard let first = words.popFirst(), first.first?.isNumber == false else { return nil }
    base = first
    font = words.first.flatMap(Font.init)
    if font != nil { words.removeFirst() }
    var accents: [Accent] = []
    while let accent = words.first.flatMap(Accent.init) {
      accents.append(accent)
      words.removeFirst()
    }
    self.accents = accents
    hasStar = words.last == "star"
    if hasStar { words.removeLast() }
    primes = hasStar ? 0 : Self.takePrimes(&words)
    subscripts = Array(words)
  }

  private static func takePrimes(_ words: inout ArraySlice<String>) -> Int {
    guard words.last == "prime" else { return 0 }
    words.removeLast()
    switch words.last {
    case "double":
      words.removeLast()
      return 2
    case "triple":
      words.removeLast()
      return 3
    default: return 1
    }
  }

  /// Whether a word of a subscript is set as letters side by side, and not as a word.
  static func isShortIndex(_ word: String) -> Bool { word.count < 3 || word.allSatisfy(\.isNumber) }

  /// The subscript as text: signs between words, commas where there are none.
  static func subscriptText(
    _ words: [String], signs: [String: String], comma: String, _ index: (String) -> String
  ) -> String {
    var text = ""
    var afterSign = true
    for word in words {
      let sign = signs[word]
      if sign == nil, !afterSign { text += comma }
      text += sign ?? index(word)
      afterSign = sign != nil
    }
    return text
  }
}
