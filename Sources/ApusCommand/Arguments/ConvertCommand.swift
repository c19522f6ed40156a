import ApusNotation
import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `apus convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes formulas in another notation: LaTeX to Python, above all.",
    usage: "apus convert [--from NOTATION] [--to NOTATION] [TEXT | FILE | - ...] [--jsonl] [--timeout TIME]",
    discussion: """
      Each TEXT is converted; an argument that names a file stands for its contents, and - for the lines of standard input, \
      which are read too when nothing is named. What is not understood is an error with its place, never left out.
      """)

  @Option(help: "The notation to read: \(names(SourceNotation.allCases.map(\.rawValue))).")
  var from = SourceNotation.auto

  @Option(help: "The notation to write: \(names(NotationTarget.allCases.map(\.rawValue))).")
  var to = NotationTarget.python

  @Argument(help: ArgumentHelp("What to convert.", valueName: "text"))
  var inputs: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    Signals.endOnInterrupt()
    var stream = AnswerStream(
      ConversionResponder(from: from, to: to), format: output.jsonl ? .jsonLines : .plain,
      timeLimit: output.timeout?.seconds, errors: ErrorDisplay(color: output.color), output: .standard)
    for input in inputs.isEmpty ? ["-"] : inputs { try answer(input, &stream) }
    try stream.status.throwUnlessSuccess()
  }

  private func answer(_ input: String, _ stream: inout AnswerStream<ConversionResponder>) throws {
    if input == "-" { return stream.answerLines(of: STDIN_FILENO, name: "<stdin>") }
    guard Self.namesFile(input) else { return stream.answer(text: Array(input.utf8)) }
    do throws(SystemError) {
      let file = try InputFile(path: input)
      stream.answerLines(of: file.descriptor, name: input)
    } catch {
      ErrorDisplay(color: output.color).show(
        Diagnostic("unreadable-file", "cannot read \(input): \(error.message)"))
      throw ExitCode(ExitStatus.noInput.rawValue)
    }
  }

  /// Whether an argument is the path of a file: one that exists, or that ends like one.
  private static func namesFile(_ input: String) -> Bool {
    if access(input, F_OK) == 0 { return true }
    let suffixes = [".tex", ".md", ".txt", ".jsonl"]
    return suffixes.contains { input.hasSuffix($0) }
      && !input.contains { $0 == "\\" || $0 == "$" || $0 == " " }
  }

  private static func names(_ all: [String]) -> String { all.joined(separator: ", ") }
}

extension SourceNotation: ExpressibleByArgument {}
extension NotationTarget: ExpressibleByArgument {}
