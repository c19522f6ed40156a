import ApusNumbers
import ApusTerms

/// An expression multiplied out: equal forms are equal by the laws of commutative rings, exp(a)·exp(b) = exp(a + b),
/// tan = sin/cos and the like, sin² = 1 − cos², and the same for hyperbolic functions (DLMF 4.8.10, 4.14.4–7, 4.21.12, 4.28.4, 4.35.11).
///
/// Terms are products of atoms, which are parts that are neither sums nor products, to rational powers; what atoms are functions of
/// is multiplied out too. The square of the imaginary unit is -1.
struct ArithmeticForm: Equatable {
  /// Exponents by atom; the atoms stand in the order of their hashes.
  struct Monomial: Hashable {
    var exponents: [Expr: Rational] = [:]
  }

  private(set) var terms: [Monomial: Rational]

  /// More terms are not multiplied out.
  private static let limit = 4000
  private static let deepest = 200

  /// The form; `nil` if it has too many terms.
  init?(_ expression: Expr) {
    guard let form = Self.form(expression, 0) else { return nil }
    self = form
  }

  init(_ terms: [Monomial: Rational]) {
    self.terms = terms.filter { !$0.value.isZero }
  }

  private static func constant(_ value: Rational) -> ArithmeticForm { ArithmeticForm([Monomial(): value]) }

  private static func atom(_ expression: Expr, _ exponent: Rational = .one) -> ArithmeticForm {
    let (monomial, weight) = withoutWholePowers(Monomial(exponents: [expression: exponent]))
    return ArithmeticForm([monomial: weight])
  }

  /// The exponents of numbers between 0 and 1, and what has come out of the powers: 5^(-1/2) is 5^(1/2)/5.
  private static func withoutWholePowers(_ monomial: Monomial) -> (Monomial, Rational) {
    var (rest, weight) = (monomial, Rational.one)
    for (atom, exponent) in monomial.exponents {
      if atom == imaginaryUnit, let n = exponent.smallInteger {
        let quarter = ((n % 4) + 4) % 4
        rest.exponents[atom] = quarter % 2 == 0 ? nil : .one
        if quarter > 1 { weight *= -1 }
        continue
      }
      guard let base = atom.number?.asRational, !base.isZero else { continue }
      let whole = exponent.numerator.flooringQuotientAndRemainder(dividingBy: exponent.denominator).quotient
      guard let n = whole.asInt, n != 0, abs(n) <= 64, let power = base.raised(to: n) else { continue }
      weight *= power
      let fraction = exponent - Rational(whole)
      rest.exponents[atom] = fraction.isZero ? nil : fraction
    }
    return (rest, weight)
  }

  static func form(_ expression: Expr, _ depth: Int) -> ArithmeticForm? {
    if depth > deepest { return nil }
    if let number = expression.number {
      if let value = number.asRational { return constant(value) }
      guard let real = number.real.asRational, let imaginary = number.imaginary.asRational else {
        return atom(expression)
      }
      return constant(real).plus(
        ArithmeticForm([Monomial(exponents: [imaginaryUnit: .one]): imaginary]))
    }
    switch expression.kind {
    case .sum:
      var sum = ArithmeticForm([:])
      for term in expression.arguments {
        guard let next = form(term, depth + 1), let total = sum.plus(next) else { return nil }
        sum = total
      }
      return sum
    case .product:
      var product = constant(.one)
      for factor in expression.arguments {
        guard let next = form(factor, depth + 1), let total = product.times(next) else { return nil }
        product = total
      }
      return product
    case .power: return power(expression.arguments[0], expression.arguments[1], depth)
    case .call: return call(expression, depth)
    default: return atom(expression)
    }
  }

