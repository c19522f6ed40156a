import ApusTestSupport
import Testing

@testable import ApusCommand

@Suite struct EditorScreenTests {
  private func screen(_ keys: String, width: Int = 20, height: Int = 24, history: [String] = []) -> Screen {
    var editor = LineEditor()
    editor.history = History(history)
    for key in Key.list(keys) { _ = editor.handle(key) }
    return EditorLayout(width: width, height: height).screen(for: editor)
  }

  @Test(
    "the text is laid out in rows, and the cursor stands behind what is typed",
    arguments: [
      ("", ["apus> "], 0, 6), ("1+1", ["apus> 1+1"], 0, 9), ("abc‹left›‹left›", ["apus> abc"], 0, 7),
      ("12345678901234", ["apus> 12345678901234", ""], 1, 0),
      ("123456789012345", ["apus> 12345678901234", "5"], 1, 1),
      ("123456789012345‹home›", ["apus> 12345678901234", "5"], 0, 6), ("漢字", ["apus> 漢字"], 0, 10),
      ("1234567890123漢", ["apus> 1234567890123", "漢"], 1, 2), ("f(x‹enter›y", ["apus> f(x", "(... y"], 1, 6),
      ("[f(x‹enter›y)‹enter›", ["apus> [f(x", "[(... y)", "[... "], 2, 5),
      ("a‹alt-enter›b", ["apus> a", "... b"], 1, 5),
      ("ae\u{301}", ["apus> ae\u{301}"], 0, 8), ("\u{202E}x", ["apus> \u{FFFD}x"], 0, 8),
    ] as [(String, [String], Int, Int)])
  func layout(keys: String, lines: [String], row: Int, column: Int) {
    let screen = screen(keys)
    #expect(screen.lines == lines)
    #expect(screen.cursorRow == row)
    #expect(screen.cursorColumn == column)
  }

  @Test("a search shows its query in the prompt")
  func search() {
    #expect(screen("‹^r›si", width: 40, history: ["sin(x)"]).lines == ["(search 'si') sin(x)"])
    #expect(screen("‹^r›q", width: 40, history: ["sin(x)"]).lines == ["(nothing with 'q') "])
  }

  @Test("of an input higher than the terminal the rows around the cursor are shown")
  func clipping() {
    let keys = "(‹enter›a‹enter›b‹enter›c‹enter›d"
    #expect(screen(keys, height: 3).lines == ["(... b", "(... c", "(... d"])
    #expect(screen(keys + "‹up›‹up›‹up›‹up›", height: 3).lines == ["apus> (", "(... a", "(... b"])
  }

  @Test("the bracket before the cursor and its partner stand out")
  func matchingBrackets() {
    let screen = screen("f(a[1])")
    let marked = screen.rows[0].filter { $0.style == .match }.map(\.character)
    #expect(marked == ["(", ")"])
    #expect(
      EditorLayout(marksBrackets: false).screen(for: LineEditor()).rows[0].allSatisfy { $0.style != .match })
  }

  @Test(
    "only what differs is written",
    arguments: [
      ("1+1", "1+12", "\r\u{1B}[9C2\r\u{1B}[10C"), ("abc", "ab", "\r\u{1B}[8C\u{1B}[K\r\u{1B}[8C"),
      ("abc", "abc‹left›", "\r\u{1B}[8C"), ("abc", "abc", "\r\u{1B}[9C"),
    ])
  func difference(before: String, after: String, expected: String) {
    #expect(screen(before).update(to: screen(after), isColored: false) == expected)
  }

  @Test("updates leave a terminal showing exactly the screen", arguments: [1, 2, 3, 4, 5, 6])
  func emulation(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let keys: [Key] =
      [
        .text("a"), .text("漢"), .text("("), .text(")"), .text("+"), .paste("xyz\n(12"), .enter, .backspace,
        .left, .right,
      ]
      + [
        .home, .end, .up, .down, .control("w"), .control("k"), .control("u"), .control("y"), .wordLeft,
        .delete, .lineBreak,
      ]
    var editor = LineEditor()
    var layout = EditorLayout(width: 11, height: 6)
    var shown = Screen.blank
    var terminal = TerminalModel(columns: layout.width)
    for step in 0..<400 {
      layout.marksBrackets = step % 3 == 0
      _ = editor.handle(keys[Int.random(in: keys.indices, using: &random)])
      let wanted = layout.screen(for: editor)
      terminal.write(shown.update(to: wanted, isColored: step % 2 == 0))
      shown = wanted
      #expect(terminal.text(rows: wanted.rows.count) == wanted.lines.map { $0.trimmingSpaces })
      #expect(terminal.row == wanted.cursorRow && terminal.column == wanted.cursorColumn)
    }
    terminal.write(shown.finish(isColored: false))
    #expect(terminal.row == shown.rows.count && terminal.column == 0)
  }
}

/// A terminal that knows the few sequences the editor uses; rows never scroll away.
private struct TerminalModel {
  let columns: Int
  private var rows: [[Character]] = [[]]
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) { self.columns = columns }

  func text(rows count: Int) -> [String] {
    (0..<count).map { $0 < rows.count ? String(rows[$0].filter { $0 != "\0" }).trimmingSpaces : "" }
  }

  mutating func write(_ output: String) {
    var rest = Substring(output)
    while let character = rest.popFirst() {
      switch character {
      case "\r\n":
        column = 0
        down()
      case "\r": column = 0
      case "\u{1B}": control(&rest)
      default: put(character)
      }
    }
  }

  private mutating func down() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  private mutating func control(_ rest: inout Substring) {
    rest = rest.dropFirst()
    let parameters = rest.prefix { $0.isNumber || $0 == ";" }
    rest = rest.dropFirst(parameters.count)
    let count = Int(parameters) ?? 1
    switch rest.popFirst() {
    case "A": row -= count
    case "B": row += count
    case "C": column += count
    case "K": rows[row] = Array(rows[row].prefix(column))
    default: break
    }
  }

  /// A wide character takes its cell and an empty one after it.
  private mutating func put(_ character: Character) {
    let width = character == "漢" ? 2 : 1
    while rows[row].count < column + width { rows[row].append(" ") }
    rows[row][column] = character
    if width == 2 { rows[row][column + 1] = "\0" }
    column += width
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
