import ApusNumbers

/// The store of free-standing expressions: every `make` allocates one immutable node.
///
/// A reference is an unmanaged pointer: the constructors move many references around, and counting each of them would be
/// most of their time. What the store makes it keeps alive until it goes away; what is put in, the caller keeps alive.
public struct ExprStore: ~Copyable {
  /// A term that the store, or its user, keeps alive: the address of a node, or a small integer with the lowest bit set.
  @frozen public struct Ref {
    @usableFromInline let raw: UInt

    @inline(__always) init(_ node: Unmanaged<Node>) { raw = UInt(bitPattern: node.toOpaque()) }

    @inline(__always) init(_ expr: borrowing Expr) {
      self = Ref(inline: expr) ?? Ref(Unmanaged.passUnretained(expr.node))
    }

    /// The integer, if it fits 63 bits.
    @inline(__always) init?(inline value: Int) {
      let (doubled, overflow) = value.multipliedReportingOverflow(by: 2)
      if overflow { return nil }
      raw = UInt(bitPattern: doubled) | 1
    }

    @inline(__always) private init?(inline expr: borrowing Expr) {
      let fields = expr.node.fields
      guard fields.pointee.kind == .integer, fields.pointee.isInline else { return nil }
      self.init(inline: Int(bitPattern: UInt(fields.pointee.word)))
    }

    /// Whether the reference is itself the integer.
    @inline(__always) var isInline: Bool { raw & 1 != 0 }
    @inline(__always) var inlineValue: Int { Int(bitPattern: raw) >> 1 }

    /// The node, of a reference that is not inline.
    @inline(__always) var node: Unmanaged<Node> {
      UnsafeRawPointer(bitPattern: raw).map { Unmanaged.fromOpaque($0) }.unsafelyUnwrapped
    }
    /// The header of the node, of a reference that is not inline.
    @inline(__always) var fields: UnsafeMutablePointer<NodeHeader> { node.fields }

    @inline(__always) var expr: Expr {
      isInline ? Expr(inlineValue) : Expr(node: node.takeUnretainedValue())
    }
    @inline(__always) var hash128: Hash128 {
      isInline ? Hash128(integer: inlineValue) : fields.pointee.hash128
    }
    @inline(__always) var kind: Kind { isInline ? .integer : fields.pointee.kind }
    @inline(__always) var flags: NodeFlags { isInline ? [] : fields.pointee.flags }
    @inline(__always) var count: Int { isInline ? 0 : Int(fields.pointee.count) }
    @inline(__always) var depth: UInt16 { isInline ? 0 : fields.pointee.depth }
    @inline(__always) var treeSize: UInt64 { count == 0 ? 1 : fields.pointee.word }
  }

  /// A function that a node, or the store, keeps alive.
  public struct Head: Hashable {
    let function: Unmanaged<Function>

    public static func == (a: Head, b: Head) -> Bool {
      a.function.toOpaque() == b.function.toOpaque()
        || a.function._withUnsafeGuaranteedRef { a in b.function._withUnsafeGuaranteedRef { a == $0 } }
    }
    public func hash(into hasher: inout Hasher) {
      hasher.combine(function._withUnsafeGuaranteedRef { $0.hash128.low })
    }
  }

  /// The functions taken in.
  private var functions: [Function] = []
  /// The nodes made so far; most operations make one or two.
  private var first: Unmanaged<Node>?
  private var others: [Unmanaged<Node>] = []

  /// Creates a store.
  public init() {}

  deinit {
    first?.release()
    for node in others { node.release() }
  }

  @inline(__always)
  private mutating func keep(_ expr: borrowing Expr) -> Ref {
    let ref = Ref(expr)
    return ref.isInline ? ref : keep(Unmanaged.passRetained(expr.node))
  }

  /// Takes over the reference.
  @inline(__always)
  private mutating func keep(_ node: Unmanaged<Node>) -> Ref {
    if first == nil { first = node } else { others.append(node) }
    return Ref(node)
  }
}

