import ApusTerms

/// A Python library for machine numbers.
enum NumericTarget {
  /// NumPy and SciPy: functions of numbers and arrays.
  case numpy
  /// The standard library: functions of numbers.
  case math

  /// How people call it.
  var name: String { self == .numpy ? "NumPy" : "Python's math" }

  /// How the library writes a function of so many arguments.
  func notation(of function: Function, count: Int) -> String? {
    let notation = function.notation.applied(toCount: count)
    return self == .numpy ? notation.numpy : notation.math
  }

  /// The names of modules, which no variable may take.
  static let modules: Set<String> = ["np", "scipy", "math", "cmath"]

  /// The import lines for the modules that the code uses.
  static func imports(for code: String) -> String {
    let lines = [
      ("cmath.", "import cmath"), ("math.", "import math"), ("np.", "import numpy as np"),
      ("scipy.special.", "import scipy.special"),
    ]
    let used = lines.filter { uses($0.0, in: code) }.map(\.1)
    return used.isEmpty ? "" : used.joined(separator: "\n") + "\n\n\n"
  }

  /// Whether the module prefix occurs, not as the end of a longer word.
  private static func uses(_ prefix: String, in code: String) -> Bool {
    let (bytes, pattern) = (Array(code.utf8), Array(prefix.utf8))
    guard bytes.count >= pattern.count else { return false }
    return (0...(bytes.count - pattern.count)).contains { start in
      bytes[start] == pattern[0] && bytes[start..<(start + pattern.count)].elementsEqual(pattern)
        && (start == 0 || !isWord(bytes[start - 1]))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
      || (0x30...0x39).contains(byte)
  }
}
