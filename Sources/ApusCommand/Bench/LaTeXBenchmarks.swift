import Apus
import ApusNotation

extension Benchmarks {
  /// Reading formulas in LaTeX and writing them in Python, one after the other, as a converter does, and each half of it alone.
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
    Benchmark("latex/read_201_formulas_x100", size: 20_100) {
      let formulas = try FormulaFile.lines()
      return (
        run: { (0..<100).reduce(0) { count, _ in count + FormulaFile.read(formulas) } },
        check: { (count: Int) in .text("\(count)/\(100 * formulas.count) read") }
      )
    },
    Benchmark("latex/write_201_formulas_x100", size: 20_100) {
      let systems = FormulaFile.systems(try FormulaFile.lines())
      return (
        run: { (0..<100).reduce(0) { count, _ in count + FormulaFile.written(systems) } },
        check: { (count: Int) in .text("\(count)/\(100 * systems.count) written") }
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
      guard let system = try? system(of: formula, reader), let written = try? writer.text(of: system) else {
        continue
      }
      count += written.text.isEmpty ? 0 : 1
    }
    return count
  }

  /// How many formulas were read.
  static func read(_ formulas: [String]) -> Int {
    let reader = LaTeXReader()
    return formulas.count { (try? reader.readings(of: $0)) != nil }
  }

  /// What was read, ready to be written.
  static func systems(_ formulas: [String]) -> [[Formula]] {
    let reader = LaTeXReader()
    return formulas.compactMap { try? system(of: $0, reader) }
  }

  /// How many systems were written as SymPy programs.
  static func written(_ systems: [[Formula]]) -> Int {
    let writer = SymPyWriter()
    return systems.count { (try? writer.text(of: $0)) != nil }
  }

  private static func system(of formula: String, _ reader: LaTeXReader) throws -> [Formula] {
    try reader.readings(of: formula).map { Formula($0.expression, symbols: $0.symbols) }
  }
}
