extension InitialValueProblem {
  /// Whether there is a solver: whether the package was built with the trait `Simulation`.
  public static var hasSolver: Bool {
    #if Simulation
      true
    #else
      false
    #endif
  }

  /// The states at given times.
  ///
  /// - Parameters:
  ///   - times: ascending, none before the start.
  ///   - isCancelled: asked at every evaluation; `true` ends the integration with an error.
  /// - Throws: `IntegrationError` when the solver does not reach the last time within the tolerances, and when there is no
  ///   solver.
  ///
  /// Source: Hindmarsh and others, *SUNDIALS: Suite of nonlinear and differential/algebraic equation solvers*,
  /// doi:10.1145/1089014.1089020.
  public func solution(
    at times: [Double], options: IntegrationOptions = IntegrationOptions(),
    until isCancelled: () -> Bool = { false }
  ) throws(IntegrationError) -> Trajectory {
    var trajectory = Trajectory(stateCount: count)
    let statistics = try integrate(through: times, options: options, until: isCancelled) {
      trajectory.append($0, $1)
    }
    trajectory.statistics = statistics
    return trajectory
  }

  /// The states at evenly spaced times from the start to `end`, both included.
  ///
  /// - Parameter pointCount: how many, at least two.
  /// - Throws: as `solution(at:)`.
  public func solution(
    until end: Double, pointCount: Int = 101, options: IntegrationOptions = IntegrationOptions(),
    until isCancelled: () -> Bool = { false }
  ) throws(IntegrationError) -> Trajectory {
    guard pointCount >= 2 else { throw IntegrationError(.invalidArgument("there are at least two points")) }
    return try solution(
      at: evenlySpacedTimes(until: end, count: pointCount), options: options, until: isCancelled)
  }

  /// Times from the start to `end`, both included and exact.
  public func evenlySpacedTimes(until end: Double, count: Int) -> [Double] {
    (0..<max(0, count)).map { i in
      i == count - 1 ? end : startTime + (end - startTime) * (Double(i) / Double(count - 1))
    }
  }

  /// Integrates through given times and hands over the state at each as soon as it is known.
  ///
  /// - Parameters:
  ///   - times: ascending, none before the start.
  ///   - isCancelled: asked at every evaluation; `true` ends the integration with an error.
  ///   - onStep: told after every step how far the solver is.
  ///   - body: what is done with the time and the state, which is valid during the call.
  /// - Returns: what it took.
  /// - Throws: `IntegrationError` when the solver does not reach the last time within the tolerances, and when there is no
  ///   solver.
  public func integrate(
    through times: [Double], options: IntegrationOptions = IntegrationOptions(),
    until isCancelled: () -> Bool = { false },
    onStep: (_ time: Double, _ stepCount: Int) -> Void = { _, _ in },
    _ body: (_ time: Double, _ state: UnsafeBufferPointer<Double>) -> Void
  ) throws(IntegrationError) -> IntegrationStatistics {
    try check(times, options)
    #if Simulation
      return try CVODESolver.integrate(self, through: times, options, until: isCancelled, onStep, body)
    #else
      throw IntegrationError(.unavailable)
    #endif
  }

  /// The most equations of which a full matrix is made: two copies of it take 6 GB.
  private static var largestDenseCount: Int { 20_000 }

  /// Refuses what makes no sense, before the solver does so in its own words.
  private func check(_ times: [Double], _ options: IntegrationOptions) throws(IntegrationError) {
    func require(_ condition: Bool, _ words: String) throws(IntegrationError) {
      if !condition { throw IntegrationError(.invalidArgument(words)) }
    }
    try require(startTime.isFinite && times.allSatisfy(\.isFinite), "times are finite")
    try require(
      zip([startTime] + times, times).allSatisfy { $0 <= $1 }, "times ascend and do not lie before the start")
    try require(initialState.allSatisfy(\.isFinite), "the initial state is finite")
    let tolerances = [options.relativeTolerance, options.absoluteTolerance]
    try require(tolerances.allSatisfy { $0.isFinite && $0 >= 0 }, "tolerances are finite and not negative")
    try require(tolerances.contains { $0 > 0 }, "one of the tolerances is positive")
    try require(options.maximumStepCount > 0, "at least one step is allowed")
    for step in [options.maximumStep, options.initialStep].compactMap({ $0 }) {
      try require(step.isFinite && step > 0, "the length of a step is positive")
    }
    try require(
      options.solver != .sparse || jacobian != nil, "the sparse solver needs a Jacobian matrix")
    let isDense = options.solver == .dense || (options.solver == .automatic && jacobian == nil)
    try require(
      !isDense || count <= Self.largestDenseCount,
      "a full matrix of \(count) equations is too large; sparse, krylov or fixedPoint need none")
    if let pattern = jacobian?.pattern {
      try require(
        pattern.rowCount == count && pattern.columnCount == count,
        "the Jacobian matrix has as many rows and columns as there are equations")
    }
  }
}
