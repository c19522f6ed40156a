import ApusNumbers

// Common factors are taken out of a sum one at a time, the one that saves most first, and again inside and beside the
// brackets that this makes. For a polynomial in one variable this is Horner's scheme.
extension FactoredForms {
  /// Brackets are not nested deeper; what is inside stays multiplied out.
  private static let deepest = 128

  /// A factor, above or below the line of a fraction.
  private struct Candidate: Hashable {
    var form: Int
    var isBelow: Bool
  }

  /// A sum of monomials with common factors taken out.
  mutating func factored(_ monomials: [Monomial], depth: Int = 0) -> Scaled {
    var rest = monomials
    var terms: [Term] = []
    while depth < Self.deepest, rest.count > 1, let best = Self.bestFactor(of: rest) {
      let (inner, others) = Self.divided(rest, by: best)
      guard inner.quotients.count > 1 else { break }
      let bracket = factored(inner.quotients, depth: depth + 1)
      let factor = Factor(form: best.form, exponent: inner.exponent)
      let form = product([factor, Factor(form: bracket.form, exponent: 1)])
      if !bracket.scale.isZero { terms.append(Term(form: form, weight: bracket.scale)) }
      rest = others
    }
    for monomial in rest { terms.append(Term(form: product(monomial.factors), weight: monomial.weight)) }
    return sum(terms)
  }

  /// The factor that saves most when it is taken out: a division is worth six multiplications.
  private static func bestFactor(of monomials: [Monomial]) -> Candidate? {
    var counts: [Candidate: Int] = [:]
    for monomial in monomials {
      for factor in monomial.factors {
        counts[Candidate(form: factor.form, isBelow: factor.exponent < 0), default: 0] += 1
      }
    }
    var best: (candidate: Candidate, saving: Int)?
    for (candidate, count) in counts where count > 1 {
      let saving = (count - 1) * (candidate.isBelow ? 6 : 1)
      let isBetter =
        best.map {
          saving != $0.saving
            ? saving > $0.saving
            : candidate.form != $0.candidate.form
              ? candidate.form < $0.candidate.form : candidate.isBelow && !$0.candidate.isBelow
        } ?? true
      if isBetter { best = (candidate, saving) }
    }
    return best?.candidate
  }

  /// The monomials with a factor, divided by the largest power of it that they have in common, and the others.
  private static func divided(
    _ monomials: [Monomial], by candidate: Candidate
  ) -> (inner: (exponent: Int, quotients: [Monomial]), others: [Monomial]) {
    var exponent = 0
    var quotients: [Monomial] = []
    var others: [Monomial] = []
    for monomial in monomials {
      let found = monomial.factors.first {
        $0.form == candidate.form && ($0.exponent < 0) == candidate.isBelow
      }
      guard let found else {
        others.append(monomial)
        continue
      }
      let isNearer = abs(found.exponent) < abs(exponent) || exponent == 0
      if isNearer { exponent = found.exponent }
      quotients.append(monomial)
    }
    for i in quotients.indices {
      guard let at = quotients[i].factors.firstIndex(where: { $0.form == candidate.form }) else { continue }
      quotients[i].factors[at].exponent -= exponent
      if quotients[i].factors[at].exponent == 0 { quotients[i].factors.remove(at: at) }
    }
    return ((exponent, quotients), others)
  }
}
