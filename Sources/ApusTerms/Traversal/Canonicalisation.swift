extension Expr {
  /// The expression rebuilt by the canonical constructors: opaque operations become sums, products and powers.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the cost of construction; iterative.
  public func canonical() -> Expr {
    var workspace = Workspace()
    let root = workspace.insert(self)
    if root.isInline { return self }
    let count = workspace.count
    var images = [Workspace.Ref](repeating: root, count: count)
    for index in 0..<count {
      let ref = workspace.ref(at: index)
      images[index] = workspace.reconstructed(ref) { $0.isInline ? $0 : images[$0.index] }
    }
    return workspace.expr(images[root.index])
  }
}

extension Workspace {
  /// Unlike `rebuilt`, calls are made again even when no argument changed.
  fileprivate mutating func reconstructed(_ ref: Ref, _ image: (Ref) -> Ref) -> Ref {
    guard kind(ref) == .call else { return rebuilt(ref) { _, child in image(child) } }
    let arguments = (0..<count(ref)).map { image(child(ref, $0)) }
    return arguments.withUnsafeBufferPointer { call(head(ref), $0) }
  }
}
