/// How many arguments a function takes.
public struct Arity: Sendable, Hashable {
  /// The fewest.
  public let minimum: Int
  /// The most; `nil` when there is no limit.
  public let maximum: Int?

  /// Exactly `count` arguments.
  public static func exactly(_ count: Int) -> Arity { Arity(minimum: count, maximum: count) }
  /// Between the bounds.
  public static func between(_ minimum: Int, _ maximum: Int) -> Arity {
    Arity(minimum: minimum, maximum: maximum)
  }
  /// At least `count` arguments.
  public static func atLeast(_ count: Int) -> Arity { Arity(minimum: count, maximum: nil) }

  /// Whether `count` arguments are right.
  public func allows(_ count: Int) -> Bool { count >= minimum && count <= maximum ?? .max }
}
