import ApusNotation
import ApusSimulation

/// Writes the states of a model, a line for each time.
struct SimulationOutput: ~Copyable {
  enum Format: String, CaseIterable {
    /// Values separated by commas, below a line of names.
    case csv
    /// JSON objects.
    case jsonl
  }

  enum Columns: String, CaseIterable {
    case all, groups, species
  }

  let format: Format
  let columns: Columns
  private var output = Output.standard
  private var groups: [String] = []
  private var species: [String] = []

  init(format: Format, columns: Columns) {
    self.format = format
    self.columns = columns
  }

  var hasGroups: Bool { columns != .species }
  var hasSpecies: Bool { columns != .groups }

  /// Names the columns.
  mutating func begin(groups: [String], species: [String]) {
    self.groups = hasGroups ? groups : []
    self.species = hasSpecies ? species : []
    guard format == .csv else { return }
    output.write((["time"] + self.groups + self.species).map(Self.quoted).joined(separator: ",") + "\n")
    output.flush()
  }

  /// Writes the line of a time.
  mutating func write(
    _ time: Double, groups groupValues: [Double], species amounts: UnsafeBufferPointer<Double>
  ) {
    switch format {
    case .csv:
      output.write("\(time)")
      if hasGroups { for value in groupValues { output.write(",\(value)") } }
      if hasSpecies { for value in amounts { output.write(",\(value)") } }
      output.write("\n")
    case .jsonl:
      var object = JSONObject()
      object["v"] = 1
      object["ok"] = true
      object["time"] = .double(time)
      if hasGroups { object["groups"] = Self.object(groups, groupValues) }
      if hasSpecies { object["species"] = Self.object(species, Array(amounts)) }
      output.write(JSONValue.object(object).description + "\n")
    }
    output.flush()
  }

  /// Writes what the integration took, as the last line.
  mutating func write(_ statistics: IntegrationStatistics) {
    var object = JSONObject()
    object["v"] = 1
    object["ok"] = true
    var members = JSONObject()
    for (name, value) in statistics.members { members[name] = .integer(value) }
    object["statistics"] = .object(members)
    output.writeLine(JSONValue.object(object).description)
  }

  /// Writes a mistake as a line.
  mutating func write(_ diagnostic: Diagnostic, in text: String) {
    var object = JSONObject()
    object["v"] = 1
    object["ok"] = false
    object["error"] = AnswerRecord.error(diagnostic, in: text)
    output.writeLine(JSONValue.object(object).description)
  }

  private static func object(_ names: [String], _ values: [Double]) -> JSONValue {
    var object = JSONObject()
    for (name, value) in zip(names, values) { object[name] = .double(value) }
    return .object(object)
  }

  /// A name as a field of CSV (RFC 4180).
  private static func quoted(_ name: String) -> String {
    guard name.contains(where: { ",\"\r\n".contains($0) }) else { return name }
    return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension IntegrationStatistics {
  /// The counts under the names of the JSON output.
  var members: [(name: String, value: Int)] {
    [
      ("steps", steps), ("evaluations", evaluations), ("difference_evaluations", differenceEvaluations),
      ("jacobians", jacobians), ("factorizations", factorizations),
      ("nonlinear_iterations", nonlinearIterations), ("linear_iterations", linearIterations),
      ("convergence_failures", convergenceFailures), ("error_test_failures", errorTestFailures),
      ("last_order", lastOrder),
    ]
  }

  /// The counts that are not zero, in a line.
  var line: String {
    members.filter { $0.value != 0 }
      .map { "\($0.value) \($0.name.split(separator: "_").joined(separator: " "))" }.joined(separator: ", ")
  }
}
