/// Gives what several products divide by a reciprocal of its own, so that one division serves all of them.
///
/// With x/y, z/y² and w/y there is one r = 1/y, and the products are x·r, z·r² and w·r. A division costs about as much as six
/// multiplications; whether this pays is left to whoever compares the costs.
enum ReciprocalSharing {
  /// What a product divides by.
  private enum Divisor: Hashable {
    /// A power of one form.
    case power(Int)
    /// A product of several powers.
    case product([FactoredForms.Factor])
  }

  /// Replaces divisions in all products that some forms need.
  ///
  /// - Returns: whether there was something to share.
  static func apply(to forms: inout FactoredForms, neededBy roots: [Int]) -> Bool {
    var users: [Divisor: [Int]] = [:]
    var order: [Divisor] = []
    for form in forms.needed(by: roots) {
      guard case .product(let factors) = forms.forms[form] else { continue }
      let below = factors.filter { $0.exponent < 0 }
      guard let first = below.first else { continue }
      let divisor: Divisor = below.count == 1 ? .power(first.form) : .product(below)
      if users[divisor] == nil { order.append(divisor) }
      users[divisor, default: []].append(form)
    }
    var isShared = false
    for divisor in order {
      guard let products = users[divisor], products.count > 1 else { continue }
      isShared = true
      let reciprocal: Int
      switch divisor {
      case .power(let form): reciprocal = forms.insert(.product([.init(form: form, exponent: -1)]))
      case .product(let below): reciprocal = forms.insert(.product(below))
      }
      for product in products where product != reciprocal {
        guard case .product(let factors) = forms.forms[product] else { continue }
        var replaced = factors.filter { $0.exponent > 0 }
        let below = factors.first { $0.exponent < 0 }
        let exponent = if case .power = divisor { -(below?.exponent ?? -1) } else { 1 }
        replaced.append(.init(form: reciprocal, exponent: exponent))
        replaced.sort { $0.form < $1.form }
        forms.replace(product, by: .product(replaced))
      }
    }
    return isShared
  }
}
