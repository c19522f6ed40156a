import ApusTerms

extension LaTeXFormulaReader {
  /// An environment as a term: a matrix, a determinant, a norm, a case distinction.
  func table(_ index: Int, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    let table = tree.tables[index]
    switch table.environment {
    case .matrix(let delimiter): return try matrix(table, delimiter, item)
    case .array: return try matrix(table, .none, item)
    case .cases: return try cases(table, item)
    default:
      throw Diagnostic(
        "unexpected-environment", "lines of equations cannot be part of a term", at: table.opening)
    }
  }

  /// A table between delimiters of its own: `\left[\begin{array}…\end{array}\right]`,
  /// `\left\{\begin{array}…\right.`
  func framedTable(
    _ open: LaTeXDelimiter, _ close: LaTeXDelimiter, _ row: Int, _ item: LaTeXNode
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard items(row).count == 1, let inner = items(row).first, !inner.hasScripts,
      case .table(let index) = inner.kind
    else { return nil }
    let table = tree.tables[index]
    guard
      table.environment == .array || table.environment == .matrix(.none) || table.environment == .cases
        || isLines(table)
    else { return nil }
    switch (open, close) {
    case (.brace, .none):
      return try scripted(try cases(table, item), item)
    case (.paren, .paren), (.bracket, .bracket), (.bar, .bar), (.doubleBar, .doubleBar):
      guard table.environment == .array || table.environment == .matrix(.none) else { return nil }
      var operand = try matrix(table, open, item)
      operand.range = item.range
      return try scripted(operand, item)
    default: return nil
    }
  }

  private func isLines(_ table: LaTeXTable) -> Bool {
    switch table.environment {
    case .aligned, .gathered: true
    default: false
    }
  }

  // MARK: Matrices

  private func matrix(
    _ table: LaTeXTable, _ delimiter: LaTeXDelimiter, _ item: LaTeXNode
  ) throws(Diagnostic) -> LaTeXOperand {
    let columns = table.rows[0].count
    var rows: [Expr] = []
    for cells in table.rows {
      guard cells.count == columns else {
        throw Diagnostic(
          "ragged-matrix", "this row has \(cells.count) entries, the first has \(columns)",
          at: rowRange(cells))
      }
      var entries: [Expr] = []
      for cell in cells { entries.append(try value(ofRow: cell)) }
      rows.append(LaTeXTerms.call("list", entries))
    }
    let shape = LaTeXOperand.Shape.matrix(rows: rows.count, columns: columns)
    let list = LaTeXTerms.call("list", rows)
    switch delimiter {
    case .bar:
      guard rows.count == columns else {
        throw Diagnostic("not-square", "only a square matrix has a determinant", at: item.range)
      }
      return LaTeXOperand(expr: LaTeXTerms.call("det", list), range: item.range, shape: .scalar)
    case .doubleBar:
      return LaTeXOperand(expr: LaTeXTerms.call("norm", list), range: item.range, shape: .scalar)
    default: return LaTeXOperand(expr: list, range: item.range, shape: shape)
    }
  }

  private func rowRange(_ cells: [Int]) -> SourceRange {
    let first = formulas.tree.rows[cells[0]].range
    return cells.dropFirst().reduce(first) { $0.union(formulas.tree.rows[$1].range) }
  }

  // MARK: Cases

  private func cases(_ table: LaTeXTable, _ item: LaTeXNode) throws(Diagnostic) -> LaTeXOperand {
    var arguments: [Expr] = []
    var otherwise: Expr?
    for cells in table.rows {
      if cells.count > 2 {
        throw Diagnostic(
          "extra-column", "a case has a value and a condition, and nothing more",
          at: formulas.tree.rows[cells[2]].range)
      }
      if otherwise != nil {
        throw Diagnostic(
          "unreachable-case", "this case comes after the one for all others", at: rowRange(cells))
      }
      let (valueRow, value, conditionRow, condition) = try parts(ofCase: cells)
      let result = try whole(valueRow, value, gap: formulas.tree.rows[valueRow].range)
      guard !result.isTruth else {
        throw Diagnostic("relation-in-term", "the value of a case is no relation", at: result.range)
      }
      if let test = try self.condition(conditionRow, condition) {
        arguments += [test, result.expr]
      } else {
        otherwise = result.expr
      }
    }
    if let otherwise {
      guard !arguments.isEmpty else {
        throw Diagnostic("missing-condition", "the only case has no condition", at: item.range)
      }
      arguments.append(otherwise)
    }
    return LaTeXOperand(expr: LaTeXTerms.call("piecewise", arguments), range: item.range, shape: .scalar)
  }

