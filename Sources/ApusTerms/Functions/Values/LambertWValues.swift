import ApusNumbers

/// Exact values of Lambert's function: where the argument is w·exp(w) or w^w·log w, seen from its form.
enum LambertWValues {
  static let value: Function.Value = {
    let z = $0[0]
    guard $0.count == 1 else { return otherBranch(z, $0[1]) }
    if z.isZero { return 0 }
    if z == .E { return 1 }
    if z == -.pi / 2 { return .i * .pi / 2 }
    if let sign = z.infinitySign { return sign > 0 ? z : nil }
    if let w = exponent(z), let sign = (w + 1).certainSign, sign >= 0 { return w }
    return logarithm(z)
  }

  /// w where the argument is w·E^w with a real number w.
  private static func exponent(_ z: Expr) -> Expr? {
    let (coefficient, rest) = z.coefficientAndRest
    guard rest.kind == .power, rest.child(0) == .E, let w = rest.child(1).number, w == coefficient else {
      return nil
    }
    return Expr(w)
  }

  /// log b where the argument is b·log b with a rational number b ≥ 1/E.
  private static func logarithm(_ z: Expr) -> Expr? {
    let (coefficient, rest) = z.coefficientAndRest
    guard let function = rest.function, function == Function.log, rest.childCount == 1,
      let base = rest.child(0).rational,
      let multiple = coefficient.asRational
    else { return nil }
    // The logarithm of a power was taken apart: multiple·log base = b·log b for b = base^k with multiple = k·base^k.
    for k in 1...8 {
      guard let b = base.raised(to: k) else { return nil }
      if Rational(Integer(k)) * b == multiple { return Expr(k) * rest }
    }
    return nil
  }

  /// −1 is the value at −1/E on branch −1 too.
  private static func otherBranch(_ z: Expr, _ branch: Expr) -> Expr? {
    guard branch == -1 else { return nil }
    if z == -1 / .E { return -1 }
    if let w = exponent(z), let sign = (w + 1).certainSign, sign <= 0 { return w }
    return nil
  }

  /// Branch 0 is the principal one.
  static let reduction: Function.Value = { $0.count == 2 && $0[1].isZero ? .lambertw($0[0]) : nil }

  static let kernel: Kernels.BallKernel = { arguments, precision in
    if arguments.count == 1 { return .lambertW(arguments[0], precision: precision) }
    guard arguments[1].isReal, arguments[1].real.isExact, let k = arguments[1].real.uniqueInteger?.asInt
    else {
      return .indeterminate
    }
    return .lambertW(arguments[0], branch: k, precision: precision)
  }
}
