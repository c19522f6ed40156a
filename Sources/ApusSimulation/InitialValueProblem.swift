/// A system of ordinary differential equations y′ = f(t, y) with the state from which it starts.
///
/// The right-hand sides are compiled expressions, or an ordinary function. Made from expressions a problem knows its sparse
/// Jacobian matrix, which stiff solvers need; made from a function it may be given one.
///
///     let decay = try InitialValueProblem([-k * y], over: ["y"], parameters: ["k": 0.5], from: [1])
///     let trajectory = try decay.solution(at: [1, 2])
public struct InitialValueProblem: Sendable {
  /// Computes the derivatives of the state with respect to time, one for each element of the state, into a buffer.
  ///
  /// A derivative that is not finite makes the solver try a shorter step.
  public typealias Derivatives =
    @Sendable (
      _ time: Double, _ state: UnsafeBufferPointer<Double>, _ parameters: UnsafeBufferPointer<Double>,
      _ derivatives: UnsafeMutableBufferPointer<Double>
    ) -> Void

  /// The state at the start.
  public var initialState: [Double]
  /// The time at the start.
  public var startTime: Double
  /// The values of the parameters, in their order. Others can be set without compiling again.
  public var parameters: [Double]
  /// The right-hand sides.
  let derivatives: Derivatives
  /// The matrix of their derivatives with respect to the state.
  let jacobian: SparseJacobian?

  /// A problem whose right-hand sides an ordinary function computes.
  ///
  /// - Parameters:
  ///   - initialState: the state at the start, one number for each right-hand side.
  ///   - jacobian: the matrix of partial derivatives, if it is known.
  ///   - derivatives: the right-hand sides.
  public init(
    from initialState: [Double], at startTime: Double = 0, parameters: [Double] = [],
    jacobian: SparseJacobian? = nil, derivatives: @escaping Derivatives
  ) {
    self.initialState = initialState
    self.startTime = startTime
    self.parameters = parameters
    self.jacobian = jacobian
    self.derivatives = derivatives
  }

  /// The number of equations.
  public var count: Int { initialState.count }

  /// The derivatives of a state at a time.
  ///
  /// - Precondition: the state has as many elements as the initial one.
  public func derivatives(of state: [Double], at time: Double) -> [Double] {
    precondition(state.count == count, "a number for each equation")
    return state.withUnsafeBufferPointer { state in
      parameters.withUnsafeBufferPointer { parameters in
        [Double](unsafeUninitializedCapacity: count) { values, count in
          derivatives(time, state, parameters, values)
          count = state.count
        }
      }
    }
  }

  /// Writes the derivatives of a state into a buffer, without allocating.
  ///
  /// - Precondition: the buffers have room for the state, the parameters and the derivatives.
  package func evaluate(
    at time: Double, _ state: UnsafeBufferPointer<Double>, _ parameters: UnsafeBufferPointer<Double>,
    into derivatives: UnsafeMutableBufferPointer<Double>
  ) {
    self.derivatives(time, state, parameters, derivatives)
  }
}
