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
}
