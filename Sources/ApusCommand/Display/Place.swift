import ApusNotation

/// Where an input comes from: a file, or standard input, and the line at which it begins there.
struct Place: Equatable, Sendable {
  /// The name of the file.
  var name: String
  /// The line, from 1.
  var line: Int
  /// Where the input stands in its document, if it is a formula of one.
  var formula: DocumentFormula?

  init(name: String, line: Int, formula: DocumentFormula? = nil) {
    self.name = name
    self.line = line
    self.formula = formula
  }

  /// The line and the column in the file of a byte of the input.
  func position(of offset: Int, in source: SourceText) -> (line: Int, column: Int) {
    if let formula { return formula.position(of: offset) }
    let position = source.position(of: offset)
    return (line + position.line - 1, position.column)
  }

  /// The name, the line and the column as compilers write them.
  func text(of range: SourceRange?, in source: SourceText) -> String {
    guard let range else { return "\(name):\(line)" }
    let position = position(of: range.lowerBound, in: source)
    return "\(name):\(position.line):\(position.column)"
  }
}
