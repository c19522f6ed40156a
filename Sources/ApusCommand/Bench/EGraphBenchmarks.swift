import ApusRewriting

extension Benchmarks {
  /// Equality saturation: rounds of algebra and calculus rules on seven terms; the check states the size of the graph.
  static let egraph =
    (6...11).map { rounds in
      Benchmark(
        "egraph/math_\(rounds)_iters", size: rounds,
        expected: .text("\(CalculusWorkload.nodeCounts[rounds - 1]) e-nodes")
      ) {
        let start = try CalculusWorkload.start()
        return (
          run: { start.run(rounds: rounds) },
          check: { (outcome: CalculusWorkload.Outcome) in .text("\(outcome.nodes) e-nodes") }
        )
      }
    } + [
      Benchmark("memory/egraph_1e6", size: 1_047_896, expected: nil) {
        (run: { EGraphFootprint.bytesPerNode }, check: { (bytes: Int) in .text("\(bytes) bytes an e-node") })
      }
    ]
}

/// Bytes of resident memory that a node of a graph of a million takes, everything included.
private enum EGraphFootprint {
  /// Measured once: memory that a first graph has given back would hide the growth of a second.
  static let bytesPerNode = measured()

  private static func measured() -> Int {
    guard let start = try? CalculusWorkload.start() else { return 0 }
    let before = ResidentMemory.bytes()
    return start.measure(rounds: 11) { nodes in (ResidentMemory.bytes() - before) / nodes }
  }
}
