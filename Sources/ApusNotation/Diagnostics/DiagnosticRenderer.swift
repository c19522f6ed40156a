/// Draws a diagnostic for a terminal: the sentence, the source line with a caret, and the help; at most six lines.
///
/// ```
/// error[unclosed-paren]: this '(' is never closed
///   sin(x+1
///      ^   ~ ')' missing here
///   help: sin(x+1)
/// ```
public struct DiagnosticRenderer: Sendable {
  /// The columns of the terminal; longer source lines are shown as a window around the caret.
  public var width: Int
  /// Whether to use ANSI colours.
  public var usesColour: Bool
  /// Whether the prompt offers the corrected line on the Tab key, and help should say so.
  public var offersTab: Bool

  /// Creates a renderer.
  public init(width: Int = 100, usesColour: Bool = false, offersTab: Bool = false) {
    self.width = max(width, 24)
    self.usesColour = usesColour
    self.offersTab = offersTab
  }

  /// The diagnostic as lines of text, without a final line end.
  public func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    if diagnostic.code == Diagnostic.ambiguousCode, let label = diagnostic.label {
      return question(label, readings: diagnostic.help)
    }
    var lines = [paint("error[\(diagnostic.code)]", .red) + ": " + diagnostic.message]
    if let range = diagnostic.range, diagnostic.showsSource {
      lines += excerpt(diagnostic, at: range, in: source)
    }
    lines += help(diagnostic)
    return lines.joined(separator: "\n")
  }

  // MARK: Parts

  /// An ambiguity is no mistake, so it is put as a question with its readings.
  private func question(_ reading: String, readings: [String]) -> String {
    reading + "   ambiguous: tools disagree.  " + paint("help:", .green) + " "
      + readings.joined(separator: "   or   ")
  }

  private func excerpt(_ diagnostic: Diagnostic, at range: SourceRange, in source: SourceText) -> [String] {
    let line = SourceLine(source, containing: range.lowerBound, width: width - 2)
    let start = line.column(of: range.lowerBound)
    let end = max(start + 1, min(line.column(of: range.upperBound), DisplayWidth.of(line.text)))
    var markers = String(repeating: " ", count: start) + "^" + String(repeating: "~", count: end - start - 1)
    var column = end
    for fix in diagnostic.fixIts where fix.range.isEmpty && line.shows(fix.range.lowerBound) {
      let place = line.column(of: fix.range.lowerBound)
      guard place >= column else { continue }
      markers += String(repeating: " ", count: place - column) + "~"
      column = place + 1
    }
    if let label = diagnostic.label { markers += " " + label }
    return ["  " + line.text, "  " + paint(markers, .red)]
  }

  private func help(_ diagnostic: Diagnostic) -> [String] {
    guard !diagnostic.help.isEmpty else { return [] }
    let joined = diagnostic.help.joined(separator: "   ")
    let head = "  " + paint("help:", .green) + " "
    if DisplayWidth.of(joined) + 8 <= width || diagnostic.help.count == 1 {
      guard offersTab, !diagnostic.fixIts.isEmpty else { return [head + joined] }
      let used = DisplayWidth.of(joined) + 8
      return [head + joined + String(repeating: " ", count: max(2, 38 - used)) + "(press Tab to accept)"]
    }
    return diagnostic.help.prefix(3).enumerated().map { ($0.offset == 0 ? head : "        ") + $0.element }
  }

  private enum Colour: String {
    case red = "31"
    case green = "32"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    usesColour ? "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
