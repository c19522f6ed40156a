#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The surroundings of the process that decide how it talks.
enum Environment {
  /// The value of an environment variable, `nil` if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether a descriptor leads to a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many processor cores there are.
  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether the terminal can only print characters one after another.
  static var isDumbTerminal: Bool {
    let kind = variable("TERM") ?? ""
    return kind.isEmpty || kind == "dumb"
  }
}

/// When to colour.
enum ColorChoice: String, CaseIterable {
  case auto, always, never

  /// Whether text on `descriptor` is coloured: automatically on a capable terminal unless `NO_COLOR` is set.
  func isColored(_ descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      (Environment.variable("NO_COLOR") ?? "").isEmpty && !Environment.isDumbTerminal
        && Environment.isTerminal(descriptor)
    }
  }
}