  /// The items of a case's value and of its condition.
  private func parts(ofCase cells: [Int]) throws(Diagnostic) -> (Int, Range<Int>, Int, Range<Int>) {
    let first = items(cells[0])
    if cells.count == 2, !items(cells[1]).isEmpty {
      return (
        cells[0], trimmed(cells[0], first.indices), cells[1], trimmed(cells[1], items(cells[1]).indices)
      )
    }
    let words = first.firstIndex { item in
      if case .text(let word) = item.kind {
        let text = tree.texts[word]
        return LaTeXWords.isCondition(text) || LaTeXWords.isOtherwise(text)
      }
      return false
    }
    let comma = first.lastIndex { item in
      if case .punctuation(",") = item.kind { return true }
      return false
    }
    guard let cut = words ?? comma, cut > 0, cut < first.count else {
      throw Diagnostic("missing-condition", "this case has no condition", at: rowRange(cells))
    }
    return (cells[0], trimmed(cells[0], 0..<cut), cells[0], trimmed(cells[0], cut..<first.count))
  }

  /// The range without punctuation and white space at its ends.
  private func trimmed(_ row: Int, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, !items(row)[lower].isNotFinalPunctuation { lower += 1 }
    while upper > lower, !items(row)[upper - 1].isNotFinalPunctuation { upper -= 1 }
    return lower..<upper
  }

  /// A condition, or nil for "otherwise".
  private func condition(_ row: Int, _ range: Range<Int>) throws(Diagnostic) -> Expr? {
    var range = range
    while let first = range.first, case .text(let word) = items(row)[first].kind,
      !items(row)[first].hasScripts
    {
      let text = tree.texts[word]
      if LaTeXWords.isOtherwise(text) {
        guard range.count == 1 else { throw unexpected(items(row)[first + 1]) }
        return nil
      }
      guard LaTeXWords.isCondition(text) else { break }
      range = trimmed(row, first + 1..<range.upperBound)
    }
    guard !range.isEmpty else {
      throw Diagnostic("missing-condition", "this case has no condition", at: formulas.tree.rows[row].range)
    }
    var tests: [Expr] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound {
      guard place == range.upperBound || isConjunction(items(row)[place]) else { continue }
      let part = trimmed(row, start..<place)
      start = place + 1
      if part.isEmpty, place < range.upperBound { continue }
      tests.append(try test(row, part))
    }
    return tests.count == 1 ? tests[0] : LaTeXTerms.call("and", tests)
  }

  private func isConjunction(_ item: LaTeXNode) -> Bool {
    switch item.kind {
    case .punctuation(","): true
    case .text(let word): LaTeXWords.normal(tree.texts[word]) == "and"
    default: false
    }
  }

  /// One relation of a condition; `n \text{ even}` is a statement about the remainder.
  private func test(_ row: Int, _ range: Range<Int>) throws(Diagnostic) -> Expr {
    guard let last = range.last else {
      throw Diagnostic("missing-condition", "a condition is missing here", at: formulas.tree.rows[row].range)
    }
    if case .text(let text) = items(row)[last].kind {
      let word = LaTeXWords.normal(tree.texts[text])
      let parity = ["even": 0, "is even": 0, "odd": 1, "is odd": 1][word]
      guard let parity else { throw unexpected(items(row)[last]) }
      let operand = try whole(row, range.dropLast(), gap: items(row)[last].range)
      return LaTeXTerms.call(.equal, LaTeXTerms.call("mod", operand.expr, Expr(2)), Expr(parity))
    }
    let operand = try whole(row, range, gap: items(row)[last].range)
    guard operand.isTruth else {
      throw Diagnostic("missing-condition", "this is no condition", at: operand.range)
    }
    return operand.expr
  }
}
