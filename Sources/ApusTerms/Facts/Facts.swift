import ApusNumbers

/// What is assumed of symbols, and what follows for expressions.
///
/// Symbols are complex unless facts say otherwise. Answers are three-valued, and `true` and `false` are proved: "unknown"
/// is never taken for either. Facts are values: passing them on is the only way in which they act.
public struct Facts: Sendable, Hashable {
  private var properties: [Symbol: Property] = [:]

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
  /// Comparisons say that both sides are real. A relation from which nothing can be learnt is accepted and has no effect
  /// when it compares a symbol with a number; others are refused.
  ///
  /// - Returns: `nil` if the assumption is not of a form that facts can hold, or contradicts them.
  public func assuming(_ relation: Expr) -> Facts? {
    guard let function = relation.function else { return nil }
    if function == .and {
      return relation.storedChildren.reduce(Optional(self)) { $0?.assuming($1) }
    }
    guard relation.childCount == 2 else { return nil }
    let (a, b) = (relation.child(0), relation.child(1))
    if let symbol = a.symbol, let number = b.number { return assuming(symbol, function, number) }
    if let symbol = b.symbol, let number = a.number, let mirrored = function.mirrored {
      return assuming(symbol, mirrored, number)
    }
    return nil
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
    if known.contains(.real) { return .true }
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
    if known.contains(.nonzero) { return .true }
    return known.contains([.nonnegative, .nonpositive]) ? .false : .unknown
  }

  private func sign(of expr: Expr, is wanted: Property, against other: Property) -> Truth {
    let known = properties(of: expr)
    if known.contains(wanted) { return .true }
    if known.contains(other) || known.contains([.imaginary, .nonzero]) { return .false }
    return .unknown
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
