import ApusTerms

// Square brackets behind a letter that hold an index: `x[n]`.
extension LaTeXFormulaReader {
  /// The sequences whose index stands in square brackets.
  struct BracketedSequences {
    /// The names with a single index in brackets, and those that occur without brackets.
    var indexed: Set<Int> = []
    var bare: Set<Int> = []
  }

  /// `x[n]` and `h[k] x[n - k]` are elements of sequences, as long as x and h do not occur without brackets.
  func bracketed(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ width: Int, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    let place = cursor.place + width
    guard place < cursor.end, item.sup == nil, item.primes == 0,
      let row = indexInBrackets(items(cursor.row)[place])
    else { return nil }
    let next = items(cursor.row)[place]
    let isSingle = items(row).count == 1
    let sequences = knownBracketedSequences
    // Where nothing else has an index in brackets, it may be a sum of quantities.
    guard isSingle || !sequences.indexed.isEmpty || items(row).contains(where: isBoundLetter) else {
      return nil
    }
    if sequences.bare.contains(id) { throw ambiguousApplication(formulas.names[id], range, next) }
    cursor.place = place + 1
    assume("\(formulas.names[id].latex)[…] is an element of a sequence")
    let call = Expr.opaque(.undefined(use(id)), [try value(ofRow: row)])
    return try scripted(LaTeXOperand(expr: call, range: range.union(next.range)), next)
  }

  private func isBoundLetter(_ item: LaTeXNode) -> Bool {
    guard let name = tree.name(of: item), let id = formulas.names.id(name.latex) else { return false }
    return isBound(id)
  }

  /// The row of square brackets in which nothing but an index can stand: letters that count, numbers and signs, and a letter at least.
  private func indexInBrackets(_ item: LaTeXNode) -> Int? {
    guard case .fence(.bracket, .bracket, let row) = item.kind, !items(row).isEmpty else { return nil }
    var hasLetter = false
    for item in items(row) {
      if item.hasScripts { return nil }
      switch item.kind {
      case .letter(let letter, .italic):
        guard "ijklmn".unicodeScalars.contains(letter) else { return nil }
        hasLetter = true
      case .number, .binary(.plus), .binary(.minus): continue
      default: return nil
      }
    }
    return hasLetter ? row : nil
  }

  /// Worked out once, in one pass over the source.
  private var knownBracketedSequences: BracketedSequences {
    if let known = bracketedSequences { return known }
    var found = BracketedSequences()
    for row in tree.rows.indices where !tree.rows[row].isScript && !formulas.tree.rows[row].isMoved {
      for place in items(row).indices {
        guard let id = formulas.name(row, place) else { continue }
        let next = place + 1 < items(row).count ? items(row)[place + 1] : nil
        guard let next, let inner = indexInBrackets(next) else {
          found.bare.insert(id)
          continue
        }
        if items(inner).count == 1 { found.indexed.insert(id) }
      }
    }
    bracketedSequences = found
    return found
  }
}
