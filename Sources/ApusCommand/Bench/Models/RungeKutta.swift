import ApusSimulation

/// The classical Runge–Kutta method with steps of one length: next to nothing but evaluations of the right-hand sides.
struct RungeKutta {
  let problem: InitialValueProblem
  let step: Double

  /// The state after so many steps.
  func state(after count: Int) -> [Double] {
    let size = problem.count
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 4 * size)
    defer { memory.deallocate() }
    let (state, moved, slope, sum) = (memory, memory + size, memory + 2 * size, memory + 3 * size)
    for (i, value) in problem.initialState.enumerated() { state[i] = value }
    problem.parameters.withUnsafeBufferPointer { parameters in
      for n in 0..<count {
        let time = problem.startTime + Double(n) * step
        func evaluate(_ point: UnsafeMutablePointer<Double>, _ offset: Double) {
          problem.evaluate(
            at: time + offset, UnsafeBufferPointer(start: point, count: size), parameters,
            into: UnsafeMutableBufferPointer(start: slope, count: size))
        }
        evaluate(state, 0)
        for i in 0..<size { (sum[i], moved[i]) = (slope[i], state[i] + 0.5 * step * slope[i]) }
        evaluate(moved, 0.5 * step)
        for i in 0..<size { (sum[i], moved[i]) = (sum[i] + 2 * slope[i], state[i] + 0.5 * step * slope[i]) }
        evaluate(moved, 0.5 * step)
        for i in 0..<size { (sum[i], moved[i]) = (sum[i] + 2 * slope[i], state[i] + step * slope[i]) }
        evaluate(moved, step)
        for i in 0..<size { state[i] += step / 6 * (sum[i] + slope[i]) }
      }
    }
    return Array(UnsafeBufferPointer(start: state, count: size))
  }
}
