import ApusNumbers
import ApusTerms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Sums of arctangents of rational numbers, as in Machin's formula.
extension ElementaryForm {
  /// The sum with its arctangents of rational numbers replaced by a multiple of π, if their combination is one.
  ///
  /// n·atan(p/q) is the argument of (q + pi)^n up to turns. When the product of these Gaussian integers lies on an axis or a diagonal, the
  /// combination is an exact multiple of π/4, and machine numbers tell which.
  static func combiningArctangents(_ sum: Expr) -> Expr {
    guard sum.kind == .sum else { return sum }
    var others: [Expr] = [sum.child(0)]
    var arctangents: [(value: Rational, weight: Rational)] = []
    for (term, weight) in sum.runs {
      if term.function == .atan, let value = term.child(0).number?.asRational,
        let weight = weight.number?.asRational
      {
        arctangents.append((value, weight))
      } else {
        others.append(term * weight)
      }
    }
    guard !arctangents.isEmpty, let angle = angle(of: arctangents) else { return sum }
    return .sum(others + [Expr(Number(angle)) * .pi])
  }

  /// The combination as a multiple of π.
  private static func angle(of terms: [(value: Rational, weight: Rational)]) -> Rational? {
    var common = Integer.one
    for term in terms { common = .lcm(common, term.weight.denominator) }
    var (real, imaginary) = (Integer.one, Integer.zero)
    var numeric = 0.0
    for term in terms {
      guard let n = (term.weight * Rational(common)).asInteger?.asInt, abs(n) <= 256 else { return nil }
      let (p, q) = (n < 0 ? -term.value.numerator : term.value.numerator, term.value.denominator)
      guard p.digitCount + q.digitCount <= 40 else { return nil }
      for _ in 0..<abs(n) { (real, imaginary) = (real * q - imaginary * p, real * p + imaginary * q) }
      numeric += Double(n) * atan(term.value.asDouble)
    }
    guard real.isZero || imaginary.isZero || real == imaginary || real == -imaginary else { return nil }
    let eighths = numeric / (Double.pi / 4)
    let nearest = eighths.rounded()
    guard abs(eighths - nearest) < 1e-6, abs(nearest) < 1e6 else { return nil }
    return Rational(Integer(Int(nearest)), 4 * common)
  }
}
