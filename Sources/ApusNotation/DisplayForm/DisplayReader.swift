import ApusNumbers
import ApusTerms

/// Reads off an expression what a person would write for it, one node at a time.
///
/// The terms of a canonical sum stand by falling degree, then by name, its constant where its degree 0 belongs; the factors of a
/// canonical product stand numbers first, then constants and symbols by name, then what is higher. The order depends on what is
/// written alone, never on hashes. Opaque terms keep the order of the source.
///
/// - Complexity: the first canonical sum or product that is read orders all nodes of the root, in O(*n* log *n*).
package struct DisplayReader {
  private let root: Expr
  private var rootOrder: DisplayOrder?

  /// Creates a reader of the parts of `root`.
  package init(_ root: Expr) { self.root = root }

  /// What a person writes for the outermost node of `expr`.
  package mutating func form(of expr: Expr) -> DisplayForm {
    switch expr.kind {
    case .symbol: return expr.symbol.map(DisplayForm.symbol) ?? .list([])
    case .integer, .rational, .complex, .real, .bigReal: return .of(expr.number ?? 0)
    case .sum: return canonicalSum(expr)
    case .product: return canonicalProduct(expr)
    case .power: return canonicalPower(expr)
    case .call: return expr.function.map { .ofCall($0, expr.arguments) } ?? .list([])
    case .ext: return expr.term.map { .call($0.head, expr.arguments) } ?? .list([])
    }
  }

  // MARK: Canonical nodes

  private mutating func canonicalSum(_ sum: Expr) -> DisplayForm {
    let runs = sum.runs
    let order = order(containing: sum)
    var terms: [DisplayForm.SignedTerm] = []
    var constant: DisplayForm.SignedTerm? = sum.child(0).isZero ? nil : .init(sum.child(0))
    for run in order.sortedRuns(of: sum) {
      if let value = constant, order.degree(of: runs[run].term) < 0 {
        terms.append(value)
        constant = nil
      }
      terms.append(.init(runs[run].term * runs[run].weight))
    }
    if let constant { terms.append(constant) }
    // `1 - x` rather than `-x + 1`.
    if terms.count == 2, terms[0].isSubtracted, !terms[1].isSubtracted { terms.swapAt(0, 1) }
    return .sum(terms)
  }

  private mutating func canonicalProduct(_ product: Expr) -> DisplayForm {
    let coefficient = product.child(0).number ?? 1
    if coefficient.hasMinusSign { return .negation(-product) }
    var (numerator, denominator) = Self.factors(of: coefficient)
    let runs = product.runs
    for run in order(containing: product).sortedRuns(of: product) {
      let (base, exponent) = runs[run]
      if let inverse = Self.invertedExponent(base, exponent) {
        denominator.append(Expr.power(base, inverse))
      } else {
        numerator.append(Expr.power(base, exponent))
      }
    }
    if denominator.isEmpty {
      return numerator.count == 1 ? form(of: numerator[0]) : .product(numerator)
    }
    return .fraction(numerator: .written(numerator), denominator: .written(denominator))
  }

  private func canonicalPower(_ power: Expr) -> DisplayForm {
    let (base, exponent) = (power.child(0), power.child(1))
    if let inverse = Self.invertedExponent(base, exponent) {
      return .fraction(numerator: 1, denominator: Expr.power(base, inverse))
    }
    if case .rational(let ratio)? = exponent.number, ratio.numerator == 1 {
      let index = ratio.denominator
      return .root(radicand: base, index: index == 2 ? nil : Expr(.integer(index)))
    }
    return .power(base: base, exponent: exponent)
  }

  /// The exponent of the denominator in which the power belongs; powers of E and symbolic exponents stay where they are.
  private static func invertedExponent(_ base: Expr, _ exponent: Expr) -> Expr? {
    guard let number = exponent.number, number.isNegative, !base.isConstantE else { return nil }
    return Expr(-number)
  }

  /// The coefficient of a product as factors above and below the fraction bar.
  private static func factors(of coefficient: Number) -> (numerator: [Expr], denominator: [Expr]) {
    let isImaginary = !coefficient.isReal && coefficient.real.isZero
    let real = isImaginary ? coefficient.imaginary : coefficient
    let unit = isImaginary ? [Expr.i] : []
    if case .rational(let ratio) = real {
      let above = Expr(.integer(ratio.numerator))
      return ((above.isOne ? [] : [above]) + unit, [Expr(.integer(ratio.denominator))])
    }
    return ((real.isOne ? [] : [Expr(real)]) + unit, [])
  }

  /// The order of the root; a node made for display that has parts of its own is ordered by itself.
  private mutating func order(containing expr: Expr) -> DisplayOrder {
    let known = rootOrder ?? DisplayOrder(root)
    rootOrder = known
    return known.contains(expr) ? known : DisplayOrder(expr)
  }
}

extension DisplayForm.SignedTerm {
  /// The term with its sign taken off.
  init(_ term: Expr) { (isSubtracted, self.term) = term.splitSign }
}

extension Number {
  /// Whether the number is written with a minus sign in front.
  package var hasMinusSign: Bool { isReal ? isNegative : real.isZero && imaginary.isNegative }
}

extension Expr {
  /// Whether this is Euler's number.
  package var isConstantE: Bool { kind == .call && childCount == 0 && function == .E }

  /// The sign that is written in front of the expression, and the expression without it.
  package var splitSign: (isNegative: Bool, magnitude: Expr) {
    switch kind {
    case .integer, .rational, .complex, .real, .bigReal:
      if let number, number.hasMinusSign { return (true, Expr(-number)) }
    case .product:
      if let coefficient = child(0).number, coefficient.hasMinusSign {
        return (true, -self)
      }
    case .call:
      if function == .negate, childCount == 1 { return (true, child(0)) }
      if function == .multiply, childCount > 1, let first = child(0).number, first.hasMinusSign {
        let rest = Array(storedChildren.dropFirst())
        return (true, .written(first.isMinusOne ? rest : [Expr(-first)] + rest))
      }
    default: break
    }
    return (false, self)
  }

  /// The factors as a product in this order.
  static func written(_ factors: [Expr]) -> Expr {
    factors.count == 1 ? factors[0] : factors.isEmpty ? 1 : .opaque(.multiply, factors)
  }
}
