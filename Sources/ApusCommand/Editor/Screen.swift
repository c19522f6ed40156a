/// The rows that the line editor shows, and where the cursor stands among them.
struct Screen: Equatable {
  /// How a cell looks.
  enum Style: Equatable { case plain, prompt, match, faint }

  /// One character at its place.
  struct Cell: Equatable {
    var character: Character
    /// The columns it takes, 1 or 2.
    var width: Int
    var style = Style.plain
  }

  var rows: [[Cell]]
  var cursorRow: Int
  var cursorColumn: Int

  /// The empty screen, on whose only row the cursor stands at the left.
  static let blank = Screen(rows: [[]], cursorRow: 0, cursorColumn: 0)

  /// The text of each row.
  var lines: [String] { rows.map { row in String(row.map(\.character)) } }

  /// The control sequences that turn `self`, as it stands on the terminal, into `new`: only what differs is written.
  func update(to new: Screen, isColored: Bool) -> String {
    var painter = Painter(row: cursorRow, isColored: isColored)
    for index in 0..<max(rows.count, new.rows.count) {
      let old = index < rows.count ? rows[index] : nil
      let wanted = index < new.rows.count ? new.rows[index] : []
      if let old, old == wanted { continue }
      let common = zip(old ?? [], wanted).prefix { $0 == $1 }.count
      painter.move(toRow: index, column: Self.width(wanted[..<common]), isNew: old == nil)
      painter.write(wanted[common...])
      if Self.width(old?[...] ?? []) > Self.width(wanted[...]) { painter.output += "\u{1B}[K" }
    }
    painter.move(toRow: new.cursorRow, column: new.cursorColumn, isNew: false)
    return painter.output
  }

  /// The control sequences that leave the editor's rows: the cursor goes to a fresh line below them.
  func finish(isColored: Bool) -> String {
    var painter = Painter(row: cursorRow, isColored: isColored)
    painter.move(toRow: rows.count - 1, column: 0, isNew: false)
    return painter.output + "\r\n"
  }

  private static func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

  /// Writes moves and cells, keeping track of the row.
  private struct Painter {
    var row: Int
    let isColored: Bool
    var output = ""

    /// Moves to a place; `isNew` says that the row is not on the terminal yet and the cursor can be on the one above.
    ///
    /// The column is always set from the margin, for after the last column its value differs between terminals.
    mutating func move(toRow target: Int, column: Int, isNew: Bool) {
      let reachable = isNew ? target - 1 : target
      if reachable < row { output += "\u{1B}[\(row - reachable)A" }
      if reachable > row { output += "\u{1B}[\(reachable - row)B" }
      output += isNew ? "\r\n" : "\r"
      if column > 0 { output += "\u{1B}[\(column)C" }
      row = target
    }

    mutating func write(_ cells: ArraySlice<Cell>) {
      var style = Style.plain
      for cell in cells {
        if isColored, cell.style != style {
          output += Self.code(cell.style)
          style = cell.style
        }
        output.append(cell.character)
      }
      if style != .plain { output += Self.code(.plain) }
    }

    private static func code(_ style: Style) -> String {
      switch style {
      case .plain: "\u{1B}[0m"
      case .prompt: "\u{1B}[0;1;36m"
      case .match: "\u{1B}[0;1;7m"
      case .faint: "\u{1B}[0;2m"
      }
    }
  }
}
