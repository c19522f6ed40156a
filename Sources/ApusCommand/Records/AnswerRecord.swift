import ApusNotation

/// One line of output in the JSONL protocol, version 1.
struct AnswerRecord {
  /// The label of the request.
  var id: JSONValue
  /// The input as it was understood; after a mistake in the line, the line.
  var input: String
  /// The answer or the error.
  var result: Result<Response, Diagnostic>
  /// How long it took.
  var milliseconds: Double

  /// The record as one line of JSON with its line end.
  var line: [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter.write(json, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The record as JSON.
  var json: JSONValue {
    var object = JSONObject()
    object["v"] = 1
    object["id"] = id
    object["input"] = .string(input)
    switch result {
    case .success(let response):
      object["ok"] = true
      object["result"] = ["text": .string(response.text)]
      object["symbols"] = Self.symbols(response.symbols)
      object["assumptions"] = Self.strings(response.assumptions)
      object["warnings"] = Self.strings(response.warnings)
      if !response.notes.isEmpty { object["notes"] = Self.strings(response.notes) }
    case .failure(let diagnostic):
      object["ok"] = false
      object["error"] = Self.error(diagnostic, in: input)
    }
    object["ms"] = .double((milliseconds * 1000).rounded() / 1000)
    return .object(object)
  }

  /// A diagnostic as JSON; the line and the column count from 1, the column in Unicode scalars.
  static func error(_ diagnostic: Diagnostic, in input: String) -> JSONValue {
    var object = JSONObject()
    object["code"] = .string(diagnostic.code)
    object["message"] = .string(diagnostic.message)
    if let range = diagnostic.range {
      let position = SourceText(input).position(of: range.lowerBound)
      object["span"] = span(range)
      object["line"] = .integer(position.line)
      object["column"] = .integer(position.column)
    }
    object["fixits"] = .array(
      diagnostic.fixIts.map { ["span": span($0.range), "insert": .string($0.insert)] })
    if !diagnostic.help.isEmpty { object["help"] = strings(diagnostic.help) }
    return .object(object)
  }

  private static func span(_ range: SourceRange) -> JSONValue {
    [.integer(range.lowerBound), .integer(range.upperBound)]
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  private static func symbols(_ names: [Response.SymbolName]) -> JSONValue {
    var object = JSONObject()
    for name in names { object[name.source] = .string(name.identifier) }
    return .object(object)
  }
}
