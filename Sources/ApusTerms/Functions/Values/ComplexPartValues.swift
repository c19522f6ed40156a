import ApusNumbers

/// Exact values of the parts of constants.
enum ComplexPartValues {
  static let abs: Function.Value = {
    let z = $0[0]
    if let number = z.number, !number.isReal {
      return number.isExact ? Expr(number.squaredMagnitude) ** .half : nil
    }
    if let sign = z.certainSign { return sign < 0 ? -z : z }
    return z.overI.flatMap { z in z.certainSign.map { $0 < 0 ? -z : z } }
  }

  static let sign: Function.Value = {
    let z = $0[0]
    if let sign = z.certainSign { return Expr(sign) }
    if let number = z.number, number.isExact { return z / Expr(number.squaredMagnitude) ** .half }
    return z.overI.flatMap { $0.certainSign.map { Expr($0) * .i } }
  }

  static let re: Function.Value = {
    if let number = $0[0].number { return Expr(number.real) }
    return parts($0[0])?.real
  }

  static let im: Function.Value = {
    if let number = $0[0].number { return Expr(number.imaginary) }
    return parts($0[0])?.imaginary
  }

  static let conjugate: Function.Value = {
    if let number = $0[0].number { return Expr(number.conjugate) }
    guard let (real, imaginary) = parts($0[0]) else { return nil }
    return real - .i * imaginary
  }

  /// The argument of numbers, real and imaginary constants: atan(y/x), adjusted to the quadrant.
  static let arg: Function.Value = {
    let z = $0[0]
    if let number = z.number, !number.isReal {
      return number.isExact ? .atan2(Expr(number.imaginary), Expr(number.real)) : nil
    }
    if let sign = z.certainSign { return sign > 0 ? 0 : sign < 0 ? .pi : nil }
    guard let (real, imaginary) = parts(z), real.certainSign != nil, imaginary.certainSign != nil else {
      return nil
    }
    return .atan2(imaginary, real)
  }

  /// Real and imaginary part of a sum of terms c·z, where c is a number and z certainly real.
  private static func parts(_ z: Expr) -> (real: Expr, imaginary: Expr)? {
    var (real, imaginary): (Expr, Expr) = (0, 0)
    for term in z.kind == .sum ? z.arguments : [z] {
      let (coefficient, rest) = term.coefficientAndRest
      guard coefficient.isExact, rest.isCertainlyReal else { return nil }
      real += Expr(coefficient.real) * rest
      imaginary += Expr(coefficient.imaginary) * rest
    }
    return (real, imaginary)
  }
}
