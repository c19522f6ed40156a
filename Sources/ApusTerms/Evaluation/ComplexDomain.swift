import ApusNumbers
import Numerics

/// Evaluation with machine complex numbers, principal branches; parts are NaN where there is no value.
///
/// A zero part is always +0: on a branch cut the value is that of the exact argument, whatever signs zeros had.
struct ComplexDomain: EvaluationDomain {
  typealias Value = Complex<Double>

  func value(of number: Number) -> Value {
    Value(number.real.asDouble ?? .nan, number.imaginary.asDouble ?? .nan)
  }
  func value(of integer: Int) -> Value { Value(Double(integer)) }
  func sum(_ a: Value, _ b: Value) -> Value { a + b }

  func product(_ a: Value, _ b: Value) -> Value {
    // A real factor must not meet the other's zero or infinite parts through 0·∞ or −0.
    if b.imaginary == 0 { return Value(a.real * b.real, a.imaginary * b.real).normalised }
    if a.imaginary == 0 { return Value(a.real * b.real, a.real * b.imaginary).normalised }
    return (a * b).normalised
  }

  func exponential(_ exponent: Value) -> Value {
    exponent.imaginary == 0 ? Value(.exp(exponent.real)) : Value.exp(exponent).normalised
  }

  func power(_ base: Value, _ exponent: Number) -> Value {
    if base.imaginary == 0, exponent.isInteger || base.real >= 0, exponent.isReal {
      return Value(RealDomain().power(base.real, exponent))
    }
    switch exponent {
    case .integer(.small(-1)): return (1 / base).normalised
    case .integer(.small(2)): return (base * base).normalised
    default: return ballValue(of: .power, [base], exponent: exponent)
    }
  }

  func power(_ base: Value, _ exponent: Value) -> Value {
    if base == .zero && exponent == .zero { return 1 }
    if base.imaginary == 0, exponent.imaginary == 0, base.real >= 0 {
      return Value(RealDomain().power(base.real, exponent.real))
    }
    return ballValue(of: .power, [base, exponent])
  }

  func call(_ function: Function, _ arguments: [Value]) -> Value? {
    if let kernel = function.kernels.complex { return kernel(arguments).normalised }
    if function.kernels.ball == nil { return nil }
    return ballValue(of: function, arguments)
  }

  /// The value by the ball kernel, its parts correctly rounded; a part that is negligible against the other and not
  /// determined is zero.
  private func ballValue(of function: Function, _ arguments: [Value], exponent: Number? = nil) -> Value {
    guard let kernel = function.kernels.ball else { return Value(.nan, .nan) }
    var balls = arguments.map {
      ComplexBall(real: Ball(exactly: $0.real), imaginary: Ball(exactly: $0.imaginary))
    }
    if let exponent { balls.append(ComplexBall(exponent, precision: 4096)) }
    for precision in CertifiedRounding.precisions(for: 53) {
      let value = kernel(balls, precision)
      if let real = CertifiedRounding.double(value.real),
        let imaginary = CertifiedRounding.double(value.imaginary)
      {
        return Value(real, imaginary).normalised
      }
      // A part that is not determined yet, as it may be near the middle between two numbers, needs more precision.
      switch CertifiedRounding.dominantPart(value, bits: 53) {
      case .real: if let real = CertifiedRounding.double(value.real) { return Value(real, 0).normalised }
      case .imaginary:
        if let imaginary = CertifiedRounding.double(value.imaginary) { return Value(0, imaginary).normalised }
      case nil: break
      }
    }
    return Value(.nan, .nan)
  }

  func order(_ a: Value, _ b: Value) -> Int? {
    a.imaginary == 0 && b.imaginary == 0 ? RealDomain().order(a.real, b.real) : nil
  }
  func areEqual(_ a: Value, _ b: Value) -> Bool? {
    if !a.isFinite || !b.isFinite { return nil }
    return a == b
  }
  func integer(_ value: Value) -> Integer? { value.imaginary == 0 ? Integer(exactly: value.real) : nil }
}

extension Complex<Double> {
  /// The same number with +0 for −0.
  fileprivate var normalised: Complex<Double> { Complex(real + 0, imaginary + 0) }
}
