/// The sequences of a source: names that carry the index of a sum in their subscript, such as `w_j` in `\sum_{j=1}^n w_j`.
///
/// With one element the others are elements too: `p_i = w_i / \sum_{j=1}^n w_j` speaks of one sequence w.
struct LaTeXSequences {
  private struct Sequence {
    /// How many indices its elements have; 0 when that differs.
    var indexCount: Int
    /// What its elements depend on besides the index.
    var arguments: [Int] = []
  }

  /// The sequences by the base of the name.
  private var sequences: [String: Sequence] = [:]
  private var elements: Set<Int> = []

  init() {}

  /// The sequences of a source with sums and subscripts; others have none.
  ///
  /// - Complexity: linear in the number of names.
  init(_ formulas: LaTeXFormulas, _ context: LaTeXContext) {
    var bound: Set<String> = []
    for id in context.evidence.names.indices where context.evidence.names[id].isBound {
      bound.insert(formulas.names[id].latex)
    }
    if bound.isEmpty { return }
    for id in context.roles.indices {
      let name = formulas.names[id]
      guard let sub = name.subscriptRow, !name.takesSuperscript,
        let index = formulas.tree.index(sub, bound), index.isBound
      else { continue }
      let known = sequences[name.base]?.indexCount ?? index.count
      sequences[name.base] = Sequence(indexCount: known == index.count ? known : 0)
    }
    for id in context.roles.indices {
      let name = formulas.names[id]
      guard let sub = name.subscriptRow, !name.takesSuperscript, let sequence = sequences[name.base],
        let index = formulas.tree.index(sub, bound), index.count == sequence.indexCount
      else { continue }
      // Where the letter alone is a quantity of its own, its indices do not make it a sequence.
      if let plain = formulas.names.id(name.base), context.evidence.names[plain].bare > 0 { continue }
      elements.insert(id)
      if case .function(let arguments) = context.roles[id], !arguments.isEmpty {
        sequences[name.base]?.arguments = arguments
      }
    }
  }

  /// Whether a name is an element of a sequence also where its index is not bound.
  func isElement(_ id: Int) -> Bool { !elements.isEmpty && elements.contains(id) }

  /// What the elements of the sequence of a name depend on besides the index.
  func arguments(of name: LaTeXName) -> [Int] { sequences[name.base]?.arguments ?? [] }
}

extension LaTeXTree {
  /// Whether a number is a 0 or 1, by which nobody multiplies an index.
  func countsFrom(_ item: LaTeXNode) -> Bool {
    guard case .number(let index) = item.kind else { return false }
    return numerals[index].text == "0" || numerals[index].text == "1"
  }

  /// How many indices a subscript holds, and whether one of them is among the bound letters; nil when it may be a word.
  fileprivate func index(_ row: Int, _ bound: Set<String>) -> (count: Int, isBound: Bool)? {
    var count = 0
    var isBound = false
    var continues = false
    for (place, item) in rows[row].items.enumerated() {
      if item.hasScripts { return nil }
      switch item.kind {
      case .letter(let letter, .italic):
        let text = String(Character(letter))
        if bound.contains(text) { isBound = true } else if !"ijklmn".contains(text) { return nil }
        if !continues { count += 1 }
        continues = false
      case .number:
        if !continues { count += 1 }
        // A number in front multiplies the letter behind it.
        continues = place == 0 && rows[row].items.count > 1 && !countsFrom(item)
      case .binary(.plus), .binary(.minus): continues = true
      case .punctuation(","): continues = false
      default: return nil
      }
    }
    return count == 0 ? nil : (count, isBound)
  }
}
