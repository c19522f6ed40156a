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
    var output = Output.error
    output.writeLine(text(of: diagnostic, in: input, at: place))
  }

  /// What is wrong with `input`, without a final line end.
  func text(of diagnostic: Diagnostic, in input: String = "", at place: Place? = nil) -> String {
    let source = SourceText(input)
    let renderer = DiagnosticRenderer(width: width, usesColour: isColored, offersTab: offersTab)
    let text = renderer.render(diagnostic, in: source)
    guard let place else { return text }
    return "\(place.text(of: diagnostic.range, in: source)): \(text)"
  }

  /// Shows the warnings and notes that come with an answer.
  func show(remarksOn response: Response, tellsAssumptions: Bool = false) {
    let text = text(ofRemarksOn: response, tellsAssumptions: tellsAssumptions)
    guard !text.isEmpty else { return }
    var output = Output.error
    output.write(text)
    output.flush()
  }

  /// Shows a warning that comes with no answer.
  func show(warning: String) {
    var output = Output.error
    output.writeLine(paint("warning:", "1;33") + " " + warning)
    output.flush()
  }

  /// The warnings and notes that come with an answer, a line each.
  func text(ofRemarksOn response: Response, tellsAssumptions: Bool) -> String {
    var text = ""
    if tellsAssumptions {
      for assumption in response.assumptions { text += paint("assumed:", "1;36") + " " + assumption + "\n" }
    }
    for warning in response.warnings { text += paint("warning:", "1;33") + " " + warning + "\n" }
    for note in response.notes { text += paint("note:", "1;36") + " " + note + "\n" }
    return text
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
