/// What a node of a syntax tree is.
package enum SyntaxKind: UInt8, Sendable {
  // Leaves
  case number, name, previousAnswer, vulgarFraction, superscript
  // Arithmetic. The operands of a sum or product after the first are wrapped in `subtracted` or `dividedBy` where that was written.
  case sum, subtracted, product, dividedBy, negate, plus, power
  case squareRoot, cubeRoot, factorial, doubleFactorial, degree, absolute
  // Calls and collections
  case call, list, set, tuple
  // A chain of relations: its first operand, then each further one wrapped in its relation
  case relation, equal, asks, notEqual, less, lessEqual, greater, greaterEqual, approximately
  // Logic
  case and, or, not
  // `let a = 1, b = 2 in body` (names and values alternate, the body is last), `a := b`, `a :: b`
  case letIn, define, declare
}

extension SyntaxKind {
  /// Whether nodes of this kind never have children.
  package var isLeaf: Bool { rawValue <= SyntaxKind.superscript.rawValue }
}

/// A parsed text as a flat arena: nodes in the order they were completed, so that every child has a smaller id than its parent and
/// every pass is a loop over ids.
package struct SyntaxTree: Sendable {
  /// One node.
  package struct Node: Sendable {
    package var kind: SyntaxKind
    /// The number of primes of a call, as 2 in `f''(x)`.
    package var primes: UInt8 = 0
    fileprivate var firstChild: UInt32 = 0
    fileprivate var childCount: UInt32 = 0
    private var bounds: (UInt32, UInt32, UInt32, UInt32)

    /// The bytes of the node without parentheses around it; those of a `dividedBy` or `subtracted` operand include them.
    package var range: SourceRange { SourceRange(Int(bounds.0), Int(bounds.1)) }

    /// The bytes of the operator, or of the name of a call.
    package var anchor: SourceRange { SourceRange(Int(bounds.2), Int(bounds.3)) }

    fileprivate init(_ kind: SyntaxKind, _ range: SourceRange, _ anchor: SourceRange) {
      self.kind = kind
      bounds = (
        UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound),
        UInt32(truncatingIfNeeded: anchor.lowerBound), UInt32(truncatingIfNeeded: anchor.upperBound)
      )
    }
  }

  /// The longest source a tree can describe, in bytes.
  static let longestSource = Int(Int32.max)

  /// The text that was parsed.
  package let source: SourceText
  /// The nodes, children first; the root is the last.
  package private(set) var nodes: [Node] = []
  private var children: [Int32] = []
  /// Whether the statement ended in `;`, which asks for no output.
  package var isQuiet = false

  init(source: SourceText) { self.source = source }

  /// Parses one statement; an empty source gives an empty tree.
  ///
  /// - Complexity: O(length); iterative.
  package init(parsing source: SourceText) throws(Diagnostic) { self = try TextParser.parse(source) }

  /// The id of the root; the tree of an empty statement has none.
  package var root: Int? { nodes.isEmpty ? nil : nodes.count - 1 }

  /// The children of a node, in order.
  package func children(of id: Int) -> some RandomAccessCollection<Int32> {
    let first = Int(nodes[id].firstChild)
    return children[first..<(first + Int(nodes[id].childCount))]
  }

  /// The number of children of a node.
  package func childCount(of id: Int) -> Int { Int(nodes[id].childCount) }

  /// One child of a node.
  package func child(_ index: Int, of id: Int) -> Int { Int(children[Int(nodes[id].firstChild) + index]) }

  /// The first node of the subtree of `id`, whose nodes are consecutive.
  package func firstNode(of id: Int) -> Int {
    var first = id
    while childCount(of: first) > 0 { first = child(0, of: first) }
    return first
  }

  /// The text of a node without the parentheses around it.
  package func text(of id: Int) -> String { source.text(nodes[id].range) }

  /// The name a `name` or `call` node has, in its plain spelling.
  package func name(of id: Int) -> String {
    let range = nodes[id].anchor
    return NameScanner.plainName(source.bytes[range.lowerBound..<range.upperBound])
  }

  /// Whether the name of a `name` or `call` node stands between backticks.
  package func isQuoted(_ id: Int) -> Bool { source.bytes[nodes[id].anchor.lowerBound] == UInt8(ascii: "`") }

  /// Appends a node over nodes already there and returns its id.
  mutating func append(
    _ kind: SyntaxKind, _ range: SourceRange, anchor: SourceRange, children ids: some Sequence<Int32>
  ) -> Int32 {
    var node = Node(kind, range, anchor)
    node.firstChild = UInt32(children.count)
    children.append(contentsOf: ids)
    node.childCount = UInt32(children.count) - node.firstChild
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  mutating func setPrimes(_ count: UInt8, of id: Int32) { nodes[Int(id)].primes = count }
}

extension SyntaxTree: CustomStringConvertible {
  /// The tree as an S-expression: `(sum x (subtracted 1))`.
  package var description: String {
    guard let root else { return "()" }
    var result = ""
    var stack: [(id: Int, next: Int)] = [(root, 0)]
    while let (id, next) = stack.popLast() {
      if nodes[id].kind.isLeaf {
        result += text(of: id)
        continue
      }
      if next == 0 { result += "(" + head(of: id) }
      if next == childCount(of: id) {
        result += ")"
        continue
      }
      result += " "
      stack.append((id, next + 1))
      stack.append((child(next, of: id), 0))
    }
    return result
  }

  private func head(of id: Int) -> String {
    guard nodes[id].kind == .call else { return "\(nodes[id].kind)" }
    return name(of: id) + String(repeating: "'", count: Int(nodes[id].primes))
  }
}
