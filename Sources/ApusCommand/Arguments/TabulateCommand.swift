import ApusNotation
import ApusNumerics
import ApusTerms
import ArgumentParser

/// `apus eval EXPR… --at x=0:1:100000`.
struct TabulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Computes expressions at many points, in machine numbers.",
    discussion: """
      One line a point: the value of the variable with a range, then those of the expressions, separated by tabs. Where a value is not \
      real or does not exist, it is nan.
      """)

  @Argument(help: ArgumentHelp("The expressions; verbs such as diff work.", valueName: "expr"))
  var expressions: [String]

  @Option(
    help: ArgumentHelp(
      "A value, x=2, or evenly spaced ones, x=FROM:TO:COUNT; one variable may have a range.", valueName: "x=…"
    ))
  var at: [String] = []

  @Option(help: "How many threads compute.")
  var threads = 1

  func validate() throws {
    for text in at where GridAxis(text) == nil {
      throw ValidationError("'\(text)' is neither like x=2 nor like x=0:1:11.")
    }
    if at.compactMap({ GridAxis($0)?.count }).count > 1 {
      throw ValidationError("Only one variable may have a range.")
    }
    if !(1...1024).contains(threads) { throw ValidationError("Between 1 and 1024 threads compute.") }
  }

  func run() throws {
    Signals.endOnInterrupt()
    var input = ""
    do throws(Diagnostic) {
      try tabulate(&input)
    } catch {
      ErrorDisplay().show(error, in: input)
      try ExitStatus.failure.throwUnlessSuccess()
    }
  }

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
    }
  }

  private static var chunk: Int { 1 << 16 }

  /// A NaN has no sign.
  private static func text(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }
}
