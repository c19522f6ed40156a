import ApusTerms

// Things side by side that are no plain product.
extension LaTeXFormulaReader {
  /// Refuses what stands before an item together with it, where that may mean something else than a product.
  func checkNeighbours(_ next: LaTeXNode, _ cursor: LaTeXCursor, isFirst: Bool) throws(Diagnostic) {
    let previous = isFirst ? nil : items(cursor.row)[cursor.place - 1]
    switch next.kind {
    case .letter("A"..."Z", .italic): try refuseCharacteristicFactor(cursor)
    case .number:
      if let previous, previous.isNumber, !previous.hasScripts {
        throw Diagnostic(
          "ambiguous-number", "there are two numbers side by side", at: previous.range.union(next.range),
          help: ["write \\cdot between them"]
        ).settled(by: [
          [FixIt(between(previous, next), insert: "")], [FixIt(between(previous, next), insert: " \\cdot ")],
        ])
      }
    case .fence(.paren, .paren, _):
      if let previous, case .fence(.paren, .paren, let row) = previous.kind, !previous.hasScripts,
        isOperatorSum(row)
      {
        throw Diagnostic(
          "ambiguous-application",
          "this may be a combination of functions, applied to what is in the second brackets",
          at: previous.range.union(next.range))
      }
    case .fraction(let top, let bottom):
      if let previous, previous.isNumber, !previous.hasScripts, isInteger(previous),
        formulas.integer(top) != nil, formulas.integer(bottom) != nil
      {
        throw Diagnostic(
          "mixed-number", "this may be a mixed number or a product", at: previous.range.union(next.range),
          help: ["write a + sign or \\cdot between them"]
        ).settled(by: [
          [FixIt(between(previous, next), insert: " + ")],
          [FixIt(between(previous, next), insert: " \\cdot ")],
        ])
      }
    case .group(let row):
      let hasSigns = items(row).contains {
        if case .binary(let sign) = $0.kind { sign.isAdditive } else { false }
      }
      let follower = cursor.place + 1 < cursor.end ? items(cursor.row)[cursor.place + 1] : nil
      let isAlone = previous == nil && !(follower?.isOperand ?? false) && !next.hasScripts
      if hasSigns,
        !isAlone || isMultiplied(follower)
          || isMultiplied(cursor.place > 0 ? items(cursor.row)[cursor.place - 1] : nil)
      {
        throw Diagnostic(
          "invisible-group", "these braces cannot be seen in print, so the sum in them looks ungrouped",
          at: next.range,
          help: ["write \\left( … \\right) around it"])
      }
    default: return
    }
  }

  /// The bytes between two items.
  private func between(_ first: LaTeXNode, _ second: LaTeXNode) -> SourceRange {
    SourceRange(first.range.upperBound, max(first.range.upperBound, second.range.lowerBound))
  }

  /// `(f + g)` and `(f * g)` of functions without their arguments.
  private func isOperatorSum(_ row: Int) -> Bool {
    let items = items(row)
    guard items.count > 2 else { return false }
    if items.count == 3, case .binary(.asterisk) = items[1].kind, formulas.name(row, 0) != nil,
      formulas.name(row, 2) != nil
    {
      return true
    }
    for index in items.indices {
      if case .binary = items[index].kind { continue }
      guard let name = formulas.name(row, index), case .function = context.role(name), !isBound(name) else {
        return false
      }
      let uses = context[uses: name]
      if !uses.variables.isEmpty, uses.definition == nil, uses.singleArguments.isEmpty { return false }
    }
    return true
  }

  private func isMultiplied(_ item: LaTeXNode?) -> Bool {
    guard let item, case .binary(let sign) = item.kind else { return false }
    return sign.isMultiplicative
  }

  func isInteger(_ item: LaTeXNode) -> Bool {
    guard case .number(let index) = item.kind else { return false }
    return tree.numerals[index].repeating.isEmpty
      && tree.numerals[index].text.allSatisfy(\.isNumber)
  }
}
