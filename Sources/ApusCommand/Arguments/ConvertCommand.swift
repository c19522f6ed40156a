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
    commandName: "convert", abstract: "Converts formulas from one notation to another.",
    discussion: """
      Formulas are given as arguments, in files, or on standard input: a line each, and displays and environments whole. \
      An argument that ends in .tex, .txt or .md is a file, - is standard input.
      """)

  @Option(help: "The notation of the formulas: \(SourceNotation.list).")
  var from = SourceNotation.latex

  @Option(help: "The notation to write: \(NotationTarget.list).")
  var to = NotationTarget.python

  @Argument(help: "The formulas and files.")
  var inputs: [String] = []

  @Option(
    name: [.customShort("e"), .customLong("expression")], help: "One more formula, whatever it looks like.")
  var expressions: [String] = []

  @Option(help: "One more file, whatever its name.")
  var file: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    Signals.endOnInterrupt()
    let responder = ConversionResponder(from: from, to: to, keepsDefinitions: !output.jsonl)
    var stream = AnswerStream(
      responder, format: output.jsonl ? .jsonLines : .plain, timeLimit: output.timeout?.seconds,
      errors: ErrorDisplay(color: output.color), output: .standard)
    for input in inputs {
      switch Self.kind(of: input) {
      case .standardInput: stream.answerLines(of: STDIN_FILENO, name: "<stdin>")
      case .file: stream.answerLines(ofFile: input)
      case .formula: stream.answer(text: Array(input.utf8))
      }
    }
    for expression in expressions { stream.answer(text: Array(expression.utf8)) }
    for path in file { stream.answerLines(ofFile: path) }
    if inputs.isEmpty, expressions.isEmpty, file.isEmpty {
      stream.answerLines(of: STDIN_FILENO, name: "<stdin>")
    }
    try stream.status.throwUnlessSuccess()
  }

  /// What an argument is, by its look and not by what files happen to exist.
  enum InputKind: Equatable { case formula, file, standardInput }

  static func kind(of input: String) -> InputKind {
    if input == "-" { return .standardInput }
    let isPath = input.allSatisfy { !$0.isWhitespace && !"\\{}^$=".contains($0) }
    let endings = [".tex", ".ltx", ".txt", ".md", ".jsonl"]
    return isPath && endings.contains { input.hasSuffix($0) && input.count > $0.count } ? .file : .formula
  }
}

extension SourceNotation: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension NotationTarget: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
