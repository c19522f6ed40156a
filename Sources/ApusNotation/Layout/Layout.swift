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
    package let id: Int
    package let isSubtracted: Bool
  }

  package struct Node: Sendable {
    package let kind: Kind
    fileprivate let payload: Int32
    fileprivate let first: UInt32
    package let count: Int32
  }

  /// The nodes, children first.
  package private(set) var nodes: [Node] = []
  private var parts: [Int32] = []
  private var numbers: [Number] = []
  private var symbols: [Symbol] = []
  private var functions: [Function] = []
  /// The node of the whole expression.
  package internal(set) var root = 0

  init() {}

  /// A child of a node.
  package func part(_ index: Int, of id: Int) -> Part {
    let code = parts[Int(nodes[id].first) + index]
    return Part(id: Int(code >> 1), isSubtracted: code & 1 != 0)
  }

  package func number(_ id: Int) -> Number { numbers[Int(nodes[id].payload)] }
  package func symbol(_ id: Int) -> Symbol { symbols[Int(nodes[id].payload)] }
  package func function(_ id: Int) -> Function { functions[Int(nodes[id].payload)] }

  // MARK: Making nodes

  mutating func make(_ kind: Kind, _ children: [Signed] = [], payload: Int = 0) -> Int32 {
    let node = Node(
      kind: kind, payload: Int32(payload), first: UInt32(parts.count), count: Int32(children.count))
    for child in children { parts.append(child.id << 1 | (child.isNegative ? 1 : 0)) }
    nodes.append(node)
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

  mutating func makeCall(_ function: Function, _ arguments: [Int32]) -> Int32 {
    functions.append(function)
    return make(.call, arguments.map { Signed($0) }, payload: functions.count - 1)
  }
}

/// A laid out term with its sign apart.
struct Signed {
  var id: Int32
  var isNegative = false

  init(_ id: Int32, isNegative: Bool = false) {
    self.id = id
    self.isNegative = isNegative
  }
}
