import ApusTerms

// Many points at once. Each thread takes a contiguous part of the points.
extension CompiledFunction {
  /// The values at many points that are given as a column for each variable, as a column for each output.
  ///
  ///     f.values(columns: [xs, ys])[0]
  ///
  /// - Parameter threads: how many threads share the work.
  /// - Precondition: there is a column for each variable and all have the same length.
  public func values(columns: [[Double]], parameters: [Double] = [], threads: Int = 1) -> [[Double]] {
    let count = columns.first?.count ?? 1
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    var results = [[Double]](repeating: [], count: outputCount)
    var storage = [Double](repeating: 0, count: outputCount * count)
    storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      withColumns(columns) { pointers in
        let outputs = (0..<outputCount).map { UnsafeMutablePointer<Double>?(base + $0 * count) }
        parameters.withUnsafeBufferPointer { parameters in
          evaluate(
            columns: pointers, count: count, parameters: parameters, into: outputs, threads: threads)
        }
      }
      for i in 0..<outputCount { results[i] = Array(storage[i * count..<(i + 1) * count]) }
    }
    return results
  }

  /// Writes the values at many points into columns, without allocating more than a list of them for each thread.
  ///
  /// - Parameters:
  ///   - columns: the addresses of the numbers for each variable.
  ///   - count: the number of points.
  ///   - outputs: the addresses at which the values of each output are written.
  /// - Precondition: there is a column for each variable and each output, with room for `count` numbers.
  public func evaluate(
    columns: [UnsafePointer<Double>?], count: Int,
    parameters: UnsafeBufferPointer<Double> = UnsafeBufferPointer(start: nil, count: 0),
    into outputs: [UnsafeMutablePointer<Double>?], threads: Int = 1
  ) {
    precondition(columns.count >= variables.count, "a column for each variable")
    precondition(parameters.count >= self.parameters.count, "a number for each parameter")
    precondition(outputs.count >= outputCount, "a column for each value")
    guard count > 0, outputCount > 0, let anywhere = outputs[0] else { return }
    let constant = parameters.baseAddress ?? UnsafePointer(anywhere)
    let parts = max(1, min(threads, count / Self.smallestPart))
    if parts == 1 { return runBatch(columns, count, constant, outputs) }
    // Parts are multiples of the widest register, so that the result does not depend on the number of threads.
    let length = ((count + parts - 1) / parts + 7) & ~7
    WorkerThreads.run(parts) { part in
      let start = min(part * length, count)
      let end = min(start + length, count)
      if start == end { return }
      let shifted = columns.map { $0.map { $0 + start } }
      let shiftedOutputs = outputs.map { $0.map { $0 + start } }
      runBatch(shifted, end - start, constant, shiftedOutputs)
    }
  }

  /// With fewer points a thread costs more than it saves.
  private static var smallestPart: Int { 1024 }

  /// The values at many points that are given one after another, in the order of the variables, again one after another.
  ///
  ///     f.values(points: [x0, y0, x1, y1, …])
  ///
  /// - Precondition: the count of numbers is a multiple of the number of variables, which is not zero.
  public func values(points: [Double], parameters: [Double] = [], threads: Int = 1) -> [Double] {
    precondition(!variables.isEmpty && points.count % variables.count == 0, "whole points")
    let count = points.count / variables.count
    var columns = [[Double]](repeating: [], count: variables.count)
    for j in columns.indices {
      columns[j] = (0..<count).map { points[$0 * variables.count + j] }
    }
    let values = values(columns: columns, parameters: parameters, threads: threads)
    var result = [Double](repeating: 0, count: count * outputCount)
    for j in 0..<outputCount { for i in 0..<count { result[i * outputCount + j] = values[j][i] } }
    return result
  }

  private func withColumns<Result>(
    _ columns: [[Double]], _ body: ([UnsafePointer<Double>?]) -> Result
  ) -> Result {
    // One allocation keeps all columns alive at fixed addresses.
    let count = columns.first?.count ?? 0
    let storage = UnsafeMutablePointer<Double>.allocate(capacity: max(1, columns.count * count))
    defer { storage.deallocate() }
    var pointers: [UnsafePointer<Double>?] = []
    for (j, column) in columns.enumerated() {
      column.withUnsafeBufferPointer { values in
        guard let base = values.baseAddress else { return }
        (storage + j * count).initialize(from: base, count: count)
      }
      pointers.append(UnsafePointer(storage + j * count))
    }
    return body(pointers)
  }
}
