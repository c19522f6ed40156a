/// Cuts a stream of LaTeX lines into the pieces that are read by themselves.
///
/// A line is a piece, unless it begins a display (`$$`, `\[`) or an environment: then the piece goes on until that ends, or to
/// a blank line, which TeX does not allow in a display either.
struct LaTeXChunks {
  private var depth = 0
  private var isDisplayed = false

  /// Whether the lines read so far have to be read together with the next.
  var isOpen: Bool { depth > 0 || isDisplayed }

  /// Whether a line has anything that may begin a display.
  static func mayOpen(_ line: [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 1 < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "$") where bytes[index + 1] == UInt8(ascii: "$"): return true
        case UInt8(ascii: "\\")
        where bytes[index + 1] == UInt8(ascii: "[") || bytes[index + 1] == UInt8(ascii: "b"):
          return true
        default: index += 1
        }
      }
      return false
    }
  }

  /// Takes the next line.
  mutating func read(line: some Collection<UInt8>) {
    let bytes = Array(line)
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      self = LaTeXChunks()
      return
    }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "%"): return
      case UInt8(ascii: "\\"): index += readCommand(bytes[(index + 1)...])
      case UInt8(ascii: "$") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "$"):
        isDisplayed.toggle()
        index += 2
      default: index += 1
      }
    }
  }

  /// Reads what follows a backslash; the number of bytes of the whole command.
  private mutating func readCommand(_ rest: ArraySlice<UInt8>) -> Int {
    let word = rest.prefix { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }
    switch String(decoding: word, as: UTF8.self) {
    case "begin": depth += 1
    case "end": depth = max(0, depth - 1)
    case "" where rest.first == UInt8(ascii: "["): depth += 1
    case "" where rest.first == UInt8(ascii: "]"): depth = max(0, depth - 1)
    default: break
    }
    return 1 + max(1, word.count)
  }
}
