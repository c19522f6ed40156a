/// Turns the bytes that a terminal sends into keys, however the bytes are cut into reads.
///
/// Source: ECMA-48 (control sequences), Xterm Control Sequences (cursor keys, bracketed paste).
struct KeyDecoder {
  private var pending: [UInt8] = []
  private var isPasting = false

  /// Whether an unfinished sequence waits for more bytes; a lone escape key looks like this.
  var isPending: Bool { !pending.isEmpty && !isPasting }

  /// Takes bytes and returns the keys they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    var keys: [Key] = []
    var position = 0
    while position < pending.count {
      guard let (key, length) = isPasting ? paste(at: position) : key(at: position) else { break }
      position += length
      if let key { keys.append(key) }
    }
    pending.removeFirst(position)
    return keys
  }

  /// Gives up waiting: what is pending was an escape key, or the broken start of something.
  mutating func flush() -> [Key] {
    guard isPending else { return [] }
    let rest = pending.dropFirst()
    let first: Key = pending.first == Self.escape ? .escape : .unknown
    pending = []
    return [first] + (rest.isEmpty ? [] : feed(rest)) + (isPending ? flush() : [])
  }

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The key whose bytes begin at `start` with their number; `nil` if they are not all here.
  private mutating func key(at start: Int) -> (Key?, Int)? {
    let byte = pending[start]
    switch byte {
    case Self.escape: return escapeSequence(at: start)
    case 0x0D, 0x0A: return (.enter, 1)
    case 0x09: return (.tab, 1)
    case 0x7F, 0x08: return (.backspace, 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(byte + 0x60))), 1)
    case 0x00...0x1F: return (.unknown, 1)
    case 0x20...0x7E: return (.text(Character(Unicode.Scalar(byte))), 1)
    default: return character(at: start)
    }
  }

  private func character(at start: Int) -> (Key?, Int)? {
    let length: Int
    switch pending[start] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (.unknown, 1)
    }
    let available = pending[start..<min(start + length, pending.count)]
    let continuations = available.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if continuations < available.count - 1 { return (.unknown, 1 + continuations) }
    guard available.count == length else { return nil }
    guard let text = String(validating: available, as: UTF8.self), let character = text.first else {
      return (.unknown, length)
    }
    return (.text(character), length)
  }

  // MARK: Escape sequences

  private mutating func escapeSequence(at start: Int) -> (Key?, Int)? {
    guard start + 1 < pending.count else { return nil }
    switch pending[start + 1] {
    case UInt8(ascii: "["): return controlSequence(at: start)
    case UInt8(ascii: "O"):
      guard start + 2 < pending.count else { return nil }
      return (Self.cursorKey(pending[start + 2], isModified: false), 3)
    case 0x0D, 0x0A: return (.lineBreak, 2)
    case 0x7F, 0x08: return (.deleteWordLeft, 2)
    case UInt8(ascii: "b"): return (.wordLeft, 2)
    case UInt8(ascii: "f"): return (.wordRight, 2)
    case UInt8(ascii: "d"): return (.deleteWordRight, 2)
    case Self.escape: return (.escape, 1)
    default: return (.unknown, 2)
    }
  }

  private mutating func controlSequence(at start: Int) -> (Key?, Int)? {
    var end = start + 2
    while end < pending.count, 0x20...0x3F ~= pending[end] { end += 1 }
    guard end < pending.count else { return nil }
    let length = end - start + 1
    let parameters = pending[start + 2..<end].split(separator: UInt8(ascii: ";"))
    let numbers = parameters.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let final = pending[end]
    guard final == UInt8(ascii: "~") else {
      return (Self.cursorKey(final, isModified: numbers.count > 1 && numbers[1] > 2), length)
    }
    switch numbers.first {
    case 1, 7: return (.home, length)
    case 4, 8: return (.end, length)
    case 3: return (numbers.count > 1 ? .deleteWordRight : .delete, length)
    case 200:
      isPasting = true
      return (nil, length)
    default: return (.unknown, length)
    }
  }

  private static func cursorKey(_ final: UInt8, isModified: Bool) -> Key {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): isModified ? .wordRight : .right
    case UInt8(ascii: "D"): isModified ? .wordLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: .unknown
    }
  }

  // MARK: Paste

  /// The pasted block that begins at `start`, once its end mark has come.
  private mutating func paste(at start: Int) -> (Key?, Int)? {
    var search = start
    while let escape = pending[search...].firstIndex(of: Self.escape) {
      if pending[escape...].starts(with: Self.pasteEnd) {
        isPasting = false
        return (.paste(Self.cleaned(pending[start..<escape])), escape + Self.pasteEnd.count - start)
      }
      search = escape + 1
    }
    return nil
  }

  /// The text of a block: line ends are line feeds, tabs are spaces, other control characters are gone.
  private static func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": text.append("\n")
      case "\t": text.append(" ")
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value: break
      default: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}