extension ExprStore.Ref: Hashable {
  @inline(__always)
  public static func == (a: Self, b: Self) -> Bool {
    if a.raw == b.raw { return true }
    return !a.isInline && !b.isInline && a.fields.pointee.hash128 == b.fields.pointee.hash128
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(hash128.low) }
}

extension ExprStore: TermStore {
  public func kind(_ term: Ref) -> Kind { term.kind }
  public func flags(_ term: Ref) -> NodeFlags { term.flags }
  public func hash(_ term: Ref) -> UInt64 { term.hash128.low }
  public func count(_ term: Ref) -> Int { term.count }
  public func child(_ term: Ref, _ i: Int) -> Ref { term.node.slots[i] }
  public func depth(_ term: Ref) -> Int { Int(term.depth) }
  public func number(_ term: Ref) -> Number { term.expr.number ?? 0 }
  public func symbol(_ term: Ref) -> Symbol { term.expr.symbol ?? Symbol("") }
  public func function(_ head: Head) -> Function { head.function.takeUnretainedValue() }
  public func traits(_ head: Head) -> FunctionTraits { head.function._withUnsafeGuaranteedRef { $0.traits } }

  public func smallInteger(_ term: Ref) -> Int? {
    term.isInline ? term.inlineValue : nil
  }

  public func head(_ term: Ref) -> Head {
    guard term.kind == .call, let payload = term.fields.pointee.payload else {
      preconditionFailure("not a call")
    }
    return Head(function: .passUnretained(unsafeDowncast(payload, to: Function.self)))
  }

  public mutating func intern(_ function: Function) -> Head {
    if functions.last !== function { functions.append(function) }
    return Head(function: .passUnretained(function))
  }

  public mutating func makeInteger(_ value: Int) -> Ref {
    Ref(inline: value) ?? keep(Expr(value))
  }

  public mutating func makeNumber(_ number: Number) -> Ref { keep(Expr(number)) }
  public mutating func makeSymbol(_ symbol: Symbol) -> Ref { keep(Expr(symbol)) }

  public mutating func makeNode(_ kind: Kind, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    keep(Node.operation(kind, children))
  }

  public mutating func makeCall(_ head: Head, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    keep(Node.call(head.function, children))
  }

  public mutating func makeExtension(like term: Ref, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    guard let ext = term.expr.term else { return term }
    return keep(ext.makeTerm(head: ext.head, arguments: children.map(\.expr)))
  }

  public mutating func sum(_ terms: UnsafeBufferPointer<Ref>) -> Ref { canonicalSum(terms) }
  public mutating func product(_ factors: UnsafeBufferPointer<Ref>) -> Ref { canonicalProduct(factors) }
  public mutating func power(_ base: Ref, _ exponent: Ref) -> Ref { canonicalPower(base, exponent) }
  public mutating func call(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref {
    canonicalCall(head, arguments)
  }

  /// Takes the expression in, and keeps it alive.
  public mutating func insert(_ expr: Expr) -> Ref { keep(expr) }
  public func expr(_ term: Ref) -> Expr { term.expr }
}

// MARK: - Nodes

extension Node {
  /// A sum, product or power node from children that are canonical together.
  static func operation(_ kind: Kind, _ children: UnsafeBufferPointer<ExprStore.Ref>) -> Unmanaged<Node> {
    let seed = NodeSeed(kind, count: children.count)
    let isZeroBase = kind == .power && children[0].isInline && children[0].inlineValue == 0
    return make(
      kind: kind, hash: Hash128(low: seed.low, high: seed.high), payload: nil,
      own: NodeSeed.ownFlags(kind, isZeroBase: isZeroBase), children: children)
  }

  static func call(
    _ function: Unmanaged<Function>, _ children: UnsafeBufferPointer<ExprStore.Ref>
  ) -> Unmanaged<Node> {
    let function = function._withUnsafeGuaranteedRef { $0 }
    let seed = NodeSeed(.call, count: children.count)
    var hash = Hash128(low: seed.low, high: seed.high)
    hash.combine(function.hash128)
    return make(kind: .call, hash: hash, payload: function, own: function.flags, children: children)
  }
}

extension NodeHeader {
  /// Whether the value of an integer stands in the header.
  var isInline: Bool { payload == nil }
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
