import ApusNumbers

/// A mathematical expression: an immutable value, eight bytes wide, that shares its parts.
///
/// Build expressions with operators and functions (`x ** 2 + sin(x)`); what is built that way is *canonical*: sums and
/// products are flattened, sorted and collected with exact coefficients, and nothing else happens. `Expr.opaque` keeps a
/// term exactly as given.
///
/// Equality and hashing take constant time: they compare a 128-bit hash of the content. It is *structural* equality of
/// canonical terms, not mathematical equality: `sin(x)**2 + cos(x)**2 == 1` is `false`.
///
/// `@unchecked Sendable`: nodes are immutable, see `Node`.
public struct Expr: @unchecked Sendable {
  package let node: Node

  @inline(__always) package init(node: Node) { self.node = node }

  /// The kind of the outermost node.
  public var kind: Kind { node.fields.pointee.kind }

  /// The hash of the content, the same in every process and on every platform.
  public var hash128: Hash128 { node.fields.pointee.hash128 }

  /// What is known of the whole expression without looking at it.
  public var flags: NodeFlags { node.fields.pointee.flags }

  /// The number of children that the node stores; for sums and products these are coefficients and runs.
  package var childCount: Int { Int(node.fields.pointee.count) }

  package func child(_ i: Int) -> Expr {
    precondition(i >= 0 && i < Int(node.fields.pointee.count))
    return node.withUnsafeMutablePointerToElements { $0[i].expr }
  }

  /// The number of nodes of the expression written out as a tree, saturating at `Int.max`; sharing is not counted.
  public var treeSize: Int {
    switch kind {
    case .integer, .rational, .complex, .real, .bigReal, .symbol: 1
    default: Int(clamping: node.fields.pointee.word)
    }
  }

  /// The height of the tree above its deepest leaf, saturating at 65,535.
  package var depth: Int { Int(node.fields.pointee.depth) }
}

extension Expr: Hashable {
  @inlinable public static func == (a: Expr, b: Expr) -> Bool { a.isIdentical(to: b) }

  package func hashMatches(_ other: Expr) -> Bool { hash128 == other.hash128 }

  @usableFromInline func isIdentical(to other: Expr) -> Bool {
    node === other.node || node.fields.pointee.hash128 == other.node.fields.pointee.hash128
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(hash128.low) }
}

// MARK: - Leaves

extension Expr {
  /// Creates an integer.
  public init(_ value: Int) { self = SmallIntegers.expr(value) }

  /// Creates a number.
  public init(_ number: Number) { self = Expr.leaf(number) }

  /// Creates a symbol.
  public init(_ symbol: Symbol) {
    node = Node.leaf(
      NodeHeader(
        hash128: symbol.hash128, kind: .symbol, flags: .hasSymbol, depth: 0, count: 0, word: 1,
        payload: symbol.storage))
  }

  /// The symbol of that name.
  public static func symbol(_ name: String) -> Expr { Expr(Symbol(name)) }

  /// The number, if the expression is one.
  public var number: Number? {
    switch kind {
    case .integer:
      if let box = node.fields.pointee.payload { return unsafeDowncast(box, to: NumberBox.self).number }
      return .integer(Integer(Int(bitPattern: UInt(node.fields.pointee.word))))
    case .real: return .double(Double(bitPattern: node.fields.pointee.word))
    case .rational, .complex, .bigReal:
      return node.fields.pointee.payload.map { unsafeDowncast($0, to: NumberBox.self).number }
    default: return nil
    }
  }

  /// The value, if the expression is an integer that fits a machine word.
  public var smallInteger: Int? {
    kind == .integer && node.fields.pointee.payload == nil
      ? Int(bitPattern: UInt(node.fields.pointee.word)) : nil
  }

  /// The symbol, if the expression is one.
  public var symbol: Symbol? {
    guard kind == .symbol, let payload = node.fields.pointee.payload else { return nil }
    return Symbol(storage: unsafeDowncast(payload, to: Symbol.Storage.self))
  }

  /// The function at the head, if the expression is a call.
  public var function: Function? {
    guard kind == .call, let payload = node.fields.pointee.payload else { return nil }
    return unsafeDowncast(payload, to: Function.self)
  }

  /// The term of a type defined elsewhere, if the expression is one.
  public var term: (any Term)? {
    guard kind == .ext, let payload = node.fields.pointee.payload else { return nil }
    return unsafeDowncast(payload, to: TermBox.self).term
  }

  private static func leaf(_ number: Number) -> Expr {
    if let small = number.asInt { return SmallIntegers.expr(small) }
    let (low, high) = number.contentHash
    var header = NodeHeader(
      hash128: Hash128(low: low, high: high), kind: Kind(of: number),
      flags: number.isExact ? [] : .hasInexact, depth: 0, count: 0, word: 1, payload: nil)
    if case .double(let value) = number {
      header.word = value.bitPattern
    } else {
      header.payload = NumberBox(number)
    }
    return Expr(node: Node.leaf(header))
  }
}

extension Kind {
  init(of number: Number) {
    switch number {
    case .integer: self = .integer
    case .rational: self = .rational
    case .double: self = .real
    case .bigFloat: self = .bigReal
    case .complex: self = .complex
    }
  }
}

/// The integers that occur everywhere, allocated once.
enum SmallIntegers {
  private static let range = -128...1024
  /// Retained for ever, so that references to them need not be counted.
  nonisolated(unsafe) private static let table: UnsafePointer<Unmanaged<Node>> = {
    let table = UnsafeMutablePointer<Unmanaged<Node>>.allocate(capacity: range.count)
    for (i, value) in range.enumerated() {
      (table + i).initialize(to: Unmanaged.passRetained(make(value).node))
    }
    return UnsafePointer(table)
  }()

  static func expr(_ value: Int) -> Expr {
    node(value).map { Expr(node: $0.takeUnretainedValue()) } ?? make(value)
  }

  @inline(__always)
  static func node(_ value: Int) -> Unmanaged<Node>? {
    range.contains(value) ? table[value &- range.lowerBound] : nil
  }

  private static func make(_ value: Int) -> Expr {
    Expr(
      node: Node.leaf(
        NodeHeader(
          hash128: Hash128(integer: value), kind: .integer, flags: [], depth: 0, count: 0,
          word: UInt64(bitPattern: Int64(value)), payload: nil)))
  }
}
