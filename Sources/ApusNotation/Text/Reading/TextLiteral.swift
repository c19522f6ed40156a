/// The text of numeric literals in the form that numbers are read from.
enum TextLiteral {
  /// The literal with a digit on either side of its point.
  static func decimal(_ bytes: ArraySlice<UInt8>) -> String {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = Array(bytes[..<point])
    if text.isEmpty { text.append(UInt8(ascii: "0")) }
    text.append(UInt8(ascii: "."))
    let rest = bytes[(point + 1)...]
    if rest.first?.isDigit != true { text.append(UInt8(ascii: "0")) }
    text += rest
    return String(decoding: text, as: UTF8.self)
  }
}
