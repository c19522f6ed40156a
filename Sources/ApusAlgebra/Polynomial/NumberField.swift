import ApusNumbers
import ApusTerms

/// The field Q(α) of an algebraic number α, a root of a monic irreducible polynomial; its elements are the rows of their
/// coordinates at 1, α, α², ….
struct NumberField {
  typealias Element = [Rational]

  /// The coefficients of the minimal polynomial from the constant on, without the leading 1.
  let modulus: [Rational]
  /// α.
  let generator: Expr

  var degree: Int { modulus.count }

  /// The field of i, of a root of a rational number, or of a quadratic surd a + b√d; nil for rational and other numbers.
  init?(generatedBy generator: Expr) {
    guard let (base, root) = Self.rootOfNumber(in: generator),
      let modulus = Self.minimalPolynomial(base, root)
    else {
      return nil
    }
    self.modulus = modulus
    self.generator = .power(Expr(Number(base)), Expr(Number(Rational(1, Integer(root)) ?? Rational(1))))
  }

  /// r and k of the only root r^(1/k) that occurs.
  private static func rootOfNumber(in expr: Expr) -> (Rational, Int)? {
    if let number = expr.number, number.isExact { return number.imaginary.isZero ? nil : (Rational(-1), 2) }
    var found: (Rational, Int)?
    for term in expr.arguments(of: .sum) {
      for factor in term.arguments(of: .product) {
        if let number = factor.number {
          guard number.isExact else { return nil }
          if number.isReal { continue }
          guard found.map({ $0 == (Rational(-1), 2) }) ?? true else { return nil }
          found = (Rational(-1), 2)
          continue
        }
        guard factor.kind == .power, let base = factor.child(0).number?.asRational,
          let root = factor.child(1).number?.asRational?.denominator.asInt, root > 1,
          found.map({ $0 == (base, root) }) ?? true
        else { return nil }
        found = (base, root)
      }
    }
    return found
  }

  /// x^k − r, if it is irreducible: r is no power that divides k, and −4r no fourth power (Capelli).
  private static func minimalPolynomial(_ r: Rational, _ k: Int) -> [Rational]? {
    guard (2...8).contains(k), !r.isZero else { return nil }
    for prime in [2, 3, 5, 7] where k % prime == 0 {
      if r.isPower(prime) { return nil }
    }
    if k % 4 == 0, (r * Rational(-1) * (Rational(1, 4) ?? Rational(1))).isPower(4) { return nil }
    return [-r] + [Rational](repeating: Rational(0), count: k - 1)
  }

  // MARK: Elements

  func element(_ value: Rational) -> Element {
    [value] + [Rational](repeating: Rational(0), count: degree - 1)
  }

  /// The coordinates of an expression in which nothing but numbers and powers of α occurs.
  func element(_ expr: Expr) -> Element? {
    var result = element(Rational(0))
    for term in expr.expanded().arguments(of: .sum) {
      let (coefficient, factors) = term.coefficientAndFactors
      guard let value = coordinates(of: coefficient) else { return nil }
      var product = value
      for factor in factors {
        guard let power = power(factor) else { return nil }
        product = multiplied(product, power)
      }
      result = zip(result, product).map { $0 + $1 }
    }
    return result
  }

  private func coordinates(of number: Number) -> Element? {
    guard number.isExact, let real = number.real.asRational, let imaginary = number.imaginary.asRational
    else {
      return nil
    }
    if imaginary.isZero { return element(real) }
    return generator == .imaginaryUnit ? [real, imaginary] : nil
  }

  /// r^(p/k) as r^q·α^s.
  private func power(_ factor: Expr) -> Element? {
    guard factor.kind == .power, generator.kind == .power, factor.child(0) == generator.child(0),
      let base = factor.child(0).number?.asRational, let exponent = factor.child(1).number?.asRational,
      let steps = (exponent * Rational(degree)).asInteger?.asInt, abs(steps) <= 64
    else { return nil }
    let whole = steps >= 0 ? steps / degree : -((-steps + degree - 1) / degree)
    guard let scale = Number(base).raised(to: Integer(whole))?.asRational else { return nil }
    var result = element(Rational(0))
    result[steps - whole * degree] = scale
    return result
  }

  func multiplied(_ a: Element, _ b: Element) -> Element {
    var product = [Rational](repeating: Rational(0), count: 2 * degree - 1)
    for (i, x) in a.enumerated() where !x.isZero {
      for (j, y) in b.enumerated() where !y.isZero { product[i + j] = product[i + j] + x * y }
    }
    for i in stride(from: product.count - 1, through: degree, by: -1) where !product[i].isZero {
      for (j, m) in modulus.enumerated() {
        product[i - degree + j] = product[i - degree + j] - product[i] * m
      }
    }
    return Array(product[0..<degree])
  }

  /// The inverse of an element that is not zero, from the linear system of its multiples.
  func inverse(_ a: Element) -> Element? {
    var rows: [[Rational]] = []
    for i in 0..<degree {
      var unit = element(Rational(0))
      unit[i] = Rational(1)
      rows.append(multiplied(a, unit))
    }
    // Column j of the matrix is a·α^j; the right side is 1.
    var matrix = (0..<degree).map { row in (0..<degree).map { rows[$0][row] } + [Rational(row == 0 ? 1 : 0)] }
    for column in 0..<degree {
      guard let pivot = (column..<degree).first(where: { !matrix[$0][column].isZero }) else { return nil }
      matrix.swapAt(column, pivot)
      guard let inverse = matrix[column][column].reciprocal else { return nil }
      matrix[column] = matrix[column].map { $0 * inverse }
      for row in 0..<degree where row != column && !matrix[row][column].isZero {
        let factor = matrix[row][column]
        matrix[row] = zip(matrix[row], matrix[column]).map { $0 - factor * $1 }
      }
    }
    return matrix.map { $0[degree] }
  }

  func expr(_ element: Element) -> Expr {
    .sum(element.enumerated().map { Expr(Number($1)) * .power(generator, Expr($0)) })
  }
}

extension Rational {
  /// Whether the number is the n-th power of a rational number.
  fileprivate func isPower(_ n: Int) -> Bool {
    if isNegative { return n % 2 == 1 && (-self).isPower(n) }
    guard let above = numerator.root(n), let below = denominator.root(n) else { return false }
    return above.isExact && below.isExact
  }
}
