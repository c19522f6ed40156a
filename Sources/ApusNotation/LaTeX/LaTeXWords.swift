/// The words of a language that join formulas.
enum LaTeXWords {
  /// Words that separate two statements.
  private static let separators: Set<String> = [
    "where", "and", "with", "so", "thus", "hence", "then", "therefore", "which gives", "or equivalently",
    "i.e.",
    "that is", "giving", "so that", "while", "also", "respectively", "here", "in which", "but",
    "together with", "plus",
    "subject to", "s.t.", "such that", "let", "note that", "because", "since", "as well as", "is", "gives",
    "implies",
  ]

  /// Words that introduce a condition.
  private static let conditions: Set<String> = [
    "if", "for", "when", "whenever", "where", "provided", "provided that", "on", "unless", "in case",
    "as long as",
    "for all", "for every", "for any", "if and only if", "in", "at", "with", "assuming", "given",
    "given that", "as",
  ]

  /// Words that names of quantities do not contain.
  private static let proseWords: Set<String> = [
    "the", "is", "are", "be", "and", "or", "if", "for", "to", "with", "we", "where", "when", "then", "so",
    "any", "all",
    "each", "every", "there", "exists", "such", "that", "only", "not", "has", "have", "which", "since",
    "because", "a",
    "an", "this", "these", "it", "as", "let", "denotes", "yields", "gives", "means", "implies", "subject",
  ]

  /// The bytes of a text in which words are looked for; longer ones are none of the words here.
  private static let longest = 200

  /// Whether the text is a sentence or part of one.
  static func isProse(_ text: String) -> Bool {
    // A sentence shows in its first words.
    let words = normal(text.utf8.count > longest ? String(text.prefix(longest)) : text).split(separator: " ")
    return words.contains { $0.count > 1 && proseWords.contains(String($0)) } || words.count > 4
  }

  /// Words for all other cases.
  private static let otherwise: Set<String> = [
    "otherwise", "else", "elsewhere", "in all other cases", "in other cases", "for all other cases", "other",
    "or else",
    "everywhere else", "in the other cases", "all other cases", "other cases", "for other cases",
  ]

  /// The text, which should be short, without case, punctuation at its ends and repeated spaces.
  static func normal(_ text: String) -> String {
    let words = lowered(text).split { $0 == " " || $0 == "," || $0 == ";" || $0 == ":" || $0 == "~" }
    var joined = words.joined(separator: " ")
    if joined.hasSuffix("."), joined != "i.e.", joined != "s.t." { joined.removeLast() }
    return joined
  }

  /// The text with a small first letter, unless it is written in capitals.
  private static func lowered(_ text: String) -> String {
    let second = text.dropFirst().first
    if let second, second.isUppercase { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  static func isSeparator(_ text: String) -> Bool { isOne(text, of: separators) }
  static func isCondition(_ text: String) -> Bool { isOne(text, of: conditions) }
  static func isOtherwise(_ text: String) -> Bool { isOne(text, of: otherwise) }

  private static func isOne(_ text: String, of words: Set<String>) -> Bool {
    text.utf8.count <= longest && words.contains(normal(text))
  }

  /// Whether the text is language, and not a name in a formula.
  static func isConnective(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let word = normal(text)
    return word.isEmpty || separators.contains(word) || conditions.contains(word) || otherwise.contains(word)
      || word == "or" || word == "not" || word == "mod" || word == "by" || word == "even" || word == "odd"
      || word == "is even" || word == "is odd"
  }
}
