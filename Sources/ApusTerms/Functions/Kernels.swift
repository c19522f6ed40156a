import ApusNumbers
import Numerics

/// How a function is evaluated.
///
/// A function needs the ball kernel, from which correct values of any precision follow; the machine kernels are for speed
/// and are checked against it.
public struct Kernels: Sendable {
  /// A function of machine reals; NaN where it is not defined or not real.
  public enum Real: Sendable {
    case unary(@Sendable (Double) -> Double)
    case binary(@Sendable (Double, Double) -> Double)
    case variadic(@Sendable ([Double]) -> Double)
  }
  /// A function of machine complex numbers, principal branch.
  public typealias ComplexKernel = @Sendable ([Complex<Double>]) -> Complex<Double>
  /// An enclosure of the values, computed with the given working precision in bits.
  public typealias BallKernel = @Sendable ([ComplexBall], Int) -> ComplexBall

  public var real: Real?
  public var complex: ComplexKernel?
  public var ball: BallKernel?

  /// Creates the set of kernels.
  public init(real: Real? = nil, complex: ComplexKernel? = nil, ball: BallKernel? = nil) {
    self.real = real
    self.complex = complex
    self.ball = ball
  }
}
