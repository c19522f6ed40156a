/// A named collection of rules, in the order in which they are tried.
public struct RuleSet: Sendable {
  /// The name of the set.
  public let name: String
  /// The rules.
  public var rules: [Rule]

  /// Creates a set.
  public init(_ name: String, _ rules: [Rule] = []) {
    self.name = name
    self.rules = rules
  }

  /// The rule of that name.
  public subscript(name: String) -> Rule? { rules.first { $0.name == name } }
}
