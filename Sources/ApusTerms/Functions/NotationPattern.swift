/// Puts the texts of arguments into a notation, which is a name or a pattern with `#1`, `#2`, ….
public enum NotationPattern {
  /// The text of an argument, and whether it holds together without parentheses: a name, a number, a call.
  public struct Argument: Sendable {
    public let text: String
    public let isAtomic: Bool

    /// Creates an argument.
    public init(_ text: String, isAtomic: Bool) {
      self.text = text
      self.isAtomic = isAtomic
    }
  }

  /// The application of a notation for code, where parentheses group; an argument is put in parentheses unless it is atomic
  /// or already stands between parentheses, brackets or commas.
  ///
  /// - Returns: the text, atomic when it is a single call; `nil` when the pattern wants another number of arguments.
  public static func apply(_ notation: String, to arguments: [Argument]) -> Argument? {
    if !notation.contains("#") {
      let list = arguments.map(\.text).joined(separator: ", ")
      return Argument("\(notation)(\(list))", isAtomic: true)
    }
    guard placeholderCount(notation) == arguments.count else { return nil }
    let pattern = Array(notation.unicodeScalars)
    var text = ""
    var place = 0
    while place < pattern.count {
      guard let index = placeholder(pattern, at: place) else {
        text.unicodeScalars.append(pattern[place])
        place += 1
        continue
      }
      let argument = arguments[index]
      let before = place == 0 ? nil : lastMark(text)
      let after = place + 2 < pattern.count ? pattern[place + 2] : nil
      let isEnclosed = isOpening(before) && isClosing(after)
      text += argument.isAtomic || isEnclosed ? argument.text : "(\(argument.text))"
      place += 2
    }
    return Argument(text, isAtomic: isCall(notation))
  }

  /// The number of arguments that a pattern takes: the greatest number after a `#`.
  public static func placeholderCount(_ pattern: String) -> Int {
    let scalars = Array(pattern.unicodeScalars)
    return scalars.indices.compactMap { placeholder(scalars, at: $0) }.max().map { $0 + 1 } ?? 0
  }

  private static func placeholder(_ pattern: [Unicode.Scalar], at place: Int) -> Int? {
    guard pattern[place] == "#", place + 1 < pattern.count else { return nil }
    let digit = pattern[place + 1].value
    return (0x31...0x39).contains(digit) ? Int(digit - 0x31) : nil
  }

  /// The last character that is not a space.
  private static func lastMark(_ text: String) -> Unicode.Scalar? { text.unicodeScalars.last { $0 != " " } }
  private static func isOpening(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == "(" || scalar == "[" || scalar == ","
  }
  private static func isClosing(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == ")" || scalar == "]" || scalar == ","
  }

  /// Whether the pattern is one name followed by one pair of parentheses.
  private static func isCall(_ pattern: String) -> Bool {
    guard let open = pattern.firstIndex(of: "("), pattern.last == ")" else { return false }
    guard pattern[..<open].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }) else {
      return false
    }
    var depth = 0
    for index in pattern.indices[open...] {
      if pattern[index] == "(" { depth += 1 }
      if pattern[index] == ")" { depth -= 1 }
      if depth == 0 { return pattern.index(after: index) == pattern.endIndex }
    }
    return false
  }
}
