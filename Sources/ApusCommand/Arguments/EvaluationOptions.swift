import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line asks for when it names no subcommand: evaluate expressions, a stream, or prompt for them.
struct EvaluationOptions: Equatable {
  /// The expressions, as the bytes of the command line.
  var expressions: [[UInt8]] = []
  /// Whether to read standard input, a terminal too, as a stream of lines: the argument `-`.
  var readsInput = false
  /// Whether to speak JSON, one object a line.
  var isJSONLines = false
  /// The seconds that one input may take.
  var timeLimit: Double?
  /// When to colour.
  var color = ColorChoice.auto

  /// Does what is asked for.
  func run() -> ExitStatus {
    let isInteractive =
      expressions.isEmpty && !isJSONLines && !readsInput && Environment.isTerminal(STDIN_FILENO)
      && Environment.isTerminal(STDOUT_FILENO)
    if isInteractive {
      var prompt = Prompt(timeLimit: timeLimit, color: color)
      return prompt.run()
    }
    Signals.endOnInterrupt()
    var stream = AnswerStream(
      SessionResponder(), format: isJSONLines ? .jsonLines : .plain, timeLimit: timeLimit,
      errors: ErrorDisplay(color: color), output: .standard)
    for expression in expressions { stream.answer(text: expression) }
    if expressions.isEmpty || readsInput { stream.answerLines(of: STDIN_FILENO, name: "<stdin>") }
    return stream.status
  }
}
