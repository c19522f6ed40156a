import ApusNumbers

/// A value by its name, how to compute it with a working precision, and its known digits.
typealias Reference = (label: String, value: @Sendable (Int) -> ComplexBall, expected: String)

/// The rational number `n / d` to 300 bits.
func q(_ n: Int, _ d: Int) -> ComplexBall {
  ComplexBall(Ball(Integer(n)).divided(by: Ball(Integer(d)), precision: 300))
}

/// The complex number with exactly these parts.
func c(_ x: Double, _ y: Double = 0) -> ComplexBall {
  ComplexBall(real: Ball(exactly: x), imaginary: Ball(exactly: y))
}
