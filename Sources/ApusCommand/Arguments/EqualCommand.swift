import ApusNotation
import ArgumentParser

/// `apus equal A B`.
struct EqualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equal", abstract: "Tells whether two expressions are equal wherever both have a value.",
    usage: "apus equal A B [--assume TEXT] [--jsonl] [--timeout TIME] [--color WHEN]",
    discussion: """
      Prints true, false or unknown; the exit code is 0, 1 or 2. Symbols are complex unless assumptions say otherwise, and roots and \
      logarithms are principal values. For false a point is told at which the two differ.
      """)

  @Argument(help: "The one expression.")
  var a: String

  @Argument(help: "The other expression.")
  var b: String

  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    Signals.endOnInterrupt()
    let errors = ErrorDisplay(color: output.color)
    guard let session = assumptions.session(errors) else { throw ExitCode(ExitStatus.failure.rawValue) }
    let start = Clock.nanoseconds
    var evaluator = BoundedResponder(EqualResponder(session), timeLimit: output.timeout?.seconds)
    var (input, result) = (a, evaluator.result(for: a))
    if case .success = result { (input, result) = (b, evaluator.result(for: b)) }
    if case .success = result {
      input = "\(a) == \(b)"
      result = evaluator.result(for: input)
    }
    if output.jsonl {
      let milliseconds = Double(Clock.nanoseconds - start) * 1e-6
      let record = AnswerRecord(id: .null, input: input, result: result, milliseconds: milliseconds)
      var standard = Output.standard
      standard.write(record.line)
      standard.flush()
    } else {
      show(result, input, errors)
    }
    try status(of: result).throwUnlessSuccess()
  }

  private func show(_ result: Result<Response, Diagnostic>, _ input: String, _ errors: ErrorDisplay) {
    switch result {
    case .success(let response):
      var standard = Output.standard
      standard.writeLine(response.text)
      standard.flush()
      errors.show(remarksOn: response)
    case .failure(let diagnostic): errors.show(diagnostic, in: input)
    }
  }

  private func status(of result: Result<Response, Diagnostic>) -> ExitStatus {
    switch result {
    case .success(let response):
      switch response.text {
      case "true": .success
      case "false": .failure
      default: .undecided
      }
    case .failure(let diagnostic): diagnostic.code == "timeout" ? .timeLimit : .failure
    }
  }
}
