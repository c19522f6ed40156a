import ApusAlgebra
import ApusNotation
import ApusRewriting
import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `apus simplify EXPR…`.
struct SimplifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simplify", abstract: "Gives simpler forms of expressions.",
    usage: """
      apus simplify [EXPR ...] [--steps] [--assume TEXT] [--by METHOD] [--cost MEASURE] [--cycles FILE] [--jsonl]
      """,
    discussion: "Without expressions every line of standard input is simplified, one output line for each.")

  @Argument(
    help: ArgumentHelp("What to simplify; - stands for the lines of standard input.", valueName: "expr"))
  var expressions: [String] = []

  @OptionGroup var assumptions: AssumptionOptions

  @Flag(help: "Show the rules that were applied: the part replaced, what took its place, and the conditions.")
  var steps = false

  @Option(help: "How: rewriting by rules one after another, or saturation, which holds all forms at once.")
  var by = MethodName.rewriting

  @Option(
    help: "What is made small by saturation: size, operations or cycles; rewriting makes the size small.")
  var cost = ExpressionCost.size

  @Option(
    help: ArgumentHelp(
      "What operations cost with --cost cycles: a table that apus bench --calibrate has printed.",
      valueName: "file"))
  var cycles: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if by == .rewriting && cost != .size {
      throw ValidationError("--cost \(cost.rawValue) needs --by saturation.")
    }
    if cycles != nil && cost != .cycles { throw ValidationError("--cycles needs --cost cycles.") }
  }

  func run() throws {
    Signals.endOnInterrupt()
    let errors = ErrorDisplay(color: output.color)
    guard let session = assumptions.session(errors) else { throw ExitCode(ExitStatus.failure.rawValue) }
    guard let table = cycleTable(errors) else { throw ExitCode(ExitStatus.failure.rawValue) }
    let method = by.method(cost: cost, cycles: table)
    let responder = SimplifyResponder(session, by: method, keepingSteps: steps)
    var stream = AnswerStream(
      responder, format: output.jsonl ? .jsonLines : .plain, timeLimit: output.timeout?.seconds,
      errors: errors, output: .standard)
    for expression in expressions where expression != "-" { stream.answer(text: Array(expression.utf8)) }
    if expressions.isEmpty || expressions.contains("-") {
      stream.answerLines(of: STDIN_FILENO, name: "<stdin>")
    }
    try stream.status.throwUnlessSuccess()
  }

  /// The table of cycles that is named, or the standard one; a mistake in it is shown, and gives none.
  private func cycleTable(_ errors: ErrorDisplay) -> CycleTable? {
    guard let cycles else { return .standard }
    do throws(SystemError) {
      let text = String(decoding: try InputFile(path: cycles).contents(), as: UTF8.self)
      if let table = CycleTable(text: text) { return table }
      errors.show(
        Diagnostic(
          "malformed-cycle-table", "\(cycles) is no table of cycles",
          help: ["each line has a name and a positive whole number, as apus bench --calibrate prints them"]))
    } catch {
      errors.show(Diagnostic("unreadable-file", "cannot read \(cycles): \(error.message)"))
    }
    return nil
  }
}

/// The ways of simplifying by name.
enum MethodName: String, CaseIterable, ExpressibleByArgument {
  case rewriting, saturation

  func method(cost: ExpressionCost, cycles: CycleTable) -> SimplificationMethod {
    switch self {
    case .rewriting: .rewriting
    case .saturation:
      .saturation(
        SaturationOptions(
          cost: cost, cycles: cycles, limits: SearchLimits(nodes: 8000, time: .seconds(5)), rules: .saturation
        ))
    }
  }
}

extension ExpressionCost: ExpressibleByArgument {}

/// What commands on expressions take for granted.
struct AssumptionOptions: ParsableArguments {
  @Option(
    name: .customLong("assume"),
    help: ArgumentHelp(
      "What holds of the symbols, such as 'x > 0', 'integer(n)' or 'n: integer'; may be given several times.",
      valueName: "text"))
  var texts: [String] = []

  /// A session with the assumptions; a mistake in one is shown, and gives none.
  func session(_ errors: ErrorDisplay) -> AlgebraSession? {
    do throws(AssumptionMistake) {
      let session = try AlgebraSession(assuming: texts)
      for warning in session.warnings { errors.show(warning: warning) }
      return session
    } catch {
      errors.show(error.diagnostic, in: error.text)
      return nil
    }
  }
}
