import ApusNotation
import ApusNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Computes expressions for the rows of a table, some thousand rows at a time, so that a table may be longer than the memory.
struct ColumnEvaluation {
  let function: CompiledFunction
  let parameters: [Double]
  /// The names of the values.
  let names: [String]
  let format: TableFormat
  let threads: Int
  /// Whether the rows of the input are repeated before the values.
  let keepsInput: Bool

  /// The rows that are computed together.
  private static let chunk = 1 << 14

  /// Reads the table to its end; rows before a mistake are still answered.
  func run(_ descriptor: Int32) throws(Diagnostic) {
    var reader = TableReader(descriptor: descriptor, format: format)
    var output = Output.standard
    var progress = ProgressLine(descriptor: descriptor)
    defer { progress?.clear() }
    let variables = function.variables.map(\.name)
    var binding = ColumnBinding(keys: variables)
    if format != .jsonl {
      guard let header = try reader.next() else {
        throw Diagnostic("empty-table", "the table has no row with the names of its columns")
      }
      binding = try ColumnBinding(variables, header: header, format)
      writeHeader(header, to: &output)
      progress?.add(bytes: header.length, rows: 0)
    }
    var rows: [TableRow] = []
    var columns = [[Double]](repeating: [], count: variables.count)
    var mistake: Diagnostic?
    while mistake == nil {
      do throws(Diagnostic) {
        guard let row = try reader.next() else { break }
        try binding.append(row, to: &columns)
        rows.append(row)
        progress?.add(bytes: row.length, rows: 1)
      } catch {
        mistake = error
      }
      if rows.count >= Self.chunk || (!rows.isEmpty && !reader.isReady) {
        answer(&rows, &columns, &output)
      }
    }
    answer(&rows, &columns, &output)
    if let mistake { throw mistake }
  }

  /// Writes the values of the rows, and forgets the rows.
  private func answer(_ rows: inout [TableRow], _ columns: inout [[Double]], _ output: inout Output) {
    // A row with a mistake may have left numbers in some columns.
    for j in columns.indices { columns[j].removeLast(columns[j].count - rows.count) }
    let values =
      columns.isEmpty
      ? function.values(at: [], parameters: parameters).map { Array(repeating: $0, count: rows.count) }
      : function.values(columns: columns, parameters: parameters, threads: threads)
    var bytes: [UInt8] = []
    for (i, row) in rows.enumerated() {
      if format == .jsonl {
        writeObject(row, values.map { $0[i] }, to: &bytes)
      } else {
        if keepsInput { bytes += row.bytes }
        for (j, column) in values.enumerated() {
          if j > 0 || keepsInput { bytes.append(format.separator) }
          bytes += Self.text(column[i]).utf8
        }
      }
      bytes.append(0x0A)
    }
    output.write(bytes)
    output.flush()
    rows.removeAll(keepingCapacity: true)
    for j in columns.indices { columns[j].removeAll(keepingCapacity: true) }
  }

  private func writeHeader(_ header: TableRow, to output: inout Output) {
    var bytes = keepsInput ? header.bytes : []
    for (j, name) in names.enumerated() {
      if j > 0 || keepsInput { bytes.append(format.separator) }
      bytes += quoted(name).utf8
    }
    output.write(bytes + [0x0A])
  }

  /// A cell, between quotation marks if it has to be.
  private func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == format.separator || $0 == UInt8(ascii: "\"") || $0 < 0x20 })
    else {
      return text
    }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func writeObject(_ row: TableRow, _ values: [Double], to bytes: inout [UInt8]) {
    var object = keepsInput ? JSONReading(row.bytes).value?.asObject ?? JSONObject() : JSONObject()
    for (name, value) in zip(names, values) { object[name] = .double(value) }
    JSONWriter.write(.object(object), to: &bytes)
  }

  /// A NaN has no sign.
  private static func text(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }
}
