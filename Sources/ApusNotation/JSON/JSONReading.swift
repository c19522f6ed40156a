/// What came of reading a JSON text: the value as far as it could be read, and the first mistake in it.
///
/// A server needs both: the `id` of a request whose `input` holds a lone surrogate is still known.
package struct JSONReading: Sendable {
  /// The value; after a mistake what had been read by then, and `nil` if that is nothing.
  package var value: JSONValue?
  /// The first mistake; `nil` for a well-formed text.
  package var problem: Diagnostic?

  /// Reads one JSON value that fills `bytes`, apart from white space around it.
  ///
  /// Mistakes inside a string (bytes that are no UTF-8, lone surrogates, raw control characters) and repeated keys do not
  /// end the reading; the others do. Codes: `invalid-json`, `invalid-utf8`, `lone-surrogate`, `control-character`,
  /// `duplicate-key`, `too-deep`. Ranges are offsets in `bytes`.
  ///
  /// - Parameter depthLimit: how many arrays and objects may stand in one another.
  /// - Complexity: linear in the number of bytes, without recursion.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int = 512) {
    var parser = JSONParser(source: bytes, depthLimit: depthLimit)
    do {
      value = try parser.parseText()
    } catch {
      if parser.problem == nil { parser.problem = error }
      value = parser.partialValue
    }
    problem = parser.problem
  }

  /// The same for an array of bytes.
  package init(_ bytes: [UInt8], depthLimit: Int = 512) {
    self = bytes.withUnsafeBufferPointer { JSONReading($0, depthLimit: depthLimit) }
  }
}

extension JSONValue {
  /// Reads a JSON text.
  ///
  /// - Throws: the first mistake; see ``JSONReading``.
  package init(parsing text: String, depthLimit: Int = 512) throws(Diagnostic) {
    var text = text
    let reading = text.withUTF8 { JSONReading($0, depthLimit: depthLimit) }
    if let problem = reading.problem { throw problem }
    guard let value = reading.value else { throw Diagnostic("invalid-json", "the text is empty") }
    self = value
  }
}
