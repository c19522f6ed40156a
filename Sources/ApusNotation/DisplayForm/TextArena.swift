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

  /// Bytes of a literal or of the arena, or the piece with the index `start` where `count` is negative.
  private struct Span {
    /// The bytes of a literal, which live as long as the program.
    var literal: UnsafePointer<UInt8>?
    var start: Int32
    var count: Int32

    init(literal: UnsafePointer<UInt8>? = nil, start: Int, count: Int) {
      self.literal = literal
      self.start = Int32(start)
      self.count = Int32(count)
    }
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
    guard literal.hasPointerRepresentation else { return literal.withUTF8Buffer { addBytes($0) } }
    spans.append(Span(literal: literal.utf8Start, start: 0, count: literal.utf8CodeUnitCount))
    open.length += literal.utf8CodeUnitCount
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
      return Ref(index: spans.removeLast().start)
    }
    pieces.append(open)
    return Ref(index: Int32(pieces.count - 1))
  }

  private mutating func addBytes(_ new: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: new)
    open.length += new.count
    spans.append(Span(start: start, count: new.count))
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
    text(of: ref, length: try parts(of: ref).length)
  }

  /// The text of a piece whose length is known.
  package func text(of ref: Ref, length: Int) -> String {
    String(unsafeUninitializedCapacity: length) { text in
      guard var place = text.baseAddress else { return 0 }
      bytes.withUnsafeBufferPointer { bytes in
        forEachSpan(of: ref) { span in
          guard let source = span.literal ?? bytes.baseAddress.map({ $0 + Int(span.start) }) else { return }
          place.update(from: source, count: Int(span.count))
          place += Int(span.count)
        } atPiece: { _ in
        }
      }
      return length
    }
  }

  /// The pieces that stand in another.
  package struct Parts {
    /// The bytes they have together; blank pieces that were filled in are longer than the lengths around them say.
    package fileprivate(set) var length = 0
    fileprivate var isPart: [Bool]

    package func contains(_ ref: Ref) -> Bool { isPart[Int(ref.index)] }
  }

  /// The pieces that stand in a piece, itself among them.
  ///
  /// - Throws: as ``text(of:)``.
  package func parts(of ref: Ref) throws(Diagnostic) -> Parts {
    guard length(of: ref) <= Self.longestText else { throw .tooLarge }
    var length = 0
    var isPart = Array(filledWith: false, count: pieces.count)
    isPart[Int(ref.index)] = true
    isPart.withUnsafeMutableBufferPointer { isPart in
      forEachSpan(of: ref) { span in
        length += Int(span.count)
      } atPiece: { piece in
        isPart[piece] = true
      }
    }
    return Parts(length: length, isPart: isPart)
  }

  /// Visits the bytes of a piece in order, and before its bytes each piece in it.
  @inline(__always)
  private func forEachSpan(of ref: Ref, _ body: (Span) -> Void, atPiece: (Int) -> Void) {
    spans.withUnsafeBufferPointer { spans in
      pieces.withUnsafeBufferPointer { pieces in
        func range(_ piece: Int) -> (Int, Int) {
          (pieces[piece].first, piece + 1 < pieces.count ? pieces[piece + 1].first : spans.count)
        }
        // The spans that are still to be visited around those at hand, the innermost last; no piece stands in itself.
        withUnsafeTemporaryAllocation(of: (Int, Int).self, capacity: pieces.count) { pending in
          var depth = 0
          var (next, end) = range(Int(ref.index))
          while true {
            while next < end {
              let span = spans[next]
              next += 1
              if span.count >= 0 {
                body(span)
                continue
              }
              atPiece(Int(span.start))
              if next < end {
                pending.initializeElement(at: depth, to: (next, end))
                depth += 1
              }
              (next, end) = range(Int(span.start))
            }
            if depth == 0 { return }
            depth -= 1
            (next, end) = pending[depth]
          }
        }
      }
    }
  }
}

extension Diagnostic {
  /// A text longer than ``TextArena/longestText``.
  static let tooLarge = Diagnostic(
    "too-large", "the text would be longer than \(TextArena.longestText >> 20) MB", showsSource: false)
}
