/// The operations that Horner's scheme with common subexpressions takes for a polynomial, at best over all orders of its variables.
///
/// The scheme of J. Kuipers, A. Plaat, J. A. M. Vermaseren and H. J. van den Herik, Improving multivariate Horner schemes with
/// Monte Carlo tree search, Comput. Phys. Commun. 184 (2013), doi:10.1016/j.cpc.2013.05.008, with every order tried.
struct HornerReference {
  /// A term: the exponents of the variables, and the coefficient.
  struct Term {
    var exponents: [Int]
    var coefficient: Int
  }

  /// A number or variable, or an operation of two values; equal ones have one place.
  private enum Value: Hashable {
    case number(Int)
    case variable(Int)
    case sum(Int, Int)
    case product(Int, Int)
  }

  private var values: [Value] = []
  private var places: [Value: Int] = [:]
  private(set) var operations = 0

  /// The least number of additions and multiplications over all orders.
  static func operations(_ terms: [Term], variables: Int) -> Int {
    orders(of: Array(0..<variables)).map { order in
      var reference = HornerReference()
      _ = reference.place(of: terms, order[...])
      return reference.operations
    }.min() ?? 0
  }

  private static func orders(of items: [Int]) -> [[Int]] {
    if items.count < 2 { return [items] }
    return items.indices.flatMap { i in
      var rest = items
      let first = rest.remove(at: i)
      return orders(of: rest).map { [first] + $0 }
    }
  }

  private mutating func insert(_ value: Value) -> Int {
    if let known = places[value] { return known }
    switch value {
    case .number, .variable: break
    case .sum, .product: operations += 1
    }
    places[value] = values.count
    values.append(value)
    return values.count - 1
  }

  private mutating func product(_ a: Int, _ b: Int) -> Int {
    switch (values[a], values[b]) {
    case (.number(1), _): b
    case (_, .number(1)): a
    // A change of sign is no operation: it goes into an addition.
    case (.number(-1), _): b
    case (_, .number(-1)): a
    default: insert(.product(min(a, b), max(a, b)))
    }
  }

  /// A power by repeated squaring.
  private mutating func power(_ variable: Int, _ n: Int) -> Int {
    let base = insert(.variable(variable))
    if n == 1 { return base }
    let half = power(variable, n / 2)
    let square = insert(.product(half, half))
    return n % 2 == 0 ? square : insert(.product(min(square, base), max(square, base)))
  }

  /// The polynomial nested in the first variable, its coefficients in the others.
  private mutating func place(of terms: [Term], _ order: ArraySlice<Int>) -> Int {
    guard let variable = order.first else {
      return insert(.number(terms.reduce(0) { $0 + $1.coefficient }))
    }
    let least = terms.map { $0.exponents[variable] }.min() ?? 0
    let without = terms.filter { $0.exponents[variable] == least }
    var with = terms.filter { $0.exponents[variable] > least }
    let constant = place(of: without, order.dropFirst())
    var whole = constant
    if !with.isEmpty {
      for i in with.indices { with[i].exponents[variable] -= least }
      let inner = place(of: with, order)
      whole = insert(.sum(min(inner, constant), max(inner, constant)))
    }
    return least == 0 ? whole : product(power(variable, least), whole)
  }
}
