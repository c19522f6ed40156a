// What can be wrong with a statement of a session: assumptions, declarations, and the arguments of its verbs.
extension Explanation {
  /// Assumptions, declarations and verbs.
  static let session = [
    Explanation(
      "contradiction", "The assumption cannot hold together with what is assumed already.",
      "assuming(x > 0, x < 0, x)", "assuming(x > 0, x)"),
    Explanation(
      "unusable-assumption",
      "Assumptions compare two terms by <, <=, >, >= or !=, or state a property of a variable: real(x), integer(n).",
      "assuming(x = y, x)", "assuming(x < 1, x)"),
    Explanation(
      "bad-declaration", "A declaration is a name, '::' and what it is: a function or a property.",
      "f(x) :: function", "f :: function"),
    Explanation(
      "unknown-kind", "What follows '::' is neither 'function' nor a property.", "x :: positiv",
      "x :: positive"),
    Explanation(
      "misplaced-statement", "What changes the session stands alone, not inside an expression.",
      "1 + assume(x > 0)", "assume(x > 0)"),
    Explanation(
      "mixed-relations", "'==' asks a question, and the other relations state something.", "x == y < 3",
      "x == y and y < 3"),
    Explanation(
      "not-a-relation", "A relation is needed here, such as an equation.", "lhs(x + 1)", "lhs(x + 1 = y)"),
    Explanation(
      "not-a-replacement", "What is to be replaced, and by what, is written as an equation.", "subs(x^2, 3)",
      "subs(x^2, x = 3)"),
    Explanation("not-a-list", "A list is needed here.", "length(x)", "length([x])"),
    Explanation("not-an-integer", "An integer is needed here.", "digits(1/2)", "digits(12)"),
    Explanation(
      "possibly-zero",
      "The value is so close to zero that it may be zero, which has no significant digits; the message says how close.",
      "N(sin(1)^2 + cos(1)^2 - 1)", "N(sin(1)^2 - cos(1)^2)"),
    Explanation(
      "no-finite-value", "The expression seems to have a pole, or no value at all, at that point.",
      "N(log(0))",
      "N(log(2))"),
    Explanation(
      "undecided", "Enclosures do not tell which of two numbers is greater, or to which integer one rounds.",
      "N(floor(sin(1)^2 + cos(1)^2))", "N(sin(1)^2 + cos(1)^2)"),
    Explanation(
      "precision-exhausted", "The digits could not be made certain with the precision that is tried at most."),
  ]
}
