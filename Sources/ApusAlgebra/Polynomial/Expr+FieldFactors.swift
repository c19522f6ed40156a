import ApusNumbers
import ApusTerms

extension Expr {
  /// The factors of a polynomial in one symbol that are irreducible over the rational numbers and one root, as √3, i or 2^(1/3).
  ///
  ///     (x ** 2 - 4 * x + 1).factorization(over: .sqrt(3))     // (x - sqrt(3) - 2)*(x + sqrt(3) - 2)
  ///
  /// `nil` for anything else, and beyond the limits. Trager's algorithm (SYMSAC 1976).
  public func factorization(over extension: Expr) -> Factorization? {
    let symbols = freeSymbols
    guard symbols.count == 1, let field = NumberField(generatedBy: `extension`),
      let polynomial = FieldPolynomial(self, in: symbols[0], over: field), polynomial.degree <= 60
    else { return nil }
    guard let leading = polynomial.coefficients.last else {
      return Factorization(coefficient: 0, factors: [])
    }
    let limits = PolynomialLimits()
    var pending = polynomial.monic
    let repeated = pending.greatestCommonDivisor(with: pending.derivative)
    guard let simple = pending.divided(by: repeated)?.quotient,
      let factors = simple.irreducibleFactors(limits)
    else { return nil }
    var found: [(base: Expr, exponent: Int)] = []
    for factor in factors {
      var multiplicity = 0
      while let (quotient, remainder) = pending.divided(by: factor), remainder.degree < 0 {
        (pending, multiplicity) = (quotient, multiplicity + 1)
      }
      found.append((factor.expr(in: symbols[0]), multiplicity))
    }
    guard pending.degree == 0 else { return nil }
    let constant = field.expr(leading)
    if let number = constant.number { return Factorization(coefficient: number, factors: found) }
    return Factorization(coefficient: .one, factors: [(constant, 1)] + found)
  }
}

extension FieldPolynomial {
  /// The polynomial that an expression is; nil if it is none.
  fileprivate init?(_ expr: Expr, in symbol: Symbol, over field: NumberField) {
    var coefficients: [NumberField.Element] = []
    for term in expr.expanded().arguments(of: .sum) {
      var power = 0
      var rest: [Expr] = []
      for factor in term.arguments(of: .product) {
        if factor.symbol == symbol {
          power += 1
        } else if factor.kind == .power, factor.child(0).symbol == symbol {
          guard let n = factor.child(1).smallInteger, n > 0, n <= 200 else { return nil }
          power += n
        } else {
          rest.append(factor)
        }
      }
      guard let element = field.element(.product(rest)) else { return nil }
      while coefficients.count <= power { coefficients.append(field.element(Rational(0))) }
      coefficients[power] = zip(coefficients[power], element).map { $0 + $1 }
    }
    self.init(coefficients, over: field)
  }

  fileprivate func expr(in symbol: Symbol) -> Expr {
    .sum(coefficients.enumerated().map { field.expr($1) * .power(Expr(symbol), Expr($0)) })
  }
}
