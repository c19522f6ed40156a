import ApusNumbers

/// A thread-confined arena in which a pass builds and rewrites terms.
///
/// Nodes are hash-consed: equal terms have equal references, so that a memo table is an array indexed by node, and the
/// children of a node always have smaller indices than the node itself, so that a pass is a loop, not a recursion. Small
/// integers live in the reference. The arena is thrown away whole at the end of the pass.
///
/// - Complexity: making a node takes constant expected time and allocates nothing, growth apart; a node takes about 45
///   bytes.
public struct Workspace: ~Copyable {
  /// A term of the workspace: the index of a node, or a small integer.
  @frozen public struct Ref: Hashable, Sendable {
    @usableFromInline let raw: UInt32
    @inlinable init(raw: UInt32) { self.raw = raw }

    static let inlineRange = -(1 << 30)...((1 << 30) - 1)

    /// Whether the reference is itself the integer.
    @inlinable package var isInline: Bool { raw & 0x8000_0000 != 0 }
    /// The integer, sign-extended from 31 bits.
    @inlinable var inlineValue: Int { Int(Int32(bitPattern: raw &<< 1) >> 1) }
    /// The index of the node.
    @inlinable package var index: Int { Int(raw) }
  }

  /// A function known to the workspace.
  @frozen public struct Head: Hashable, Sendable {
    @usableFromInline let index: Int32
    @inlinable init(index: Int32) { self.index = index }
  }

  /// Twenty bytes: the hash in halves, because a whole one would pad the record to twenty-four.
  @usableFromInline
  struct Header {
    @usableFromInline var hashLow: UInt32
    @usableFromInline var hashHigh: UInt32
    /// Where the children begin; of a leaf, its index in its side table.
    @usableFromInline var start: UInt32
    @usableFromInline var count: UInt32
    @usableFromInline var kind: Kind
    @usableFromInline var flags: NodeFlags
    @usableFromInline var depth: UInt8

    @usableFromInline
    init(hash: UInt64, start: Int, count: Int, kind: Kind, flags: NodeFlags, depth: UInt8) {
      hashLow = UInt32(truncatingIfNeeded: hash)
      hashHigh = UInt32(truncatingIfNeeded: hash &>> 32)
      self.start = UInt32(start)
      self.count = UInt32(count)
      self.kind = kind
      self.flags = flags
      self.depth = depth
    }

    @inlinable var hash: UInt64 { UInt64(hashHigh) &<< 32 | UInt64(hashLow) }
  }

  // Storage behind raw pointers: class properties would cost an exclusivity check on every read.
  @usableFromInline var headers: UnsafeMutablePointer<Header>
  @usableFromInline var nodeCount: Int
  private var nodeCapacity: Int
  @usableFromInline var kids: UnsafeMutablePointer<Ref>
  private var kidCount: Int
  private var kidCapacity: Int
  /// Open addressing with linear probing over node indices + 1; zero is free.
  private var table: UnsafeMutablePointer<UInt32>
  private var tableMask: Int
  private var numbers: [Number] = []
  private var symbols: [Symbol] = []
  private var functions: [Function] = []
  private var functionTraits: [FunctionTraits] = []
  private var functionIndices: [Hash128: Head] = [:]
  private var extensions: [any Term] = []

  /// Creates an empty workspace with room for about `capacity` nodes before it grows.
  public init(capacity: Int = 256) {
    nodeCapacity = max(64, capacity)
    nodeCount = 0
    kidCapacity = nodeCapacity * 3
    kidCount = 0
    var slots = 128
    while slots < nodeCapacity * 2 { slots *= 2 }
    headers = .allocate(capacity: nodeCapacity)
    kids = .allocate(capacity: kidCapacity)
    table = .allocate(capacity: slots)
    table.initialize(repeating: 0, count: slots)
    tableMask = slots - 1
  }

  deinit {
    headers.deallocate()
    kids.deallocate()
    table.deallocate()
  }

