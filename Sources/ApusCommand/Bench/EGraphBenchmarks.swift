import ApusNotation
import ApusRewriting
import ApusTerms

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
    }
    + (8...10).map { rounds in
      Benchmark(
        "egraph/math_\(rounds)_iters:proofs", size: rounds,
        expected: .text("\(CalculusWorkload.nodeCounts[rounds - 1]) e-nodes")
      ) {
        let start = try CalculusWorkload.start()
        return (
          run: { start.run(rounds: rounds, keepingProofs: true) },
          check: { (outcome: CalculusWorkload.Outcome) in .text("\(outcome.nodes) e-nodes") }
        )
      }
    }
    + textbook.map { name, text, expected in
      Benchmark("egraph/simplify_\(name)", size: 1, expected: .text(expected)) {
        let expression = try Expr(parsing: text)
        return (
          run: { expression.saturated() },
          check: { (result: Expr) in .text(TextWriter().text(of: result)) }
        )
      }
    } + [
      Benchmark("egraph/fuzz_1e3", size: 1000, expected: .text("1000 agree")) {
        (run: { SaturationFuzz(count: 1000).run() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/fuzz_1e4", size: 10_000, expected: .text("10000 agree")) {
        (run: { SaturationFuzz(count: 10_000).run() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/fuzz_1e5", size: 100_000, expected: .text("100000 agree")) {
        (run: { SaturationFuzz(count: 100_000).run() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/fuzz_1e3:classes", size: 1000, expected: .text("classes of 1000 graphs agree")) {
        (run: { SaturationFuzz(count: 1000).runClasses() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/fuzz_1e3:proofs", size: 1000, expected: nil) {
        (run: { SaturationFuzz(count: 1000).runExplanations() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/fuzz_1e2:proofs", size: 100, expected: nil) {
        (run: { SaturationFuzz(count: 100).runExplanations() }, check: { (text: String) in .text(text) })
      },
      Benchmark("egraph/bcr", size: 1122, expected: nil) {
        let network = try NetworkSaturation()
        return (
          run: { network.run(sharingPartialSums: true) },
          check: { network.check($0, sharingPartialSums: true) }
        )
      },
      Benchmark("egraph/bcr:rules", size: 1122, expected: nil) {
        let network = try NetworkSaturation()
        return (
          run: { network.run(sharingPartialSums: false) },
          check: { network.check($0, sharingPartialSums: false) }
        )
      },
      Benchmark("memory/egraph_1e6", size: 1_047_896, expected: nil) {
        (run: { EGraphFootprint.bytesPerNode }, check: { (bytes: Int) in .text("\(bytes) bytes an e-node") })
      },
    ]

  /// Expressions of a textbook and what they become.
  private static let textbook = [
    ("pythagoras", "2*cos(f)^2*sin(2*t) + 2*sin(f)^2*sin(2*t) - 2*sin(2*t)", "0"),
    ("factor", "k1*a*b + k2*a*c + k3*a*d", "a*(b*k1 + c*k2 + d*k3)"),
    ("quotient", "(2 + 4*sin(x)^2 - 2*cos(x)^2)/sin(x)^2", "6"),
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
