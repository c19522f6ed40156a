/// Finds tensors with upper indices and sums over repeated indices, whose components a single symbol cannot stand for.
///
/// `R_{\mu\nu} = \kappa T_{\mu\nu}` is an equation between symbols, but in `F_{\mu\nu} F^{\mu\nu}` the upper indices are no exponents, and
/// in `\partial_\mu A_\nu` the index is no variable.
struct LaTeXTensorIndices {
  private let formulas: LaTeXFormulas
  /// The letters in subscripts that have two or more of them, and those in all subscripts.
  private var paired: Set<String> = []
  private var lower: Set<String> = []
  /// The bases with a single Greek letter below them.
  private var lowered: Set<String> = []

  /// Refuses a source that writes such tensors.
  ///
  /// - Throws: `tensor-index`, at the first index that is one.
  /// - Complexity: O(items).
  static func check(_ formulas: LaTeXFormulas) throws(Diagnostic) {
    guard !formulas.tree.traits.isDisjoint(with: [.superscript, .partial]), mayOccur(formulas.tree) else {
      return
    }
    var indices = LaTeXTensorIndices(formulas)
    indices.collect()
    for row in formulas.tree.rows where !row.isMoved {
      for index in row.items.indices where row.items[index].hasSuperscript || row.items[index].isPartialSign {
        try indices.check(row.items[index])
      }
    }
  }

  /// Whether a superscript begins with a letter, or a ∂ has a subscript, as in few formulas.
  private static func mayOccur(_ tree: LaTeXTree) -> Bool {
    tree.rows.contains { row in
      row.items.contains { item in
        if let sup = item.sup, let first = tree.rows[sup].items.first {
          switch first.kind {
          case .letter, .symbol: return true
          default: break
          }
        }
        return item.hasSubscript && item.isPartialSign
      }
    }
  }

  private init(_ formulas: LaTeXFormulas) { self.formulas = formulas }

  private mutating func collect() {
    for row in formulas.tree.rows where !row.isMoved {
      for index in row.items.indices where row.items[index].hasSuperscript || row.items[index].hasSubscript {
        let item = row.items[index]
        if let sup = item.sup, let letters = indices(sup), letters.count > 1 { paired.formUnion(letters) }
        guard let sub = item.sub, let letters = indices(sub) else { continue }
        if case .symbol("partial", _) = item.kind { continue }
        lower.formUnion(letters)
        if letters.count > 1 {
          paired.formUnion(letters)
        } else if let base = base(of: item) {
          lowered.insert(base + letters[0])
        }
      }
    }
  }

  private func check(_ item: LaTeXNode) throws(Diagnostic) {
    if case .symbol("partial", _) = item.kind {
      if let sub = item.sub, let letters = indices(sub), letters.contains(where: lower.contains) {
        throw refusal(item.subRange ?? item.range)
      }
      if let sup = item.sup, item.sub == nil, let letters = indices(sup), letters.contains(where: isSpaceTime)
      {
        throw refusal(item.supRange ?? item.range)
      }
      return
    }
    guard let sup = item.sup, let upper = indices(sup), let base = base(of: item), base != "e" else { return }
    let isTensor =
      upper.count > 1
      ? upper.allSatisfy(isSpaceTime)
      : isSpaceTime(upper[0]) && paired.contains(upper[0]) || lowered.contains(base + upper[0])
    let hasLowerPair =
      item.sub.flatMap { indices($0) }.map { $0.count > 1 && $0.allSatisfy(isSpaceTime) } ?? false
    if isTensor || hasLowerPair { throw refusal(item.supRange ?? item.range) }
  }

  private func refusal(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tensor-index", "this index of a tensor is no exponent and no variable", at: range,
      help: ["write the components out, or give each tensor a name of its own"])
  }

  // MARK: Indices

  /// The letters of a script that consists of nothing else.
  private func indices(_ row: Int) -> [String]? {
    var letters: [String] = []
    for item in formulas.tree.rows[row].items {
      guard !item.hasScripts else { return nil }
      switch item.kind {
      case .symbol(let symbol, _) where Self.greek.contains(symbol.name): letters.append(symbol.name)
      case .letter(let letter, .italic) where ("i"..."n").contains(letter):
        letters.append(String(Character(letter)))
      case .punctuation(","), .punctuation(";"): continue
      default: return nil
      }
    }
    return letters.isEmpty ? nil : letters
  }

  private func base(of item: LaTeXNode) -> String? {
    switch item.kind {
    case .letter(let letter, _): return String(Character(letter))
    case .symbol(let symbol, _): return symbol.name == "partial" ? nil : symbol.name
    case .accent(_, let row): return formulas.tree.spelling(ofRow: row)
    default: return nil
    }
  }

  /// Letters that count the directions of space and time and hardly ever are exponents.
  private func isSpaceTime(_ letter: String) -> Bool { Self.spaceTime.contains(letter) }

  private static let spaceTime: Set<String> = [
    "mu", "nu", "rho", "sigma", "lambda", "kappa", "alpha", "beta", "gamma", "delta", "tau",
  ]
  private static let greek: Set<String> = spaceTime.union(["eta", "xi", "epsilon", "theta"])
}

extension LaTeXNode {
  /// Whether the item is ∂.
  var isPartialSign: Bool { if case .symbol("partial", _) = kind { true } else { false } }
}
