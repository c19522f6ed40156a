import ApusNotation

/// One line of output in the JSONL protocol, version 1.
struct AnswerRecord {
  /// The label of the request.
  var id: JSONValue
  /// The input as it was understood; after a mistake in the line, the line.
  var input: String
  /// Where the input stands, if it is a formula of a document.
  var place: Place?
  /// The answer or the error.
  var result: Result<Response, Diagnostic>
  /// What an ambiguous input may mean.
  var readings: [AlternativeReading] = []
  /// How long it took.
  var milliseconds: Double

  /// The record as one line of JSON with its line end.
  var line: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Appends the record as one line of JSON with its line end.
  func write(to bytes: inout [UInt8]) {
    bytes.append(literal: #"{"v":1,"id":"#)
    JSONWriter.write(id, to: &bytes)
    bytes.append(literal: #","input":"#)
    JSONWriter.write(input, to: &bytes)
    if let place, let formula = place.formula {
      bytes.append(literal: #","file":"#)
      JSONWriter.write(place.name, to: &bytes)
      bytes.append(literal: #","line":"#)
      bytes.append(decimal: formula.line)
      bytes.append(literal: #","column":"#)
      bytes.append(decimal: formula.column)
      bytes.append(literal: formula.isDisplayed ? #","display":true"# : #","display":false"#)
    }
    switch result {
    case .success(let response): Self.write(response, to: &bytes)
    case .failure(let diagnostic):
      bytes.append(literal: #","ok":false,"error":"#)
      JSONWriter.write(Self.error(diagnostic, in: input, at: place), to: &bytes)
      if !readings.isEmpty {
        bytes.append(literal: #","readings":"#)
        JSONWriter.write(Self.readings(readings), to: &bytes)
      }
    }
    bytes.append(literal: #","ms":"#)
    bytes.append(contentsOf: ((milliseconds * 1000).rounded() / 1000).description.utf8)
    bytes.append(literal: "}\n")
  }

  private static func write(_ response: Response, to bytes: inout [UInt8]) {
    bytes.append(literal: #","ok":true,"result":{"text":"#)
    JSONWriter.write(response.text, to: &bytes)
    bytes.append(literal: #"},"symbols":{"#)
    for (index, name) in response.symbols.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONWriter.write(name.source, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONWriter.write(name.identifier, to: &bytes)
    }
    bytes.append(literal: #"},"assumptions":"#)
    write(response.assumptions, to: &bytes)
    bytes.append(literal: #","warnings":"#)
    write(response.warnings, to: &bytes)
    if !response.notes.isEmpty {
      bytes.append(literal: #","notes":"#)
      write(response.notes, to: &bytes)
    }
    if !response.labels.isEmpty {
      bytes.append(literal: #","labels":"#)
      write(response.labels, to: &bytes)
    }
    if !response.steps.isEmpty {
      bytes.append(literal: #","steps":"#)
      JSONWriter.write(steps(response.steps), to: &bytes)
    }
    switch response.verdict {
    case .agrees(let points):
      bytes.append(literal: #","verified":{"verdict":"agrees","points":"#)
      bytes.append(decimal: points)
      bytes.append(UInt8(ascii: "}"))
    case .notChecked(let reason):
      bytes.append(literal: #","verified":{"verdict":"not-checked","reason":"#)
      JSONWriter.write(reason, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case nil: break
    }
  }

  private static func write(_ texts: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONWriter.write(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// A diagnostic as JSON; the line and the column count from 1, the column in Unicode scalars, and are those of the file
  /// if the input stands in one.
  static func error(_ diagnostic: Diagnostic, in input: String, at place: Place? = nil) -> JSONValue {
    var object = JSONObject()
    object["code"] = .string(diagnostic.code)
    object["message"] = .string(diagnostic.message)
    if let range = diagnostic.range {
      let source = SourceText(input)
      let formula = place?.formula
      let position =
        formula?.position(of: range.lowerBound) ?? source.position(of: range.lowerBound)
      object["span"] = span(range)
      object["line"] = .integer(position.line)
      object["column"] = .integer(position.column)
    }
    object["fixits"] = .array(
      diagnostic.fixIts.map { ["span": span($0.range), "insert": .string($0.insert)] })
    if !diagnostic.help.isEmpty { object["help"] = strings(diagnostic.help) }
    return .object(object)
  }

  private static func steps(_ steps: [Response.Step]) -> JSONValue {
    .array(
      steps.map {
        [
          "rule": .string($0.rule), "before": .string($0.before), "after": .string($0.after),
          "conditions": strings($0.conditions),
        ]
      })
  }

  private static func readings(_ readings: [AlternativeReading]) -> JSONValue {
    .array(
      readings.map { reading in
        let result: JSONValue = ["text": .string(reading.text)]
        return switch reading.settlement {
        case .assumptions(let assumptions): ["assume": strings(assumptions), "result": result]
        case .source(let source): ["write": .string(source), "result": result]
        }
      })
  }

  private static func span(_ range: SourceRange) -> JSONValue {
    [.integer(range.lowerBound), .integer(range.upperBound)]
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension [UInt8] {
  /// Appends the bytes of a literal, without making a string of it.
  mutating func append(literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a number in decimal.
  mutating func append(decimal number: Int) { append(contentsOf: String(number).utf8) }
}
