import ApusNumbers

/// What is assumed of symbols, and what follows for expressions.
///
/// Symbols are complex unless facts say otherwise. Answers are three-valued, and `true` and `false` are proved: "unknown"
/// is never taken for either. Facts are values: passing them on is the only way in which they act.
public struct Facts: Sendable, Hashable {
  private var properties: [Symbol: Property] = [:]
  /// What is assumed of other terms and beyond signs.
  var declared = DeclaredRelations()

  /// No assumption.
  public init() {}

  /// What is assumed of the symbol.
  public subscript(symbol: Symbol) -> Property { properties[symbol] ?? [] }

  /// The facts with one more assumption.
  ///
  /// - Returns: `nil` if it contradicts what is assumed already.
  public func assuming(_ symbol: Symbol, _ property: Property) -> Facts? {
    var facts = self
    let all = self[symbol].union(property).closed
    if all.isContradictory { return nil }
    facts.properties[symbol] = all
    return facts
  }

  /// The facts with a relation or predicate assumed: `x > 0`, `x != 0`, `a >= 3`, and conjunctions of such.
  ///
  /// Comparisons say that both sides are real; those between other terms, as `n >= k` and `re(x) > 0`, are kept, and prove what
  /// differs from them by a positive factor and a number on the right side.
  ///
  /// - Returns: `nil` if the assumption is not of a form that facts can hold, or contradicts them.
  public func assuming(_ relation: Expr) -> Facts? {
    guard let function = relation.function else { return nil }
    if function == .and {
      return relation.storedChildren.reduce(Optional(self)) { $0?.assuming($1) }
    }
    guard relation.childCount == 2 else { return nil }
    let (a, b) = (relation.child(0), relation.child(1))
    if let symbol = a.symbol, let number = b.number {
      return assuming(symbol, function, number)?.declaring(function, a, b)
    }
    if let symbol = b.symbol, let number = a.number, let mirrored = function.mirrored {
      return assuming(symbol, mirrored, number)?.declaring(mirrored, b, a)
    }
    return comparing(function, a, b)
  }

  /// The facts with a comparison of terms of which not one is a symbol and the other a number.
  private func comparing(_ function: Function, _ a: Expr, _ b: Expr) -> Facts? {
    let isDescending = function == .greater || function == .greaterEqual
    guard isDescending || function == .less || function == .lessEqual || function == .notEqual,
      [a, b].allSatisfy({ $0.flags.isDisjoint(with: [.hasInfinity, .hasUndefined, .hasInexact, .hasList]) })
    else { return nil }
    if function == .notEqual { return declaring(function, a, b) }
    let isStrict = function == .greater || function == .less
    let (upper, lower) = isDescending ? (a, b) : (b, a)
    // A number above a positive one is positive, and so on.
    let isAbove = isStrict ? isNonnegative(lower) == .true : isPositive(lower) == .true
    let isBelow = isStrict ? isNonpositive(upper) == .true : isNegative(upper) == .true
    var facts: Facts? = self
    if let symbol = upper.symbol {
      let sign: Property =
        isAbove ? .positive : isNonnegative(lower) == .true ? [.real, .nonnegative] : .real
      facts = facts?.assuming(symbol, sign)
    }
    if let symbol = lower.symbol {
      let sign: Property =
        isBelow ? .negative : isNonpositive(upper) == .true ? [.real, .nonpositive] : .real
      facts = facts?.assuming(symbol, sign)
    }
    return facts?.declaring(function, a, b)
  }

  private func declaring(_ function: Function, _ a: Expr, _ b: Expr) -> Facts? {
    let difference = a - b
    var facts = self
    switch function {
    case .greater, .greaterEqual:
      let isStrict = function == .greater
      if (isStrict ? isPositive(difference) : isNonnegative(difference)) == .false { return nil }
      facts.declared.declare(difference, isStrict: isStrict)
    case .less, .lessEqual:
      let isStrict = function == .less
      if (isStrict ? isNegative(difference) : isNonpositive(difference)) == .false { return nil }
      facts.declared.declare(-difference, isStrict: isStrict)
    case .notEqual:
      if difference.isZero || isNonzero(difference) == .false { return nil }
      facts.declared.nonzero.insert(difference)
      return facts
    default: return self
    }
    facts.declared.real.formUnion([a, b].filter { !$0.isNumber })
    return facts
  }

  private func assuming(_ symbol: Symbol, _ relation: Function, _ number: Number) -> Facts? {
    guard number.isReal else { return nil }
    let sign = Number.compare(number, .zero) ?? 0
    switch relation {
    case .greater: return assuming(symbol, sign >= 0 ? .positive : .real)
    case .greaterEqual:
      return assuming(symbol, sign > 0 ? .positive : sign == 0 ? [.real, .nonnegative] : .real)
    case .less: return assuming(symbol, sign <= 0 ? .negative : .real)
    case .lessEqual:
      return assuming(symbol, sign < 0 ? .negative : sign == 0 ? [.real, .nonpositive] : .real)
    case .notEqual: return sign == 0 ? assuming(symbol, .nonzero) : self
    default: return nil
    }
  }

  // MARK: Questions

  /// Whether the value is real.
  public func isReal(_ expr: Expr) -> Truth {
    let known = properties(of: expr)
    if known.contains(.real) || declared.real.contains(expr) { return .true }
    return known.contains([.imaginary, .nonzero]) ? .false : .unknown
  }

  /// Whether the value is an integer.
  public func isInteger(_ expr: Expr) -> Truth {
    if properties(of: expr).contains(.integer) { return .true }
    if let number = expr.number, number.isExact { return .false }
    return isReal(expr) == .false ? .false : .unknown
  }

  /// Whether the value is real and above zero.
  public func isPositive(_ expr: Expr) -> Truth { sign(of: expr, is: .positive, against: .nonpositive) }

  /// Whether the value is real and below zero.
  public func isNegative(_ expr: Expr) -> Truth { sign(of: expr, is: .negative, against: .nonnegative) }

  /// Whether the value is real and not below zero.
  public func isNonnegative(_ expr: Expr) -> Truth {
    sign(of: expr, is: [.real, .nonnegative], against: .negative)
  }

  /// Whether the value is real and not above zero.
  public func isNonpositive(_ expr: Expr) -> Truth {
    sign(of: expr, is: [.real, .nonpositive], against: .positive)
  }

  /// Whether the value is different from zero.
  public func isNonzero(_ expr: Expr) -> Truth {
    let known = properties(of: expr)
    if known.contains(.nonzero) || declared.isNonzero(expr, properties) { return .true }
    return known.contains([.nonnegative, .nonpositive]) ? .false : .unknown
  }

  private func sign(of expr: Expr, is wanted: Property, against other: Property) -> Truth {
    let known = properties(of: expr)
    if known.contains(wanted) { return .true }
    if known.contains(other) || known.contains([.imaginary, .nonzero]) { return .false }
    if declared.isEmpty { return .unknown }
    if declared.proves(wanted, of: expr, properties) { return .true }
    return declared.proves(other, of: expr, properties) ? .false : .unknown
  }
}

extension Function {
  /// The relation with its sides exchanged.
  fileprivate var mirrored: Function? {
    switch self {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    case .notEqual: .notEqual
    default: nil
    }
  }
}
