// What `apus check` says of rules.
extension Explanation {
  /// Rules that can be read and are wrong.
  static let rules = [
    Explanation(
      "wrong-value",
      "The sides of the rule have different values at a point that its conditions admit. The rule needs a condition, or is false.",
      "root: sqrt(x^2) -> x from algebra", "root: sqrt(x^2) -> x where x >= 0 from algebra"),
    Explanation(
      "lost-value",
      "The left side has a value at a point where the right side has none. Exclude the point with 'unless' or 'where'.",
      "split: x^(a + b) -> x^a * x^b from DLMF 4.8.14",
      "split: x^(a + b) -> x^a * x^b where x != 0 from DLMF 4.8.14"),
    Explanation(
      "vacuous-rule",
      "Both sides become the same term when they are made, so the rule can never do anything.",
      "odd: sin(-x) -> -sin(x) from DLMF 4.21.24", "even: erfc(-x) -> 2 - erfc(x) from DLMF 7.4.2"),
    Explanation("matches-everything", "The left side of a rule is more than a variable."),
    Explanation(
      "untested-rule",
      "No point was found at which the conditions hold and both sides have a value. The conditions may contradict each other."
    ),
    Explanation(
      "rule-without-value",
      "The rule has a part, such as an integral, that is not evaluated numerically, so that it cannot be tested."
    ),
  ]
}
