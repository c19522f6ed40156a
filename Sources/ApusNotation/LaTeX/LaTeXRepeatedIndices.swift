/// Finds sums over repeated indices that are not written: in `c_i = a_{ij} b_j` nothing but the custom of tensors says that j is summed over.
///
/// An index is summed over if it stands below two factors of a product, one of which has several indices or is a derivative by it, and is
/// missing on the other side of the equation. Without the sum the answer would be one product of symbols.
struct LaTeXRepeatedIndices {
  /// Where an index stands below the factors of one term.
  private struct Uses {
    var count = 0
    /// Whether one of the factors is a tensor or a derivative by the index.
    var isTensor = false
    /// Whether it stands below a fraction bar or has a power, as no component in such a sum has.
    var isExcluded = false
    var range = SourceRange(0, 0)
  }

  private let formulas: LaTeXFormulas
  /// The indices of the sums that are written.
  private var bound: Set<String> = []

  /// Refuses a source with such a sum.
  ///
  /// - Throws: `tensor-index`, at the second place of the first such index.
  /// - Complexity: O(items); nothing where no name has several indices and nothing is differentiated by an indexed variable.
  static func check(_ formulas: LaTeXFormulas, _ statements: [LaTeXStatement]) throws(Diagnostic) {
    guard formulas.tree.traits.contains(.subscript) else { return }
    var indices = LaTeXRepeatedIndices(formulas)
    guard indices.mayOccur else { return }
    indices.collectBound()
    for statement in statements { try indices.check(statement.row) }
  }

  private init(_ formulas: LaTeXFormulas) { self.formulas = formulas }

  /// Whether any name has several indices, or a partial derivative is by an indexed variable.
  private var mayOccur: Bool {
    (0..<formulas.names.count).contains { id in
      guard let sub = formulas.names[id].subscriptRow,
        formulas.tree.rows[sub].items.count > 1 || formulas.tree.traits.contains(.partial),
        let letters = indices(sub)
      else { return false }
      return letters.count > 1 || formulas.tree.traits.contains(.partial)
    }
  }

  private mutating func collectBound() {
    guard formulas.tree.traits.contains(.bigOperator) else { return }
    for row in formulas.tree.rows {
      for item in row.items {
        guard case .bigOperator = item.kind, let sub = item.sub else { continue }
        for id in formulas.namesUsed(sub, formulas.tree.rows[sub].items.indices, limit: 20) {
          bound.insert(formulas.names[id].latex)
        }
      }
    }
  }

  // MARK: Statements

  private func check(_ row: Int) throws(Diagnostic) {
    let items = formulas.tree.rows[row].items
    var sides = parts(items.indices) { items[$0].isRelation || items[$0].endsStatement }
    sides.removeAll { side in
      !side.contains { items[$0].makesNames || !formulas.contents(of: items[$0]).isEmpty }
    }
    // With one side alone, as in `a_{ij} x_j - b_i = 0`, its terms are compared.
    let compared = sides.count == 1 ? terms(row, sides[0]) : sides
    let letters = compared.map { lettersUsed(row, $0) }
    for (index, part) in compared.enumerated() {
      try checkTerms(row, part) { letter in
        compared.count == 1 || letters.indices.contains { $0 != index && !letters[$0].contains(letter) }
      }
    }
  }

