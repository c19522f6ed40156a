/// Writes JSON as UTF-8 bytes on one line, members in their order, without space: the same value gives the same bytes.
///
/// Text outside ASCII is written as it is; only quotes, backslashes and control characters are escaped.
package enum JSONWriter {
  /// Appends the text of `value` to `bytes`.
  ///
  /// - Complexity: linear, without recursion.
  package static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    var work: [Step] = [.value(value)]
    while let step = work.popLast() {
      switch step {
      case .byte(let byte): bytes.append(byte)
      case .key(let key):
        write(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
      case .value(let value): writeScalar(value, to: &bytes, containersTo: &work)
      }
    }
  }

  /// Appends `text` as a JSON string.
  package static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
          bytes.append(contentsOf: source[start..<index])
          writeEscape(byte, to: &bytes)
          start = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: Parts

  private enum Step {
    case value(JSONValue)
    case key(String)
    case byte(UInt8)
  }

  private static func writeScalar(
    _ value: JSONValue, to bytes: inout [UInt8], containersTo work: inout [Step]
  ) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: number.description.utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): write(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      work.append(.byte(UInt8(ascii: "]")))
      for index in elements.indices.reversed() {
        work.append(.value(elements[index]))
        if index > 0 { work.append(.byte(UInt8(ascii: ","))) }
      }
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      work.append(.byte(UInt8(ascii: "}")))
      for index in object.members.indices.reversed() {
        work.append(.value(object.members[index].value))
        work.append(.key(object.members[index].key))
        if index > 0 { work.append(.byte(UInt8(ascii: ","))) }
      }
    }
  }

  private static func writeEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text on one line.
  package var description: String {
    var bytes: [UInt8] = []
    JSONWriter.write(self, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
