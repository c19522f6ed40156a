import ApusNumbers

extension JointFactoring {
  mutating func shareTerms(_ mostPairs: Int, _ clock: borrowing SearchClock) {
    var place: [Int: Int] = [:]
    var owners: [Int] = []
    var lists: [[PairSharing.Entry]] = []
    for form in forms.needed(by: roots) {
      guard case .sum(let terms) = forms.forms[form] else { continue }
      place[form] = owners.count
      owners.append(form)
      lists.append(terms.map { .init(form: $0.form, weight: $0.weight) })
    }
    var sharing = PairSharing(lists, mostPairs: mostPairs)
    var forms = forms
    sharing.share(clock: clock) { pair in
      let terms = [
        FactoredForms.Term(form: pair.first, weight: .one),
        FactoredForms.Term(form: pair.second, weight: pair.ratio),
      ]
      let form = forms.insert(.sum(terms))
      if let known = place[form] { return (form, known) }
      place[form] = owners.count
      owners.append(form)
      return (form, nil)
    }
    for (at, form) in owners.enumerated() {
      forms.replace(form, by: .sum(sharing.lists[at].map { .init(form: $0.form, weight: $0.weight) }))
    }
    self.forms = forms
  }

  mutating func shareFactors(_ mostPairs: Int, _ clock: borrowing SearchClock) {
    var place: [Int: Int] = [:]
    var owners: [Int] = []
    var lists: [[PairSharing.Entry]] = []
    for form in forms.needed(by: roots) {
      guard case .product(let factors) = forms.forms[form] else { continue }
      place[form] = owners.count
      owners.append(form)
      lists.append(factors.map { .init(form: $0.form, weight: Rational($0.exponent)) })
    }
    var sharing = PairSharing(lists, withIntegerRatios: true, mostPairs: mostPairs)
    var forms = forms
    sharing.share(clock: clock) { pair in
      let factors = [
        FactoredForms.Factor(form: pair.first, exponent: 1),
        FactoredForms.Factor(form: pair.second, exponent: pair.ratio.smallInteger ?? 0),
      ]
      let form = forms.insert(.product(factors))
      if let known = place[form] { return (form, known) }
      place[form] = owners.count
      owners.append(form)
      return (form, nil)
    }
    for (at, form) in owners.enumerated() {
      let factors = sharing.lists[at].map {
        FactoredForms.Factor(form: $0.form, exponent: $0.weight.smallInteger ?? 0)
      }
      forms.replace(form, by: .product(factors))
    }
    self.forms = forms
  }

  /// Takes common factors out of the terms of each sum that are needed nowhere else.
  mutating func factorUnshared() {
    var uses: [Int: Int] = [:]
    let needed = forms.needed(by: roots)
    for root in roots { uses[root, default: 0] += 1 }
    for form in needed {
      for child in forms.children(of: form) { uses[child, default: 0] += 1 }
    }
    for form in needed {
      guard case .sum(let terms) = forms.forms[form] else { continue }
      var own: [FactoredForms.Monomial] = []
      var rest: [FactoredForms.Term] = []
      for term in terms {
        if uses[term.form] == 1, let factors = forms.factors(of: term.form) {
          own.append(.init(factors: factors, weight: term.weight))
        } else {
          rest.append(term)
        }
      }
      if own.count < 2 { continue }
      let factored = forms.factored(own)
      if case .sum(let inner) = forms.forms[factored.form] {
        for term in inner { rest.append(.init(form: term.form, weight: term.weight * factored.scale)) }
      } else {
        rest.append(.init(form: factored.form, weight: factored.scale))
      }
      forms.replace(form, by: .sum(FactoredForms.collected(rest)))
    }
  }
}
