/// Times workloads: up to a number of repetitions, stopping once a total time is reached.
struct BenchmarkRunner {
  /// The most repetitions.
  var repetitions = 7
  /// The seconds after which no further repetition begins.
  var targetSeconds = 4.0

  /// Prepares a workload, times it and checks its result.
  func row(for benchmark: Benchmark) -> BenchmarkRow {
    var row = BenchmarkRow(workload: benchmark.name, size: benchmark.size, seconds: [])
    do {
      let prepared = try benchmark.prepare()
      let (seconds, result) = try time(prepared.run)
      row.check = try prepared.check(result)
      row.seconds = seconds.map { $0 / Double(benchmark.calls) }
      if let expected = benchmark.expected, row.check != expected {
        row.seconds = []
        row.note =
          "WRONG: the check must be \(Self.text(expected)), not \(row.check.map(Self.text) ?? "missing")"
      }
    } catch {
      row.note = "\(error)"
    }
    return row
  }

  private func time(_ run: () throws -> Any) throws -> ([Double], Any) {
    var seconds: [Double] = []
    let start = Clock.seconds
    while true {
      let began = Clock.seconds
      let result = try run()
      seconds.append(Clock.seconds - began)
      if seconds.count >= repetitions || Clock.seconds - start > targetSeconds { return (seconds, result) }
    }
  }

  private static func text(_ check: Benchmark.Check) -> String {
    switch check {
    case .integer(let value): "\(value)"
    case .text(let text): text
    }
  }
}
