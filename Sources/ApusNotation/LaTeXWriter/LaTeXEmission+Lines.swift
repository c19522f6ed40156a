import ApusTerms

// Breaking long formulas into lines: before relations, then before the signs of outermost sums.
extension LaTeXEmission {
  /// A part of a formula that stays on one line: a term with its sign, after the sign of its relation where it begins a side.
  private struct Chunk {
    var ref: TextArena.Ref
    /// Whether a relation stands before it.
    var beginsSide = false
  }

  /// The rows of a formula of which no line is longer than `width` if that can be, with their alignment points.
  ///
  /// The signs of relations are aligned, and what continues a side stands further to the right.
  /// - Returns: nil for a formula that needs no breaking or cannot be broken.
  mutating func rows(of tree: DisplayTree, _ pieces: Pieces, width: Int) -> [TextArena.Ref]? {
    if arena.length(of: pieces[tree.root].ref) <= width { return nil }
    let chunks = chunks(of: tree, pieces)
    if chunks.count < 2 { return nil }
    var rows: [TextArena.Ref] = []
    var row: [TextArena.Part] = []
    var length = 0
    // The first relation stays with a left side that is short.
    let joined = firstSideJoins(chunks, width: width) ? chunks.firstIndex(where: \.beginsSide) : nil
    for (index, chunk) in chunks.enumerated() {
      let own = arena.length(of: chunk.ref)
      var separator = index == 0 ? (joined == nil ? "&" : "") : index == joined ? " &" : " "
      let startsRow = chunk.beginsSide ? index != joined : length + own + Self.rowEnd > width
      if index > 0, startsRow {
        rows.append(arena.join(row))
        (row, length) = ([], 0)
        separator = chunk.beginsSide ? "&" : "&\\quad "
      }
      row += [.text(separator), .ref(chunk.ref)]
      length += separator.utf8.count + own
    }
    rows.append(arena.join(row))
    return rows.count > 1 ? rows : nil
  }

  /// The bytes of ` \\` and of the space before a further term.
  private static let rowEnd = 4

  private func firstSideJoins(_ chunks: [Chunk], width: Int) -> Bool {
    guard let first = chunks.firstIndex(where: \.beginsSide) else { return false }
    let left = chunks[..<first].reduce(0) { $0 + 1 + arena.length(of: $1.ref) }
    return left <= width / 2 || left + arena.length(of: chunks[first].ref) + Self.rowEnd <= width
  }

  // MARK: Parts that stay together

  private mutating func chunks(of tree: DisplayTree, _ pieces: Pieces) -> [Chunk] {
    switch tree[tree.root] {
    case .relation(let relation, let a, let b):
      return side(nil, a, tree, pieces) + side(Self.sign(relation), b, tree, pieces)
    case .conjunction(let parts):
      guard let chain = chain(parts, tree) else { break }
      var chunks = side(nil, chain.ids[0], tree, pieces)
      for (sign, id) in zip(chain.signs, chain.ids.dropFirst()) { chunks += side(sign, id, tree, pieces) }
      return chunks
    case .sum: return side(nil, tree.root, tree, pieces)
    default: break
    }
    return [Chunk(ref: pieces[tree.root].ref)]
  }

  /// The terms of one side of a relation, the sign before the first.
  private mutating func side(
    _ sign: String?, _ id: Int, _ tree: DisplayTree, _ pieces: Pieces
  ) -> [Chunk] {
    var chunks: [Chunk] = []
    if case .sum(let terms) = tree[id] {
      for (index, term) in terms.enumerated() {
        let signed = signed(pieces[term], isSubtracted: term.isSubtracted, isFirst: index == 0)
        let separator = index == 0 ? "" : " "
        chunks.append(Chunk(ref: arena.join([.text(signed.sign + separator), .ref(signed.term)])))
      }
    } else {
      chunks = [Chunk(ref: atLeast(.sum, pieces[id]).ref)]
    }
    if let sign {
      chunks[0] = Chunk(ref: arena.join([.text(sign + " "), .ref(chunks[0].ref)]), beginsSide: true)
    }
    return chunks
  }
}
