import Apus
import ApusNotation

extension Benchmarks {
  /// Reading formulas in LaTeX and writing them in Python, one after the other, as a converter does.
  static let latex = [
    Benchmark("latex/201_formulas", size: 201) {
      let formulas = try FormulaFile.lines()
      return (
        run: { FormulaFile.converted(formulas) },
        check: { (count: Int) in .text("\(count)/\(formulas.count) converted") }
      )
    },
    Benchmark("latex/201_formulas_x100", size: 20_100) {
      let formulas = try FormulaFile.lines()
      return (
        run: { (0..<100).reduce(0) { count, _ in count + FormulaFile.converted(formulas) } },
        check: { (count: Int) in .text("\(count)/\(100 * formulas.count) converted") }
      )
    },
  ]
}

/// The formulas of the workload, one a line: the file that `APUS_FORMULAS` names.
private enum FormulaFile {
  static func lines() throws -> [String] {
    let path = Environment.variable("APUS_FORMULAS") ?? "../shared/peers/g_formulas.txt"
    let text = String(decoding: try InputFile(path: path).contents(), as: UTF8.self)
    return text.split(separator: "\n").map { String($0) }
  }

  /// How many formulas were read and written as a SymPy program.
  static func converted(_ formulas: [String]) -> Int {
    let reader = LaTeXReader()
    let writer = SymPyWriter()
    var count = 0
    for formula in formulas {
      guard let readings = try? reader.readings(of: formula),
        let written = try? writer.text(of: readings.map { Formula($0.expression, symbols: $0.symbols) })
      else { continue }
      count += written.text.isEmpty ? 0 : 1
    }
    return count
  }
}
