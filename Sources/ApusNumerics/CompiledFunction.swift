import ApusTerms

/// Expressions compiled to a fast numeric function of machine reals.
///
/// Operations are those of IEEE 754 double precision, in an order that is the same on every back end: results agree bit
/// for bit, except that functions such as `sin` may come from the vector mathematics of the system in a batch, which is right
/// to 4 ulp. Where a value is not real or does not exist, and where a condition cannot be decided because of such a value,
/// the result is NaN.
///
///     let f = try (sin(x) * y).compiled(over: ["x", "y"])
///     f(1, 2)                                   // 1.682941969615793
///
/// A compiled function can be called from several threads at once. Calls allocate nothing once the first one is done.
public struct CompiledFunction: Sendable {
  private let executor: Executor
  private let exactSource: ExactSource

  /// The program that is executed.
  public var program: Program { executor.program }
  /// The back end that executes it at single points.
  public var backend: Backend { executor.backend }
  /// The variables, in the order of the arguments.
  public var variables: [Symbol] { executor.program.variables }
  /// The parameters, which are the same for all points of a batch.
  public var parameters: [Symbol] { executor.program.parameters }
  /// The number of values at a point.
  public var outputCount: Int { executor.program.outputCount }

  /// Compiles a program; a back end that the computer does not offer is replaced by one that it has.
  public init(_ program: Program, options: CompileOptions = CompileOptions()) {
    let prepared = PreparedProgram(program, options)
    executor = Executor(prepared, options, foreign: try? prepared.foreignCode(options))
    exactSource = ExactSource(program)
  }

  /// Compiles a program with the back end that the options name.
  ///
  /// - Throws: `CompileError.backendUnavailable` when the system has no such compiler, `notCompilable` for a function that it
  ///   does not have.
  public init(compiling program: Program, options: CompileOptions) throws(CompileError) {
    try self.init(program, options, ExactSource(program))
  }

  private init(
    _ program: Program, _ options: CompileOptions, _ source: ExactSource
  ) throws(CompileError) {
    let prepared = PreparedProgram(program, options)
    executor = Executor(prepared, options, foreign: try prepared.foreignCode(options))
    exactSource = source
  }

  /// The same function for numbers of other types: single precision, complex, of any precision, and balls.
  ///
  /// Made once, when it is asked for first. Of a function that was made of expressions its constants are exact; of one that was
  /// made of a program they are the machine numbers of the program.
  public var exact: ExactProgram { exactSource.program }

  /// Compiles expressions, the outputs of the function.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public init(
    _ expressions: [Expr], over variables: [Symbol], parameters: [Symbol] = [],
    options: CompileOptions = CompileOptions()
  ) throws(CompileError) {
    let program = try Program(
      expressions, over: variables, parameters: parameters, optimization: options.optimization)
    try self.init(program, options, ExactSource(program, expressions))
  }

  // MARK: - One point

  /// The first value at a point, for functions without parameters.
  ///
  /// - Precondition: there are as many numbers as variables.
  public func callAsFunction(_ point: Double...) -> Double {
    precondition(parameters.isEmpty && outputCount > 0, "a function of variables with a value")
    return values(at: point)[0]
  }

  /// The values at a point.
  ///
  /// - Precondition: there are as many numbers as variables and parameters.
  public func values(at point: [Double], parameters: [Double] = []) -> [Double] {
    point.withUnsafeBufferPointer { point in
      parameters.withUnsafeBufferPointer { parameters in
        [Double](unsafeUninitializedCapacity: outputCount) { values, count in
          evaluate(at: point, parameters: parameters, into: values)
          count = outputCount
        }
      }
    }
  }

  /// Writes the values at a point into a buffer, without allocating.
  ///
  /// - Precondition: the buffers have room for the variables, the parameters and the outputs.
  public func evaluate(
    at point: UnsafeBufferPointer<Double>,
    parameters: UnsafeBufferPointer<Double> = UnsafeBufferPointer(start: nil, count: 0),
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(point.count >= variables.count, "a number for each variable")
    precondition(parameters.count >= self.parameters.count, "a number for each parameter")
    precondition(values.count >= outputCount, "room for each value")
    guard let output = values.baseAddress, outputCount > 0 else { return }
    // A function without inputs still gets an address, at which nothing is read.
    let anywhere = UnsafePointer(output)
    executor.run(point.baseAddress ?? anywhere, parameters.baseAddress ?? anywhere, into: output)
  }
}

extension CompiledFunction {
  /// Runs the batch code: see `CompiledFunction+Batch`.
  func runBatch(
    _ columns: UnsafePointer<UnsafePointer<Double>?>, _ count: Int, _ parameters: UnsafePointer<Double>,
    _ outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    executor.run(columns: columns, count: count, parameters, into: outputs)
  }
}

extension Program {
  /// The program of expressions.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public init(
    _ expressions: [Expr], over variables: [Symbol], parameters: [Symbol] = [],
    optimization: Optimization = .full
  ) throws(CompileError) {
    self = try Lowering.program(
      expressions, variables: variables, parameters: parameters, optimization: optimization)
  }

  /// The number of variables and parameters.
  var inputCount: Int { variables.count + parameters.count }
}

extension Expr {
  /// The expression as a numeric function of the variables; a list, or a list of rows, becomes a function with as many values.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public func compiled(
    over variables: [Symbol], parameters: [Symbol] = [], options: CompileOptions = CompileOptions()
  ) throws(CompileError) -> CompiledFunction {
    try CompiledFunction(leaves, over: variables, parameters: parameters, options: options)
  }

  /// The elements of a list and of the lists in it, row by row; otherwise the expression itself.
  private var leaves: [Expr] {
    guard function == .list else { return [self] }
    return arguments.flatMap { $0.function == .list ? $0.arguments : [$0] }
  }
}

extension Array where Element == Expr {
  /// The expressions as a numeric function with as many values.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public func compiled(
    over variables: [Symbol], parameters: [Symbol] = [], options: CompileOptions = CompileOptions()
  ) throws(CompileError) -> CompiledFunction {
    try CompiledFunction(self, over: variables, parameters: parameters, options: options)
  }
}
