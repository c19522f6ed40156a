import ApusNumbers

// What a person would call the parts of an expression, as against the runs that a node stores.
extension Expr {
  /// The operands: the terms of a sum, the factors of a product, base and exponent of a power, the arguments of a call.
  ///
  /// Multiplying or adding the operands gives the expression again. The order is that of storage; see
  /// `displayOperands` for the order in which people write.
  public var arguments: [Expr] {
    switch kind {
    case .sum: summands
    case .product: factors
    case .power, .call, .ext: storedChildren
    default: []
    }
  }

  package var storedChildren: [Expr] { (0..<childCount).map(child) }

  /// The terms with their coefficients multiplied in; a constant that is not zero stands first.
  private var summands: [Expr] {
    var store = ExprStore()
    var result: [Expr] = []
    if child(0) != 0 { result.append(child(0)) }
    for (term, coefficient) in runs {
      result.append(store.canonicallyScaled(ExprStore.Ref(term), by: ExprStore.Ref(coefficient)).expr)
    }
    return result
  }

  private var factors: [Expr] {
    var store = ExprStore()
    var result: [Expr] = []
    if child(0) != 1 { result.append(child(0)) }
    for (base, exponent) in runs {
      result.append(store.powerNode(ExprStore.Ref(base), ExprStore.Ref(exponent)).expr)
    }
    return result
  }

  /// The stored pairs of a sum (term and coefficient) or of a product (base and exponent); empty for the rest.
  package var runs: [(term: Expr, weight: Expr)] {
    guard kind == .sum || kind == .product else { return [] }
    return (0..<childCount / 2).map { (child(2 * $0 + 1), child(2 * $0 + 2)) }
  }

  /// The constant of a sum, the coefficient of a product, the number itself; otherwise 0 and 1 respectively would be
  /// neutral and `nil` is given.
  package var leadingNumber: Expr? {
    switch kind {
    case .sum, .product: child(0)
    default: isNumber ? self : nil
    }
  }

  /// How the expression binds a variable, if it does.
  package var binder: Binder? {
    guard let binder = function?.binder, childCount >= binder.minimumCount else { return nil }
    return binder
  }

  /// Whether the expression is a number of any kind.
  public var isNumber: Bool { kind.isNumber }

  /// Whether the expression is exactly zero.
  public var isZero: Bool { smallInteger == 0 }

  /// Whether the expression is exactly one.
  public var isOne: Bool { smallInteger == 1 }
}
