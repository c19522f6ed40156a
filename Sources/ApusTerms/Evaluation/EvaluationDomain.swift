import ApusNumbers

/// The numbers with which expressions are evaluated: machine reals, machine complex numbers, complex balls.
///
/// A value for "no value" (NaN, the indeterminate ball) is part of each domain, so that operations need not fail.
protocol EvaluationDomain {
  associatedtype Value

  func value(of number: Number) -> Value
  func value(of integer: Int) -> Value
  func sum(_ a: Value, _ b: Value) -> Value
  func product(_ a: Value, _ b: Value) -> Value
  /// The principal power with an exponent that is known exactly, or as exactly as it was given.
  func power(_ base: Value, _ exponent: Number) -> Value
  /// The principal power; 0^0 is 1 in machine numbers, as in IEEE 754, and indeterminate in balls, since it has no value as a term.
  func power(_ base: Value, _ exponent: Value) -> Value
  func exponential(_ exponent: Value) -> Value
  /// The value of a function, `nil` if there is no way to compute it.
  func call(_ function: Function, _ arguments: [Value]) -> Value?
  /// −1, 0 or 1 as a is less than, equal to or greater than b; `nil` when they are not certainly real or it is not certain.
  func order(_ a: Value, _ b: Value) -> Int?
  /// Whether both are certainly equal, or certainly not.
  func areEqual(_ a: Value, _ b: Value) -> Bool?
  /// The integer that the value certainly is.
  func integer(_ value: Value) -> Integer?
}