  /// The number of nodes.
  public var count: Int { nodeCount }
}

// MARK: - Reading

extension Workspace {
  @inlinable public func kind(_ term: Ref) -> Kind { term.isInline ? .integer : headers[term.index].kind }
  @inlinable public func flags(_ term: Ref) -> NodeFlags { term.isInline ? [] : headers[term.index].flags }
  @inlinable public func count(_ term: Ref) -> Int { term.isInline ? 0 : Int(headers[term.index].count) }
  @inlinable public func depth(_ term: Ref) -> Int { term.isInline ? 0 : Int(headers[term.index].depth) }

  @inlinable public func hash(_ term: Ref) -> UInt64 {
    term.isInline
      ? Lane.low.fold(Lane.low.integerSeed, UInt64(bitPattern: Int64(term.inlineValue)))
      : headers[term.index].hash
  }

  @inlinable public func child(_ term: Ref, _ i: Int) -> Ref {
    kids[Int(headers[term.index].start) + i]
  }

  @inlinable public func smallInteger(_ term: Ref) -> Int? { term.isInline ? term.inlineValue : nil }

  public func number(_ term: Ref) -> Number {
    term.isInline ? .integer(Integer(term.inlineValue)) : numbers[Int(headers[term.index].start)]
  }

  public func symbol(_ term: Ref) -> Symbol { symbols[Int(headers[term.index].start)] }

  /// The head of a call stands in the slot before its children.
  @inlinable public func head(_ term: Ref) -> Head {
    Head(index: Int32(bitPattern: kids[Int(headers[term.index].start) - 1].raw))
  }

  public func function(_ head: Head) -> Function { functions[Int(head.index)] }

  public func traits(_ head: Head) -> FunctionTraits { functionTraits[Int(head.index)] }

  public func term(_ term: Ref) -> any Term {
    extensions[Int(kids[Int(headers[term.index].start) - 1].raw)]
  }

  /// The node with that index.
  @inlinable package func ref(at index: Int) -> Ref { Ref(raw: UInt32(truncatingIfNeeded: index)) }
}

// MARK: - Making

extension Workspace: TermStore {
  public mutating func intern(_ function: Function) -> Head {
    if let head = functionIndices[function.hash128] { return head }
    let head = Head(index: Int32(functions.count))
    functions.append(function)
    functionTraits.append(function.traits)
    functionIndices[function.hash128] = head
    return head
  }

  @inlinable public mutating func makeInteger(_ value: Int) -> Ref {
    if value >= -(1 << 30), value < 1 << 30 {
      return Ref(raw: UInt32(bitPattern: Int32(truncatingIfNeeded: value)) | 0x8000_0000)
    }
    return makeNumber(.integer(Integer(value)))
  }

  public mutating func makeNumber(_ number: Number) -> Ref {
    if let small = number.asInt {
      if Ref.inlineRange.contains(small) { return makeInteger(small) }
    }
    let hash = number.asInt.map { Hash128(integer: $0).low } ?? number.contentHash.0
    let flags: NodeFlags = number.isExact ? [] : .hasInexact
    return leaf(Kind(of: number), hash, flags) {
      $0.numbers.appended(number)
    } matches: {
      $0.numbers[Int($1)] == number
    }
  }

  public mutating func makeSymbol(_ symbol: Symbol) -> Ref {
    leaf(.symbol, symbol.hash128.low, .hasSymbol) {
      $0.symbols.appended(symbol)
    } matches: {
      $0.symbols[Int($1)] == symbol
    }
  }

  public mutating func makeNode(_ kind: Kind, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    let isZeroBase = kind == .power && children[0].isInline && children[0].inlineValue == 0
    return intern(
      kind, NodeSeed(kind, count: children.count).low, payload: 0,
      own: NodeSeed.ownFlags(kind, isZeroBase: isZeroBase), children)
  }

