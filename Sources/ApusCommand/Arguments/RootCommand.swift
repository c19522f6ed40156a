import ArgumentParser

/// The command line as the argument parser sees it: help, subcommands, and every mistake.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apus",
    abstract: "Computer algebra: evaluates expressions, converts notation, explains itself.",
    usage: """
      apus [EXPR ...] [--jsonl] [--timeout TIME] [--color WHEN]
      apus SUBCOMMAND
      """,
    discussion: """
      Without arguments: a prompt on a terminal; otherwise every line of standard input is evaluated, one line of output \
      for each.
      """,
    version: "apus \(Version.current)",
    subcommands: [
      EvaluateCommand.self, ConvertCommand.self, SimplifyCommand.self, EqualCommand.self, CompileCommand.self,
      TabulateCommand.self, SimulateCommand.self, CheckCommand.self, DocCommand.self, ExplainCommand.self,
      BenchCommand.self,
    ],
    defaultSubcommand: EvaluateCommand.self)

  /// The names that the first argument can have without being an expression.
  static let subcommandNames = [
    "evaluate", "convert", "simplify", "equal", "compile", "eval", "simulate", "check", "doc", "explain",
    "bench", "help",
  ]
}
