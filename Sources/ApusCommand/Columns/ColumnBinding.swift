import ApusNotation

/// Finds the numbers of the variables in the rows of a table.
struct ColumnBinding {
  private let format: TableFormat
  /// The variables in the order of the function.
  let names: [String]
  /// Of a table with cells, the names of all columns, and where the variables are.
  private(set) var header: [String] = []
  private var places: [Int] = []

  /// Binds names to the columns of a table with cells by its first row.
  init(_ names: [String], header row: TableRow, _ format: TableFormat) throws(Diagnostic) {
    self.names = names
    self.format = format
    let cells = TableCells(row.bytes, separator: format.separator)
    header = (0..<cells.count).map { cells.text($0) }
    for name in names {
      let found = header.indices.filter { header[$0] == name }
      guard let place = found.first else {
        throw Diagnostic(
          "missing-column", "'\(name)' is neither a column nor given with --at",
          help: ["the columns are \(header.prefix(40).map { "'\($0)'" }.joined(separator: ", "))"])
      }
      if found.count > 1 { throw Diagnostic("duplicate-column", "the column '\(name)' stands there twice") }
      places.append(place)
    }
  }

  /// Binds names to the keys of objects.
  init(keys names: [String]) {
    self.names = names
    format = .jsonl
  }

  /// Appends the numbers of a row to the columns of the variables.
  func append(_ row: TableRow, to columns: inout [[Double]]) throws(Diagnostic) {
    if format == .jsonl { return try appendObject(row, to: &columns) }
    let cells = TableCells(row.bytes, separator: format.separator)
    guard cells.count == header.count else {
      throw Diagnostic(
        "ragged-row", "line \(row.line) has \(Self.count(cells.count, "cell")), the first row \(header.count)"
      )
    }
    for (j, place) in places.enumerated() {
      guard let value = cells.number(place) else {
        throw Self.badCell(row.line, names[j], "'\(Self.shortened(cells.text(place)))'")
      }
      columns[j].append(value)
    }
  }

  private func appendObject(_ row: TableRow, to columns: inout [[Double]]) throws(Diagnostic) {
    let reading = JSONReading(row.bytes)
    if let problem = reading.problem {
      throw Diagnostic(problem.code, "line \(row.line): \(problem.message)")
    }
    guard let object = reading.value?.asObject else {
      throw Diagnostic("bad-cell", "line \(row.line) is no object")
    }
    for (j, name) in names.enumerated() {
      switch object[name] {
      case nil: throw Diagnostic("missing-column", "line \(row.line) has no key '\(name)'")
      case .null: columns[j].append(.nan)
      case .string(let text):
        guard let value = TableCells.number(text) else {
          throw Self.badCell(row.line, name, "'\(Self.shortened(text))'")
        }
        columns[j].append(value)
      case let value?:
        guard let number = value.asDouble else {
          throw Self.badCell(row.line, name, Self.shortened("\(value)"))
        }
        columns[j].append(number)
      }
    }
  }

  private static func badCell(_ line: Int, _ name: String, _ text: String) -> Diagnostic {
    Diagnostic("bad-cell", "line \(line), column '\(name)': \(text) is not a number")
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(40) + "…"
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
