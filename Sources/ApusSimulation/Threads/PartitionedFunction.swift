import ApusNumerics
import ApusTerms

/// Expressions compiled in parts that several threads compute: worth it when one evaluation takes many microseconds.
final class PartitionedFunction: Sendable {
  private let parts: [(function: CompiledFunction, outputs: Range<Int>)]
  private let team: WorkerTeam

  /// Compiles the expressions in as many parts as threads, of about equal size.
  init(
    _ expressions: [Expr], over variables: [Symbol], parameters: [Symbol], threads: Int,
    options: CompileOptions
  ) throws(CompileError) {
    var parts: [(function: CompiledFunction, outputs: Range<Int>)] = []
    for outputs in Self.ranges(expressions.map(\.treeSize), count: threads) {
      let function = try Array(expressions[outputs]).compiled(
        over: variables, parameters: parameters, options: options)
      parts.append((function, outputs))
    }
    self.parts = parts
    team = WorkerTeam(count: parts.count)
  }

  /// Writes the values at a point into a buffer.
  func evaluate(
    at point: UnsafeBufferPointer<Double>, parameters: UnsafeBufferPointer<Double>,
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    team.run(parts.count) { i in
      let part = self.parts[i]
      part.function.evaluate(
        at: point, parameters: parameters, into: UnsafeMutableBufferPointer(rebasing: values[part.outputs]))
    }
  }

  /// Successive ranges with about the same sum of sizes; none is empty.
  static func ranges(_ sizes: [Int], count: Int) -> [Range<Int>] {
    let total = sizes.reduce(0.0) { $0 + Double($1) }
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0.0)
    for (i, size) in sizes.enumerated() {
      sum += Double(size)
      let isFull = sum >= total * Double(ranges.count + 1) / Double(max(1, count))
      if isFull, ranges.count < count - 1 {
        ranges.append(start..<i + 1)
        start = i + 1
      }
    }
    if start < sizes.count { ranges.append(start..<sizes.count) }
    return ranges
  }
}
