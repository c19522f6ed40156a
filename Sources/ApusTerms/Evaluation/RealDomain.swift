import ApusNumbers
import Numerics

/// Evaluation with machine reals: NaN where the value is not real or does not exist.
///
/// Operations round to nearest, functions are right to 2 ulp; there is no negative zero, which would be another number to
/// `atan2`.
struct RealDomain: EvaluationDomain {
  func value(of number: Number) -> Double { number.asDouble ?? .nan }
  func value(of integer: Int) -> Double { Double(integer) }
  func sum(_ a: Double, _ b: Double) -> Double { a + b }
  func product(_ a: Double, _ b: Double) -> Double { a * b + 0 }
  func exponential(_ exponent: Double) -> Double { .exp(exponent) }

  func power(_ base: Double, _ exponent: Number) -> Double {
    switch exponent {
    case .integer(let n): return Self.power(base, n)
    case .rational(let q):
      if q.denominator == 2, q.numerator == 1 { return base.squareRoot() + 0 }
      return base < 0 ? .nan : Self.power(base, q)
    default: return power(base, value(of: exponent))
    }
  }

  private static func power(_ base: Double, _ n: Integer) -> Double {
    switch n {
    case .small(-1): return 1 / base
    case .small(1): return base
    case .small(2): return base * base
    default: break
    }
    // An exponent beyond 2^53 would lose its last bits and with them the sign.
    guard let small = n.asInt, small.magnitude < 1 << 53 else {
      return ballValue(of: .power, [base], exponent: .integer(n))
    }
    return .pow(base, small) + 0
  }

  /// The exponent is rounded to a `Double`; what that loses, δ, is made up for by the factor exp(δ·log base) ≈ 1 + δ·log base.
  private static func power(_ base: Double, _ q: Rational) -> Double {
    let rounded = q.asDouble
    let power = Double.pow(base, rounded)
    guard power.isFinite, power > 0, let exact = BigFloat(rounded).asRational else { return power }
    return power + power * ((q - exact).asDouble * .log(base))
  }

  func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return base.isNaN ? .nan : 1 }
    // A whole exponent needs no branch.
    if base < 0, let whole = Int(exactly: exponent) { return .pow(base, whole) + 0 }
    return .pow(base, exponent) + 0
  }

  func call(_ function: Function, _ arguments: [Double]) -> Double? {
    switch (function.kernels.real, arguments.count) {
    case (.unary(let kernel), 1): return kernel(arguments[0]) + 0
    case (.binary(let kernel), 2): return kernel(arguments[0], arguments[1]) + 0
    case (.variadic(let kernel), _): return kernel(arguments) + 0
    default: break
    }
    guard function.kernels.ball != nil else { return nil }
    return Self.ballValue(of: function, arguments)
  }

  /// The correctly rounded value by the ball kernel; NaN where it is not real or not determined.
  private static func ballValue(of function: Function, _ arguments: [Double], exponent: Number? = nil)
    -> Double
  {
    guard let kernel = function.kernels.ball else { return .nan }
    var balls = arguments.map { ComplexBall(Ball(exactly: $0)) }
    if let exponent { balls.append(ComplexBall(exponent, precision: 64)) }
    for precision in CertifiedRounding.precisions(for: 53) {
      let value = kernel(balls, precision)
      if value.imaginary.sign == nil { continue }
      if !value.isReal { return .nan }
      if let double = CertifiedRounding.double(value.real) { return double }
    }
    return .nan
  }

  func order(_ a: Double, _ b: Double) -> Int? { a < b ? -1 : a > b ? 1 : a == b ? 0 : nil }
  func areEqual(_ a: Double, _ b: Double) -> Bool? { a.isNaN || b.isNaN ? nil : a == b }
  func integer(_ value: Double) -> Integer? { Integer(exactly: value) }
}
