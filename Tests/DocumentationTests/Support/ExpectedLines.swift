import Testing

/// Fails, at the line of the page, with a line by line comparison when a page does not show what there is.
func expect(_ actual: [String], asShown shown: [String], in page: Page, line: Int, _ subject: String) {
  if actual == shown { return }
  Issue.record(
    """
    \(page.path):\(line): \(subject)
    \(comparison(shown, actual).joined(separator: "\n"))
    - is on the page, + is what comes out
    """,
    sourceLocation: page.location(line))
}

extension Page {
  /// The place of a line, for failures.
  func location(_ line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "DocumentationTests/\(path)", filePath: Page.root.appendingPathComponent(path).path, line: line,
      column: 1)
  }
}

/// The lines of both texts: common ones once, others marked with the side that has them.
func comparison(_ old: [String], _ new: [String]) -> [String] {
  let difference = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [String] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if removed.contains(i) {
      lines.append("- " + old[i])
      i += 1
    } else if inserted.contains(j) {
      lines.append("+ " + new[j])
      j += 1
    } else {
      lines.append("  " + new[j])
      (i, j) = (i + 1, j + 1)
    }
  }
  return lines
}
