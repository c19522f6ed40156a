/// Words of Python.
enum PythonIdentifier {
  /// Whether the name is an identifier of ASCII letters, digits and underscores.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy(\.isWordByte)
  }

  /// Whether Python reserves or predefines the word, so that no variable may take it.
  static func isReserved(_ word: String) -> Bool {
    // Most names are single letters, and no word of Python is one.
    word.utf8.count > 1 && reserved.contains(word)
  }

  /// The name as a Python string literal.
  static func quoted(_ name: String) -> String {
    var result = "'"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += escape(scalar.value, "\\x", digits: 2)
      case _ where scalar.value > 0x7F && !scalar.properties.isAlphabetic:
        result += escape(scalar.value, "\\U", digits: 8)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  private static func escape(_ value: UInt32, _ prefix: String, digits: Int) -> String {
    let hex = String(value, radix: 16)
    return prefix + String(repeating: "0", count: max(0, digits - hex.count)) + hex
  }

  /// The words that Python reserves or predefines, which no variable may take.
  static let reserved = keywords.union(builtins)

  /// Python 3.14.
  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while", "with",
    "yield",
  ]

  private static let builtins: Set<String> = [
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes",
    "callable", "chr", "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir",
    "divmod", "enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset", "getattr",
    "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter",
    "len", "license", "list", "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open",
    "ord", "pow", "print", "property", "quit", "range", "repr", "reversed", "round", "set", "setattr",
    "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "vars", "zip", "Ellipsis",
    "NotImplemented", "Exception", "self",
  ]
}
