import ApusTerms

extension Benchmarks {
  /// The memory of a workspace: a million distinct sums and products of two to four terms.
  static let memory = [
    Benchmark("memory/workspace_1e6", size: 1_000_000, expected: nil) {
      (run: { WorkspaceFootprint.bytesPerNode }, check: { (bytes: Int) in .text("\(bytes) bytes a node") })
    }
  ]
}

/// Bytes of resident memory that a node takes, tables included.
private enum WorkspaceFootprint {
  /// Measured once: memory that a first workspace has given back would hide the growth of a second.
  static let bytesPerNode = measured(nodes: 1_000_000)

  private static func measured(nodes: Int) -> Int {
    let before = ResidentMemory.bytes()
    var workspace = Workspace()
    // Sums of products and products of sums, so that nothing flattens and each has two to four parts.
    var sums = (0..<4096).map { workspace.makeSymbol(Symbol("x\($0)")) }
    var products = sums
    var state: UInt64 = 1
    while workspace.count < nodes {
      let isSum = random(&state) % 2 == 0
      let parts = (0..<Int(2 + random(&state) % 3)).map { _ in
        isSum ? products[Int(random(&state) % 4096)] : sums[Int(random(&state) % 4096)]
      }
      let made = parts.withUnsafeBufferPointer { isSum ? workspace.sum($0) : workspace.product($0) }
      if isSum {
        sums[Int(random(&state) % 4096)] = made
      } else {
        products[Int(random(&state) % 4096)] = made
      }
    }
    return (ResidentMemory.bytes() - before) / workspace.count
  }

  /// Knuth's linear congruential generator, high bits.
  private static func random(_ state: inout UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state &>> 33
  }
}
