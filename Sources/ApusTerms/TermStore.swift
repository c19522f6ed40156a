import ApusNumbers

/// What every pass is written against, once: a place where terms live and are made.
///
/// Two stores exist. `ExprStore` makes immutable, reference-counted `Expr` nodes; `Workspace` makes hash-consed records
/// in an arena, four to ten times as fast, for the length of a pass. The canonical constructors are extensions of this
/// protocol, so that both make the same terms.
public protocol TermStore: ~Copyable {
  /// A handle of a term; equal handles are equal terms.
  associatedtype Ref: Hashable
  /// A handle of a function.
  associatedtype Head: Hashable

  func kind(_ term: Ref) -> Kind
  func flags(_ term: Ref) -> NodeFlags
  /// The low lane of the content hash, which orders the runs of sums and products.
  func hash(_ term: Ref) -> UInt64
  /// The number of stored children.
  func count(_ term: Ref) -> Int
  func child(_ term: Ref, _ i: Int) -> Ref

  /// The height of the tree above its deepest leaf, saturating.
  func depth(_ term: Ref) -> Int

  /// The value of an integer that fits a word and that the store keeps inline.
  func smallInteger(_ term: Ref) -> Int?
  /// The value of a term of a number kind.
  func number(_ term: Ref) -> Number
  /// The symbol of a term of kind `symbol`.
  func symbol(_ term: Ref) -> Symbol
  /// The head of a term of kind `call`.
  func head(_ term: Ref) -> Head
  func function(_ head: Head) -> Function
  /// What the constructors need to know of a function, without counting a reference to it.
  func traits(_ head: Head) -> FunctionTraits

  mutating func intern(_ function: Function) -> Head
  mutating func makeInteger(_ value: Int) -> Ref
  mutating func makeNumber(_ number: Number) -> Ref
  mutating func makeSymbol(_ symbol: Symbol) -> Ref
  /// A node exactly as described: callers guarantee that the children are in canonical order.
  mutating func makeNode(_ kind: Kind, _ children: UnsafeBufferPointer<Ref>) -> Ref
  /// A call exactly as described.
  mutating func makeCall(_ head: Head, _ children: UnsafeBufferPointer<Ref>) -> Ref
  /// The extension term `like` with other arguments.
  mutating func makeExtension(like term: Ref, _ children: UnsafeBufferPointer<Ref>) -> Ref

  /// The canonical sum of the terms; the buffer must not be the store's own memory.
  mutating func sum(_ terms: UnsafeBufferPointer<Ref>) -> Ref
  /// The canonical product of the factors; the buffer must not be the store's own memory.
  mutating func product(_ factors: UnsafeBufferPointer<Ref>) -> Ref
  /// The canonical power.
  mutating func power(_ base: Ref, _ exponent: Ref) -> Ref
  /// The canonical call of a function.
  mutating func call(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref

  /// Moves a term into the store.
  mutating func insert(_ expr: Expr) -> Ref
  /// The term as an expression.
  func expr(_ term: Ref) -> Expr
}

extension TermStore where Self: ~Copyable {
  /// Whether the term is the exact integer `value`.
  @inline(__always) @inlinable
  public func isInteger(_ term: Ref, _ value: Int) -> Bool { smallInteger(term) == value }

  @inline(__always)
  func isNumber(_ term: Ref) -> Bool { kind(term).isNumber }

  /// A call exactly as given, from an array.
  mutating func makeCall(_ head: Head, _ children: [Ref]) -> Ref {
    children.withUnsafeBufferPointer { makeCall(head, $0) }
  }

  mutating func makeNode(_ kind: Kind, _ first: Ref, _ second: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Ref.self, capacity: 2) { slots in
      slots.initializeElement(at: 0, to: first)
      slots.initializeElement(at: 1, to: second)
      defer { slots.deinitialize() }
      return makeNode(kind, UnsafeBufferPointer(slots))
    }
  }
}

// MARK: - Arithmetic on number terms

extension TermStore where Self: ~Copyable {
  mutating func addNumbers(_ a: Ref, _ b: Ref) -> Ref {
    if let i = smallInteger(a), let j = smallInteger(b) {
      let (sum, overflow) = i.addingReportingOverflow(j)
      if !overflow { return makeInteger(sum) }
    }
    return makeNumber(number(a) + number(b))
  }

  mutating func multiplyNumbers(_ a: Ref, _ b: Ref) -> Ref {
    if let i = smallInteger(a), let j = smallInteger(b) {
      let (product, overflow) = i.multipliedReportingOverflow(by: j)
      if !overflow { return makeInteger(product) }
    }
    return makeNumber(number(a) * number(b))
  }

  func isZero(_ number: Ref) -> Bool {
    if let small = smallInteger(number) { return small == 0 }
    return self.number(number).isZero
  }
}
