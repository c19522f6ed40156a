import ApusNumbers
import ApusTerms

/// An expression in the form in which people write it: terms with signs, fractions, roots, and everything in reading order.
///
/// It is the common ground of the writers of infix notations: they walk it in a loop and know nothing of how terms are
/// stored. Nodes stand behind their children, and a subterm that occurs twice is laid out once.
package struct Layout: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// A number that is not negative: integer, machine real or big float; payload in `numbers`.
    case number
    case imaginaryUnit
    /// Payload in `symbols`.
    case symbol
    /// Terms with signs.
    case sum
    /// Factors.
    case product
    /// Numerator and denominator.
    case fraction
    /// The negative of a term.
    case negation
    /// Base and exponent.
    case power
    case squareRoot
    /// Arguments; payload in `functions`. Relations, lists and logic are calls.
    case call
  }

  /// A child of a node, with a sign where the node is a sum.
  package struct Part: Sendable {
    private let code: Int32

    init(_ id: Int32, isSubtracted: Bool = false) { code = id << 1 | (isSubtracted ? 1 : 0) }

    package var id: Int { Int(code >> 1) }
    package var isSubtracted: Bool { code & 1 != 0 }
  }

  /// The children of a node from left to right: a view of the layout, which nothing is allocated for.
  package struct Parts: RandomAccessCollection, Sendable {
    private let all: [Part]
    private let first: Int32
    private let length: Int32

    fileprivate init(_ all: [Part], of node: Node) {
      self.all = all
      (first, length) = (node.first, node.count)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { Int(length) }
    package subscript(index: Int) -> Part { all[Int(first) + index] }
  }

  package struct Node: Sendable {
    package let kind: Kind
    fileprivate let payload: Int32
    fileprivate let first: Int32
    package let count: Int32
  }

  /// The nodes, children first.
  package private(set) var nodes: [Node] = []
  private var parts: [Part] = []
  private var numbers: [Number] = []
  /// The symbols, each once.
  package private(set) var symbols: [Symbol] = []
  private var functions: [Function] = []
  /// The node of the whole expression.
  package internal(set) var root = 0

  /// An empty layout with room for about so many nodes before it grows.
  init(capacity: Int) {
    nodes.reserveCapacity(capacity)
    parts.reserveCapacity(capacity)
    if capacity > 4 {
      numbers.reserveCapacity(4)
      symbols.reserveCapacity(8)
      functions.reserveCapacity(8)
    }
  }

  /// A child of a node.
  package func part(_ index: Int, of id: Int) -> Part { parts[Int(nodes[id].first) + index] }

  /// The children of a node.
  package func parts(of id: Int) -> Parts { Parts(parts, of: nodes[id]) }

  package func number(_ id: Int) -> Number { numbers[Int(nodes[id].payload)] }
  package func symbol(_ id: Int) -> Symbol { symbols[Int(nodes[id].payload)] }
  package func function(_ id: Int) -> Function { functions[Int(nodes[id].payload)] }

  // MARK: Making nodes

  mutating func make(_ kind: Kind, _ children: some Collection<Part>, payload: Int = 0) -> Int32 {
    let first = Int32(parts.count)
    parts.append(contentsOf: children)
    nodes.append(
      Node(kind: kind, payload: Int32(payload), first: first, count: Int32(parts.count) - first))
    return Int32(nodes.count - 1)
  }

  mutating func make(_ kind: Kind, payload: Int = 0) -> Int32 {
    nodes.append(Node(kind: kind, payload: Int32(payload), first: 0, count: 0))
    return Int32(nodes.count - 1)
  }

  mutating func makeNumber(_ number: Number) -> Int32 {
    numbers.append(number)
    return make(.number, payload: numbers.count - 1)
  }

  mutating func makeSymbol(_ symbol: Symbol) -> Int32 {
    symbols.append(symbol)
    return make(.symbol, payload: symbols.count - 1)
  }

  mutating func makeCall(_ function: Function, _ arguments: some Collection<Part>) -> Int32 {
    functions.append(function)
    return make(.call, arguments, payload: functions.count - 1)
  }
}
