import ApusNumbers
import ApusTerms

extension ArithmeticForm {
  /// Whether the form is zero wherever it has a value: the sums that its terms divide by are multiplied with, until none is left.
  ///
  /// What is divided by is not zero where there is a value.
  var isZeroWhereDefined: Bool {
    var form = self
    for _ in 0..<8 {
      if form.terms.isEmpty { return true }
      guard let (atom, least) = form.divisor else { return false }
      guard let next = form.multiplied(with: atom, to: least) else { return false }
      form = next
    }
    return form.terms.isEmpty
  }

  /// A sum that some term divides by, the first by its hash, and its least exponent.
  private var divisor: (Expr, Rational)? {
    var found: (atom: Expr, least: Rational)?
    for monomial in terms.keys {
      for (atom, exponent) in monomial.exponents where atom.kind == .sum && exponent.isNegative {
        if let known = found {
          if known.atom == atom {
            found?.least = min(known.least, exponent)
          } else if (atom.hash128.low, atom.hash128.high) < (known.atom.hash128.low, known.atom.hash128.high)
          {
            found = (atom, exponent)
          }
        } else {
          found = (atom, exponent)
        }
      }
    }
    return found
  }

  /// The terms times a power of a sum that makes all its exponents whole and not negative; `nil` if none does.
  private func multiplied(with atom: Expr, to least: Rational) -> ArithmeticForm? {
    var total = ArithmeticForm([:])
    for (monomial, weight) in terms {
      let exponent = (monomial.exponents[atom] ?? .zero) - least
      guard let n = exponent.smallInteger, (0...16).contains(n) else { return nil }
      var rest = monomial
      rest.exponents[atom] = nil
      guard let inner = n == 0 ? ArithmeticForm([Monomial(): .one]) : Self.form(atom, 0)?.raised(to: n, atom),
        let product = ArithmeticForm([rest: weight]).times(inner), let sum = total.plus(product)
      else { return nil }
      total = sum
    }
    return total
  }
}
