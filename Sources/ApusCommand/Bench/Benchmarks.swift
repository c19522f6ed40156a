/// All workloads, by family.
enum Benchmarks {
  static let all: [Benchmark] =
    construction + derivatives + memory + network + networkNumerics + points + reactionDiffusion
    + thermalFluid + simulation + canonical + latex + egraph + saturation + rules

  /// The workloads whose names begin with one of the prefixes; all of them if there are none.
  static func named(_ prefixes: [String]) -> [Benchmark] {
    prefixes.isEmpty ? all : all.filter { benchmark in prefixes.contains { benchmark.name.hasPrefix($0) } }
  }
}
