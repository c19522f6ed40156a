import ArgumentParser

/// How the rows of a table are written.
enum TableFormat: String, CaseIterable {
  /// Cells between commas, the names in the first row.
  case csv
  /// Cells between tabulators, the names in the first row.
  case tsv
  /// An object a line, each with its names.
  case jsonl

  /// The format that a file's name tells.
  init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// What stands between cells.
  var separator: UInt8 { self == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",") }
}

extension TableFormat: ExpressibleByArgument {}
