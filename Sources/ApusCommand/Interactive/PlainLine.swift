#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines from a terminal that cannot move its cursor: what the terminal itself lets one edit.
struct PlainLine: LineSource, ~Copyable {
  private var reader = LineReader(descriptor: STDIN_FILENO)
  private var output = Output.standard

  mutating func read(completer: Completer, offer: String?) -> LineOutcome {
    var text = ""
    while true {
      let open = BracketScanner.openBrackets(in: text)
      output.write(text.isEmpty ? "apus> " : String(open) + "... ")
      output.flush()
      while !Terminal.waitForInput(milliseconds: 500) {
        if Signals.termination.load(ordering: .relaxed) { return .ended }
        if Signals.take(Signals.interrupt) { return finish(.abandoned) }
      }
      guard let next = try? reader.next(), case .bytes(let bytes) = next else { return finish(.ended) }
      let line = String(decoding: bytes, as: UTF8.self)
      text += text.isEmpty ? line : "\n" + line
      if line.allSatisfy(\.isWhitespace) || BracketScanner.openBrackets(in: text).isEmpty {
        return .line(text)
      }
    }
  }

  func close() {}

  private mutating func finish(_ outcome: LineOutcome) -> LineOutcome {
    output.writeLine("")
    return outcome
  }
}
