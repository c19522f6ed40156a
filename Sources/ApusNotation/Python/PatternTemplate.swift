import ApusTerms

/// A notation applied to arguments that are pieces of text under construction.
struct PatternTemplate {
  private enum Part {
    case text(String)
    case argument(Int)
  }

  private var parts: [Part] = []
  /// Whether the result holds together without parentheses.
  let isAtomic: Bool

  /// Applies a name or pattern to arguments of which it is known whether they are atomic; `nil` when it wants another number.
  init?(_ notation: String, arguments: [Bool]) {
    // Marks stand in for the arguments while the parentheses are put in.
    let marks = arguments.indices.map { index in
      NotationPattern.Argument("\u{1}\(index)\u{2}", isAtomic: arguments[index])
    }
    guard let applied = NotationPattern.apply(notation, to: marks) else { return nil }
    isAtomic = applied.isAtomic
    for (index, piece) in applied.text.split(separator: "\u{1}", omittingEmptySubsequences: false)
      .enumerated()
    {
      let ends = piece.firstIndex(of: "\u{2}")
      if index > 0, let ends, let argument = Int(piece[..<ends]) { parts.append(.argument(argument)) }
      let rest = index > 0 ? piece[(ends.map { piece.index(after: $0) } ?? piece.startIndex)...] : piece
      if !rest.isEmpty { parts.append(.text(String(rest))) }
    }
  }

  /// The text with the arguments in their places.
  func fill(_ arguments: [TextArena.Ref], in arena: inout TextArena) -> TextArena.Ref {
    arena.join(
      parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .argument(let index): .ref(arguments[index])
        }
      })
  }
}
