import ApusAlgebra
import ApusNumerics
import ApusTerms

extension InitialValueProblem {
  /// A problem whose right-hand sides are expressions in the state, the parameters and perhaps the time.
  ///
  /// They are compiled, and so is their sparse Jacobian matrix.
  ///
  /// - Parameters:
  ///   - rightHandSides: the derivatives of the elements of the state with respect to time.
  ///   - states: the symbols of the elements of the state.
  ///   - time: the symbol of the time, for right-hand sides that depend on it.
  ///   - parameters: symbols with constant values.
  ///   - initialState: the state at the start.
  ///   - threads: how many threads share an evaluation, which pays for systems that take many microseconds.
  ///   - hasJacobian: whether to differentiate; without a Jacobian matrix there is less to compile, for solvers that do not
  ///     need one.
  /// - Throws: `CompileError` for symbols that have no value, and what cannot be computed numerically.
  /// - Precondition: there are as many right-hand sides and initial values as elements of the state.
  public init(
    _ rightHandSides: [Expr], over states: [Symbol], time: Symbol? = nil,
    parameters: KeyValuePairs<Symbol, Double> = [:], from initialState: [Double], at startTime: Double = 0,
    hasJacobian: Bool = true, threads: Int = 1, options: CompileOptions = CompileOptions()
  ) throws(CompileError) {
    try self.init(
      rightHandSides, over: states, time: time, parameters: parameters.map { ($0.key, $0.value) },
      from: initialState, at: startTime, hasJacobian: hasJacobian, threads: threads,
      options: options)
  }

  /// The same, with parameters in an array.
  public init(
    _ rightHandSides: [Expr], over states: [Symbol], time: Symbol? = nil,
    parameters: [(symbol: Symbol, value: Double)], from initialState: [Double], at startTime: Double = 0,
    hasJacobian: Bool = true, threads: Int = 1, options: CompileOptions = CompileOptions()
  ) throws(CompileError) {
    precondition(rightHandSides.count == states.count, "a right-hand side for each element of the state")
    precondition(initialState.count == states.count, "an initial value for each element of the state")
    let constants = parameters.map(\.symbol) + (time.map { [$0] } ?? [])
    func compile(_ expressions: [Expr]) throws(CompileError) -> Derivatives {
      if threads == 1 {
        let function = try expressions.compiled(over: states, parameters: constants, options: options)
        return Self.derivatives(function, hasTime: time != nil)
      }
      let function = try PartitionedFunction(
        expressions, over: states, parameters: constants, threads: threads, options: options)
      return Self.derivatives(hasTime: time != nil) { function.evaluate(at: $0, parameters: $1, into: $2) }
    }
    var jacobian: SparseJacobian?
    let derivatives = try compile(rightHandSides)
    if hasJacobian {
      let matrix = rightHandSides.jacobian(in: states)
      jacobian = SparseJacobian(pattern: matrix.pattern, values: try compile(matrix.values))
    }
    self.init(
      from: initialState, at: startTime, parameters: parameters.map(\.value), jacobian: jacobian,
      derivatives: derivatives)
  }

  typealias Function =
    @Sendable (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>)
    -> Void

  /// A compiled function that takes the time, if at all, as its last parameter.
  static func derivatives(_ function: CompiledFunction, hasTime: Bool) -> Derivatives {
    if hasTime { return derivatives(hasTime: true) { function.evaluate(at: $0, parameters: $1, into: $2) } }
    return { _, state, parameters, values in
      function.evaluate(at: state, parameters: parameters, into: values)
    }
  }

  private static func derivatives(hasTime: Bool, _ function: @escaping Function) -> Derivatives {
    guard hasTime else { return { _, state, parameters, values in function(state, parameters, values) } }
    return { time, state, parameters, values in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: parameters.count + 1) { all in
        for i in 0..<parameters.count { all[i] = parameters[i] }
        all[parameters.count] = time
        function(state, UnsafeBufferPointer(all), values)
      }
    }
  }
}
