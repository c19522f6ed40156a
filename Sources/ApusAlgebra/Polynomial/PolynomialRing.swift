import CFLINT

/// The ring Z[g₀, …, gₙ₋₁] of polynomials with integer coefficients, monomials ordered lexicographically (FLINT).
///
/// `@unchecked Sendable`: FLINT's context is written by `init` only and freed by `deinit`; in between every access reads.
package final class PolynomialRing: @unchecked Sendable {
  /// The number of generators.
  package let generatorCount: Int
  let context: UnsafeMutablePointer<fmpz_mpoly_ctx_struct>

  /// The ring in that many generators.
  package init(generatorCount: Int) {
    precondition(generatorCount >= 0, "a ring has no negative number of generators")
    self.generatorCount = generatorCount
    context = .allocate(capacity: 1)
    fmpz_mpoly_ctx_init(context, generatorCount, ORD_LEX)
  }

  deinit {
    fmpz_mpoly_ctx_clear(context)
    context.deallocate()
  }
}

/// How large polynomials may become; an operation that would go beyond gives no answer.
package struct PolynomialLimits: Sendable {
  /// The most terms of a result.
  package var terms: Int
  /// The most products of terms that one multiplication may take.
  package var work: Int
  /// The most bits of all coefficients of a result together.
  package var bits: Int
  /// The most terms of a polynomial that is factored or whose divisors are searched.
  package var divisorTerms: Int
  /// The highest degree in one generator of such a polynomial, common divisors of the exponents taken out.
  package var divisorDegree: Int

  /// Creates limits.
  package init(
    terms: Int = 200_000, work: Int = 200_000_000, bits: Int = 1 << 28, divisorTerms: Int = 20_000,
    divisorDegree: Int = 4_000
  ) {
    self.terms = terms
    self.work = work
    self.bits = bits
    self.divisorTerms = divisorTerms
    self.divisorDegree = divisorDegree
  }

  /// The limits of FLINT's exponents as they are used here: beyond, sums of exponents might not fit a word.
  package static let largestExponent = 1 << 40
}
