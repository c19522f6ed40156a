/// The answer to a question that may be undecided.
public enum Truth: Sendable, Hashable {
  case `true`, `false`, unknown

  /// The truth of a decided question.
  public init(_ value: Bool) { self = value ? .true : .false }

  /// Not: unknown stays unknown.
  public static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .true: .false
    case .false: .true
    case .unknown: .unknown
    }
  }

  /// And: false as soon as one is, unknown unless both are known.
  public static func && (a: Truth, b: Truth) -> Truth {
    if a == .false || b == .false { return .false }
    return a == .true && b == .true ? .true : .unknown
  }

  /// Or: true as soon as one is, unknown unless both are known.
  public static func || (a: Truth, b: Truth) -> Truth { !(!a && !b) }
}
