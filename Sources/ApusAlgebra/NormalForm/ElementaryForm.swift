import ApusNumbers
import ApusRewriting
import ApusTerms

/// Expressions in terms of few functions, so that relations between functions become relations between polynomials.
///
/// Trigonometric and hyperbolic functions become exponentials, factorials and their like gamma functions, logarithms and
/// powers of positive numbers those of primes, extrema absolute values. Every step holds wherever both sides have a value, with
/// principal branches, under the facts.
struct ElementaryForm {
  let facts: Facts
  private var images: [Expr: Expr] = [:]

  init(_ facts: Facts) { self.facts = facts }

  /// Larger and deeper expressions stay as they are: their polynomials would be too large.
  private static let largestSize: UInt64 = 1_000
  private static let greatestDepth = 48

  /// The expression in terms of few functions, as a quotient of polynomials in them in lowest terms; nil when it holds none of the
  /// functions that are related to others, or is too large.
  static func form(of expr: Expr, assuming facts: Facts, until shouldStop: () -> Bool) -> Expr? {
    let excluded: NodeFlags = [
      .hasInfinity, .hasUndefined, .hasOpaque, .hasList, .hasInexact, .hasBinder,
    ]
    guard expr.flags.isDisjoint(with: excluded), expr.depth <= greatestDepth, expr.treeSize <= largestSize
    else { return nil }
    var form = ElementaryForm(facts)
    var image = form.image(of: expr)
    image = GammaForm.form(of: image, &form)
    image = BesselForm.form(of: image)
    if image == expr || shouldStop() { return nil }
    guard let result = reduced(image, until: shouldStop) else { return nil }
    // Powers of −1 and of primes that have met in products are joined.
    let joined = form.image(of: result)
    return joined == result ? result : reduced(joined, until: shouldStop)
  }

  private static func reduced(_ expr: Expr, until shouldStop: () -> Bool) -> Expr? {
    expr.cancelled(AlgebraOptions(arguments: true, terms: 20_000), until: { _ in shouldStop() })
  }

  // MARK: Terms

  mutating func image(of expr: Expr) -> Expr {
    if expr.childCount == 0 { return expr }
    if let known = images[expr] { return known }
    let image = computedImage(of: expr)
    images[expr] = image
    return image
  }

  private mutating func computedImage(of expr: Expr) -> Expr {
    switch expr.kind {
    case .sum:
      var terms: [Expr] = []
      for term in expr.arguments { terms.append(image(of: term)) }
      return Self.combiningArctangents(.sum(terms))
    case .product:
      var factors: [Expr] = []
      for factor in expr.arguments { factors.append(image(of: factor)) }
      return .product(factors)
    case .power:
      let (base, exponent) = (expr.child(0), image(of: expr.child(1)))
      return base == .E ? exponential(exponent) : power(image(of: base), exponent)
    case .call:
      guard let function = expr.function else { return expr }
      var arguments: [Expr] = []
      for argument in expr.storedChildren { arguments.append(image(of: argument)) }
      return call(function, arguments)
    default: return expr
    }
  }

  private mutating func call(_ function: Function, _ arguments: [Expr]) -> Expr {
    let made = Expr.call(function, arguments)
    guard made.function == function, let first = arguments.first else { return made }
    if arguments.count == 1 {
      if let image = trigonometric(function, first) { return image }
      switch function {
      case .log: return logarithm(first)
      case .factorial: return .call(.gamma, [first + 1])
      default: return made
      }
    }
    switch function {
    case .max: return extremum(arguments, 1) ?? made
    case .min: return extremum(arguments, -1) ?? made
    case .piecewise: return decidedPiecewise(arguments) ?? made
    case .binomial where arguments.count == 2:
      let (n, k) = (first, arguments[1])
      return .product([gamma(n + 1), 1 / gamma(k + 1), 1 / gamma(n - k + 1)])
    case .beta where arguments.count == 2:
      return .product([gamma(first), gamma(arguments[1]), 1 / gamma(first + arguments[1])])
    case .pochhammer where arguments.count == 2: return gamma(first + arguments[1]) / gamma(first)
    default: return made
    }
  }

  private func gamma(_ x: Expr) -> Expr { .call(.gamma, [x]) }

  /// max(a, b) = (a + b + |a − b|)/2 of real numbers.
  private func extremum(_ arguments: [Expr], _ sign: Expr) -> Expr? {
    guard arguments.allSatisfy({ facts.isReal($0) == .true }) else { return nil }
    return arguments.dropFirst().reduce(arguments[0]) { a, b in
      let difference = a - b
      let magnitude =
        facts.isNonnegative(difference) == .true
        ? difference : facts.isNonpositive(difference) == .true ? -difference : Expr.abs(difference)
      return (a + b + sign * magnitude) / 2
    }
  }

  /// The value of the first case whose condition is proved, if all before it are refuted.
  private func decidedPiecewise(_ arguments: [Expr]) -> Expr? {
    for i in stride(from: 0, to: arguments.count - 1, by: 2) {
      switch facts.truth(of: arguments[i]) {
      case .true: return arguments[i + 1]
      case .false: continue
      case .unknown: return nil
      }
    }
    return arguments.count % 2 == 1 ? arguments.last : nil
  }
}
