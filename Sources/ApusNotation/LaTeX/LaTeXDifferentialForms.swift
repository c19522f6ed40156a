/// Equations between differentials, such as `dU = T\,dS - p\,dV` and `\frac{dN}{N} = -\lambda\,dt`.
///
/// There `dU` is one quantity. Only rows without integrals, in which every term of every side has a differential, are read so.
struct LaTeXDifferentialForms {
  private let tree: LaTeXTree
  /// The rows in which a d and the letter after it are one name.
  private(set) var rows: Set<Int> = []

  init(_ tree: LaTeXTree) {
    guard tree.traits.contains(.differential) else {
      // A second owner would make the first one copy its rows when it changes them.
      self.tree = LaTeXTree()
      return
    }
    self.tree = tree
    for (index, row) in tree.rows.enumerated() where !row.isScript && !row.isMoved {
      guard row.items.contains(where: \.isRelation), !row.items.contains(where: \.isIntegral) else {
        continue
      }
      note(index)
    }
  }

  private mutating func note(_ row: Int) {
    let items = tree.rows[row].items
    var found: [Int] = []
    var hasPair = false
    var terms = 0
    for term in items.split(whereSeparator: { Self.separates($0) }) {
      terms += 1
      var pairs = pairs(row, term.startIndex..<term.endIndex)
      hasPair = hasPair || pairs > 0
      for item in term {
        guard case .fraction(let top, let bottom) = item.kind, !isDifferential(bottom, 0) else { continue }
        let above = self.pairs(top, tree.rows[top].items.indices)
        if above > 0 { found.append(top) }
        pairs += above
      }
      guard pairs > 0 else { return }
    }
    guard terms > 1 else { return }
    if hasPair { rows.insert(row) }
    rows.formUnion(found)
  }

  /// Whether the item stands between terms.
  private static func separates(_ item: LaTeXNode) -> Bool {
    switch item.kind {
    case .relation: true
    case .binary(let sign): sign.isAdditive
    default: false
    }
  }

  /// How many differentials stand in a run of items.
  private func pairs(_ row: Int, _ range: Range<Int>) -> Int {
    range.count { isDifferential(row, $0) && $0 + 1 < range.upperBound }
  }

  /// Whether a d and a letter start at a place.
  func isDifferential(_ row: Int, _ place: Int) -> Bool {
    let items = tree.rows[row].items
    guard place + 1 < items.count, !items[place].hasScripts, case .letter("d", let font) = items[place].kind,
      font == .italic || font == .roman
    else { return false }
    switch items[place + 1].kind {
    case .letter(let letter, _): return letter != "d"
    case .symbol(let symbol, _): return symbol.isLetter
    default: return false
    }
  }
}

extension LaTeXNode {
  var isIntegral: Bool {
    switch kind {
    case .bigOperator(.integral), .bigOperator(.contourIntegral): true
    default: false
    }
  }
}
