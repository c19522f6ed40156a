import ApusNumbers

extension JointFactoring {
  /// Gives pairs of parts that several sums, or several products, have in common forms of their own.
  mutating func share(_ kind: FactoredForms.Kind, _ mostPairs: Int, _ clock: borrowing SearchClock) {
    var place: [Int: Int] = [:]
    var owners: [Int] = []
    var lists: [[PairSharing.Entry]] = []
    for form in forms.needed(by: roots) {
      guard let entries = kind.entries(of: forms.forms[form]) else { continue }
      place[form] = owners.count
      owners.append(form)
      lists.append(entries)
    }
    var sharing = PairSharing(lists, withIntegerRatios: kind == .product, mostPairs: mostPairs)
    sharing.share(clock: clock) { pair in
      let form = forms.insert(kind.form(of: pair.entries))
      if let known = place[form] { return (form, known) }
      place[form] = owners.count
      owners.append(form)
      return (form, nil)
    }
    for (at, form) in owners.enumerated() { forms.replace(form, by: kind.form(of: sharing.lists[at])) }
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
      forms.replace(form, by: .sum(rest.collected()))
    }
  }
}
