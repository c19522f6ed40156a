import ApusNumbers
import ApusTerms

/// How far an algebraic transformation goes.
public struct AlgebraOptions: Sendable {
  /// Whether the arguments of functions are transformed too.
  public var arguments: Bool
  /// The most terms of a polynomial that is written out; an expression that would have more stays as it is.
  public var terms: Int

  /// Creates options.
  public init(arguments: Bool = true, terms: Int = 200_000) {
    self.arguments = arguments
    self.terms = terms
  }
}

extension Expr {
  /// The expression with products and positive integer powers of sums multiplied out.
  ///
  ///     ((x + 1) ** 2 * y).expanded()              // x^2*y + 2*x*y + y
  ///
  /// Roots are used: (√a)² = a. Exponents are split and joined: E^x·E^y = E^(x + y). The result is equal wherever the
  /// expression has a value. What would have more than `options.terms` terms stays as it is.
  public func expanded(_ options: AlgebraOptions = AlgebraOptions()) -> Expr {
    expanded(options) { _ in false } ?? self
  }

  /// The same, unless it is stopped; then `nil`.
  public func expanded(_ options: AlgebraOptions = AlgebraOptions(), until shouldStop: (Int) -> Bool) -> Expr?
  {
    transformed(.expand, options, until: shouldStop)
  }

  /// The expression as one fraction of expanded polynomials in lowest terms.
  ///
  ///     ((x ** 2 - 1) / (x - 1)).cancelled()       // x + 1
  ///
  /// Whatever is not polynomial (sin x, √x, …) counts as an unknown. The result is equal wherever the expression has a value,
  /// and may have one where it has none. An expression with inexact numbers stays as it is.
  public func cancelled(_ options: AlgebraOptions = AlgebraOptions()) -> Expr {
    cancelled(options) { _ in false } ?? self
  }

  /// The same, unless it is stopped; then `nil`.
  public func cancelled(_ options: AlgebraOptions = AlgebraOptions(), until shouldStop: (Int) -> Bool)
    -> Expr?
  {
    transformed(.cancel, options, until: shouldStop)
  }

  /// The expression as one fraction whose denominator is a product of irreducible factors.
  public func together(_ options: AlgebraOptions = AlgebraOptions(arguments: false)) -> Expr {
    together(options) { _ in false } ?? self
  }

  /// The same, unless it is stopped; then `nil`.
  public func together(
    _ options: AlgebraOptions = AlgebraOptions(arguments: false), until shouldStop: (Int) -> Bool
  ) -> Expr? {
    transformed(.together, options, until: shouldStop)
  }

  /// The expression as a product of factors that are irreducible over the rational numbers, with multiplicities.
  ///
  ///     (x ** 2 - y ** 2).factored()               // (x - y)*(x + y)
  ///
  /// A number times a single sum is multiplied out, as in every canonical product; see `factorization`.
  public func factored(_ options: AlgebraOptions = AlgebraOptions(arguments: false)) -> Expr {
    factored(options) { _ in false } ?? self
  }

  /// The same, unless it is stopped; then `nil`.
  public func factored(
    _ options: AlgebraOptions = AlgebraOptions(arguments: false), until shouldStop: (Int) -> Bool
  ) -> Expr? {
    transformed(.factor, options, until: shouldStop)
  }

  /// The factors that are irreducible over the rational numbers; `nil` for what is no quotient of polynomials with exact
  /// coefficients, beyond the limits, and when it is stopped.
  public func factorization(
    _ options: AlgebraOptions = AlgebraOptions(arguments: false),
    until shouldStop: (Int) -> Bool = { _ in false }
  ) -> Factorization? {
    withoutActuallyEscaping(shouldStop) { shouldStop in
      let limits = PolynomialLimits(terms: options.terms)
      let pass = AlgebraicPass(.factor, arguments: options.arguments, limits, until: shouldStop)
      return pass.factorization(of: flags.contains(.hasOpaque) ? canonical() : self)
    }
  }

  private func transformed(
    _ operation: AlgebraicPass.Operation, _ options: AlgebraOptions, until shouldStop: (Int) -> Bool
  ) -> Expr? {
    withoutActuallyEscaping(shouldStop) { shouldStop in
      let limits = PolynomialLimits(terms: options.terms)
      let pass = AlgebraicPass(operation, arguments: options.arguments, limits, until: shouldStop)
      return pass.result(for: flags.contains(.hasOpaque) ? canonical() : self)
    }
  }
}
