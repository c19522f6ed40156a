import ApusNumbers
import ApusTerms
import Numerics

/// Straight-line code for expressions in numbers of any type: single precision, complex numbers, floating-point numbers of any
/// precision, and balls, which enclose the exact values.
///
/// Constants such as 1/3 and π are as exact as the numbers allow, nothing is computed in machine numbers beforehand, and functions
/// have their principal values. The branch of `piecewise` that is not taken is not evaluated.
///
///     let f = try ExactProgram([x / 3], over: ["x"])
///     f.evaluated(at: [BigFloat(1, precision: 100)], precision: 100)   // 0.3333333333333333333333333333335
public struct ExactProgram: Sendable {
  private let lazy: LazyProgram
  private let constants: [ExactConstant]

  /// What varies from point to point.
  public var variables: [Symbol] { lazy.program.variables }
  /// What is told apart from the variables.
  public var parameters: [Symbol] { lazy.program.parameters }
  /// The number of values at a point.
  public var outputCount: Int { lazy.program.outputCount }

  /// The program of the expressions; complex numbers may occur in them.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public init(
    _ expressions: [Expr], over variables: [Symbol], parameters: [Symbol] = []
  ) throws(CompileError) {
    let (program, constants) = try Lowering.exactProgram(
      expressions, variables: variables, parameters: parameters)
    lazy = LazyProgram(program)
    self.constants = constants
  }

  /// A program whose constants are exactly the machine numbers that they are.
  package init(_ program: Program) {
    lazy = LazyProgram(program)
    constants = []
  }

  // MARK: - Evaluation

  /// The values in single precision: operations of IEEE 754, functions right to 1 ulp.
  ///
  /// - Precondition: there are as many numbers as variables and parameters.
  public func evaluated(at point: [Float], parameters: [Float] = []) -> [Float] {
    values(point, parameters, 24)
  }

  /// The values in complex numbers of double precision, principal branches; a value that is infinite or does not exist has
  /// parts that are NaN. Numbers that are not real have no order, so that a comparison of them gives no value either.
  ///
  /// - Precondition: there are as many numbers as variables and parameters.
  public func evaluated(at point: [Complex<Double>], parameters: [Complex<Double>] = []) -> [Complex<Double>]
  {
    values(point, parameters, 53)
  }

  /// The values in floating-point numbers of so many bits, each operation rounded once; inputs are rounded to them first.
  ///
  /// - Precondition: there are as many numbers as variables and parameters.
  public func evaluated(at point: [BigFloat], parameters: [BigFloat] = [], precision: Int) -> [BigFloat] {
    let rounded = point.map { BigFloat($0, precision: precision) }
    return values(rounded, parameters.map { BigFloat($0, precision: precision) }, precision)
  }

  /// Enclosures of the values at all points of the balls, computed with so many bits. Where a comparison depends on the point,
  /// what depends on it is indeterminate.
  ///
  /// - Precondition: there are as many balls as variables and parameters.
  public func evaluated(at point: [Ball], parameters: [Ball] = [], precision: Int) -> [Ball] {
    values(point, parameters, precision)
  }

  /// Enclosures of the complex values at all points of the balls, principal branches.
  ///
  /// - Precondition: there are as many balls as variables and parameters.
  public func evaluated(
    at point: [ComplexBall], parameters: [ComplexBall] = [], precision: Int
  ) -> [ComplexBall] {
    values(point, parameters, precision)
  }

  /// The values in double precision, as the interpreter of compiled functions computes them.
  package func evaluated(at point: [Double], parameters: [Double] = []) -> [Double] {
    values(point, parameters, 53)
  }

  private func values<Scalar: ProgramScalar>(
    _ point: [Scalar], _ parameters: [Scalar], _ precision: Int
  ) -> [Scalar] {
    precondition(point.count >= variables.count, "a number for each variable")
    precondition(parameters.count >= self.parameters.count, "a number for each parameter")
    var inputs = Array(parameters.prefix(self.parameters.count))
    for constant in constants { inputs.append(Scalar.constant(constant, precision)) }
    var interpreter = ScalarInterpreter(lazy, variables: point, parameters: inputs, precision: precision)
    return interpreter.values()
  }
}
