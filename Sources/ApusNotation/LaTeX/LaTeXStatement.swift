/// One statement of a source: a row with an equation or expression.
struct LaTeXStatement: Sendable {
  var row: Int
  var range: SourceRange
  var label: String?
  /// What stood beside the statement and is no mathematics.
  var remarks: [String] = []
}

/// Cuts formulas into statements: the lines of an environment, the parts of a system, the conditions behind
/// an equation.
///
/// Only looks are used here: signs, relations, white space and words of the language.
struct LaTeXStatements {
  private(set) var tree: LaTeXTree
  private(set) var statements: [LaTeXStatement] = []

  init(_ tree: consuming LaTeXTree) { self.tree = tree }

  /// The statements and the tree, which is handed over and not copied.
  consuming func taken() -> (statements: [LaTeXStatement], tree: LaTeXTree) { (statements, tree) }

  /// Adds the statements of a row that is a formula of its own; `isLast` where no other row follows it.
  mutating func add(row: Int, isLast: Bool) throws(Diagnostic) {
    let items = tree.rows[row].items
    if isLast, let range = wholeStatement(items) {
      tree.rows[row].range = range
      statements.append(LaTeXStatement(row: row, range: range))
      return
    }
    tree.rows[row].isMoved = true
    for line in try joined(try lines(items)) { split(line) }
  }

  /// The range of the items where they are one statement as they stand, as most formulas are.
  private func wholeStatement(_ items: [LaTeXNode]) -> SourceRange? {
    guard let first = items.first, let last = items.last,
      !items.contains(where: { $0.traits.contains(.separator) })
    else { return nil }
    return first.range.union(last.range)
  }

  // MARK: Lines

  /// The lines of a formula: top-level line ends, and the rows of an environment that is the whole formula or
  /// stands beside others.
  private mutating func lines(_ items: [LaTeXNode]) throws(Diagnostic) -> [[LaTeXNode]] {
    guard items.contains(where: \.mayHoldLines) else { return items.isEmpty ? [] : [items] }
    var lines: [[LaTeXNode]] = []
    var current: [LaTeXNode] = []
    for (index, item) in items.enumerated() {
      if case .newline = item.kind {
        lines.append(current)
        current = []
      } else if let table = system(item, in: items, index) {
        if !current.isEmpty { lines.append(current) }
        current = []
        lines += try rows(of: table)
      } else {
        current.append(item)
      }
    }
    lines.append(current)
    return lines.filter { !$0.isEmpty }
  }

  /// The table of an item that holds statements and not a value.
  private mutating func system(_ item: LaTeXNode, in items: [LaTeXNode], _ index: Int) -> Int? {
    switch item.kind {
    case .table(let table):
      switch tree.tables[table].environment {
      case .aligned, .gathered, .multiline:
        return isWhole(items, index) ? table : nil
      case .cases: return isWhole(items, index) && holdsRelations(table) ? table : nil
      default: return nil
      }
    case .fence(.brace, .none, let row), .fence(.none, .brace, let row):
      let inner = tree.rows[row].items.filter { if case .label = $0.kind { false } else { true } }
      guard inner.count == 1, case .table(let table)? = inner.first?.kind, isWhole(items, index) else {
        return nil
      }
      switch tree.tables[table].environment {
      case .aligned, .gathered: break
      case .array, .matrix(.none): if !holdsRelations(table) { return nil }
      default: return nil
      }
      tree.rows[row].isMoved = true
      return table
    default: return nil
    }
  }

  /// Whether nothing but punctuation, labels and white space shares the line.
  private func isWhole(_ items: [LaTeXNode], _ index: Int) -> Bool {
    for (place, item) in items.enumerated() where place != index {
      switch item.kind {
      case .punctuation, .label, .wideSpace, .newline, .table, .text: continue
      case .fence(.brace, .none, _), .fence(.none, .brace, _): continue
      default: return false
      }
    }
    return true
  }