  private static func power(_ base: Expr, _ exponent: Expr, _ depth: Int) -> ArithmeticForm? {
    guard let value = exponent.number?.asRational else {
      let plain = Expr.power(base, exponent)
      let made = Expr.power(normal(base, depth), normal(exponent, depth))
      return made == plain ? atom(made) : form(made, depth + 1)
    }
    guard let inner = form(base, depth + 1) else { return nil }
    if let n = value.smallInteger, abs(n) <= 64, n > 0 || inner.terms.count == 1 {
      return inner.raised(to: n, base)
    }
    let normal = inner.expression
    if normal.isNumber {
      let power = Expr.power(normal, exponent)
      return power.kind == .power ? atom(normal, value) : form(power, depth + 1)
    }
    return atom(normal, value).opened()
  }

  /// An expression multiplied out; itself if that is too long.
  private static func normal(_ expression: Expr, _ depth: Int) -> Expr {
    form(expression, depth + 1)?.expression ?? expression
  }

  /// The form as an expression, the same one for equal forms.
  private var expression: Expr {
    Expr.sum(
      terms.map { monomial, weight in
        var factors = [Self.number(weight)]
        for (atom, exponent) in monomial.exponents { factors.append(Expr.power(atom, Self.number(exponent))) }
        return Expr.product(factors)
      })
  }

  private static func number(_ value: Rational) -> Expr {
    Expr(value.denominator.isOne ? .integer(value.numerator) : .rational(value))
  }

  private static let imaginaryUnit = Expr(Number.i)

  func raised(to n: Int, _ base: Expr) -> ArithmeticForm? {
    if n < 0 {
      guard terms.count == 1, let (monomial, weight) = terms.first,
        let inverse = weight.reciprocal
      else {
        return nil
      }
      let inverted = Monomial(exponents: monomial.exponents.mapValues { -$0 })
      return ArithmeticForm([inverted: inverse]).raised(to: -n, base)
    }
    var product = Self.constant(.one)
    for _ in 0..<n {
      guard let next = product.times(self) else { return nil }
      product = next
    }
    return product
  }

  /// Functions that are products of powers of others.
  private static let quotients: [String: [(function: Function, exponent: Rational)]] = [
    "tan": [(.sin, 1), (.cos, -1)], "cot": [(.cos, 1), (.sin, -1)], "sec": [(.cos, -1)], "csc": [(.sin, -1)],
    "tanh": [(.sinh, 1), (.cosh, -1)], "coth": [(.cosh, 1), (.sinh, -1)], "sech": [(.cosh, -1)],
    "csch": [(.sinh, -1)],
  ]

  private static func call(_ call: Expr, _ depth: Int) -> ArithmeticForm? {
    guard let function = call.function, call.childCount > 0, ExpressionLanguage.looksInto(function) else {
      return atom(call)
    }
    let arguments = call.arguments.map { normal($0, depth) }
    let made = Expr.call(function, arguments)
    // The constructor may have done something with the new arguments, such as taking a sign out.
    if made != call && made.function != function { return form(made, depth + 1) }
    guard let parts = quotients[function.name], arguments.count == 1 else { return atom(made) }
    var product = constant(.one)
    for part in parts {
      guard let next = product.times(atom(Expr.call(part.function, arguments), part.exponent)) else {
        return nil
      }
      product = next
    }
    return product
  }

  func plus(_ other: ArithmeticForm) -> ArithmeticForm? {
    let sum = ArithmeticForm(terms.merging(other.terms) { $0 + $1 })
    return sum.terms.count <= Self.limit ? sum : nil
  }

  func times(_ other: ArithmeticForm) -> ArithmeticForm? {
    guard terms.count * other.terms.count <= 16 * Self.limit else { return nil }
    var product: [Monomial: Rational] = [:]
    for (a, x) in terms {
      for (b, y) in other.terms {
        var monomial = a
        for (atom, exponent) in b.exponents { monomial.exponents[atom, default: .zero] += exponent }
        monomial.exponents = monomial.exponents.filter { !$0.value.isZero }
        let (plain, scale) = Self.withoutWholePowers(monomial)
        for (reduced, weight) in Self.reduced(plain) {
          product[reduced, default: .zero] += x * y * weight * scale
        }
      }
    }
    let form = ArithmeticForm(product)
    return form.terms.count <= Self.limit ? form.opened() : nil
  }

