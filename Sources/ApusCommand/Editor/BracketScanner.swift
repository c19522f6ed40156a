/// Follows the brackets that an input leaves open, which is how the prompt knows that more lines follow.
///
/// From `#` to the end of a line is comment.
struct BracketScanner {
  /// The brackets open so far, outermost first; none once a closing bracket did not fit.
  private(set) var open: [Character] = []
  private var isComment = false
  private var isBroken = false

  /// Takes the next character.
  mutating func read(_ character: Character) {
    guard !isBroken else { return }
    switch character {
    case "\n": isComment = false
    case "#": isComment = true
    case _ where isComment: break
    case "(", "[", "{": open.append(character)
    case ")", "]", "}":
      if let opener = open.popLast(), Self.closing[opener] == character { return }
      isBroken = true
      open = []
    default: break
    }
  }

  /// The brackets open at the end of `text`, outermost first; none if a closing bracket does not fit.
  static func openBrackets(in text: some Sequence<Character>) -> [Character] {
    var scanner = BracketScanner()
    for character in text { scanner.read(character) }
    return scanner.open
  }

  /// The inputs that a text of several lines holds: it is cut at the line ends outside brackets; blank pieces are dropped.
  static func statements(in text: String) -> [String] {
    var statements: [String] = []
    var current = ""
    var scanner = BracketScanner()
    for character in text {
      scanner.read(character)
      if character == "\n", scanner.open.isEmpty {
        if !current.allSatisfy(\.isWhitespace) { statements.append(current) }
        current = ""
        scanner = BracketScanner()
      } else {
        current.append(character)
      }
    }
    if !current.allSatisfy(\.isWhitespace) { statements.append(current) }
    return statements
  }

  /// The place of the bracket that belongs to the one at `index`, or `nil` if there is none.
  static func partner(of index: Int, in characters: [Character]) -> Int? {
    var open: [Int] = []
    for (place, character) in characters.enumerated() {
      if closing[character] != nil {
        open.append(place)
      } else if let opener = open.last, closing[characters[opener]] == character {
        open.removeLast()
        if opener == index { return place }
        if place == index { return opener }
      }
    }
    return nil
  }

  private static let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
}
