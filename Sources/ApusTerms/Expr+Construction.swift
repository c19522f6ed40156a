import ApusNumbers

// The canonical constructors on expressions.
extension Expr {
  /// The canonical sum of the terms.
  ///
  /// - Complexity: O(*n* log *n*) in the number of summands.
  public static func sum(_ terms: [Expr]) -> Expr {
    var store = ExprStore()
    return terms.isEmpty ? 0 : terms.withUnsafeBufferPointer { store.sum($0) }
  }

  /// The canonical product of the factors.
  ///
  /// - Complexity: O(*n* log *n*) in the number of factors.
  public static func product(_ factors: [Expr]) -> Expr {
    var store = ExprStore()
    return factors.isEmpty ? 1 : factors.withUnsafeBufferPointer { store.product($0) }
  }

  /// The canonical power, principal branch.
  public static func power(_ base: Expr, _ exponent: Expr) -> Expr {
    var store = ExprStore()
    return store.power(base, exponent)
  }

  /// The canonical call: an operation becomes a sum, product or power, constant arguments may give an exact value.
  public static func call(_ function: Function, _ arguments: [Expr]) -> Expr {
    var store = ExprStore()
    return arguments.withUnsafeBufferPointer { store.call(function, $0) }
  }

  /// The call exactly as given: nothing is flattened, sorted or evaluated.
  public static func opaque(_ function: Function, _ arguments: [Expr]) -> Expr {
    arguments.withUnsafeBufferPointer { callNode(function, $0) }
  }

  public static func + (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.added(a, b)
  }

  public static func - (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.added(a, store.scaled(b, by: -1))
  }

  public static prefix func - (a: Expr) -> Expr {
    var store = ExprStore()
    return store.scaled(a, by: -1)
  }

  public static func * (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.multiplied(a, b)
  }

  /// The quotient a·b⁻¹; dividing by zero gives a term without value, flagged `hasUndefined`.
  public static func / (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.multiplied(a, store.power(b, -1))
  }

  public static func += (a: inout Expr, b: Expr) { a = a + b }
  public static func -= (a: inout Expr, b: Expr) { a = a - b }
  public static func *= (a: inout Expr, b: Expr) { a = a * b }
  public static func /= (a: inout Expr, b: Expr) { a = a / b }
}

precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}

infix operator ** : PowerPrecedence

extension Expr {
  /// The power: `x ** 2`. It binds tighter than `*`, and to the right.
  public static func ** (base: Expr, exponent: Expr) -> Expr { power(base, exponent) }

  @available(*, unavailable, renamed: "**", message: "in Swift ^ binds like +; powers are written **")
  public static func ^ (base: Expr, exponent: Expr) -> Expr { power(base, exponent) }
}

extension Expr: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Expr: ExpressibleByFloatLiteral {
  /// A machine real: exact decimals are written as quotients, `Expr(1) / 10`.
  public init(floatLiteral value: Double) { self.init(Number.double(value)) }
}
