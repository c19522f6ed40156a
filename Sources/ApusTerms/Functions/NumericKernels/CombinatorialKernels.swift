import ApusNumbers

/// Enclosures of combinatorial functions as the records define them.
enum CombinatorialKernels {
  /// By the gamma function, for integers k as a polynomial in n.
  static let binomial: Kernels.BinaryBall = { n, k, precision in
    guard k.isReal, k.real.isExact, let count = k.real.uniqueInteger else {
      return .binomial(n, k, precision: precision)
    }
    if count.isNegative { return 0 }
    let scale = ComplexBall.reciprocalGamma(k.adding(1, precision: precision), precision: precision)
    return ComplexBall.fallingFactorial(n, k, precision: precision).multiplied(
      by: scale, precision: precision)
  }

  /// Of integers from 0 on; exact as long as numbers are not large.
  static let catalan: Kernels.UnaryBall = { n, precision in
    guard n.isReal, n.real.isExact, let index = n.real.uniqueInteger, !index.isNegative else {
      return .indeterminate
    }
    if let small = index.within(0...1024), let value = Integer.catalan(small) { return ComplexBall(value) }
    return .catalan(n, precision: precision)
  }

  /// A function of integers that is associative.
  static func divisors(_ combine: @escaping @Sendable (Integer, Integer) -> Integer) -> Kernels {
    Kernels(
      ball: { arguments, _ in
        var result: Integer?
        for argument in arguments {
          guard argument.isReal, argument.real.isExact, let value = argument.real.uniqueInteger else {
            return .indeterminate
          }
          result = result.map { combine($0, value) } ?? value.magnitude
        }
        return result.map { ComplexBall($0) } ?? .indeterminate
      })
  }
}
