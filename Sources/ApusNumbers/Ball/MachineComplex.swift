import Numerics

// Conversions between numbers, balls and the complex machine numbers of swift-numerics.

extension Number {
  /// The number with these parts, real when the imaginary one is zero; a NaN for the point at infinity.
  public init(_ value: Complex<Double>) {
    self = value.isFinite ? Number(real: Number(value.real), imaginary: Number(value.imaginary)) : .nan
  }

  /// The complex machine number nearest to the value in each part.
  public var asComplex: Complex<Double> { Complex(real.asDouble ?? .nan, imaginary.asDouble ?? .nan) }
}

extension ComplexBall {
  /// The machine number, exactly; indeterminate for the point at infinity.
  public init(exactly value: Complex<Double>) {
    if value.isFinite {
      self.init(real: Ball(exactly: value.real), imaginary: Ball(exactly: value.imaginary))
    } else {
      self = .indeterminate
    }
  }

  /// The nearest machine number, or `nil` when a part is too wide to tell, or out of range.
  public var asComplex: Complex<Double>? {
    guard let real = real.asDouble, let imaginary = imaginary.asDouble else { return nil }
    return Complex(real, imaginary)
  }
}
