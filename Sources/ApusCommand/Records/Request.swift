import ApusNotation

/// One line of input in the JSONL protocol.
struct Request {
  /// What the answer is labelled with: a number, a string, or null.
  var id: JSONValue = .null
  /// The input; after a mistake the whole line, in which its range counts.
  var input: String
  /// How the input is to be read, in the words of `--assume`; only conversions take it.
  var assumptions: [LaTeXAssumption] = []
  /// A mistake in the line itself.
  var problem: Diagnostic?
  /// Whether there is nothing to answer: a raw line that is blank or a comment.
  var isBlank = false

  /// Reads a line: an object `{"id": …, "input": "…"}`, or the input itself.
  ///
  /// A line is an object if `{` is followed by a quote or `}`; a set such as `{1, 2}` is not.
  init(line: [UInt8], commentMark: UInt8, takesAssumptions: Bool = false) {
    if Self.isObject(line) {
      self.init(object: line, takesAssumptions)
    } else {
      self.init(raw: line, commentMark: commentMark)
    }
  }

  /// Takes a line that is the input itself; one that begins with the comment mark asks nothing.
  init(raw line: [UInt8], commentMark: UInt8) {
    switch line.withUnsafeBufferPointer({ UTF8Validity.decode($0) }) {
    case .success(let text):
      input = text
      let first = line.first { !Self.isSpace($0) }
      isBlank = first == nil || first == commentMark
    case .failure(let diagnostic):
      input = String(decoding: line, as: UTF8.self)
      problem = diagnostic
    }
  }

  private init(object line: [UInt8], _ takesAssumptions: Bool) {
    let reading = JSONReading(line)
    input = String(decoding: line, as: UTF8.self)
    let object = reading.value?.asObject ?? JSONObject()
    switch object["id"] {
    case let value? where value.asString != nil || value.asDouble != nil: id = value
    case nil, .null: break
    default: problem = Diagnostic("invalid-request", "the 'id' of a request is a string, a number or null")
    }
    if let mistake = reading.problem {
      problem = mistake
    } else if let unknown = object.keys.first(where: {
      $0 != "id" && $0 != "input" && !(takesAssumptions && $0 == "assume")
    }) {
      problem = Diagnostic(
        "invalid-request", "a request has no key '\(unknown)'", help: [#"{"id": 1, "input": "1/2 + 1/3"}"#])
    } else if problem == nil {
      if let text = object["input"]?.asString {
        input = text
        readAssumptions(object["assume"])
      } else {
        problem = Diagnostic(
          "invalid-request",
          "the 'input' of the request is \(object["input"] == nil ? "missing" : "not a string")",
          help: [#"{"id": 1, "input": "1/2 + 1/3"}"#])
      }
    }
  }

  /// Reads the list of assumptions, or a single one.
  private mutating func readAssumptions(_ value: JSONValue?) {
    guard let value else { return }
    let list = value.asString.map { [JSONValue.string($0)] } ?? value.asArray
    do throws(Diagnostic) {
      guard let list, list.allSatisfy({ $0.asString != nil }) else {
        throw Diagnostic(
          "invalid-request", "the 'assume' of a request is a list of strings",
          help: [#"{"input": "f(x+1)", "assume": ["f: function"]}"#])
      }
      for text in list { assumptions += try LaTeXAssumption.list(text.asString ?? "") }
    } catch {
      problem = error
    }
  }

  private static func isObject(_ line: [UInt8]) -> Bool {
    let rest = line.drop(while: isSpace)
    guard rest.first == UInt8(ascii: "{") else { return false }
    let next = rest.dropFirst().drop(while: isSpace).first
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
