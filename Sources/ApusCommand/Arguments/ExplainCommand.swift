import ApusNotation
import ArgumentParser

/// `apus explain CODE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains what an error code means; lists the codes if none is given.")

  @Argument(help: "The codes, as they stand in brackets after 'error'.")
  var code: [String] = []

  func run() throws {
    var output = Output.standard
    if code.isEmpty {
      for explanation in Explanation.all.sorted(by: { $0.code < $1.code }) {
        output.write(explanation.code + "\n")
      }
      return output.flush()
    }
    var status = ExitStatus.success
    for code in code {
      do {
        for line in try Explanation.of(code).lines { output.write(line + "\n") }
      } catch {
        ErrorDisplay().show(error)
        status = .failure
      }
    }
    output.flush()
    try status.throwUnlessSuccess()
  }
}
