import CFLINT

/// Parts, roundings and extrema as functions of complex balls.
///
/// Those for real arguments only are indeterminate unless the imaginary part is exactly zero. Where the value
/// jumps inside the ball, the result encloses all values.
extension ComplexBall {
  // MARK: Parts

  /// The absolute value.
  public static func abs(_ z: ComplexBall, precision: Int) -> ComplexBall {
    ComplexBall(z.magnitude(precision: precision))
  }

  /// The argument in (-pi, pi]; indeterminate for a ball that contains zero.
  public static func arg(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.containsZero ? .indeterminate : ComplexBall(z.argument(precision: precision))
  }

  /// The real part.
  public static func re(_ z: ComplexBall, precision: Int) -> ComplexBall { ComplexBall(z.real) }

  /// The imaginary part.
  public static func im(_ z: ComplexBall, precision: Int) -> ComplexBall { ComplexBall(z.imaginary) }

  /// The complex conjugate.
  public static func conjugate(_ z: ComplexBall, precision: Int) -> ComplexBall { z.conjugate }

  /// `z / |z|`, and zero at zero; -1, 0 or 1 for a real number.
  public static func sign(_ z: ComplexBall, precision: Int) -> ComplexBall { z.mapped(precision, acb_sgn) }

  /// The angle of the point `(x, y)` in (-pi, pi]; for complex arguments `-i log((x + i y) / sqrt(x^2 + y^2))`.
  ///
  /// Indeterminate at the origin.
  public static func atan2(y: ComplexBall, x: ComplexBall, precision: Int) -> ComplexBall {
    let point = x.adding(y.multipliedByI, precision: precision)
    if x.isReal && y.isReal { return arg(point, precision: precision) }
    let squares = [x, y].map { $0.multiplied(by: $0, precision: precision) }
    let radius = sqrt(squares[0].adding(squares[1], precision: precision), precision: precision)
    return log(point.divided(by: radius, precision: precision), precision: precision).multipliedByI.negated
  }

  // MARK: Rounding

  /// The greatest integer that is not above `z`, part by part.
  public static func floor(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.partwise(precision, arb_floor)
  }

  /// The least integer that is not below `z`, part by part.
  public static func ceiling(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.partwise(precision, arb_ceil)
  }

  /// The nearest integer to a real number, of two equally near ones the even one.
  public static func round(_ x: ComplexBall, precision: Int) -> ComplexBall {
    realFunction(x) { x in
      if x.isExact, let value = x.midpoint.rounded { return Ball(value) }
      // The only half-integers among the points of an inexact ball are enclosed with both neighbours.
      let half = Ball(exactly: 0.5)
      return Ball.floor(x.adding(half, precision: precision), precision: precision)
        .union(
          Ball.ceiling(x.subtracting(half, precision: precision), precision: precision), precision: precision)
    }
  }

  /// The integer part of a real number, rounded towards zero.
  public static func truncate(_ x: ComplexBall, precision: Int) -> ComplexBall {
    realFunction(x) { x in
      if x.isNonnegative { return Ball.floor(x, precision: precision) }
      if x.isNonpositive { return Ball.ceiling(x, precision: precision) }
      return Ball.floor(x, precision: precision).union(
        Ball.ceiling(x, precision: precision), precision: precision)
    }
  }

  /// The fractional part `z - floor(z)`.
  public static func fraction(_ z: ComplexBall, precision: Int) -> ComplexBall {
    z.subtracting(floor(z, precision: precision), precision: precision)
  }

  /// The remainder `a - b floor(a / b)` of real numbers.
  public static func modulo(_ a: ComplexBall, _ b: ComplexBall, precision: Int) -> ComplexBall {
    if !a.isReal || !b.isReal { return .indeterminate }
    let quotient = floor(a.divided(by: b, precision: precision), precision: precision)
    return a.subtracting(b.multiplied(by: quotient, precision: precision), precision: precision)
  }

  /// The remainder `a - b truncate(a / b)` of real numbers.
  public static func remainder(_ a: ComplexBall, _ b: ComplexBall, precision: Int) -> ComplexBall {
    if !a.isReal || !b.isReal { return .indeterminate }
    let quotient = truncate(a.divided(by: b, precision: precision), precision: precision)
    return a.subtracting(b.multiplied(by: quotient, precision: precision), precision: precision)
  }

  // MARK: Extrema and steps

  /// The lesser of two real numbers.
  public static func min(_ x: ComplexBall, _ y: ComplexBall, precision: Int) -> ComplexBall {
    x.isReal && y.isReal ? ComplexBall(Ball.min(x.real, y.real, precision: precision)) : .indeterminate
  }

  /// The greater of two real numbers.
  public static func max(_ x: ComplexBall, _ y: ComplexBall, precision: Int) -> ComplexBall {
    x.isReal && y.isReal ? ComplexBall(Ball.max(x.real, y.real, precision: precision)) : .indeterminate
  }

  /// The unit step of a real number: 0 below zero, 1/2 at zero, 1 above.
  public static func heaviside(_ x: ComplexBall, precision: Int) -> ComplexBall {
    realFunction(x) { x in
      Ball.sign(x).adding(.one, precision: precision).multiplied(by: Ball(exactly: 0.5), precision: precision)
    }
  }

  /// 1 when both are equal, 0 when they are not.
  public static func kronecker(_ z: ComplexBall, _ w: ComplexBall, precision: Int) -> ComplexBall {
    if !z.overlaps(w) { return .zero }
    if z.isExact && w.isExact { return .one }
    return z.isDefined && w.isDefined ? ComplexBall(Ball(from: 0, to: 1, precision: 2)) : .indeterminate
  }

  // MARK: Plumbing

  /// `function` of a ball whose imaginary part is exactly zero.
  static func realFunction(_ x: ComplexBall, _ function: (Ball) -> Ball) -> ComplexBall {
    x.isReal ? ComplexBall(function(x.real)) : .indeterminate
  }

  private func partwise(_ precision: Int, _ operation: Ball.UnaryOperation) -> ComplexBall {
    ComplexBall(real: real.mapped(precision, operation), imaginary: imaginary.mapped(precision, operation))
  }
}
