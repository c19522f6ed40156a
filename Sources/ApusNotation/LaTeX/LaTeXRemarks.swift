extension LaTeXFormulaReader {
  /// What a statement says about the range of an index, if that is all it says: `n = 1, 2, \ldots` or `x \in
  /// \mathbb{R}`.
  ///
  /// Such a remark behind an equation computes nothing; it is reported among the assumptions.
  func indexRemark(_ row: Int) -> String? {
    let items = items(row)
    guard items.count >= 3, formulas.name(row, 0) != nil, case .relation(let relation) = items[1].kind else {
      return nil
    }
    switch relation {
    case .elementOf:
      guard items.count == 3, case .letter(_, .blackboard) = items[2].kind else { return nil }
      return formulas.tree.spelling(ofRow: row).replacing("\\elementOf ", with: " ∈ ")
    case .equal:
      let isList = items.contains { if case .punctuation(",") = $0.kind { true } else { false } }
      guard isList, items.count >= 5 else { return nil }
      for item in items.dropFirst(2) {
        switch item.kind {
        case .number, .punctuation(","), .dots, .letter, .symbol, .binary(.minus), .binary(.plusMinus):
          continue
        default: return nil
        }
      }
      return formulas.tree.spelling(ofRow: row).replacing("?", with: "…")
    default: return nil
    }
  }
}
