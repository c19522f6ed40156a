import ApusNotation

/// The names of the subcommands, for the readers of the command line.
enum Subcommand {
  /// The subcommand that `word` is a slip of, or `nil` if it is none; names of fewer than four letters are no evidence.
  static func misspelled(_ word: String, among names: [String]) -> String? {
    guard word.count >= 4, word.allSatisfy({ $0.isASCII && $0.isLetter }), !names.contains(word) else {
      return nil
    }
    return names.first { $0.count >= 4 && Suggestions.editDistance(Array(word), Array($0)) == 1 }
  }
}
