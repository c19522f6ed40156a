import ApusNumbers
import ApusTerms

/// An expression as a rational number times powers of factors that are irreducible over the rationals.
public struct Factorization: Sendable {
  /// The number.
  public let coefficient: Number
  /// The distinct factors with their exponents; negative ones stand below the fraction bar.
  public let factors: [(base: Expr, exponent: Int)]

  /// The product, canonical: a number times a single sum is multiplied out.
  public var expression: Expr {
    .product([Expr(coefficient)] + factors.map { .power($0.base, Expr($0.exponent)) })
  }

  /// The product as people write it: a number before a single sum is kept there.
  public var written: Expr {
    guard factors.count == 1, factors[0].exponent == 1, factors[0].base.kind == .sum, !coefficient.isOne,
      !coefficient.isMinusOne, let rational = coefficient.asRational
    else { return expression }
    let (above, below) = (rational.numerator, rational.denominator)
    let base = above.isMinusOne ? -factors[0].base : factors[0].base
    let top =
      above.magnitude.isOne ? base : Expr.opaque(.multiply, [Expr(Number(above)), base])
    return below.isOne ? top : .opaque(.divide, [top, Expr(Number(below))])
  }
}