  public mutating func makeCall(_ head: Head, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    let function = functions[Int(head.index)]
    let seed = Lane.low.fold(NodeSeed(.call, count: children.count).low, function.hash128.low)
    return intern(.call, seed, payload: head.index, own: function.flags, children)
  }

  public mutating func makeExtension(like term: Ref, _ children: UnsafeBufferPointer<Ref>) -> Ref {
    let original = self.term(term)
    let arguments = children.map { expr($0) }
    return insert(original.makeTerm(head: original.head, arguments: arguments))
  }

  public mutating func sum(_ terms: UnsafeBufferPointer<Ref>) -> Ref { canonicalSum(terms) }
  public mutating func product(_ factors: UnsafeBufferPointer<Ref>) -> Ref { canonicalProduct(factors) }
  public mutating func power(_ base: Ref, _ exponent: Ref) -> Ref { canonicalPower(base, exponent) }
  public mutating func call(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref {
    canonicalCall(head, arguments)
  }

  /// The integer, which must be small enough to be inline.
  @inline(__always) package func inlineInteger(_ value: Int32) -> Ref {
    assert(Ref.inlineRange.contains(Int(value)))
    return Ref(raw: UInt32(bitPattern: value) | 0x8000_0000)
  }

  /// The canonical call of a function.
  package mutating func call(_ function: Function, _ arguments: Ref...) -> Ref {
    arguments.withUnsafeBufferPointer { call(intern(function), $0) }
  }

  /// An extension term: the same object is the same node.
  mutating func makeExtension(
    _ term: any Term, hash: UInt64, own: NodeFlags, _ children: UnsafeBufferPointer<Ref>
  ) -> Ref {
    extensions.append(term)
    return intern(.ext, hash, payload: Int32(extensions.count - 1), own: own, children)
  }
}

// MARK: - The hash table

extension Workspace {
  private mutating func intern(
    _ kind: Kind, _ seed: UInt64, payload: Int32, own: NodeFlags, _ children: UnsafeBufferPointer<Ref>
  ) -> Ref {
    var hash = seed
    for child in children { hash = Lane.low.fold(hash, self.hash(child)) }
    var slot = Int(truncatingIfNeeded: hash) & tableMask
    while table[slot] != 0 {
      let index = Int(table[slot] - 1)
      let header = headers[index]
      if header.hash == hash, header.kind == kind, header.count == UInt32(children.count),
        kind != .call || kids[Int(header.start) - 1].raw == UInt32(bitPattern: payload),
        haveSameChildren(header, children)
      {
        return Ref(raw: UInt32(index))
      }
      slot = (slot + 1) & tableMask
    }
    return append(kind, hash, payload: payload, own: own, children, slot: slot)
  }

  @inline(__always)
  private func haveSameChildren(_ header: Header, _ children: UnsafeBufferPointer<Ref>) -> Bool {
    let own = kids + Int(header.start)
    for i in 0..<children.count where own[i] != children[i] { return false }
    return true
  }

  private mutating func append(
    _ kind: Kind, _ hash: UInt64, payload: Int32, own: NodeFlags, _ children: UnsafeBufferPointer<Ref>,
    slot: Int
  ) -> Ref {
    var flags = own
    var depth: UInt8 = 0
    reserveKids(children.count + 1)
    if kind.hasHeadSlot {
      kids[kidCount] = Ref(raw: UInt32(bitPattern: payload))
      kidCount += 1
    }
    let start = kidCount
    for i in 0..<children.count {
      let child = children[i]
      kids[start + i] = child
      if !child.isInline {
        flags.formUnion(headers[child.index].flags)
        depth = max(depth, headers[child.index].depth)
      }
    }
    kidCount += children.count
    let header = Header(
      hash: hash, start: start, count: children.count, kind: kind, flags: flags,
      depth: children.isEmpty ? 0 : depth == .max ? .max : depth + 1)
    return append(header, slot: slot)
  }

