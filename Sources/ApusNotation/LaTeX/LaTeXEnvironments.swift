/// The environments the reader knows.
enum LaTeXEnvironment: Hashable, Sendable {
  /// One formula: `equation`, `math`, `displaymath`.
  case single
  /// Lines with alignment points, each an equation: `align`, `aligned`, `split`, `alignat`, `eqnarray`.
  case aligned(columnsPerEquation: Int?)
  /// Lines without alignment points: `gather`, `gathered`.
  case gathered
  /// One formula over several lines: `multline`.
  case multiline
  case cases
  case matrix(LaTeXDelimiter)
  case array

  /// The environment of a name, or nil for an unknown one.
  static func named(_ name: String) -> LaTeXEnvironment? { table[name] }

  /// The names of all environments, for suggestions.
  static var names: [String] { table.keys.sorted() }

  /// Whether `&` may stand in the environment.
  var hasColumns: Bool {
    switch self {
    case .aligned, .cases, .matrix, .array: true
    case .single, .gathered, .multiline: false
    }
  }

  /// Whether the cells are entries, and not pieces of running formulas.
  var isGrid: Bool {
    switch self {
    case .matrix, .array, .cases: true
    default: false
    }
  }

  private static let table: [String: LaTeXEnvironment] = {
    var table: [String: LaTeXEnvironment] = [
      "cases": .cases, "dcases": .cases, "rcases": .cases, "array": .array,
      "matrix": .matrix(.none), "smallmatrix": .matrix(.none),
      "pmatrix": .matrix(.paren), "bmatrix": .matrix(.bracket), "Bmatrix": .matrix(.brace),
      "vmatrix": .matrix(.bar), "Vmatrix": .matrix(.doubleBar), "psmallmatrix": .matrix(.paren),
      "bsmallmatrix": .matrix(.bracket), "vsmallmatrix": .matrix(.bar), "multline": .multiline,
      "multlined": .multiline, "dmath": .multiline, "gather": .gathered, "gathered": .gathered,
      "math": .single, "displaymath": .single, "equation": .single, "subequations": .single,
      "document": .single,
    ]
    for name in ["align", "aligned", "split", "flalign", "alignat", "alignedat", "xalignat"] {
      table[name] = .aligned(columnsPerEquation: 2)
    }
    for name in ["eqnarray", "IEEEeqnarray", "IEEEeqnarray*"] {
      table[name] = .aligned(columnsPerEquation: nil)
    }
    for name in [
      "align", "flalign", "alignat", "eqnarray", "multline", "gather", "equation", "dcases", "dmath",
      "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "matrix",
    ] {
      table[name + "*"] = table[name]
    }
    return table
  }()

  /// How many arguments in braces follow `\begin{name}`.
  static func arguments(of name: String) -> Int {
    switch name {
    case "array", "IEEEeqnarray", "IEEEeqnarray*", "alignat", "alignat*", "alignedat", "xalignat": 1
    default: 0
    }
  }
}