  /// The square of a function: `unit` and `sign` times the square of another.
  private struct Square {
    var other: Function
    var unit: Rational
    var sign: Rational
    var onlyBelow = false
  }

  private static let squares: [String: Square] = [
    "sin": Square(other: .cos, unit: 1, sign: -1),
    "cos": Square(other: .sin, unit: 1, sign: -1, onlyBelow: true),
    "sinh": Square(other: .cosh, unit: -1, sign: 1),
    "cosh": Square(other: .sinh, unit: 1, sign: 1, onlyBelow: true),
  ]

  /// A product of atoms with exponentials together and without squares of sines.
  private static func reduced(_ monomial: Monomial) -> [(Monomial, Rational)] {
    var plain = monomial
    var exponents: [Expr] = []
    for (atom, exponent) in monomial.exponents {
      if atom.function == .E {
        plain.exponents[atom] = nil
        exponents.append(
          Expr(exponent.denominator.isOne ? .integer(exponent.numerator) : .rational(exponent)))
        continue
      }
      guard atom.kind == .power, atom.arguments[0].function == .E, exponent.smallInteger != nil else {
        continue
      }
      plain.exponents[atom] = nil
      exponents.append(atom.arguments[1] * Expr(.integer(exponent.numerator)))
    }
    if !exponents.isEmpty {
      // A rational power of e is a power of the atom e, as when it is read.
      let (base, exponent) = (Expr.call(.E, []), normal(Expr.sum(exponents), 0))
      if let value = exponent.number?.asRational {
        if !value.isZero { plain.exponents[base, default: .zero] += value }
      } else {
        plain.exponents[Expr.power(base, exponent), default: .zero] += .one
      }
    }
    for (atom, exponent) in plain.exponents {
      guard let n = exponent.smallInteger, n >= 2, let function = atom.function,
        let law = squares[function.name]
      else { continue }
      let other = Expr.call(law.other, atom.arguments)
      // Squares of sines go; those of cosines only where a sine is below the line.
      if law.onlyBelow && !(plain.exponents[other]?.isNegative ?? false) { continue }
      var rest = plain
      rest.exponents[atom] = n == 2 ? nil : exponent - 2
      var squared = rest
      squared.exponents[other, default: .zero] += 2
      squared.exponents = squared.exponents.filter { !$0.value.isZero }
      return reduced(rest).map { ($0.0, $0.1 * law.unit) } + reduced(squared).map { ($0.0, $0.1 * law.sign) }
    }
    return [(plain, .one)]
  }

  /// A form in which no sum stands to a power of 1 or more, and no product or power to an integer power: such powers come about
  /// when fractional ones meet.
  private func opened() -> ArithmeticForm? {
    for (monomial, weight) in terms {
      for (atom, exponent) in monomial.exponents {
        guard let n = Self.wholePower(of: atom, exponent), let inner = Self.form(atom, 0),
          inner != Self.atom(atom), n > 0 || inner.terms.count == 1, let power = inner.raised(to: n, atom)
        else { continue }
        var (others, rest) = (terms, monomial)
        others[monomial] = nil
        let fraction = exponent - Rational(n)
        rest.exponents[atom] = fraction.isZero ? nil : fraction
        guard let opened = ArithmeticForm([rest: weight]).times(power) else { return nil }
        return ArithmeticForm(others).plus(opened)?.opened()
      }
    }
    return self
  }

  /// The integer power of an atom that is to be multiplied out when it stands to a power.
  private static func wholePower(of atom: Expr, _ exponent: Rational) -> Int? {
    switch atom.kind {
    case .sum:
      let whole = exponent.numerator.flooringQuotientAndRemainder(dividingBy: exponent.denominator).quotient
      return whole.asInt.flatMap { $0 > 0 ? min($0, 64) : nil }
    case .product: return exponent.smallInteger.flatMap { abs($0) <= 64 ? $0 : nil }
    case .power:
      guard atom.arguments[0].function != .E else { return nil }
      return exponent.smallInteger.flatMap { abs($0) <= 64 ? $0 : nil }
    default: return nil
    }
  }
}