  private func parts(_ range: Range<Int>, separator: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where separator(place) {
      if place > start { parts.append(start..<place) }
      start = place + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private func terms(_ row: Int, _ range: Range<Int>) -> [Range<Int>] {
    let items = formulas.tree.rows[row].items
    return parts(range) { place in
      if case .binary(let sign) = items[place].kind { return !sign.isMultiplicative }
      return items[place].isRelation || items[place].endsStatement
    }
  }

  /// The indices of all names in a part of a row and in what it contains.
  private func lettersUsed(_ row: Int, _ range: Range<Int>) -> Set<String> {
    var letters: Set<String> = []
    var pending = [(row, range)]
    while let (row, range) = pending.popLast() {
      for item in formulas.tree.rows[row].items[range] {
        if let sub = item.sub, let found = indices(sub) { letters.formUnion(found) }
        if case .accent(_, let inner) = item.kind {
          pending.append((inner, formulas.tree.rows[inner].items.indices))
        }
        pending += formulas.contents(of: item).map { ($0, formulas.tree.rows[$0].items.indices) }
      }
    }
    return letters
  }

  // MARK: Terms

  /// Looks at the terms of a part of a row, and at those in its brackets, roots and fractions.
  private func checkTerms(
    _ row: Int, _ range: Range<Int>, isMissing: (String) -> Bool
  ) throws(Diagnostic) {
    var pending = [(row, range)]
    while let (row, range) = pending.popLast() {
      for term in terms(row, range) {
        var uses: [String: Uses] = [:]
        count(row, term, isDivided: false, &uses, &pending)
        for (letter, use) in uses.sorted(by: { $0.key < $1.key })
        where use.count == 2 && use.isTensor && !use.isExcluded && !bound.contains(letter)
          && isMissing(letter)
        {
          throw Diagnostic(
            "tensor-index", "this index stands twice in a product, which may mean a sum over it",
            at: use.range,
            help: ["write the sum, as in \\sum_{\(letter)=1}^{3}"])
        }
      }
    }
  }

  /// Counts the indices below the factors of a product; what is no factor is left for later.
  private func count(
    _ row: Int, _ range: Range<Int>, isDivided: Bool, _ uses: inout [String: Uses],
    _ pending: inout [(Int, Range<Int>)]
  ) {
    var products = [(row, range, isDivided)]
    while let (row, range, isDivided) = products.popLast() {
      for item in formulas.tree.rows[row].items[range] {
        if case .fraction(let top, let bottom) = item.kind {
          if let derivative = formulas.derivative(top, bottom, item.range) {
            products.append((derivative.bodyRow, derivative.body, isDivided))
            note(derivative, isDivided, &uses)
            continue
          }
          for (inner, isBelow) in [(top, isDivided), (bottom, true)] {
            let whole = formulas.tree.rows[inner].items.indices
            if terms(inner, whole).count == 1 {
              products.append((inner, whole, isBelow || item.hasSuperscript))
            } else {
              pending.append((inner, whole))
            }
          }
          continue
        }
        if item.makesNames, let sub = item.sub, let letters = indices(sub) {
          note(
            letters, isTensor: letters.count > 1, isExcluded: isDivided || item.hasSuperscript, item.range,
            &uses)
        }
        for inner in formulas.contents(of: item) where inner != item.sub {
          pending.append((inner, formulas.tree.rows[inner].items.indices))
        }
      }
    }
  }

  private func note(_ derivative: LaTeXDerivative, _ isDivided: Bool, _ uses: inout [String: Uses]) {
    for variable in derivative.variables {
      guard let sub = formulas.names[variable.name].subscriptRow, let letters = indices(sub) else { continue }
      note(letters, isTensor: derivative.isPartial, isExcluded: isDivided, variable.range, &uses)
    }
  }

  private func note(
    _ letters: [String], isTensor: Bool, isExcluded: Bool, _ range: SourceRange, _ uses: inout [String: Uses]
  ) {
    // Twice below one name, an index marks a diagonal, and the name stands for the value.
    for letter in Set(letters) {
      uses[letter, default: Uses()].count += 1
      if isTensor { uses[letter, default: Uses()].isTensor = true }
      if isExcluded { uses[letter, default: Uses()].isExcluded = true }
      uses[letter, default: Uses()].range = range
    }
  }

  // MARK: Indices

  /// The letters of a subscript that holds nothing but indices.
  private func indices(_ row: Int) -> [String]? {
    var letters: [String] = []
    for item in formulas.tree.rows[row].items {
      if item.hasScripts { return nil }
      switch item.kind {
      case .letter(let letter, .italic) where ("i"..."n").contains(letter):
        letters.append(String(Character(letter)))
      case .symbol(let symbol, _) where Self.greek.contains(symbol.name): letters.append("\\" + symbol.name)
      case .punctuation(","), .number: continue
      default: return nil
      }
    }
    return letters.isEmpty || letters.count > 4 || Self.words.contains(letters.joined()) ? nil : letters
  }

  private static let greek: Set<String> = ["mu", "nu", "alpha", "beta", "lambda", "rho", "sigma"]
  /// Subscripts that are words.
  private static let words: Set<String> = [
    "in", "kin", "min", "lin", "lim", "nil", "mm", "nm", "mil", "kink",
  ]
}
