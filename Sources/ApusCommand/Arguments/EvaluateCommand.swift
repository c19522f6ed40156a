import ArgumentParser

/// `apus EXPR…`, with all the options that the fast path knows.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluates expressions, or the lines of standard input.",
    usage: "apus [EXPR ...] [--jsonl] [--timeout TIME] [--color WHEN]",
    discussion: "The word 'evaluate' can be left out.")

  @Argument(
    help: ArgumentHelp("What to evaluate; - stands for the lines of standard input.", valueName: "expr"))
  var expressions: [String] = []

  @Option(name: [.customShort("e"), .long], help: "One more expression, also if it begins with a minus.")
  var expression: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let word = expressions.first else { return }
    if let name = Subcommand.misspelled(word, among: RootCommand.subcommandNames) {
      throw ValidationError(
        "There is no command '\(word)'. Did you mean '\(name)'? To evaluate it: apus -e \(word)")
    }
  }

  /// What the command line asks for.
  var options: EvaluationOptions {
    EvaluationOptions(
      expressions: (expressions.filter { $0 != "-" } + expression).map { Array($0.utf8) },
      readsInput: expressions.contains("-"), isJSONLines: output.jsonl, timeLimit: output.timeout?.seconds,
      color: output.color)
  }

  func run() throws {
    try options.run().throwUnlessSuccess()
  }
}

/// The options that every answering command shares.
struct OutputOptions: ParsableArguments {
  @Flag(
    help: "Speak JSON, one object a line: {\"id\": …, \"input\": \"…\"} in, exactly one answer a line out.")
  var jsonl = false

  @Option(help: ArgumentHelp("The time that one input may take, such as 2s, 500ms or 1m.", valueName: "time"))
  var timeout: TimeLimit?

  @Option(help: "When to colour: auto, always or never; auto honours NO_COLOR.")
  var color = ColorChoice.auto
}

extension ColorChoice: ExpressibleByArgument {}

/// A time limit on the command line.
struct TimeLimit: ExpressibleByArgument {
  var seconds: Double

  init?(argument: String) {
    guard let seconds = DurationText.seconds(in: argument) else { return nil }
    self.seconds = seconds
  }
}

extension ExitStatus {
  /// Ends a command of the argument parser with this status.
  func throwUnlessSuccess() throws {
    if self != .success { throw ExitCode(rawValue) }
  }
}
