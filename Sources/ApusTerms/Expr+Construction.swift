import ApusNumbers

// The canonical constructors on expressions.
extension Expr {
  /// The canonical sum of the terms.
  ///
  /// - Complexity: O(*n* log *n*) in the number of summands.
  public static func sum(_ terms: [Expr]) -> Expr {
    if terms.isEmpty { return 0 }
    var store = ExprStore()
    return terms.withRefs { store.sum($0).expr }
  }

  /// The canonical product of the factors.
  ///
  /// - Complexity: O(*n* log *n*) in the number of factors.
  public static func product(_ factors: [Expr]) -> Expr {
    if factors.isEmpty { return 1 }
    var store = ExprStore()
    return factors.withRefs { store.product($0).expr }
  }

  /// The canonical power, principal branch.
  public static func power(_ base: Expr, _ exponent: Expr) -> Expr {
    var store = ExprStore()
    return store.power(ExprStore.Ref(base), ExprStore.Ref(exponent)).expr
  }

  /// The canonical call: an operation becomes a sum, product or power, constant arguments may give an exact value.
  public static func call(_ function: Function, _ arguments: [Expr]) -> Expr {
    var store = ExprStore()
    let head = store.intern(function)
    return arguments.withRefs { store.call(head, $0).expr }
  }

  /// The call exactly as given: nothing is flattened, sorted or evaluated.
  public static func opaque(_ function: Function, _ arguments: [Expr]) -> Expr {
    arguments.withRefs { Expr(node: Node.call(.passUnretained(function), $0).takeRetainedValue()) }
  }

  public static func + (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.canonicalSum(of: ExprStore.Ref(a), ExprStore.Ref(b)).expr
  }

  public static func - (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.canonicalDifference(of: ExprStore.Ref(a), ExprStore.Ref(b)).expr
  }

  public static prefix func - (a: Expr) -> Expr {
    var store = ExprStore()
    let minusOne = store.makeInteger(-1)
    return store.canonicallyScaled(ExprStore.Ref(a), by: minusOne).expr
  }

  public static func * (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    return store.canonicalProduct(of: ExprStore.Ref(a), ExprStore.Ref(b)).expr
  }

  /// The quotient a·b⁻¹; dividing by zero gives a term without value, flagged `hasUndefined`.
  public static func / (a: Expr, b: Expr) -> Expr {
    var store = ExprStore()
    let minusOne = store.makeInteger(-1)
    let reciprocal = store.power(ExprStore.Ref(b), minusOne)
    return store.canonicalProduct(of: ExprStore.Ref(a), reciprocal).expr
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

extension Array<Expr> {
  /// Lends the elements, which the array keeps alive meanwhile, to a store.
  func withRefs<Result>(_ body: (UnsafeBufferPointer<ExprStore.Ref>) -> Result) -> Result {
    withUnsafeBufferPointer { exprs in
      withUnsafeTemporaryAllocation(of: ExprStore.Ref.self, capacity: exprs.count) { refs in
        for i in 0..<exprs.count { refs.initializeElement(at: i, to: ExprStore.Ref(exprs[i])) }
        return body(UnsafeBufferPointer(refs))
      }
    }
  }
}
