import ApusTerms

// What stands before and behind the operations: comments, imports, the patterns of sparse matrices, signatures.
extension SourceWriter {
  mutating func writeHead() {
    comment()
    switch dialect.language {
    case .c: lines += ["#include <math.h>", ""]
    case .swift:
      lines += [
        "#if canImport(Glibc)", "import Glibc", "#elseif canImport(Darwin)", "import Darwin", "#endif", "",
      ]
    case .numpy:
      lines.append("import numpy as np")
      if usesSpecialFunctions { lines.append("from scipy import special") }
      if form.isSparse { lines.append("from scipy import sparse") }
      lines.append("")
    case .jax:
      lines.append("import jax.numpy as jnp")
      if usesSpecialFunctions { lines.append("from jax.scipy import special") }
      if form.isSparse { lines.append("from jax.experimental import sparse") }
      lines.append("")
    case .julia:
      if usesSpecialFunctions { lines.append("using SpecialFunctions") }
      if form.isSparse { lines.append("using SparseArrays") }
    case .matlab: break
    case .stan: lines.append("functions {")
    }
    if case .sparse(let pattern) = form { writePattern(pattern) }
  }

  private mutating func comment() {
    let mark =
      switch dialect.language {
      case .c, .swift, .stan: "// "
      case .matlab: "% "
      default: "# "
      }
    lines.append(mark + "x: " + program.variables.map { Self.oneLine($0.name) }.joined(separator: ", "))
    if !program.parameters.isEmpty {
      lines.append(mark + "p: " + program.parameters.map { Self.oneLine($0.name) }.joined(separator: ", "))
    }
  }

  /// A name that cannot end a comment.
  private static func oneLine(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 32 || $0 == "\\" ? " " : $0 }))
  }

  private var usesSpecialFunctions: Bool {
    program.instructions.contains { [.erf, .erfc, .gamma, .logGamma].contains($0.opcode) }
  }

  mutating func begin() {
    switch dialect.language {
    case .c:
      lines.append("void \(name)(const double *x, const double *p, double *y) {")
      lines.append("  (void)x; (void)p;")
    case .swift:
      lines.append("func \(name)(")
      lines.append(
        "  _ x: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>")
      lines.append(") {")
    case .numpy: lines.append("def \(name)(x, p\(form == .usual ? "=()" : ", y")):")
    case .jax: lines.append("def \(name)(x, p=()):")
    case .julia: lines.append("function \(name)!(y, x, p)")
    case .matlab:
      switch form {
      case .usual: lines.append("function y = \(name)(x, p)")
      case .inPlace: lines.append("function y = \(name)(y, x, p)")
      case .sparse(let pattern):
        lines += ["function y = \(name)(x, p)", "v = zeros(\(pattern.count), 1);"]
      }
    case .stan:
      lines.append("  vector \(name)(vector x, vector p) {")
      lines.append("    vector[\(program.outputs.count)] y;")
    }
  }

  mutating func end() {
    switch dialect.language {
    case .c, .swift: lines.append("}")
    case .numpy: if form != .usual { lines.append("    return y") }
    case .jax: break
    case .julia: lines += ["  return y", "end"]
    case .matlab:
      if case .sparse(let pattern) = form {
        lines += [
          "y = sparse([\(list(pattern.rows, 1))], [\(list(pattern.columns, 1))], v, \(pattern.rowCount), \(pattern.columnCount));"
        ]
      }
      lines.append("end")
    case .stan: lines += ["    return y;", "  }"]
    }
  }

  /// What is defined behind the function.
  mutating func writeTail() {
    if dialect.language == .matlab {
      let opcodes = Set(program.instructions.map(\.opcode))
      if opcodes.contains(.select) { lines += ["", Dialect.matlabSelection] }
      if opcodes.contains(.round) { lines += ["", Dialect.matlabRounding] }
    }
    if case .sparse(let pattern) = form { writeMatrix(pattern) }
    if dialect.language == .stan { lines.append("}") }
  }

  // MARK: - Sparse matrices

  private func list(_ numbers: [Int], _ base: Int) -> String {
    numbers.map { "\($0 + base)" }.joined(separator: ", ")
  }

  private mutating func writePattern(_ pattern: SparsityPattern) {
    let (starts, columns) = (list(pattern.rowStarts, 0), list(pattern.columns, 0))
    switch dialect.language {
    case .c:
      lines += [
        "enum { \(name)_rows = \(pattern.rowCount), \(name)_columns = \(pattern.columnCount), \(name)_count = \(pattern.count) };",
        "const int \(name)_row_starts[] = {\(starts)};",
        "const int \(name)_column_of[] = {\(columns.isEmpty ? "0" : columns)};", "",
      ]
    case .swift:
      lines += [
        "let \(name)_rows = \(pattern.rowCount), \(name)_columns = \(pattern.columnCount)",
        "let \(name)_row_starts: [Int] = [\(starts)]", "let \(name)_column_of: [Int] = [\(columns)]", "",
      ]
    case .numpy:
      lines += [
        "\(name)_shape = (\(pattern.rowCount), \(pattern.columnCount))",
        "\(name)_row_starts = np.array([\(starts)], dtype=np.int32)",
        "\(name)_column_of = np.array([\(columns)], dtype=np.int32)", "",
      ]
    case .jax:
      let places = zip(pattern.rows, pattern.columns).map { "[\($0), \($1)]" }.joined(separator: ", ")
      lines += [
        "\(name)_shape = (\(pattern.rowCount), \(pattern.columnCount))",
        "\(name)_places = jnp.array([\(places)], dtype=jnp.int32).reshape(-1, 2)", "",
      ]
    case .julia:
      let order = pattern.columnOrder
      lines += [
        "const \(name)_column_starts = Int[\(list(order.columnStarts, 1))]",
        "const \(name)_row_of = Int[\(list(order.rows, 1))]", "",
      ]
    case .matlab: break
    case .stan:
      lines += [
        "  array[] int \(name)_row_starts() {", "    return {\(list(pattern.rowStarts, 1))};", "  }",
        "  array[] int \(name)_column_of() {", "    return {\(list(pattern.columns, 1))};", "  }",
      ]
    }
  }

  /// A function that gives the matrix as the language has it.
  private mutating func writeMatrix(_ pattern: SparsityPattern) {
    switch dialect.language {
    case .numpy:
      lines += [
        "", "def \(name)_matrix(x, p=()):", "    y = \(name)(x, p, np.empty(\(pattern.count)))",
        "    return sparse.csr_array((y, \(name)_column_of, \(name)_row_starts), shape=\(name)_shape)",
      ]
    case .jax:
      lines += [
        "", "def \(name)_matrix(x, p=()):",
        "    return sparse.BCOO((\(name)(x, p), \(name)_places), shape=\(name)_shape)",
      ]
    case .julia:
      lines += [
        "", "\(name)_matrix() = SparseMatrixCSC(",
        "  \(pattern.rowCount), \(pattern.columnCount), copy(\(name)_column_starts), copy(\(name)_row_of), zeros(\(pattern.count)))",
      ]
    case .c, .swift, .matlab, .stan: break
    }
  }
}