  /// Whether every row states something in its first columns.
  private func holdsRelations(_ table: Int) -> Bool {
    tree.tables[table].rows.allSatisfy { cells in
      let first = tree.rows[cells[0]].items
      if first.contains(where: \.isRelation) { return true }
      return cells.count > 1 && tree.rows[cells[1]].items.first?.isRelation ?? false
        || cells.count > 1 && tree.rows[cells[1]].items.count == 1 && tree.rows[cells[1]].items[0].isRelation
    }
  }

  /// The rows of an environment, every equation a line.
  private mutating func rows(of table: Int) throws(Diagnostic) -> [[LaTeXNode]] {
    let environment = tree.tables[table].environment
    var lines: [[LaTeXNode]] = []
    for cells in tree.tables[table].rows {
      var columns = cells.count
      if case .aligned(columnsPerEquation: let count?) = environment { columns = count }
      var place = 0
      while place < cells.count {
        var line: [LaTeXNode] = []
        for cell in cells[place..<min(cells.count, place + columns)] {
          line += tree.rows[cell].items
          tree.rows[cell].isMoved = true
        }
        place += columns
        if !line.isEmpty { lines.append(line) }
      }
    }
    if environment == .multiline { return [Array(lines.joined())] }
    var result: [[LaTeXNode]] = []
    for line in lines { result += try self.lines(line) }
    return result
  }

  // MARK: Continuation

  /// Joins lines that only together make a statement.
  private func joined(_ lines: [[LaTeXNode]]) throws(Diagnostic) -> [[LaTeXNode]] {
    var result: [[LaTeXNode]] = []
    // Whether the part of the last line behind its last comma states something.
    var lastHasRelation = false
    for line in lines {
      let hasRelation = line.contains(where: \.isRelation)
      if !result.isEmpty, continues(line, hasRelation, after: result[result.count - 1], lastHasRelation) {
        let place = result.count - 1
        while let last = result[place].last, !last.isNotFinalPunctuation { result[place].removeLast() }
        result[place] += line
        lastHasRelation = lastHasRelation || hasRelation
      } else {
        result.append(line)
        lastHasRelation = hasRelation
      }
    }
    return result
  }

  private func continues(
    _ line: [LaTeXNode], _ hasRelation: Bool, after last: [LaTeXNode], _ lastHasRelation: Bool
  ) -> Bool {
    guard let first = line.first(where: \.isSubstance), let previous = last.last(where: \.isSubstance) else {
      return false
    }
    switch previous.kind {
    case .binary(.not): return false
    case .binary, .relation: return true
    default: break
    }
    switch first.kind {
    case .relation: return true
    case .binary(.minus), .binary(.plus), .binary(.plusMinus): return !hasRelation || !lastHasRelation
    case .binary(.not): return false
    case .binary: return true
    default: return false
    }
  }

  // MARK: Parts

  /// Cuts a line at the commas, wide spaces and words between its statements.
  private mutating func split(_ line: [LaTeXNode]) {
    var label: String?
    var remarks: [String] = []
    var items: [LaTeXNode] = []
    for item in line {
      if case .label(let text) = item.kind {
        label = label ?? tree.texts[text]
      } else {
        items.append(spoken(item))
      }
    }
    var parts: [[LaTeXNode]] = []
    var current: [LaTeXNode] = []
    var hasRelation = false
    var index = 0
    while index < items.count {
      guard let boundary = boundary(items, index, current.last, hasRelation) else {
        if case .wideSpace = items[index].kind {
          markProse(&items, around: index, &current)
          // Wide space between two operands sets two formulas apart, and is kept so that the reader sees it.
          if let last = current.last, last.isOperandEnd, index + 1 < items.count,
            items[index + 1].startsOperand
          {
            current.append(items[index])
          }
        } else {
          hasRelation = hasRelation || items[index].isRelation
          current.append(items[index])
        }
        index += 1
        continue
      }
      if let remark = boundary.remark { remarks.append(remark) }
      if !current.isEmpty { parts.append(current) }
      current = []
      hasRelation = false
      index = boundary.end
    }
    if !current.isEmpty { parts.append(current) }
    for (place, part) in parts.enumerated() {
      var part = part
      while let last = part.last, !last.isNotFinalPunctuation { part.removeLast() }
      guard let first = part.first, let last = part.last else { continue }
      let range = first.range.union(last.range)
      let row = tree.add(part, range)
      statements.append(
        LaTeXStatement(row: row, range: range, label: label, remarks: place == parts.count - 1 ? remarks : [])
      )
    }
  }

