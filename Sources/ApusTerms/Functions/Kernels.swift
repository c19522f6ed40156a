import ApusNumbers
import Numerics

/// How a function is evaluated.
///
/// A function needs the ball kernel, from which correct values of any precision follow; the machine kernels are for speed
/// and are checked against it.
public struct Kernels: Sendable {
  /// A function of machine reals, right to 2 ulp; NaN where it is not defined or not real.
  public enum Real: Sendable {
    case unary(@Sendable (Double) -> Double)
    case binary(@Sendable (Double, Double) -> Double)
    case variadic(@Sendable ([Double]) -> Double)
  }
  /// A function of machine complex numbers, principal branch.
  public typealias ComplexKernel = @Sendable ([Complex<Double>]) -> Complex<Double>
  /// An enclosure of the values, computed with the given working precision in bits; called with as many arguments as the
  /// function takes.
  public typealias BallKernel = @Sendable ([ComplexBall], Int) -> ComplexBall

  public var real: Real?
  public var complex: ComplexKernel?
  public var ball: BallKernel?
  /// Bits of precision beyond which the ball kernel takes seconds.
  public var usefulPrecision: Int

  /// Creates the set of kernels.
  public init(
    real: Real? = nil, complex: ComplexKernel? = nil, ball: BallKernel? = nil,
    usefulPrecision: Int = Kernels.cheapPrecision
  ) {
    self.real = real
    self.complex = complex
    self.ball = ball
    self.usefulPrecision = usefulPrecision
  }

  /// The useful precision of elementary functions.
  public static let cheapPrecision = 1 << 17
  /// The useful precision of special functions.
  public static let costlyPrecision = 1 << 13
}

// MARK: - Kernels of a certain number of arguments

extension Kernels {
  typealias UnaryBall = @Sendable (ComplexBall, Int) -> ComplexBall
  typealias BinaryBall = @Sendable (ComplexBall, ComplexBall, Int) -> ComplexBall
  typealias TernaryBall = @Sendable (ComplexBall, ComplexBall, ComplexBall, Int) -> ComplexBall
  typealias QuaternaryBall =
    @Sendable (ComplexBall, ComplexBall, ComplexBall, ComplexBall, Int) -> ComplexBall

  /// An elementary function.
  static func elementary(
    real: (@Sendable (Double) -> Double)? = nil,
    complex: (@Sendable (Complex<Double>) -> Complex<Double>)? = nil, _ ball: @escaping UnaryBall
  ) -> Kernels {
    let complexKernel: ComplexKernel? = complex.map { kernel in
      { @Sendable arguments in kernel(arguments[0]) }
    }
    return Kernels(real: real.map { .unary($0) }, complex: complexKernel, ball: { ball($0[0], $1) })
  }

  /// A special function of one argument.
  static func special(real: (@Sendable (Double) -> Double)? = nil, _ ball: @escaping UnaryBall) -> Kernels {
    Kernels(
      real: real.map { .unary($0) }, ball: { ball($0[0], $1) }, usefulPrecision: costlyPrecision)
  }

  /// A special function of two arguments.
  static func special(_ ball: @escaping BinaryBall) -> Kernels {
    Kernels(ball: { ball($0[0], $0[1], $1) }, usefulPrecision: costlyPrecision)
  }

  /// A special function of three arguments.
  static func special(_ ball: @escaping TernaryBall) -> Kernels {
    Kernels(ball: { ball($0[0], $0[1], $0[2], $1) }, usefulPrecision: costlyPrecision)
  }

  /// A special function of four arguments.
  static func special(_ ball: @escaping QuaternaryBall) -> Kernels {
    Kernels(ball: { ball($0[0], $0[1], $0[2], $0[3], $1) }, usefulPrecision: costlyPrecision)
  }

  /// A special function of a varying number of arguments.
  static func special(_ ball: @escaping BallKernel) -> Kernels {
    Kernels(ball: ball, usefulPrecision: costlyPrecision)
  }

  /// A function of a real number: elsewhere it has no value.
  static func real(_ real: @escaping @Sendable (Double) -> Double, _ ball: @escaping UnaryBall) -> Kernels {
    Kernels(real: .unary(real), ball: { ball($0[0], $1) })
  }

  /// A function of two real numbers: elsewhere it has no value.
  static func real(_ real: @escaping @Sendable (Double, Double) -> Double, _ ball: @escaping BinaryBall)
    -> Kernels
  {
    Kernels(real: .binary(real), ball: { ball($0[0], $0[1], $1) })
  }

  /// A constant.
  static func constant(_ value: Double, ball: @escaping @Sendable (Int) -> Ball) -> Kernels {
    Kernels(
      real: .variadic { _ in value }, complex: { _ in Complex(value) }, ball: { ComplexBall(ball($1)) })
  }
}
