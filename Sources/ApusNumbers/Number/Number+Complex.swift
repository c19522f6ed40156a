extension Number {
  /// The product when an operand is complex.
  static func complexProduct(_ lhs: Number, _ rhs: Number) -> Number {
    guard case .complex(let a) = lhs else { return complexProduct(rhs, lhs) }
    guard case .complex(let b) = rhs else {
      return Number(real: a.real * rhs, imaginary: a.imaginary * rhs)
    }
    return Number(
      real: a.real * b.real - a.imaginary * b.imaginary,
      imaginary: a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The quotient when an operand is complex; the divisor is not zero unless inexact.
  func complexQuotient(by divisor: Number) -> Number? {
    guard case .complex(let b) = divisor else {
      guard let real = real.dividing(by: divisor), let imaginary = imaginary.dividing(by: divisor) else {
        return nil
      }
      return Number(real: real, imaginary: imaginary)
    }
    let norm = b.real * b.real + b.imaginary * b.imaginary
    return (self * divisor.conjugate).complexQuotient(by: norm)
  }

  /// The square of the absolute value, exact when the number is.
  public var squaredMagnitude: Number {
    guard case .complex(let value) = self else { return self * self }
    return value.real * value.real + value.imaginary * value.imaginary
  }
}
