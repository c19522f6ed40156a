import ApusNotation
import ArgumentParser

/// `apus doc NAME`.
struct DocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Tells what a function, an operator or an error code means.")

  @Argument(help: ArgumentHelp("What to look up, such as sin, diff or :=.", valueName: "name"))
  var names: [String]

  func run() throws {
    var output = Output.standard
    var status = ExitStatus.success
    let responder = SessionResponder()
    for (index, name) in names.enumerated() {
      do {
        let text = try responder.documentation(of: name)
        output.writeLine(index > 0 ? "\n" + text : text)
      } catch {
        ErrorDisplay().show(error)
        status = .failure
      }
    }
    try status.throwUnlessSuccess()
  }
}
