/// Gives powers that several products have forms of their own, each made of smaller ones, so that they are computed once.
///
/// With x², x³ and x⁵ these are x·x, x²·x and x³·x². Below the line of a fraction stands the same power.
struct PowerSharing {
  /// The forms of the powers of one form, by exponent.
  private var powers: [Int: Int]

  private init(_ form: Int) {
    powers = [1: form]
  }

  /// Replaces powers in all products that some forms need.
  static func apply(to forms: inout FactoredForms, neededBy roots: [Int]) {
    var exponents: [Int: Set<Int>] = [:]
    var uses: [Int: Int] = [:]
    var products: [Int] = []
    for form in forms.needed(by: roots) {
      guard case .product(let factors) = forms.forms[form] else { continue }
      products.append(form)
      for factor in factors where factor.exponent.magnitude > 1 {
        exponents[factor.form, default: []].insert(Int(factor.exponent.magnitude))
        uses[factor.form, default: 0] += 1
      }
    }
    var chains: [Int: PowerSharing] = [:]
    for (form, needed) in exponents.sorted(by: { $0.key < $1.key }) where uses[form, default: 0] > 1 {
      var chain = PowerSharing(form)
      for exponent in needed.sorted() { chain.make(exponent, &forms) }
      chains[form] = chain
    }
    for product in products {
      guard case .product(let factors) = forms.forms[product] else { continue }
      var replaced = factors
      for (i, factor) in factors.enumerated() {
        guard factor.exponent.magnitude > 1,
          let power = chains[factor.form]?.powers[Int(factor.exponent.magnitude)], power != product
        else { continue }
        replaced[i] = .init(form: power, exponent: factor.exponent.signum())
      }
      replaced.sort { $0.form < $1.form }
      if replaced != factors { forms.replace(product, by: .product(replaced)) }
    }
  }

  /// Makes a power of two that are there, or of its halves.
  private mutating func make(_ exponent: Int, _ forms: inout FactoredForms) {
    if powers[exponent] != nil { return }
    let known = powers.keys.sorted(by: >)
    let first = known.first { powers[exponent - $0] != nil } ?? exponent / 2
    make(first, &forms)
    make(exponent - first, &forms)
    guard let a = powers[first], let b = powers[exponent - first] else { return }
    let factors: [FactoredForms.Factor] =
      a == b
      ? [.init(form: a, exponent: 2)]
      : [.init(form: min(a, b), exponent: 1), .init(form: max(a, b), exponent: 1)]
    powers[exponent] = forms.insert(.product(factors))
  }
}
