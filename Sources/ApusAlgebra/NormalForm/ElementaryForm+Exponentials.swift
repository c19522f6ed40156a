import ApusNumbers
import ApusTerms

// Exponentials: everything trigonometric and hyperbolic is a rational function of them.
extension ElementaryForm {
  /// The trigonometric or hyperbolic function of an argument as exponentials; nil for other functions.
  mutating func trigonometric(_ function: Function, _ x: Expr) -> Expr? {
    let i = Expr.imaginaryUnit
    switch function {
    case .sin: return odd(i * x) / (2 * i)
    case .cos: return even(i * x) / 2
    case .sinh: return odd(x) / 2
    case .cosh: return even(x) / 2
    case .sec: return 2 / even(i * x)
    case .csc: return 2 * i / odd(i * x)
    case .sech: return 2 / even(x)
    case .csch: return 2 / odd(x)
    // The tangents need the exponential of the double argument only.
    case .tan: return tangent(i * x) / i
    case .tanh: return tangent(x)
    case .cot: return i / tangent(i * x)
    case .coth: return 1 / tangent(x)
    default: return nil
    }
  }

  /// E^x − E^(−x).
  private mutating func odd(_ x: Expr) -> Expr { exponential(x) - exponential(-x) }

  /// E^x + E^(−x).
  private mutating func even(_ x: Expr) -> Expr { exponential(x) + exponential(-x) }

  /// tanh(x).
  private mutating func tangent(_ x: Expr) -> Expr {
    let square = exponential(2 * x)
    return (square - 1) / (square + 1)
  }

  // MARK: One exponential

  /// E^x with what is known of the terms of x: logarithms and their like, multiples of πi.
  mutating func exponential(_ exponent: Expr) -> Expr {
    var factors: [Expr] = []
    var rest: [Expr] = []
    for term in exponent.expanded().arguments(of: .sum) {
      if let known = knownExponential(term) { factors.append(known) } else { rest.append(term) }
    }
    factors.append(.power(.E, .sum(rest)))
    return .product(factors)
  }

  private mutating func knownExponential(_ term: Expr) -> Expr? {
    let (coefficient, factors) = term.coefficientAndFactors
    guard coefficient.isExact else { return nil }
    if let place = factors.firstIndex(where: { $0.function == .log && $0.childCount == 1 }) {
      var others = factors
      let argument = others.remove(at: place).child(0)
      if argument.isZero { return nil }
      return power(argument, .product([Expr(coefficient)] + others))
    }
    if let place = factors.firstIndex(of: .pi) {
      var others = factors
      others.remove(at: place)
      return turn(coefficient, others)
    }
    guard factors.count == 1, factors[0].childCount == 1, let function = factors[0].function else {
      return nil
    }
    return inverse(function, factors[0].child(0), coefficient)
  }

  /// E^(c·π·n) for an imaginary c: a root of unity, or ±1 for an integer n.
  private func turn(_ coefficient: Number, _ others: [Expr]) -> Expr? {
    guard coefficient.real.isZero, let turns = coefficient.imaginary.asRational else { return nil }
    if others.isEmpty {
      let angle = Expr(Number(turns)) * .pi
      let (cosine, sine) = (Expr.cos(angle), Expr.sin(angle))
      if cosine.hasCall || sine.hasCall { return nil }
      return cosine + .imaginaryUnit * sine
    }
    let factor = Expr.product(others)
    guard let n = turns.asInteger, facts.isInteger(factor) == .true else { return nil }
    return n.isEven ? 1 : .power(-1, factor)
  }

  /// E^(c·f(x)) for an inverse function f.
  private func inverse(_ function: Function, _ x: Expr, _ coefficient: Number) -> Expr? {
    let isCircular = coefficient.real.isZero
    guard let n = (isCircular ? coefficient.imaginary : coefficient).asInteger?.asInt, n != 0, abs(n) <= 64
    else {
      return nil
    }
    let i = Expr.imaginaryUnit
    let root = { (radicand: Expr) in Expr.power(radicand, Expr.oneHalf) }
    func raised(_ plus: Expr, _ minus: Expr) -> Expr { n > 0 ? plus ** Expr(n) : minus ** Expr(-n) }
    switch (function, isCircular) {
    case (.asin, true): return raised(root(1 - x ** 2) + i * x, root(1 - x ** 2) - i * x)
    case (.acos, true): return raised(x + i * root(1 - x ** 2), x - i * root(1 - x ** 2))
    case (.atan, true):
      if n % 2 == 0 { return ((1 + i * x) / (1 - i * x)) ** Expr(n / 2) }
      return ((1 + i * x) / root(1 + x ** 2)) ** Expr(n)
    case (.asinh, false): return raised(x + root(x ** 2 + 1), root(x ** 2 + 1) - x)
    case (.acosh, false):
      let product = root(x - 1) * root(x + 1)
      return raised(x + product, x - product)
    case (.atanh, false):
      if n % 2 == 0 { return ((1 + x) / (1 - x)) ** Expr(n / 2) }
      return ((1 + x) / root(1 - x ** 2)) ** Expr(n)
    default: return nil
    }
  }
}

extension Expr {
  /// 1/2.
  static var oneHalf: Expr { 1 / 2 }

  /// The operands of a sum or product; of another term, itself alone.
  func arguments(of kind: Kind) -> [Expr] { self.kind == kind ? arguments : [self] }

  /// The number in front and the other factors.
  var coefficientAndFactors: (Number, [Expr]) {
    if let number { return (number, []) }
    guard kind == .product else { return (.one, [self]) }
    let factors = arguments
    guard let number = factors.first?.number else { return (.one, factors) }
    return (number, Array(factors.dropFirst()))
  }

  /// Whether a function is called, constants such as π apart.
  var hasCall: Bool {
    var isFound = false
    forEachNode { node in
      if node.kind == .call, node.childCount > 0 { isFound = true }
      return !isFound
    }
    return isFound
  }
}
