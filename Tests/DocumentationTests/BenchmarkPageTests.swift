import Testing

/// `Docs/Benchmarks.md` describes the workloads that there are.
@Suite("Docs/Benchmarks.md")
struct BenchmarkPageTests {
  /// What stands in backticks at the beginning of the rows of the table of workloads.
  private static func rows() throws -> [String] {
    let prose = try Page("Docs/Benchmarks.md").prose.map(\.text)
    let start = try #require(prose.firstIndex(of: "## Workloads"))
    return prose[start...].filter { $0.hasPrefix("| `") }.map { String($0.dropFirst(3).prefix { $0 != "`" }) }
  }

  @Test("every workload has a row, and every row a workload") func workloads() throws {
    let workloads = try BuiltShell.lines(of: "apus bench --list")
    let rows = try Self.rows()
    #expect(!rows.isEmpty && !workloads.isEmpty)
    for workload in workloads { #expect(rows.contains { workload.hasPrefix($0) }, "\(workload)") }
    for row in rows { #expect(workloads.contains { $0.hasPrefix(row) }, "\(row)") }
  }
}
