import ApusNotation
import ApusNumerics
import ApusTerms
import ArgumentParser

/// `apus eval EXPR… --at x=0:1:100000`, and `apus eval EXPR… --input data.csv`.
struct TabulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Computes expressions at many points, in machine numbers.",
    discussion: """
      One line a point: the value of the variable with a range, then those of the expressions, separated by tabs. With a table, a row \
      for each of its rows in the same format; the columns are the variables, by name, and an empty cell is nan. Where a value is \
      not real or does not exist, it is nan, in JSON null.
      """)

  @Argument(help: ArgumentHelp("The expressions; verbs such as diff work.", valueName: "expr"))
  var expressions: [String]

  @Option(
    help: ArgumentHelp(
      "A value, x=2, or evenly spaced ones, x=FROM:TO:COUNT; one variable may have a range.", valueName: "x=…"
    ))
  var at: [String] = []

  @Option(
    help: ArgumentHelp("A table whose columns are the variables; - is standard input.", valueName: "file"))
  var input: String?

  @Option(help: "How the table is written: csv, tsv or jsonl; by the name of the file unless stated.")
  var format: TableFormat?

  @Flag(help: "Repeat the rows of the table before the values.")
  var keep = false

  @Option(help: "How many threads compute.")
  var threads = 1

  func validate() throws {
    for text in at where GridAxis(text) == nil {
      throw ValidationError("'\(text)' is neither like x=2 nor like x=0:1:11.")
    }
    if at.compactMap({ GridAxis($0)?.count }).count > 1 {
      throw ValidationError("Only one variable may have a range.")
    }
    if input == nil, keep || format != nil { throw ValidationError("--keep and --format go with --input.") }
    if input != nil, at.contains(where: { GridAxis($0)?.count != nil }) {
      throw ValidationError("With --input no variable has a range.")
    }
    if let input, format == nil, TableFormat(path: input) == nil {
      throw ValidationError("State how the table is written, with --format csv, tsv or jsonl.")
    }
    if !(1...1024).contains(threads) { throw ValidationError("Between 1 and 1024 threads compute.") }
  }

  func run() throws {
    Signals.endOnInterrupt()
    var current = ""
    do throws(Diagnostic) {
      if let input { try evaluate(table: input, &current) } else { try tabulate(&current) }
    } catch {
      ErrorDisplay().show(error, in: current)
      try (error.code == "unreadable-file" ? ExitStatus.noInput : .failure).throwUnlessSuccess()
    }
  }

  // MARK: - Tables

  private func evaluate(table path: String, _ current: inout String) throws(Diagnostic) {
    let named = try NumericInput.named(expressions, current: &current)
    let fixed = at.compactMap { GridAxis($0) }
    let parameters = fixed.map { Symbol($0.name) }
    let variables = NumericInput.symbols(of: named.map(\.expression)).filter { !parameters.contains($0) }
    let function: CompiledFunction
    do throws(CompileError) {
      function = try named.map(\.expression).compiled(over: variables, parameters: parameters)
    } catch {
      throw Diagnostic(error)
    }
    let evaluation = ColumnEvaluation(
      function: function, parameters: fixed.map { $0.value(0) }, names: named.map(\.name),
      format: format ?? TableFormat(path: path) ?? .csv, threads: threads, keepsInput: keep)
    if path == "-" { return try evaluation.run(0) }
    let file: InputFile
    do throws(SystemError) {
      file = try InputFile(path: path)
    } catch {
      throw Diagnostic("unreadable-file", "cannot read \(path): \(error.message)")
    }
    try evaluation.run(file.descriptor)
  }

  // MARK: - Ranges

  private func tabulate(_ input: inout String) throws(Diagnostic) {
    let axes = at.compactMap { GridAxis($0) }
    let expressions = try NumericInput.expressions(expressions, current: &input)
    let function: CompiledFunction
    let ranged = axes.filter { $0.count != nil }
    let fixed = axes.filter { $0.count == nil }
    do throws(CompileError) {
      function = try expressions.compiled(
        over: ranged.map { Symbol($0.name) }, parameters: fixed.map { Symbol($0.name) })
    } catch {
      throw Diagnostic(error)
    }
    let parameters = fixed.map { $0.value(0) }
    var output = Output.standard
    guard let axis = ranged.first, let count = axis.count else {
      output.writeLine(
        function.values(at: [], parameters: parameters).map { Self.text($0) }.joined(separator: "\t"))
      return
    }
    var progress = ProgressLine(rows: count)
    defer { progress?.clear() }
    // Some points at a time, so that the table can be longer than the memory.
    for start in stride(from: 0, to: count, by: Self.chunk) {
      let column = (start..<min(start + Self.chunk, count)).map { axis.value($0) }
      let values = function.values(columns: [column], parameters: parameters, threads: threads)
      for (i, x) in column.enumerated() {
        output.write("\(x)")
        for value in values { output.write("\t" + Self.text(value[i])) }
        output.write("\n")
      }
      output.flush()
      progress?.add(rows: column.count)
    }
  }

  private static var chunk: Int { 1 << 16 }

  /// A NaN has no sign.
  private static func text(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }
}
