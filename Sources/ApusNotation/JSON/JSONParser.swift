/// The state of reading one JSON text: a position and a stack of the containers that are open there.
struct JSONParser {
  let source: UnsafeBufferPointer<UInt8>
  let depthLimit: Int
  var position = 0
  /// The first mistake that did not end the reading.
  var problem: Diagnostic?
  private var open: [OpenContainer] = []

  init(source: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
    self.source = source
    self.depthLimit = depthLimit
  }

  /// An array or object whose closing bracket has not been reached.
  private struct OpenContainer {
    let isObject: Bool
    let start: Int
    var elements: [JSONValue] = []
    var members: [JSONObject.Member] = []
    var key = ""
    var isRepeatedKey = false
    /// The keys seen, kept once there are too many to search.
    var keys: Set<String> = []

    var value: JSONValue { isObject ? .object(JSONObject(uniqueMembers: members)) : .array(elements) }
  }

  /// What had been read of the outermost container when a mistake ended the reading.
  var partialValue: JSONValue? { open.first?.value }

  /// Reads the value that fills the source.
  mutating func parseText() throws(Diagnostic) -> JSONValue {
    while true {
      skipSpace()
      guard var value = try parseScalarOrOpen() else { continue }
      while true {
        if open.isEmpty {
          try expectEnd(after: value)
          return value
        }
        attach(value)
        guard try parseSeparatorOrClose() else { break }
        value = open.removeLast().value
      }
    }
  }

  // MARK: Structure

  /// Reads a scalar or an empty container; `nil` says that a container was opened instead and its first value is next.
  private mutating func parseScalarOrOpen() throws(Diagnostic) -> JSONValue? {
    guard position < source.count else { throw unexpectedEnd("a value is missing") }
    switch source[position] {
    case UInt8(ascii: "{"):
      let start = try beginContainer()
      if consume(UInt8(ascii: "}")) { return .object(JSONObject()) }
      open.append(OpenContainer(isObject: true, start: start))
      try parseKey()
      return nil
    case UInt8(ascii: "["):
      let start = try beginContainer()
      if consume(UInt8(ascii: "]")) { return .array([]) }
      open.append(OpenContainer(isObject: false, start: start))
      return nil
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: throw unexpectedCharacter("a value")
    }
  }

  private mutating func beginContainer() throws(Diagnostic) -> Int {
    let start = position
    if open.count >= depthLimit {
      throw Diagnostic(
        "too-deep", "the JSON is nested more than \(depthLimit) levels deep",
        at: SourceRange(start, start + 1))
    }
    position += 1
    skipSpace()
    return start
  }

  private mutating func attach(_ value: JSONValue) {
    let top = open.count - 1
    if !open[top].isObject {
      open[top].elements.append(value)
    } else if !open[top].isRepeatedKey {
      open[top].members.append(JSONObject.Member(key: open[top].key, value: value))
    }
  }

  /// Reads what follows a value in a container: `true` if the container ends here.
  private mutating func parseSeparatorOrClose() throws(Diagnostic) -> Bool {
    skipSpace()
    let container = open[open.count - 1].isObject
    guard position < source.count else {
      let start = open[open.count - 1].start
      throw Diagnostic(
        "invalid-json", "this '\(container ? "{" : "[")' is never closed", at: SourceRange(start, start + 1))
    }
    if consume(UInt8(ascii: container ? "}" : "]")) { return true }
    guard consume(UInt8(ascii: ",")) else { throw unexpectedCharacter("',' or '\(container ? "}" : "]")'") }
    if container {
      skipSpace()
      try parseKey()
    }
    return false
  }

  private mutating func parseKey() throws(Diagnostic) {
    let start = position
    guard position < source.count else { throw unexpectedEnd("a key is missing") }
    guard source[position] == UInt8(ascii: "\"") else { throw unexpectedCharacter("a key in double quotes") }
    let key = try parseString()
    let end = position
    skipSpace()
    guard position < source.count else { throw unexpectedEnd("a ':' is missing") }
    guard consume(UInt8(ascii: ":")) else { throw unexpectedCharacter("':'") }
    let top = open.count - 1
    open[top].isRepeatedKey = isRepeated(key)
    open[top].key = key
    if open[top].isRepeatedKey {
      note(Diagnostic("duplicate-key", "the key '\(key)' occurs twice", at: SourceRange(start, end)))
    }
  }

  private mutating func isRepeated(_ key: String) -> Bool {
    let top = open.count - 1
    let searchLimit = 16
    if open[top].members.count < searchLimit { return open[top].members.contains { $0.key == key } }
    if open[top].keys.isEmpty { open[top].keys = Set(open[top].members.map(\.key)) }
    return !open[top].keys.insert(key).inserted
  }

  private mutating func expectEnd(after value: JSONValue) throws(Diagnostic) {
    skipSpace()
    guard position == source.count else { throw unexpectedCharacter("the end of the line") }
  }

  // MARK: Scanning

  mutating func skipSpace() {
    while position < source.count {
      switch source[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  mutating func consume(_ byte: UInt8) -> Bool {
    guard position < source.count, source[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func parseWord(_ word: StaticString, _ value: JSONValue) throws(Diagnostic) -> JSONValue {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard position < source.count, source[position] == word.utf8Start[index] else {
        throw Diagnostic(
          "invalid-json", "'\(word)' was expected here",
          at: SourceRange(start, min(position + 1, source.count)))
      }
      position += 1
    }
    return value
  }

  // MARK: Mistakes

  /// Keeps a mistake that does not end the reading.
  mutating func note(_ mistake: Diagnostic) {
    if problem == nil { problem = mistake }
  }

  func unexpectedEnd(_ message: String) -> Diagnostic {
    Diagnostic(
      "invalid-json", "the JSON ends too soon: \(message)", at: SourceRange(source.count, source.count))
  }

  /// The error for the character at the position, where something else was expected.
  func unexpectedCharacter(_ expected: String) -> Diagnostic {
    let rest = UnsafeBufferPointer(rebasing: source[position..<min(position + 4, source.count)])
    let byte = source[position]
    if byte >= 0x80, let invalid = UTF8Validity.firstInvalidOffset(in: rest), invalid == 0 {
      return UTF8Validity.problem(byte, at: position)
    }
    let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first ?? "?"
    let width = scalar.utf8.count
    let shown =
      scalar.value < 0x20 || scalar.value == 0x7F
      ? "the control character U+\(String(scalar.value + 0x10000, radix: 16, uppercase: true).dropFirst())"
      : "'\(scalar)'"
    return Diagnostic(
      "invalid-json", "\(expected) was expected here, not \(shown)",
      at: SourceRange(position, position + width))
  }
}
