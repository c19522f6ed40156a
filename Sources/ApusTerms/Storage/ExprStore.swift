import ApusNumbers

/// The store of free-standing expressions: every `make` allocates one immutable node.
public struct ExprStore: TermStore {
  /// Creates the store; it holds nothing, so any number may be in use.
  @inlinable public init() {}

  public func kind(_ term: Expr) -> Kind { term.kind }
  public func flags(_ term: Expr) -> NodeFlags { term.flags }
  public func hash(_ term: Expr) -> UInt64 { term.hash128.low }
  public func count(_ term: Expr) -> Int { term.childCount }
  public func child(_ term: Expr, _ i: Int) -> Expr { term.child(i) }
  public func depth(_ term: Expr) -> Int { term.depth }
  public func smallInteger(_ term: Expr) -> Int? { term.smallInteger }
  public func number(_ term: Expr) -> Number { term.number ?? .integer(0) }
  public func symbol(_ term: Expr) -> Symbol { term.symbol ?? Symbol("") }
  public func function(_ head: Function) -> Function { head }

  public func head(_ term: Expr) -> Function {
    guard let function = term.function else { preconditionFailure("not a call") }
    return function
  }

  public mutating func intern(_ function: Function) -> Function { function }
  public mutating func makeInteger(_ value: Int) -> Expr { Expr(value) }
  public mutating func makeNumber(_ number: Number) -> Expr { Expr(number) }
  public mutating func makeSymbol(_ symbol: Symbol) -> Expr { Expr(symbol) }

  public mutating func makeNode(_ kind: Kind, _ children: UnsafeBufferPointer<Expr>) -> Expr {
    Expr.node(kind, children)
  }

  public mutating func makeCall(_ head: Function, _ children: UnsafeBufferPointer<Expr>) -> Expr {
    Expr.callNode(head, children)
  }

  public mutating func makeExtension(like term: Expr, _ children: UnsafeBufferPointer<Expr>) -> Expr {
    guard let ext = term.term else { return term }
    return ext.makeTerm(head: ext.head, arguments: Array(children))
  }

  public mutating func sum(_ terms: UnsafeBufferPointer<Expr>) -> Expr { canonicalSum(terms) }
  public mutating func product(_ factors: UnsafeBufferPointer<Expr>) -> Expr { canonicalProduct(factors) }
  public mutating func power(_ base: Expr, _ exponent: Expr) -> Expr { canonicalPower(base, exponent) }
  public mutating func call(_ head: Function, _ arguments: UnsafeBufferPointer<Expr>) -> Expr {
    canonicalCall(head, arguments)
  }

  public mutating func insert(_ expr: Expr) -> Expr { expr }
  public func expr(_ term: Expr) -> Expr { term }
}

// MARK: - Nodes

extension Expr {
  /// A sum, product or power node from children that are canonical together.
  static func node(_ kind: Kind, _ children: UnsafeBufferPointer<Expr>) -> Expr {
    let seed = NodeSeed(kind, count: children.count)
    return node(
      kind: kind, hash: Hash128(low: seed.low, high: seed.high), payload: nil,
      own: NodeSeed.ownFlags(kind, isZeroBase: kind == .power && children[0].smallInteger == 0),
      children: children)
  }

  static func callNode(_ function: Function, _ children: UnsafeBufferPointer<Expr>) -> Expr {
    let seed = NodeSeed(.call, count: children.count)
    var hash = Hash128(low: seed.low, high: seed.high)
    hash.combine(function.hash128)
    return node(kind: .call, hash: hash, payload: function, own: function.flags, children: children)
  }

  static func node(
    kind: Kind, hash: Hash128, payload: AnyObject?, own: NodeFlags, children: UnsafeBufferPointer<Expr>
  ) -> Expr {
    var header = NodeHeader(
      hash128: hash, kind: kind, flags: own, depth: 0, count: UInt32(children.count), word: 1,
      payload: payload)
    var size: UInt64 = 1
    var depth: UInt16 = 0
    for child in children {
      header.hash128.combine(child.hash128)
      header.flags.formUnion(child.flags)
      size = size.addingReportingOverflow(UInt64(child.treeSize)).partialValue
      if size > UInt64(Int.max) { size = UInt64(Int.max) }
      depth = max(depth, child.node.header.depth)
    }
    header.word = size
    header.depth = depth == .max ? .max : depth + 1
    return Expr(node: Node.make(header, children: children))
  }
}

/// Where the hash of a node starts, in both lanes.
@usableFromInline
struct NodeSeed {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  @inlinable init(_ kind: Kind, count: Int) {
    let word = UInt64(kind.rawValue) &<< 40 | UInt64(truncatingIfNeeded: count)
    low = Lane.low.seeded(word)
    high = Lane.high.seeded(word)
  }

  static func ownFlags(_ kind: Kind, isZeroBase: Bool) -> NodeFlags {
    isZeroBase ? .hasUndefined : []
  }
}
