/// Reads the command line of plain evaluation by hand: the argument parser costs more time than the answer.
///
/// What this does not understand at once is left to the argument parser, which knows the same options, the subcommands and
/// all error messages.
enum FastArguments {
  /// What the arguments ask for, or `nil` if the argument parser has to look at them.
  static func options(from arguments: [[UInt8]], subcommands: [String]) -> EvaluationOptions? {
    var options = EvaluationOptions()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch String(decoding: argument, as: UTF8.self) {
      case "--":
        options.expressions += rest
        return options
      case "-e", "--expression":
        guard let expression = rest.popFirst() else { return nil }
        options.expressions.append(expression)
      case "-": options.readsInput = true
      case "--jsonl": options.isJSONLines = true
      case "--timeout":
        guard let value = rest.popFirst(),
          let seconds = DurationText.seconds(in: String(decoding: value, as: UTF8.self))
        else { return nil }
        options.timeLimit = seconds
      case "--color":
        guard let value = rest.popFirst(),
          let color = ColorChoice(rawValue: String(decoding: value, as: UTF8.self))
        else { return nil }
        options.color = color
      case let text where text.hasPrefix("-") && !isExpression(text): return nil
      case let text:
        if options.expressions.isEmpty, isNearSubcommand(text, subcommands) { return nil }
        options.expressions.append(argument)
      }
    }
    return options
  }

  /// Whether an argument with a leading minus is mathematics and no option: `-3`, `-(x + 1)`, `-x^2`.
  static func isExpression(_ text: String) -> Bool {
    let rest = text.dropFirst()
    guard let first = rest.first, first != "-" else { return false }
    return !first.isLetter || !rest.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "=" }
  }

  /// Whether a word is a subcommand, or so close to one that it must be a slip and no symbol.
  static func isNearSubcommand(_ word: String, _ subcommands: [String]) -> Bool {
    subcommands.contains(word) || Subcommand.misspelled(word, among: subcommands) != nil
  }
}