  /// Words that wide space sets apart from a formula are no names in it.
  private func markProse(_ items: inout [LaTeXNode], around space: Int, _ current: inout [LaTeXNode]) {
    if current.count > 1, case .text? = current.last?.kind { current[current.count - 1].isProse = true }
    guard space + 2 < items.count, case .text = items[space + 1].kind, !items[space + 2].isRelation else {
      return
    }
    items[space + 1].isProse = !current.isEmpty && !(current.last?.isRelation ?? false)
  }

  /// Words that are signs: `\text{or}`, `\text{mod}`.
  private func spoken(_ item: LaTeXNode) -> LaTeXNode {
    guard case .text(let text) = item.kind, !item.hasScripts, tree.texts[text].utf8.count <= 64 else {
      return item
    }
    var item = item
    switch LaTeXWords.normal(tree.texts[text]) {
    case "or": item.kind = .binary(.or)
    case "not": item.kind = .binary(.not)
    case "mod": item.kind = .binary(.modulo)
    default: break
    }
    return item
  }

  /// The separator that starts at an item, with what follows it that also separates.
  private func boundary(
    _ items: [LaTeXNode], _ start: Int, _ last: LaTeXNode?, _ hasRelation: Bool
  ) -> (end: Int, remark: String?)? {
    var end = start
    var isStrong = false
    var remark: String?
    scan: while end < items.count {
      switch items[end].kind {
      case .punctuation(","), .punctuation("."): break
      case .punctuation(";"): isStrong = true
      case .wideSpace:
        if end > start { isStrong = true }
        if let number = equationNumber(items, end) { return (items.count, number) }
      case .text(let word) where !items[end].hasScripts:
        let text = tree.texts[word]
        guard LaTeXWords.isSeparator(text) || LaTeXWords.isCondition(text) || isRemark(text, items, end)
        else { break scan }
        if isRemark(text, items, end) { remark = text }
        isStrong = true
      default: break scan
      }
      end += 1
    }
    guard end > start else { return nil }
    if end == items.count || isStrong { return (end, remark) }
    let rest = items[end...].prefix { !$0.endsStatement }
    let isComplete = hasRelation && (last?.isOperandEnd ?? false)
    let startsNew =
      rest.contains(where: \.isRelation) && rest.first?.isRelation == false
      && rest.first?.startsStatement ?? false
    return isComplete && startsNew ? (end, remark) : nil
  }

  /// A number in parentheses at the right end of a line, behind wide space.
  private func equationNumber(_ items: [LaTeXNode], _ space: Int) -> String? {
    guard space + 2 == items.count, case .fence(.paren, .paren, let row) = items[space + 1].kind,
      !items[space + 1].hasScripts
    else { return nil }
    let inner = tree.rows[row].items
    guard inner.count <= 2, let first = inner.first, first.isNumber,
      inner.dropFirst().allSatisfy(\.isPlainLetter)
    else { return nil }
    return "(\(tree.spelling(ofRow: row)))"
  }

  /// Words in parentheses, or words alone at the end of a line, only comment on it.
  private func isRemark(_ text: String, _ items: [LaTeXNode], _ index: Int) -> Bool {
    if text.hasPrefix("("), text.hasSuffix(")") { return true }
    guard index == items.count - 1, index > 0, text.contains(" ") else { return false }
    switch items[index - 1].kind {
    case .wideSpace, .punctuation: return !LaTeXWords.isConnective(text)
    default: return false
    }
  }
}
