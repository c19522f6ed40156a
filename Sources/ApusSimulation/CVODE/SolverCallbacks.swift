#if Simulation
  import CSUNDIALS

  /// What the functions need that SUNDIALS calls back, and what they found out.
  ///
  /// One solver on one thread uses it. It lives until the solver is freed.
  final class SolverCallbacks {
    let problem: InitialValueProblem
    let isCancelled: () -> Bool
    private let parameters: UnsafeMutableBufferPointer<Double>
    private let pattern: SparsePattern?

    /// Whether a function stopped the integration because the caller gave up.
    private(set) var wasCancelled = false
    /// Whether the last values of the right-hand sides, and of the Jacobian matrix, were not finite.
    private(set) var sidesAreNotFinite = false
    private(set) var matrixIsNotFinite = false
    /// The evaluations for differences that are made here.
    private(set) var differenceEvaluations = 0
    /// The last message of SUNDIALS.
    var message = ""

    /// For differences: the solver, which owns this object, and memory for the weights of its error norm.
    var solver: UnsafeMutableRawPointer?
    var weights: N_Vector?
    private let differences: ColouredDifferences?
    private let increments: UnsafeMutableBufferPointer<Double>

    init(_ problem: InitialValueProblem, _ pattern: SparsePattern?, until isCancelled: @escaping () -> Bool) {
      self.problem = problem
      self.pattern = pattern
      self.isCancelled = isCancelled
      parameters = .allocate(capacity: problem.parameters.count)
      _ = parameters.initialize(from: problem.parameters)
      let isFromDifferences = pattern != nil && problem.jacobian?.values == nil
      differences = isFromDifferences ? problem.jacobian.map { ColouredDifferences($0.pattern) } : nil
      increments = .allocate(capacity: isFromDifferences ? problem.count : 0)
    }

    deinit {
      parameters.deallocate()
      increments.deallocate()
    }

    /// Computes the right-hand sides: 0 when they are finite, 1 when a shorter step may help, -1 to give up.
    func computeSides(_ time: Double, _ state: N_Vector?, _ result: N_Vector?) -> Int32 {
      if isCancelled() {
        wasCancelled = true
        return -1
      }
      guard let state = N_VGetArrayPointer(state), let result = N_VGetArrayPointer(result) else { return -1 }
      let count = problem.count
      problem.derivatives(
        time, UnsafeBufferPointer(start: state, count: count), UnsafeBufferPointer(parameters),
        UnsafeMutableBufferPointer(start: result, count: count))
      sidesAreNotFinite = !Self.areFinite(UnsafePointer(result), count)
      return sidesAreNotFinite ? 1 : 0
    }

    /// Computes the sparse Jacobian matrix, with the same results.
    ///
    /// - Parameter sides: the right-hand sides of the state.
    func computeMatrix(_ time: Double, _ state: N_Vector?, _ sides: N_Vector?, _ matrix: SUNMatrix?) -> Int32
    {
      if isCancelled() {
        wasCancelled = true
        return -1
      }
      guard let values = N_VGetArrayPointer(state), let matrix, let pattern, let jacobian = problem.jacobian,
        let entries = pattern.prepare(matrix)
      else { return -1 }
      let target = pattern.valueBuffer ?? UnsafeMutableBufferPointer(start: entries, count: pattern.count)
      if let function = jacobian.values {
        function(
          time, UnsafeBufferPointer(start: values, count: problem.count), UnsafeBufferPointer(parameters),
          target)
      } else {
        let flag = computeDifferences(time, values, sides, into: target)
        if flag != 0 { return flag }
      }
      pattern.scatter(into: entries)
      matrixIsNotFinite = !Self.areFinite(UnsafePointer(entries), pattern.count)
      return matrixIsNotFinite ? 1 : 0
    }

    /// Computes the entries by differences with the increments that SUNDIALS chooses for full matrices.
    private func computeDifferences(
      _ time: Double, _ state: UnsafePointer<Double>, _ sides: N_Vector?,
      into target: UnsafeMutableBufferPointer<Double>
    ) -> Int32 {
      guard let differences, let sides, let values = N_VGetArrayPointer(sides), let weights,
        CVodeGetErrWeights(solver, weights) == CV_SUCCESS, let weight = N_VGetArrayPointer(weights)
      else { return -1 }
      var step = 0.0
      _ = CVodeGetCurrentStep(solver, &step)
      let norm = N_VWrmsNorm(sides, weights)
      let count = problem.count
      let least = norm == 0 ? 1 : 1000 * abs(step) * Double.ulpOfOne * Double(count) * norm
      for i in 0..<count {
        increments[i] = max(Double.ulpOfOne.squareRoot() * abs(state[i]), least / weight[i])
      }
      guard let moves = UnsafePointer(increments.baseAddress) else { return -1 }
      var isCancelled = false
      let isDone = differences.compute(state, moves, values, into: target) { state, result in
        isCancelled = self.isCancelled()
        if isCancelled { return false }
        differenceEvaluations += 1
        problem.derivatives(time, state, UnsafeBufferPointer(parameters), result)
        return true
      }
      wasCancelled = wasCancelled || isCancelled
      return isDone ? 0 : -1
    }

    /// Whether no number is infinite or NaN.
    static func areFinite(_ values: UnsafePointer<Double>, _ count: Int) -> Bool {
      // x·0 is zero for finite x and NaN otherwise.
      var sums = SIMD8<Double>(repeating: 0)
      let raw = UnsafeRawPointer(values)
      var i = 0
      while i + 8 <= count {
        sums += raw.loadUnaligned(fromByteOffset: i * 8, as: SIMD8<Double>.self) * 0
        i += 8
      }
      var sum = sums.sum()
      while i < count {
        sum += values[i] * 0
        i += 1
      }
      return sum == 0
    }
  }

  /// The places of the entries of the Jacobian matrix, with a full diagonal, as SUNDIALS keeps them.
  final class SparsePattern {
    private let rowStarts: [Int64]
    private let columns: [Int64]
    private let places: [Int]
    /// Where the entries are computed when they do not stand in the matrix one after another.
    let valueBuffer: UnsafeMutableBufferPointer<Double>?

    /// The number of entries with the diagonal.
    var count: Int { columns.count }

    init(_ jacobian: SparseJacobian) {
      let filled = DiagonalPattern(filling: jacobian.pattern)
      rowStarts = filled.rowStarts.map { Int64($0) }
      columns = filled.columns.map { Int64($0) }
      places = filled.places
      valueBuffer = filled.isUnchanged ? nil : .allocate(capacity: max(1, filled.places.count))
    }

    deinit { valueBuffer?.deallocate() }

    /// Writes the places into a matrix, from which SUNDIALS removes them, and gives the address of its entries.
    func prepare(_ matrix: SUNMatrix) -> UnsafeMutablePointer<Double>? {
      guard let starts = SUNSparseMatrix_IndexPointers(matrix),
        let targets = SUNSparseMatrix_IndexValues(matrix),
        let entries = SUNSparseMatrix_Data(matrix)
      else { return nil }
      rowStarts.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { starts.update(from: base, count: source.count) }
      }
      columns.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { targets.update(from: base, count: source.count) }
      }
      return entries
    }

    /// Moves entries that were computed one after another to their places, and fills the diagonal.
    func scatter(into entries: UnsafeMutablePointer<Double>) {
      guard let valueBuffer else { return }
      entries.update(repeating: 0, count: columns.count)
      places.withUnsafeBufferPointer { places in
        for i in 0..<places.count { entries[places[i]] = valueBuffer[i] }
      }
    }
  }

  // MARK: - Functions for SUNDIALS

  func computeSidesForSolver(
    _ time: Double, _ state: N_Vector?, _ result: N_Vector?, _ data: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let data else { return -1 }
    return Unmanaged<SolverCallbacks>.fromOpaque(data).takeUnretainedValue().computeSides(time, state, result)
  }

  func computeMatrixForSolver(
    _ time: Double, _ state: N_Vector?, _ sides: N_Vector?, _ matrix: SUNMatrix?,
    _ data: UnsafeMutableRawPointer?,
    _: N_Vector?, _: N_Vector?, _: N_Vector?
  ) -> Int32 {
    guard let data else { return -1 }
    return Unmanaged<SolverCallbacks>.fromOpaque(data).takeUnretainedValue().computeMatrix(
      time, state, sides, matrix)
  }

  func keepMessage(_ flag: Int32, _ text: UnsafePointer<CChar>?, _ data: UnsafeMutableRawPointer?) {
    guard let data, let text else { return }
    Unmanaged<SolverCallbacks>.fromOpaque(data).takeUnretainedValue().message = String(cString: text)
  }
#endif
