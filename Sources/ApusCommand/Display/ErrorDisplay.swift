import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows diagnostics, warnings and notes on standard error.
struct ErrorDisplay: Sendable {
  /// Whether to colour.
  var isColored = false
  /// The columns that a message may take.
  var width = 100
  /// Whether Tab at the prompt accepts a correction.
  var offersTab = false

  /// A display for standard error as it is.
  init(color: ColorChoice = .auto) {
    isColored = color.isColored(STDERR_FILENO)
    if Environment.isTerminal(STDERR_FILENO) { width = Terminal.size.columns }
  }

  /// Shows what is wrong with `input`; the file, the line and the column come first where the input has a place.
  func show(_ diagnostic: Diagnostic, in input: String = "", at place: Place? = nil) {
    let source = SourceText(input)
    let renderer = DiagnosticRenderer(width: width, usesColour: isColored, offersTab: offersTab)
    var text = renderer.render(diagnostic, in: source)
    if let place {
      let position = diagnostic.range.map { source.position(of: $0.lowerBound) }
      let line = place.line + (position?.line ?? 1) - 1
      text = "\(place.name):\(line)\(position.map { ":\($0.column)" } ?? ""): \(text)"
    }
    var output = Output.error
    output.writeLine(text)
  }

  /// Shows the warnings and notes that come with an answer.
  func show(remarksOn response: Response, tellsAssumptions: Bool = false) {
    let assumptions = tellsAssumptions ? response.assumptions : []
    guard !(response.warnings + response.notes + assumptions).isEmpty else { return }
    var output = Output.error
    for assumption in assumptions { output.write(paint("assumed:", "1;36") + " " + assumption + "\n") }
    for warning in response.warnings { output.write(paint("warning:", "1;33") + " " + warning + "\n") }
    for note in response.notes { output.write(paint("note:", "1;36") + " " + note + "\n") }
    output.flush()
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
