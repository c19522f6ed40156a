import ApusTerms

/// Text under construction as a tree of shared pieces, so that wrapping a long piece in parentheses copies nothing.
///
/// A piece is a run of parts, each of them bytes or an earlier piece; all parts of all pieces lie in one array, and all bytes in
/// another. A piece is made from a list (`join`), or part by part between `begin` and `end`. The text is written out once, at
/// the end, in a loop.
package struct TextArena {
  /// A piece of text.
  package struct Ref: Sendable, Hashable {
    fileprivate let index: Int32
  }

  /// Literal text or a piece.
  package enum Part: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case ref(Ref)

    package init(stringLiteral value: String) { self = .text(value) }
  }

  /// Bytes, or the piece with the index `start` where `count` is negative.
  private struct Span {
    var start: Int
    var count: Int
  }

  /// Where the parts of a piece begin, and how many bytes it has.
  private struct Piece {
    let first: Int
    var length: Int
  }

  /// The longest text that is written out, in bytes.
  package static let longestText = 1 << 28

  private var bytes: [UInt8] = []
  private var spans: [Span] = []
  private var pieces: [Piece] = []
  /// The piece under construction.
  private var open = Piece(first: 0, length: 0)

  package init() {
    bytes.reserveCapacity(256)
    spans.reserveCapacity(64)
    pieces.reserveCapacity(32)
  }

  // MARK: Making pieces

  /// Begins a piece; the one before must have ended.
  package mutating func begin() { open = Piece(first: spans.count, length: 0) }

  /// Adds literal text to the piece under construction.
  package mutating func add(_ literal: StaticString) {
    literal.withUTF8Buffer { addBytes($0) }
  }

  /// Adds text to the piece under construction.
  package mutating func add(text: String) {
    var text = text
    text.withUTF8 { addBytes($0) }
  }

  /// Adds a piece to the one under construction.
  package mutating func add(_ ref: Ref) {
    spans.append(Span(start: Int(ref.index), count: -1))
    open.length = min(open.length + pieces[Int(ref.index)].length, Int.max / 4)
  }

  /// Ends the piece under construction; of a single piece it is that piece.
  package mutating func end() -> Ref {
    if spans.count == open.first + 1, spans[open.first].count < 0 {
      return Ref(index: Int32(spans.removeLast().start))
    }
    pieces.append(open)
    return Ref(index: Int32(pieces.count - 1))
  }

  private mutating func addBytes(_ new: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: new)
    open.length += new.count
    // Text after text continues it.
    if spans.count > open.first, let last = spans.last, last.count >= 0, last.start + last.count == start {
      spans[spans.count - 1].count += new.count
    } else {
      spans.append(Span(start: start, count: new.count))
    }
  }

  /// The piece that is the text.
  package mutating func piece(_ text: String) -> Ref {
    begin()
    add(text: text)
    return end()
  }

  /// The piece that is the parts one after the other.
  package mutating func join(_ parts: [Part]) -> Ref {
    begin()
    for part in parts {
      switch part {
      case .text(let text): add(text: text)
      case .ref(let ref): add(ref)
      }
    }
    return end()
  }

  /// The piece that is the given pieces with a separator between them.
  package mutating func join(_ pieces: [Ref], separator: String) -> Ref {
    begin()
    for (index, piece) in pieces.enumerated() {
      if index > 0 { add(text: separator) }
      add(piece)
    }
    return end()
  }

  // MARK: Names given later

  /// A piece whose text is filled in later.
  package mutating func blank() -> Ref {
    begin()
    // No piece may count as empty.
    add("?")
    return end()
  }

  /// Gives a blank piece its text; the lengths of pieces around it do not count it.
  package mutating func fill(_ ref: Ref, with text: String) {
    let start = bytes.count
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    spans[pieces[Int(ref.index)].first] = Span(start: start, count: bytes.count - start)
    pieces[Int(ref.index)].length = bytes.count - start
  }

  // MARK: Reading

  /// The length of a piece in bytes, saturating far above the longest text.
  package func length(of ref: Ref) -> Int { pieces[Int(ref.index)].length }

  /// The text of the parts one after the other.
  ///
  /// - Throws: as ``text(of:)``.
  package mutating func text(joining parts: [Part]) throws(Diagnostic) -> String {
    let ref = join(parts)
    return try text(of: ref)
  }

  /// The text of a piece.
  ///
  /// - Throws: `too-large` for more than ``longestText`` bytes, which shared subterms can stand for.
  package func text(of ref: Ref) throws(Diagnostic) -> String {
    let output = try output(of: ref)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// A piece written out, with what went into it.
  package struct Output {
    /// The text in UTF-8.
    package fileprivate(set) var bytes: [UInt8] = []
    fileprivate var isWritten: [Bool]

    /// Whether the text contains the piece.
    package func contains(_ ref: Ref) -> Bool { isWritten[Int(ref.index)] }
  }

  /// Writes out a piece.
  ///
  /// - Throws: as ``text(of:)``.
  package func output(of ref: Ref) throws(Diagnostic) -> Output {
    let length = length(of: ref)
    guard length <= Self.longestText else { throw .tooLarge }
    var output = Output(isWritten: Array(repeating: false, count: pieces.count))
    // Names that were filled in may be longer than what stood for them.
    output.bytes.reserveCapacity(length + 64)
    output.isWritten[Int(ref.index)] = true
    // The spans that are still to be written, the innermost last.
    var pending: [(Int, Int)] = []
    pending.reserveCapacity(16)
    pending.append(spanRange(ref.index))
    bytes.withUnsafeBufferPointer { bytes in
      while let (next, end) = pending.popLast() {
        if next == end { continue }
        if next + 1 < end { pending.append((next + 1, end)) }
        let span = spans[next]
        if span.count >= 0 {
          output.bytes.append(
            contentsOf: UnsafeBufferPointer(rebasing: bytes[span.start..<(span.start + span.count)]))
        } else {
          output.isWritten[span.start] = true
          pending.append(spanRange(Int32(span.start)))
        }
      }
    }
    return output
  }

  private func spanRange(_ index: Int32) -> (Int, Int) {
    let next = Int(index) + 1
    return (pieces[Int(index)].first, next < pieces.count ? pieces[next].first : spans.count)
  }
}

extension Diagnostic {
  /// A text longer than ``TextArena/longestText``.
  static let tooLarge = Diagnostic(
    "too-large", "the text would be longer than \(TextArena.longestText >> 20) MB", showsSource: false)
}
