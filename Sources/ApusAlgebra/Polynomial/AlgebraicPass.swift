import ApusNumbers
import ApusTerms

/// One run of expanding, cancelling, … over an expression and, where asked, over the arguments of its functions.
final class AlgebraicPass {
  enum Operation {
    case expand, cancel, together, factor
  }

  private let operation: Operation
  private let transformsArguments: Bool
  private let limits: PolynomialLimits
  private let shouldStop: (Int) -> Bool
  private var images: [Expr: Expr] = [:]
  private(set) var isStopped = false

  init(
    _ operation: Operation, arguments: Bool, _ limits: PolynomialLimits,
    until shouldStop: @escaping (Int) -> Bool
  ) {
    self.operation = operation
    transformsArguments = arguments
    self.limits = limits
    self.shouldStop = shouldStop
  }

  /// Terms deeper than this are worked on by a thread with a large stack.
  private static let recursionLimit = 64
  /// Terms whose depth is not known any more stay as they are.
  private static let greatestDepth = 60_000

  /// The result for an expression on any stack; `nil` when it was stopped.
  func result(for expr: Expr) -> Expr? {
    let image: Expr
    if expr.depth <= Self.recursionLimit {
      image = self.image(of: expr)
    } else if expr.depth <= Self.greatestDepth {
      image = DeepStack.run(bytes: 2 << 30) { self.image(of: expr) }
    } else {
      image = expr
    }
    return isStopped ? nil : image
  }

  private func image(of expr: Expr) -> Expr {
    if expr.childCount == 0 || isStopped { return expr }
    if let known = images[expr] { return known }
    if shouldStop(images.count) { isStopped = true }
    let image = computedImage(of: expr)
    images[expr] = image
    return image
  }

  private func computedImage(of expr: Expr) -> Expr {
    let excluded: NodeFlags = [.hasInfinity, .hasUndefined, .hasOpaque, .hasList]
    guard expr.flags.isDisjoint(with: excluded) else { return expr }
    if expr.kind == .call {
      guard transformsArguments, let function = expr.function, !expr.flags.contains(.hasBinder) else {
        return expr
      }
      let arguments = expr.storedChildren
      let images = arguments.map(image(of:))
      return arguments == images ? expr : .call(function, images)
    }
    return algebraicImage(of: expr) ?? expr
  }

  /// The factors of an expression; `nil` where it has no such form and when it is stopped.
  func factorization(of expr: Expr) -> Factorization? {
    let excluded: NodeFlags = [.hasInfinity, .hasUndefined, .hasOpaque, .hasList]
    guard expr.depth <= Self.greatestDepth, expr.flags.isDisjoint(with: excluded) else { return nil }
    if expr.depth <= Self.recursionLimit { return factors(of: expr) }
    return DeepStack.run(bytes: 2 << 30) { self.factors(of: expr) }
  }

  private func factors(of expr: Expr) -> Factorization? {
    guard let (fraction, outline) = fraction(expr) else { return nil }
    var writer = AlgebraicWriter(outline)
    return writer.factored(fraction, limits)
  }

  private func algebraicImage(of expr: Expr) -> Expr? {
    guard let (fraction, outline) = fraction(expr) else { return nil }
    var writer = AlgebraicWriter(outline)
    switch operation {
    case .expand, .cancel: return writer.quotient(fraction)
    case .together: return writer.quotientWithFactoredDenominator(fraction, limits)
    case .factor: return writer.factored(fraction, limits)?.expression
    }
  }

  private func fraction(_ expr: Expr) -> (PolynomialFraction, AlgebraicOutline)? {
    var outline = AlgebraicOutline(
      operation == .expand ? .expanded : .fraction, transformsArguments: transformsArguments,
      transformingParts: { [unowned self] in self.image(of: $0) })
    guard let root = outline.add(expr), !isStopped else { return nil }
    guard var evaluation = AlgebraicEvaluation(outline, limits, until: shouldStop),
      let fraction = evaluation.fraction(root)
    else {
      if shouldStop(images.count) { isStopped = true }
      return nil
    }
    return (fraction, evaluation.outline)
  }
}

extension AlgebraicWriter {
  /// Numerator over denominator, both written out.
  mutating func quotient(_ fraction: PolynomialFraction) -> Expr {
    if let divisor = fraction.denominator.constant { return sum(fraction.numerator, over: divisor) }
    return sum(fraction.numerator) / sum(fraction.denominator)
  }

  /// Numerator over the product of the irreducible factors of the denominator.
  mutating func quotientWithFactoredDenominator(
    _ fraction: PolynomialFraction, _ limits: PolynomialLimits
  ) -> Expr {
    guard !fraction.isPolynomial, let below = fraction.denominator.factored(limits) else {
      return quotient(fraction)
    }
    var factors = [sum(fraction.numerator, over: below.constant)]
    for (base, multiplicity) in below.factors { factors.append(.power(sum(base), Expr(-multiplicity))) }
    return .product(factors)
  }

  /// Both parts as products of their irreducible factors.
  mutating func factored(_ fraction: PolynomialFraction, _ limits: PolynomialLimits) -> Factorization? {
    if fraction.numerator.isZero { return Factorization(coefficient: 0, factors: []) }
    guard let above = fraction.numerator.factored(limits), let below = fraction.denominator.factored(limits),
      let coefficient = Rational(above.constant, below.constant)
    else { return nil }
    var factors: [(base: Expr, exponent: Int)] = []
    for (base, multiplicity) in above.factors { factors.append((sum(base), multiplicity)) }
    for (base, multiplicity) in below.factors { factors.append((sum(base), -multiplicity)) }
    return Factorization(coefficient: Number(coefficient), factors: factors)
  }
}
