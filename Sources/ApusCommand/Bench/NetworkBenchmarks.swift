import ApusNotation
import ApusTerms

extension Benchmarks {
  /// The reaction network of a B-cell receptor: 1,122 species, 24,388 reactions (doi:10.4049/jimmunol.1102003).
  static let network = [
    Benchmark("bcr/build", size: 1122, expected: .integer(52_364)) {
      let file = try networkFile()
      return (run: { try ReactionNetwork(netFile: file).rightHandSides }, check: summandCount)
    }
  ]

  /// The file that `APUS_BCR` names, else the one that stands beside the project.
  static func networkFile() throws -> [UInt8] {
    try InputFile(path: Environment.variable("APUS_BCR") ?? "../shared/data/bcr.net").contents()
  }

  /// The fingerprint of the right-hand sides: how many signed terms they have together.
  private static func summandCount(_ sides: [Expr]) -> Benchmark.Check {
    .integer(sides.reduce(0) { $0 + ($1.kind == .sum ? $1.arguments.count : $1 == 0 ? 0 : 1) })
  }
}
