import ApusNotation

/// Lays the state of the line editor out in the rows of a terminal.
struct EditorLayout {
  /// What stands before the first row.
  var prompt = "apus> "
  /// The columns of the terminal.
  var width = 80
  /// The rows of the terminal; of a longer input those around the cursor are shown.
  var height = 24
  /// Whether the bracket at the cursor and its partner stand out.
  var marksBrackets = true

  /// The screen for a state.
  func screen(for editor: LineEditor) -> Screen {
    var flow = Flow(width: max(4, width))
    flow.write(editor.search.map(Self.searchPrompt) ?? prompt, style: .prompt)
    let buffer = editor.buffer
    let matches = marksBrackets ? Self.matchingBrackets(in: buffer) : []
    var brackets = BracketScanner()
    for (index, character) in buffer.characters.enumerated() {
      if index == buffer.cursor { flow.markCursor() }
      brackets.read(character)
      if character == "\n" {
        flow.breakLine()
        flow.write(String(brackets.open) + "... ", style: .prompt)
      } else {
        flow.write(character, style: matches.contains(index) ? .match : .plain)
      }
    }
    if buffer.cursor == buffer.characters.count { flow.markCursor() }
    return clipped(flow.screen)
  }

  private func clipped(_ screen: Screen) -> Screen {
    let visible = max(1, height)
    guard screen.rows.count > visible else { return screen }
    let top = min(max(0, screen.cursorRow - visible + 1), screen.rows.count - visible)
    return Screen(
      rows: Array(screen.rows[top..<top + visible]), cursorRow: screen.cursorRow - top,
      cursorColumn: screen.cursorColumn)
  }

  private static func searchPrompt(_ search: LineEditor.Search) -> String {
    search.hasFailed ? "(nothing with '\(search.query)') " : "(search '\(search.query)') "
  }

  /// The bracket before the cursor, or else under it, and its partner.
  private static func matchingBrackets(in buffer: EditBuffer) -> [Int] {
    for index in [buffer.cursor - 1, buffer.cursor] where buffer.characters.indices.contains(index) {
      guard "()[]{}".contains(buffer.characters[index]) else { continue }
      if let partner = BracketScanner.partner(of: index, in: buffer.characters) { return [index, partner] }
    }
    return []
  }

  /// Writes characters into rows of a fixed width.
  private struct Flow {
    let width: Int
    var screen = Screen.blank
    private var column = 0

    init(width: Int) { self.width = width }

    mutating func write(_ text: String, style: Screen.Style) {
      for character in text { write(character, style: style) }
    }

    /// Writes a character, on the next row if this one is full; what has no width of its own shows as U+FFFD.
    mutating func write(_ character: Character, style: Screen.Style) {
      let columns = DisplayWidth.of(character)
      let shown = columns == 0 ? "\u{FFFD}" : character
      if column + max(1, columns) > width { breakLine() }
      screen.rows[screen.rows.count - 1].append(
        Screen.Cell(character: shown, width: max(1, columns), style: style))
      column += max(1, columns)
    }

    mutating func breakLine() {
      screen.rows.append([])
      column = 0
    }

    /// Puts the cursor here; behind a full row it goes to a row of its own.
    mutating func markCursor() {
      if column >= width { breakLine() }
      screen.cursorRow = screen.rows.count - 1
      screen.cursorColumn = column
    }
  }
}

extension DisplayWidth {
  /// The columns of a character as a terminal shows it: at most 2, also for emoji joined from several.
  static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
    let scalars = character.unicodeScalars
    if scalars.count == 1, let only = scalars.first { return 0x80...0x9F ~= only.value ? 0 : of(only) }
    return min(2, scalars.reduce(0) { $0 + of($1) })
  }
}
