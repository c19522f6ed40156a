/// Remainders of machine reals, correctly rounded.
enum RoundingKernels {
  /// a − b·floor(a/b)
  static let modulo: @Sendable (Double, Double) -> Double = { a, b in
    let rest = remainder(a, b)
    // The exact remainder of truncating division is one divisor off when the signs differ.
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  /// a − b·truncate(a/b), which is exact.
  static let remainder: @Sendable (Double, Double) -> Double = { a, b in
    b == 0 ? .nan : a.truncatingRemainder(dividingBy: b)
  }
}
