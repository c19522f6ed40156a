import ApusTerms

/// A number with a choice that is no branch: both values are computed, and tracing sees both.
public protocol Selectable {
  /// `yes` where a < b, `no` where not.
  static func select(_ a: Self, isLessThan b: Self, then yes: Self, else no: Self) -> Self
}

extension Double: Selectable {
  public static func select(
    _ a: Double, isLessThan b: Double, then yes: Double, else no: Double
  ) -> Double { a < b ? yes : no }
}

extension Float: Selectable {
  public static func select(_ a: Float, isLessThan b: Float, then yes: Float, else no: Float) -> Float {
    a < b ? yes : no
  }
}

extension Traced: Selectable {
  public static func select(
    _ a: Traced, isLessThan b: Traced, then yes: Traced, else no: Traced
  ) -> Traced {
    Traced(
      .call(.piecewise, [.call(.less, [a.expression, b.expression]), yes.expression, no.expression]))
  }
}

/// `yes` where a < b, `no` where not: for functions that are to be traced.
public func select<Value: Selectable>(
  _ a: Value, isLessThan b: Value, then yes: Value, else no: Value
) -> Value {
  .select(a, isLessThan: b, then: yes, else: no)
}
