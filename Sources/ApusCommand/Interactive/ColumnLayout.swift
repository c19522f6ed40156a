import ApusNotation

/// Sets short texts in columns, down and then across, as `ls` does.
enum ColumnLayout {
  /// The rows for a terminal of `width` columns; after `limit` rows one says how many texts are left out.
  static func rows(_ texts: [String], width: Int, limit: Int = 12) -> [String] {
    guard let widest = texts.map({ DisplayWidth.of($0) }).max() else { return [] }
    let columnWidth = widest + 2
    let columns = max(1, min(texts.count, (width + 1) / columnWidth))
    let needed = (texts.count + columns - 1) / columns
    let shown = min(texts.count, needed > limit ? (limit - 1) * columns : texts.count)
    let height = (shown + columns - 1) / columns
    var rows = (0..<height).map { row in
      let cells = stride(from: row, to: shown, by: height).map { index in
        texts[index] + String(repeating: " ", count: columnWidth - DisplayWidth.of(texts[index]))
      }
      let line = cells.joined()
      return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }
    if shown < texts.count { rows.append("… and \(texts.count - shown) more") }
    return rows
  }
}
