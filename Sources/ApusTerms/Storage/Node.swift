import ApusNumbers

/// What an `Expr` points to: an immutable, tail-allocated record of header and children. Small integers among the children
/// live in their slot, which spares most of the counting of references.
///
/// The header's `payload` is the function of a call, the storage of a symbol, the box of a number that does not fit a
/// word, or the term of an extension. Nothing changes after creation, which is why sharing between threads is safe.
package struct NodeHeader {
  var hash128: Hash128
  var kind: Kind
  var flags: NodeFlags
  var depth: UInt16
  var count: UInt32
  /// A small integer, the bits of a machine real, or (for the rest) the size of the tree, saturated.
  var word: UInt64
  var payload: AnyObject?
}

package final class NumberBox: Sendable {
  let number: Number
  init(_ number: Number) { self.number = number }
}

/// Header and children are written once, before the node is shared, and only read afterwards; `deinit` takes children over
/// only from nodes that nobody else refers to. That is the proof of `Expr: @unchecked Sendable`.
package final class Node: ManagedBuffer<NodeHeader, ExprStore.Ref> {
  /// Allocates a node, retains its children, and hands the one reference to the node over.
  ///
  /// The header is completed in place from the children: hash, flags, size and depth.
  static func make(
    kind: Kind, hash: Hash128, payload: AnyObject?, own: NodeFlags,
    children: UnsafeBufferPointer<ExprStore.Ref>
  ) -> Unmanaged<Node> {
    let node = allocate(capacity: children.count) {
      NodeHeader(
        hash128: hash, kind: kind, flags: own, depth: 0, count: UInt32(children.count), word: 1,
        payload: payload)
    }
    let (slots, fields) = (node.slots, node.fields)
    var (hash, flags) = (hash, own)
    var size: UInt64 = 1
    var depth: UInt16 = 0
    for i in 0..<children.count {
      let child = children[i]
      (slots + i).initialize(to: child)
      hash.combine(child.hash128)
      if child.isInline {
        size &+= 1
        continue
      }
      _ = child.node.retain()
      flags.formUnion(child.fields.pointee.flags)
      // Sizes are at most Int.max each, so that the sum of two cannot wrap.
      size = min(size &+ child.treeSize, UInt64(Int.max))
      depth = max(depth, child.fields.pointee.depth)
    }
    fields.pointee.hash128 = hash
    fields.pointee.flags = flags
    fields.pointee.word = size
    fields.pointee.depth = depth == .max ? .max : depth + 1
    return node
  }

  static func leaf(_ header: NodeHeader) -> Node {
    allocate(capacity: 0) { header }.takeRetainedValue()
  }

  @inline(__always)
  private static func allocate(capacity: Int, _ header: () -> NodeHeader) -> Unmanaged<Node> {
    let buffer = Node.create(minimumCapacity: capacity) { _ in header() }
    return Unmanaged.passRetained(unsafeDowncast(buffer, to: Node.self))
  }

  /// The header, without the exclusivity check that a class property costs.
  @inline(__always)
  var fields: UnsafeMutablePointer<NodeHeader> { withUnsafeMutablePointerToHeader { $0 } }

  deinit {
    let count = Int(fields.pointee.count)
    if count > 0 { releaseChildren(count) }
  }

  /// Releases without recursion, for a chain of a million nodes must not overflow the stack, and without memory: the nodes
  /// that wait to be released are linked through their own headers.
  private func releaseChildren(_ count: Int) {
    var waiting: Unmanaged<Node>?
    withUnsafeMutablePointerToElements { slots in
      for i in 0..<count { Self.release(slots[i], orLinkTo: &waiting) }
    }
    while let node = waiting {
      let fields = node.fields
      waiting = UnsafeRawPointer(bitPattern: UInt(fields.pointee.word)).map { .fromOpaque($0) }
      // The node is uniquely referenced; taking its children over leaves its own deinit nothing to do.
      let count = Int(fields.pointee.count)
      fields.pointee.count = 0
      let slots = node.slots
      for i in 0..<count { Self.release(slots[i], orLinkTo: &waiting) }
      node.release()
    }
  }

  @inline(__always)
  private static func release(_ child: ExprStore.Ref, orLinkTo waiting: inout Unmanaged<Node>?) {
    if child.isInline { return }
    var node = child.node.takeRetainedValue()
    if node.fields.pointee.count > 0, isKnownUniquelyReferenced(&node) {
      node.fields.pointee.word = waiting.map { UInt64(UInt(bitPattern: $0.toOpaque())) } ?? 0
      waiting = .passRetained(node)
    }
  }
}

extension Unmanaged where Instance == Node {
  /// The header of a node that something else keeps alive.
  @inline(__always)
  var fields: UnsafeMutablePointer<NodeHeader> {
    _withUnsafeGuaranteedRef { $0.withUnsafeMutablePointerToHeader { $0 } }
  }

  /// The children of a node that something else keeps alive.
  @inline(__always)
  var slots: UnsafeMutablePointer<ExprStore.Ref> {
    _withUnsafeGuaranteedRef { $0.withUnsafeMutablePointerToElements { $0 } }
  }
}
