import ApusNumbers
import CFLINT

/// A polynomial in several generators with integer coefficients (FLINT).
///
/// Polynomials that meet in an operation belong to the same ring. What would exceed the limits gives `nil`: FLINT ends the
/// process when memory runs out, so sizes are bounded beforehand.
package struct Polynomial: Sendable {
  let storage: PolynomialStorage

  init(storage: PolynomialStorage) { self.storage = storage }

  /// The ring.
  package var ring: PolynomialRing { storage.ring }

  /// The polynomial that `body` stores in a fresh one, initially zero.
  init(in ring: PolynomialRing, _ body: (UnsafeMutablePointer<fmpz_mpoly_struct>) -> Void) {
    storage = PolynomialStorage(ring)
    body(storage.polynomial)
  }

  // MARK: Construction

  /// The constant.
  package init(_ value: Integer, in ring: PolynomialRing) {
    self.init(in: ring) { result in
      value.withFMPZ { fmpz_mpoly_set_fmpz(result, $0, ring.context) }
    }
  }

  /// The sum of monomials, which may repeat; the exponents of one after another, a row of `generatorCount` each.
  ///
  /// - Precondition: no exponent is negative.
  package init(coefficients: [Integer], exponents: [Int], in ring: PolynomialRing) {
    let width = ring.generatorCount
    precondition(exponents.count == coefficients.count * width, "every coefficient has a row of exponents")
    self.init(in: ring) { result in
      var row = [UInt](repeating: 0, count: max(width, 1))
      for (i, coefficient) in coefficients.enumerated() {
        for j in 0..<width { row[j] = UInt(exponents[i * width + j]) }
        coefficient.withFMPZ { fmpz_mpoly_push_term_fmpz_ui(result, $0, row, ring.context) }
      }
      fmpz_mpoly_sort_terms(result, ring.context)
      fmpz_mpoly_combine_like_terms(result, ring.context)
    }
  }

  // MARK: Questions

  /// The number of terms.
  package var termCount: Int { fmpz_mpoly_length(storage.polynomial, ring.context) }

  /// Whether this is the zero polynomial.
  package var isZero: Bool { termCount == 0 }

  /// Whether this is the constant one.
  package var isOne: Bool { fmpz_mpoly_equal_si(storage.polynomial, 1, ring.context) != 0 }

  /// Whether no generator occurs.
  package var isConstant: Bool { fmpz_mpoly_is_fmpz(storage.polynomial, ring.context) != 0 }

  /// The value, if no generator occurs.
  package var constant: Integer? {
    guard isConstant else { return nil }
    return isZero ? .zero : coefficient(0)
  }

  /// The coefficient of the term at that place; the leading one is at 0.
  package func coefficient(_ index: Int) -> Integer {
    precondition(index >= 0 && index < termCount, "there is no such term")
    return Integer(computingFMPZ: {
      fmpz_mpoly_get_term_coeff_fmpz($0, storage.polynomial, index, ring.context)
    })
  }

  /// The exponents of the term at that place.
  package func exponents(_ index: Int) -> [Int] {
    precondition(index >= 0 && index < termCount, "there is no such term")
    if ring.generatorCount == 0 { return [] }
    var row = [Int](repeating: 0, count: ring.generatorCount)
    fmpz_mpoly_get_term_exp_si(&row, storage.polynomial, index, ring.context)
    return row
  }

  /// The degree in each generator; of zero all are −1.
  package var degrees: [Int] {
    if ring.generatorCount == 0 { return [] }
    var row = [Int](repeating: 0, count: ring.generatorCount)
    fmpz_mpoly_degrees_si(&row, storage.polynomial, ring.context)
    return row
  }

  /// The bits of the largest coefficient.
  package var coefficientBits: Int {
    var bits = 0
    let raw = storage.polynomial.pointee
    for i in 0..<termCount { bits = max(bits, Int(fmpz_bits(raw.coeffs + i))) }
    return bits
  }

  /// The greatest common divisor of the coefficients, not negative.
  package var content: Integer {
    let raw = storage.polynomial.pointee
    let count = termCount
    return Integer(computingFMPZ: { _fmpz_vec_content($0, raw.coeffs, count) })
  }
}

extension Polynomial: Equatable {
  package static func == (a: Polynomial, b: Polynomial) -> Bool {
    precondition(a.ring === b.ring, "polynomials that meet belong to the same ring")
    return fmpz_mpoly_equal(a.storage.polynomial, b.storage.polynomial, a.ring.context) != 0
  }
}

/// FLINT's polynomial, behind a pointer so that two operands that are one object can be passed at once.
///
/// `@unchecked Sendable`: it is written only before the `Polynomial` is made and freed by `deinit`; in between every access
/// reads.
final class PolynomialStorage: @unchecked Sendable {
  let ring: PolynomialRing
  let polynomial: UnsafeMutablePointer<fmpz_mpoly_struct>

  init(_ ring: PolynomialRing) {
    self.ring = ring
    polynomial = .allocate(capacity: 1)
    fmpz_mpoly_init(polynomial, ring.context)
  }

  deinit {
    fmpz_mpoly_clear(polynomial, ring.context)
    polynomial.deallocate()
  }
}