  private mutating func append(_ header: Header, slot: Int) -> Ref {
    if nodeCount == nodeCapacity { growHeaders() }
    headers[nodeCount] = header
    table[slot] = UInt32(nodeCount + 1)
    nodeCount += 1
    precondition(nodeCount < 1 << 31, "a workspace holds fewer than 2^31 nodes")
    if nodeCount * 2 > tableMask { growTable() }
    return Ref(raw: UInt32(nodeCount - 1))
  }

  private mutating func leaf(
    _ kind: Kind, _ hash: UInt64, _ flags: NodeFlags, payload: (inout Workspace) -> Int32,
    matches: (borrowing Workspace, Int32) -> Bool
  ) -> Ref {
    var slot = Int(truncatingIfNeeded: hash) & tableMask
    while table[slot] != 0 {
      let index = Int(table[slot] - 1)
      let header = headers[index]
      if header.hash == hash, header.kind == kind, matches(self, Int32(header.start)) {
        return Ref(raw: UInt32(index))
      }
      slot = (slot + 1) & tableMask
    }
    let payload = payload(&self)
    let header = Header(hash: hash, start: Int(payload), count: 0, kind: kind, flags: flags, depth: 0)
    return append(header, slot: slot)
  }

  private mutating func reserveKids(_ extra: Int) {
    if kidCount + extra <= kidCapacity { return }
    let capacity = max(kidCapacity * 2, kidCount + extra)
    let grown = UnsafeMutablePointer<Ref>.allocate(capacity: capacity)
    grown.moveInitialize(from: kids, count: kidCount)
    kids.deallocate()
    (kids, kidCapacity) = (grown, capacity)
  }

  private mutating func growHeaders() {
    let grown = UnsafeMutablePointer<Header>.allocate(capacity: nodeCapacity * 2)
    grown.moveInitialize(from: headers, count: nodeCount)
    headers.deallocate()
    (headers, nodeCapacity) = (grown, nodeCapacity * 2)
  }

  private mutating func growTable() {
    let slots = (tableMask + 1) * 2
    table.deallocate()
    table = .allocate(capacity: slots)
    table.initialize(repeating: 0, count: slots)
    tableMask = slots - 1
    for index in 0..<nodeCount { place(index) }
  }

  /// Enters a node that is known not to be in the table.
  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: headers[index].hash) & tableMask
    while table[slot] != 0 { slot = (slot + 1) & tableMask }
    table[slot] = UInt32(index + 1)
  }
}

// MARK: - Speculation

extension Workspace {
  /// A state to return to.
  public struct Mark: Sendable {
    let nodes, kids, numbers, symbols, extensions: Int
  }

  /// The present state.
  public func mark() -> Mark {
    Mark(
      nodes: nodeCount, kids: kidCount, numbers: numbers.count, symbols: symbols.count,
      extensions: extensions.count)
  }

  /// Forgets everything made since the mark; references made since then are dead.
  ///
  /// - Complexity: linear in the number of nodes forgotten.
  public mutating func rollback(to mark: Mark) {
    // Under linear probing the entries last made can be emptied in reverse order without breaking a probe chain.
    var index = nodeCount - 1
    while index >= mark.nodes {
      var slot = Int(truncatingIfNeeded: headers[index].hash) & tableMask
      while table[slot] != UInt32(index + 1) { slot = (slot + 1) & tableMask }
      table[slot] = 0
      index -= 1
    }
    (nodeCount, kidCount) = (mark.nodes, mark.kids)
    numbers.removeSubrange(mark.numbers...)
    symbols.removeSubrange(mark.symbols...)
    extensions.removeSubrange(mark.extensions...)
  }
}

extension Array {
  /// Appends and gives the index.
  fileprivate mutating func appended(_ element: Element) -> Int32 {
    append(element)
    return Int32(count - 1)
  }
}

extension Kind {
  /// Whether a workspace keeps the function, or the extension term, of such a node in a slot before its children.
  fileprivate var hasHeadSlot: Bool { self == .call || self == .ext }
}
