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
      An argument that ends in .tex, .txt or .md is a file, - is standard input. Of a LaTeX or Markdown document every \
      formula is converted.
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

  @Option(
    help: """
      How formulas stand in files and on standard input: \(InputLayout.list). A document is known by its name or its \
      beginning.
      """)
  var layout = InputLayout.auto

  @Option(
    help: ArgumentHelp(
      "How to read names and signs: 'f: function', 'e: symbol', \"': name\", 'x > 0'; see Docs/LaTeX.md.",
      valueName: "assumption"))
  var assume: [String] = []

  @Option(help: "A file with definitions of macros that hold for all formulas.")
  var macros: [String] = []

  @Option(help: "Whether formulas are read together or each by itself: auto, shared or separate.")
  var context = ContextChoice.auto

  @Option(
    help: ArgumentHelp(
      "Break LaTeX longer than that, before relations and before the signs of sums.", valueName: "bytes"))
  var lineWidth: Int?

  @Flag(help: "Evaluate every answer at random points, here and in python3, and refuse those that differ.")
  var verify = false

  @Option(help: ArgumentHelp("The Python that --verify runs.", valueName: "path"))
  var python = "python3"

  @Option(help: ArgumentHelp("How many threads to use; all cores by default.", valueName: "n"))
  var jobs: Int?

  @Flag(inversion: .prefixedNo, help: "Print how many formulas were converted and why others were not.")
  var summary: Bool?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a positive number.") }
    if let lineWidth {
      if lineWidth < 1 { throw ValidationError("--line-width takes a positive number.") }
      if to != .latex { throw ValidationError("--line-width goes with --to latex.") }
    }
  }

  func run() throws {
    Signals.endOnInterrupt()
    var settings = try settings()
    settings.macros = try macroTable()
    let verifier = try startedVerifier()
    var run = ConversionRun(settings, verifier: verifier)
    for input in inputs {
      switch Self.kind(of: input) {
      case .standardInput: run.convertStandardInput()
      case .file: run.convert(file: input)
      case .formula: run.convert(argument: input)
      }
    }
    for expression in expressions { run.convert(argument: expression) }
    for path in file { run.convert(file: path) }
    if inputs.isEmpty, expressions.isEmpty, file.isEmpty { run.convertStandardInput() }
    run.finish()
    try run.status.throwUnlessSuccess()
  }

  // MARK: Parts

  private func settings() throws -> ConversionSettings {
    var assumptions = LaTeXAssumptions()
    do {
      for text in assume { for assumption in try LaTeXAssumption.list(text) { assumptions.add(assumption) } }
    } catch {
      ErrorDisplay(color: output.color).show(error)
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    let converter = Converter(
      source: from, target: to, options: WritingOptions(lineWidth: lineWidth), assumptions: assumptions,
      timeLimit: output.timeout?.seconds)
    return ConversionSettings(
      converter: converter, isJSONLines: output.jsonl, jobs: jobs ?? Environment.coreCount, layout: layout,
      sharesContext: context.sharing, showsSummary: summary, color: output.color)
  }

  private func startedVerifier() throws -> Verifier? {
    guard verify else { return nil }
    do throws(Diagnostic) {
      return try Verifier.starting(for: to, python: python)
    } catch {
      ErrorDisplay(color: output.color).show(error)
      throw ExitCode((error.code == "not-verifiable" ? ExitStatus.usage : .unavailable).rawValue)
    }
  }

  /// The macros of the files that were named.
  private func macroTable() throws -> LaTeXMacroTable {
    var table = LaTeXMacroTable()
    for path in macros {
      do throws(SystemError) {
        let file = try InputFile(path: path)
        let text = String(decoding: try file.contents(), as: UTF8.self)
        for case .definition(let source, _) in DocumentScanner.items(of: text, markup: .latex) {
          try? table.define(source)
        }
      } catch {
        ErrorDisplay(color: output.color).show(
          Diagnostic("unreadable-file", "cannot read \(path): \(error.message)"))
        throw ExitCode(ExitStatus.noInput.rawValue)
      }
    }
    return table
  }

  /// What an argument is, by its look and not by what files happen to exist.
  enum InputKind: Equatable { case formula, file, standardInput }

  static func kind(of input: String) -> InputKind {
    if input == "-" { return .standardInput }
    let isPath = input.allSatisfy { !$0.isWhitespace && !"\\{}^$=".contains($0) }
    let endings = [".tex", ".ltx", ".txt", ".md", ".markdown", ".qmd", ".rmd", ".Rmd", ".jsonl"]
    return isPath && endings.contains { input.hasSuffix($0) && input.count > $0.count } ? .file : .formula
  }
}

/// Whether formulas are read together.
enum ContextChoice: String, CaseIterable, ExpressibleByArgument {
  /// Those of a document are.
  case auto
  case shared, separate

  var sharing: Bool? {
    switch self {
    case .auto: nil
    case .shared: true
    case .separate: false
    }
  }
}

extension InputLayout: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension SourceNotation: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension NotationTarget: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
