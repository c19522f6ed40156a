// What can be wrong with an input in any notation: its bytes, its brackets, its grammar and its names.
extension Explanation {
  /// Bytes and characters.
  static let bytes = [
    Explanation(
      "invalid-utf8",
      "The input holds bytes that are not UTF-8, often text saved as Latin-1. Convert it to UTF-8."),
    Explanation(
      "control-character", "A control character, such as NUL, has no place in mathematics. Delete it."),
    Explanation(
      "bidirectional-control",
      "A character that changes the direction of writing would make the input look other than it is read. Delete it."
    ),
    Explanation(
      "bidi-control",
      "A character that changes the direction of writing would make the input look other than it is read. Delete it."
    ),
    Explanation(
      "replacement-character",
      "U+FFFD stands where text was lost in an earlier conversion. Type what was there."),
    Explanation(
      "invisible-character", "A character that cannot be seen stands between the others. Delete it."),
    Explanation("unexpected-character", "The character means nothing here."),
  ]

  /// Brackets of all kinds.
  static let brackets = [
    Explanation("unclosed-paren", "A parenthesis is opened and never closed.", "sin(x + 1", "sin(x + 1)"),
    Explanation("unclosed-bracket", "A square bracket is opened and never closed.", "[1, 2", "[1, 2]"),
    Explanation("unclosed-brace", "A brace is opened and never closed.", "{1, 2", "{1, 2}"),
    Explanation("unclosed-bar", "A bar of an absolute value has no partner.", "|x - 1", "|x - 1|"),
    Explanation(
      "unclosed-delimiter", "A delimiter is opened and never closed.", "\\lceil x", "\\lceil x \\rceil"),
    Explanation("unopened-paren", "A closing parenthesis has no opening one.", "sin(x))", "sin(x)"),
    Explanation("unopened-bracket", "A closing square bracket has no opening one.", "[x]]", "[x]"),
    Explanation("unopened-brace", "A closing brace has no opening one.", "{x}}", "{x}"),
    Explanation("unexpected-close-paren", "A closing parenthesis has no opening one.", "x + 1)", "(x + 1)"),
    Explanation(
      "unexpected-close-bracket", "A closing square bracket has no opening one.", "1, 2]", "[1, 2]"),
    Explanation(
      "unexpected-close-brace", "A closing brace has no opening one.", "\\frac{a}{b}}", "\\frac{a}{b}"),
    Explanation("unexpected-close-delimiter", "A closing delimiter has no opening one."),
    Explanation(
      "mismatched-bracket", "A bracket is closed by one of another kind.", "f(x]", "f(x)"),
    Explanation("empty-parentheses", "Parentheses hold nothing.", "2*()", "2*(x)"),
  ]

  /// Grammar.
  static let syntax = [
    Explanation("empty-input", "There is nothing to read but space and comments."),
    Explanation("missing-operand", "An operator lacks what it works on.", "x +", "x + 1"),
    Explanation("missing-argument", "A function lacks its argument.", "\\frac{1}", "\\frac{1}{2}"),
    Explanation("missing-arguments", "A function stands without its arguments.", "sin + 1", "sin(x) + 1"),
    Explanation("missing-operator", "Two terms stand side by side with nothing between.", "2 3", "2*3"),
    Explanation("unexpected-operator", "An operator stands where a term must begin.", "a + * b", "a + b"),
    Explanation("unexpected-token", "This cannot stand here."),
    Explanation("unexpected-comma", "A comma stands outside a list or a call.", "x, y", "[x, y]"),
    Explanation(
      "unexpected-semicolon", "A semicolon stands at the end, where it hides the answer.", "[1; 2]", "[1, 2]"),
    Explanation("several-statements", "One input is one statement.", "a := 1; b := 2", "a := 1"),
    Explanation("unknown-operator", "The operator belongs to another language.", "x // 2", "floor(x/2)"),
    Explanation(
      "square-brackets", "Square brackets make lists; calls and groups use parentheses.", "sin[x]", "sin(x)"),
    Explanation("invalid-number", "The digits do not form a number.", "1.2.3", "1.23"),
    Explanation("bad-number", "The digits do not form a number.", "1.2.3", "1.23"),
    Explanation(
      "stray-prime", "A prime marks the derivative of a function; it follows its name.", "2'", "f'(x)"),
    Explanation(
      "misplaced-definition", "A definition stands alone, not inside an expression.", "1 + (a := 2)", "a := 2"
    ),
    Explanation("misplaced-declaration", "A declaration stands alone, as a statement of a session."),
    Explanation(
      "bad-let", "A local definition reads: let name = value in body.", "let x 2 in x", "let x = 2 in x"),
    Explanation(
      "missing-in", "A local definition needs its body after 'in'.", "let x = 2", "let x = 2 in x^2"),
    Explanation("latex-input", "The input is LaTeX where text notation was expected."),
    Explanation(
      "set-exponent", "Braces make sets; an exponent is grouped by parentheses.", "x^{2}", "x^(2)"),
    Explanation(
      "ambiguous", "Tools read this in different ways. Parentheses make it plain.", "1/2x", "(1/2)*x"),
    Explanation("ambiguous-root", "It is not plain how far the root reaches.", "√x y", "√(x y)"),
    Explanation(
      "ambiguous-factorial", "n!! is the double factorial; the factorial of a factorial is written (n!)!.",
      "3!!!", "(3!!)!"),
    Explanation("ambiguous-number", "It is not plain where the number ends.", "2 3", "2 \\cdot 3"),
    Explanation("too-deep", "Brackets are nested deeper than is read; no written formula is."),
    Explanation("division-by-zero", "The denominator is zero.", "1/(x - x)", "1/x"),
  ]

  /// Names and calls.
  static let names = [
    Explanation(
      "unknown-function",
      "There is no function of that name. Names of symbols may be free, names of calls may not.",
      "fatcor(x^2 - 1)", "factor(x^2 - 1)"),
    Explanation("arity", "The function takes another number of arguments.", "sin(1, 2)", "sin(1)"),
    Explanation(
      "not-a-function", "A variable followed by parentheses is no call; multiplication needs its sign.",
      "x(x + 1)", "x*(x + 1)"),
    Explanation(
      "not-a-variable", "A variable is needed here, such as the one to differentiate by.", "diff(x^2, x^2)",
      "diff(x^2, x)"),
    Explanation("protected-name", "The name belongs to a constant or a function.", "pi := 3", "p := 3"),
    Explanation("no-answer", "There is no earlier answer to refer to."),
    Explanation("unknown-name", "Nothing is known under that name."),
    Explanation("duplicate-name", "A model defines a name once."),
    Explanation(
      "rule-syntax", "A rule is its name, a colon, two sides with an arrow between them, and clauses."),
    Explanation("duplicate-rule", "The names of the rules of a file differ."),
    Explanation("missing-source", "A rule says where its identity is found, after 'from'."),
    Explanation("unbound-variable", "The right side of a rule has only variables of its left side."),
    Explanation(
      "unknown-condition",
      "What stands after the colon of a condition is not something that a variable can be."),
    Explanation("model-syntax", "The line is not one that the format of a model allows at this place."),
    Explanation(
      "invalid-order", "The order of a derivative is a non-negative integer.", "diff(x^3, x, -1)",
      "diff(x^3, x, 2)"),
    Explanation("empty-name", "A name has no letters."),
  ]
}
