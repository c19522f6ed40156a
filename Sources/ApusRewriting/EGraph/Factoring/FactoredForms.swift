import ApusNumbers

/// Sums of products over classes of a graph, equal ones stored once, while they are factored.
///
/// Forms are numbered in the order in which they are made, so that the same input gives the same numbers.
struct FactoredForms {
  /// A part of a product: a form to a nonzero integer power.
  struct Factor: Hashable {
    var form: Int
    var exponent: Int
  }

  /// A part of a sum: a form with a nonzero coefficient.
  struct Term: Hashable {
    var form: Int
    var weight: Rational
  }

  /// What a form is made of.
  enum Form: Hashable {
    /// The number one.
    case one
    /// A number among the factors of a product, while coefficients are shared.
    case number(Rational)
    /// A class, or a power of a class whose exponent is no integer.
    case atom(UInt32, exponent: Rational)
    /// At least two factors by their forms, or one with an exponent other than 1.
    case product([Factor])
    /// At least two terms by their forms.
    case sum([Term])
  }

  /// A form times a number.
  struct Scaled {
    var form: Int
    var scale: Rational
  }

  /// A term of a sum that is being factored: a number times a product of atoms, by their forms.
  struct Monomial {
    var factors: [Factor]
    var weight: Rational
  }

  private(set) var forms: [Form] = []
  /// In how many terms a factor has to be to be taken out of them; two for one that is divided by.
  var fewestTerms = 2
  private var numbers: [Form: Int] = [:]

  /// The number of a form.
  mutating func insert(_ form: Form) -> Int {
    if let known = numbers[form] { return known }
    numbers[form] = forms.count
    forms.append(form)
    return forms.count - 1
  }

  /// Takes the last forms out again.
  mutating func forget(since count: Int) {
    for form in forms[count...] { numbers[form] = nil }
    forms.removeLast(forms.count - count)
  }

  /// The additions, multiplications and divisions, these counted six times, in the new forms that some forms need; a power of a form
  /// counts once.
  func operations(neededBy roots: [Int], since count: Int = 0) -> Int {
    var total = 0
    var powers: Set<Factor> = []
    for form in needed(by: roots) where form >= count {
      switch forms[form] {
      case .one, .number, .atom: break
      case .sum(let terms):
        total += terms.count - 1 + terms.count { $0.weight.magnitude != .one && forms[$0.form] != .one }
      case .product(let factors):
        let below = factors.count { $0.exponent < 0 }
        total += factors.count - 1 + (below > 0 ? (below < factors.count ? 5 : 6) : 0)
        for factor in factors where factor.exponent.magnitude > 1 {
          let isNew = powers.insert(Factor(form: factor.form, exponent: Int(factor.exponent.magnitude)))
            .inserted
          if isNew { total += 1 }
        }
      }
    }
    return total
  }

  /// The product of factors; products among them are taken apart.
  mutating func product(_ factors: [Factor]) -> Int {
    var all: [Factor] = []
    for factor in factors {
      switch forms[factor.form] {
      case .one: break
      case .product(let inner):
        all += inner.map { Factor(form: $0.form, exponent: $0.exponent * factor.exponent) }
      default: all.append(factor)
      }
    }
    let collected = all.collected()
    if collected.isEmpty { return insert(.one) }
    if collected.count == 1 && collected[0].exponent == 1 { return collected[0].form }
    return insert(.product(collected))
  }

  /// The sum of terms as a form times a number.
  ///
  /// The first coefficient becomes positive, and 1 if all have the same magnitude, so that sums that are multiples of one
  /// another share their form.
  mutating func sum(_ terms: [Term]) -> Scaled {
    var collected = terms.collected()
    guard let first = collected.first else { return Scaled(form: insert(.one), scale: .zero) }
    if collected.count == 1 { return Scaled(form: first.form, scale: first.weight) }
    let size = first.weight.magnitude
    let isUniform = collected.allSatisfy { $0.weight.magnitude == size }
    let scale = isUniform ? first.weight : first.weight.isNegative ? -1 : .one
    guard scale != .one, let inverse = scale.reciprocal else {
      return Scaled(form: insert(.sum(collected)), scale: .one)
    }
    for i in collected.indices { collected[i].weight *= inverse }
    return Scaled(form: insert(.sum(collected)), scale: scale)
  }

  /// The same with a positive number, for which the coefficients of a sum may all change their signs.
  mutating func withPositiveScale(_ scaled: Scaled) -> Scaled {
    guard scaled.scale.isNegative, case .sum(let terms) = forms[scaled.form] else { return scaled }
    let negated = terms.map { Term(form: $0.form, weight: -$0.weight) }
    return Scaled(form: insert(.sum(negated)), scale: -scaled.scale)
  }

  /// The sum of monomials as they are.
  mutating func sum(ofProducts monomials: [Monomial]) -> Scaled {
    var terms: [Term] = []
    for monomial in monomials { terms.append(Term(form: product(monomial.factors), weight: monomial.weight)) }
    return sum(terms)
  }

  /// The factors of a form that is no sum; `nil` for a sum.
  func factors(of form: Int) -> [Factor]? {
    switch forms[form] {
    case .one: []
    case .number, .atom: [Factor(form: form, exponent: 1)]
    case .product(let factors): factors
    case .sum: nil
    }
  }

  /// The forms that some forms need, children before parents.
  func needed(by roots: [Int]) -> [Int] {
    var isSeen = Array(repeating: false, count: forms.count)
    var order: [Int] = []
    var stack = roots.reversed().map { (form: $0, isReady: false) }
    while let (form, isReady) = stack.popLast() {
      if isReady {
        order.append(form)
        continue
      }
      if isSeen[form] { continue }
      isSeen[form] = true
      stack.append((form, true))
      for child in children(of: form).reversed() where !isSeen[child] { stack.append((child, false)) }
    }
    return order
  }

  func children(of form: Int) -> [Int] {
    switch forms[form] {
    case .one, .number, .atom: []
    case .product(let factors): factors.map(\.form)
    case .sum(let terms): terms.map(\.form)
    }
  }

  /// Writes a form in another way with the same value.
  mutating func replace(_ form: Int, by other: Form) {
    forms[form] = other
  }
}
