extension LaTeXTreeBuilder {
  /// Reads an environment with its rows and cells.
  func environment(_ token: LaTeXToken, _ row: inout Row) throws(Diagnostic) {
    let begin = row.place
    let end = balance.partner[begin]
    guard let opening = balance.environmentEnds[begin], let closing = balance.environmentEnds[end],
      let environment = LaTeXEnvironment.named(opening.name)
    else {
      throw Diagnostic("unknown-environment", "this environment is not known", at: token.range)
    }
    let range = token.range.union(tokens[closing.end - 1].range)
    var place = opening.end
    if place < end, tokens[place].isOther("["), isPosition(place) { place = balance.partner[place] + 1 }
    for _ in 0..<LaTeXEnvironment.arguments(of: opening.name) {
      guard place < end, tokens[place].kind == .beginGroup else {
        throw Diagnostic(
          "missing-argument", "\\begin{\(opening.name)} needs an argument in braces", at: token.range)
      }
      place = balance.partner[place] + 1
    }
    row.place = closing.end
    row.breaksWord = true
    if environment == .single {
      let inner = try self.row(
        place..<end, font: .italic,
        span: SourceRange(tokens[opening.end - 1].range.upperBound, tokens[end].range.lowerBound))
      row.items += tree.rows[inner].items
      tree.rows[inner].isMoved = true
      return
    }
    let rows = try cells(place..<end, environment)
    guard !rows.isEmpty else {
      throw Diagnostic("empty-input", "\\begin{\(opening.name)} has nothing in it", at: range)
    }
    let isSystem = environment == .array && isSystem(rows)
    tree.tables.append(
      LaTeXTable(
        environment: isSystem ? .aligned(columnsPerEquation: nil) : environment, rows: rows,
        opening: token.range.union(tokens[opening.end - 1].range)))
    row.items.append(LaTeXNode(.table(tree.tables.count - 1), range))
  }

  /// Whether an array sets equations one below the other, their signs in a column of their own.
  private func isSystem(_ rows: [[Int]]) -> Bool {
    rows.allSatisfy { cells in
      cells.count == 3 && tree.rows[cells[1]].items.count == 1
        && (tree.rows[cells[1]].items.first?.isRelation ?? false)
    }
  }

  /// Whether the brackets hold a vertical position, as in `\begin{aligned}[t]`.
  private func isPosition(_ open: Int) -> Bool {
    let close = balance.partner[open]
    guard close == open + 2, case .letter(let letter) = tokens[open + 1].kind else { return false }
    return letter == "t" || letter == "b" || letter == "c"
  }

  /// The cells of a range, row by row; a last row with nothing in it is no row.
  private func cells(
    _ range: Range<Int>, _ environment: LaTeXEnvironment
  ) throws(Diagnostic) -> [[Int]] {
    var rows: [[Int]] = []
    var cells: [Int] = []
    var start = range.lowerBound
    var place = range.lowerBound
    while place < range.upperBound {
      if balance.partner[place] > place {
        place = balance.partner[place] + 1
        continue
      }
      switch tokens[place].kind {
      case .alignment:
        cells.append(try cell(start..<place))
        place += 1
        start = place
      case .command(let name) where isLineEnd(name):
        cells.append(try cell(start..<place))
        rows.append(cells)
        cells = []
        place += 1
        skipLineSpace(&place, range.upperBound)
        start = place
      default: place += 1
      }
    }
    cells.append(try cell(start..<range.upperBound))
    rows.append(cells)
    if let last = rows.last, last.allSatisfy({ tree.rows[$0].items.isEmpty }) { rows.removeLast() }
    return rows
  }

  private func isLineEnd(_ name: String) -> Bool {
    if case .newline? = LaTeXCommand.table[name] { return true }
    return false
  }

  private func cell(_ range: Range<Int>) throws(Diagnostic) -> Int {
    let span: SourceRange
    if let first = range.first, let last = range.last {
      span = tokens[first].range.union(tokens[last].range)
    } else {
      let end = range.lowerBound > 0 ? tokens[range.lowerBound - 1].range.upperBound : 0
      span = SourceRange(end, end)
    }
    return try row(range, font: .italic, span: span)
  }
}
