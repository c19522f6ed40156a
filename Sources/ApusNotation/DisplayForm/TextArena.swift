import ApusTerms

/// Text under construction as a tree of shared pieces, so that wrapping a long piece in parentheses copies nothing.
///
/// Pieces live in one array and refer to earlier ones by index; the text is written out once, at the end, in a loop.
package struct TextArena {
  /// A piece of text.
  package struct Ref: Sendable, Hashable {
    fileprivate let index: Int
  }

  /// Literal text or a piece.
  package enum Part: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case ref(Ref)

    package init(stringLiteral value: String) { self = .text(value) }
  }

  /// The longest text that is written out, in bytes.
  package static let longestText = 1 << 28

  private var parts: [Part] = []
  private var starts: [Int] = [0]
  private var lengths: [Int] = []

  package init() {}

  /// The piece that is the parts one after the other.
  package mutating func join(_ new: [Part]) -> Ref {
    if new.count == 1, case .ref(let ref) = new[0] { return ref }
    var length = 0
    for part in new { length = min(length + self.length(part), Int.max / 4) }
    parts.append(contentsOf: new)
    starts.append(parts.count)
    lengths.append(length)
    return Ref(index: lengths.count - 1)
  }

  /// A piece whose text is filled in later.
  package mutating func blank() -> Ref { join([.text(Self.blankText)]) }

  /// Stands in for a name, so that no piece counts as empty.
  private static let blankText = "?"

  /// Gives a blank piece its text; the lengths of pieces around it do not count it.
  package mutating func fill(_ ref: Ref, with text: String) {
    parts[starts[ref.index]] = .text(text)
    lengths[ref.index] = text.utf8.count
  }

  /// The piece that is the given pieces with a separator between them.
  package mutating func join(_ pieces: [Ref], separator: String) -> Ref {
    var new: [Part] = []
    for piece in pieces {
      if !new.isEmpty { new.append(.text(separator)) }
      new.append(.ref(piece))
    }
    return join(new)
  }

  /// The length of a piece in bytes, saturating far above the longest text.
  package func length(of ref: Ref) -> Int { lengths[ref.index] }

  private func length(_ part: Part) -> Int {
    switch part {
    case .text(let text): text.utf8.count
    case .ref(let ref): lengths[ref.index]
    }
  }

  /// The text of the parts one after the other.
  ///
  /// - Throws: as ``text(of:)``.
  package mutating func text(joining new: [Part]) throws(Diagnostic) -> String {
    let ref = join(new)
    return try text(of: ref)
  }

  /// The text of a piece.
  ///
  /// - Throws: `too-large` for more than ``longestText`` bytes, which shared subterms can stand for.
  package func text(of ref: Ref) throws(Diagnostic) -> String {
    guard lengths[ref.index] <= Self.longestText else { throw .tooLarge }
    var result = ""
    result.reserveCapacity(lengths[ref.index])
    var pending = [(starts[ref.index], starts[ref.index + 1])]
    while let (next, end) = pending.popLast() {
      if next == end { continue }
      pending.append((next + 1, end))
      switch parts[next] {
      case .text(let text): result += text
      case .ref(let ref): pending.append((starts[ref.index], starts[ref.index + 1]))
      }
    }
    return result
  }
}

extension Diagnostic {
  /// A text longer than ``TextArena/longestText``.
  static let tooLarge = Diagnostic(
    "too-large", "the text would be longer than \(TextArena.longestText >> 20) MB", showsSource: false)
}
