import ApusNumbers

/// Lets products share multiples of what they have in common: with 2·k·x in one sum and 2·m·x in another, 2·x is computed once.
///
/// Coefficients of sums become factors while pairs of factors are shared. Afterwards those that have not become a part of
/// something that is needed elsewhere are coefficients again.
enum CoefficientSharing {
  /// Makes the coefficients of all sums that some forms need factors.
  ///
  /// - Returns: whether there were any.
  static func lift(in forms: inout FactoredForms, neededBy roots: [Int]) -> Bool {
    var isLifted = false
    for form in forms.needed(by: roots) {
      guard case .sum(var terms) = forms.forms[form] else { continue }
      for (i, term) in terms.enumerated() where term.weight.magnitude != .one {
        guard var factors = forms.factors(of: term.form), !factors.isEmpty else { continue }
        factors.append(.init(form: forms.insert(.number(term.weight.magnitude)), exponent: 1))
        terms[i].form = forms.insert(.product(factors.collected()))
        terms[i].weight = term.weight.isNegative ? -1 : .one
        isLifted = true
      }
      forms.replace(form, by: .sum(terms.collected()))
    }
    return isLifted
  }

  /// Takes the numbers out of the products again.
  static func lower(in forms: inout FactoredForms, neededBy roots: [Int]) {
    let needed = forms.needed(by: roots)
    var multiples: [Int: FactoredForms.Term] = [:]
    for form in needed {
      guard case .product(let factors) = forms.forms[form] else { continue }
      multiples[form] = multiple(factors, &forms)
    }
    if multiples.isEmpty { return }
    var uses = Array(repeating: 0, count: forms.forms.count)
    for form in roots + needed.flatMap(forms.children(of:)) { uses[form] += 1 }
    for form in needed {
      if let multiple = multiples[form], uses[form] > 0 { forms.replace(form, by: .sum([multiple])) }
      guard multiples[form] == nil, case .sum(var terms) = forms.forms[form] else { continue }
      for (i, term) in terms.enumerated() where uses[term.form] == 1 {
        guard let multiple = multiples[term.form] else { continue }
        terms[i] = .init(form: multiple.form, weight: multiple.weight * term.weight)
      }
      forms.replace(form, by: .sum(terms.collected()))
    }
  }

  /// A product with a number among its factors as a multiple of the rest.
  private static func multiple(
    _ factors: [FactoredForms.Factor], _ forms: inout FactoredForms
  ) -> FactoredForms.Term? {
    var rest: [FactoredForms.Factor] = []
    var weight: Rational?
    for factor in factors {
      if case .number(let value) = forms.forms[factor.form], let power = value.raised(to: factor.exponent) {
        weight = (weight ?? .one) * power
      } else {
        rest.append(factor)
      }
    }
    guard let weight else { return nil }
    // Products in products stay: they are shared.
    let isSingle = rest.count == 1 && rest[0].exponent == 1
    let form = rest.isEmpty ? forms.insert(.one) : isSingle ? rest[0].form : forms.insert(.product(rest))
    return FactoredForms.Term(form: form, weight: weight)
  }
}
