// Formulas in LaTeX that have several readings, or none.
extension Explanation {
  /// Formulas that papers mean in different ways: none of the readings is chosen.
  static let latexAmbiguities = [
    Explanation(
      "ambiguous-application", "A letter before a bracket may be a function or a factor.", "f(x+1)",
      "f \\cdot (x+1)"),
    Explanation(
      "ambiguous-argument", "It is not plain where the argument of a function ends.", "\\ln a/b",
      "\\ln(a/b)"),
    Explanation(
      "ambiguous-bar", "A bar over a formula may be a mean or the conjugate.", "\\overline{x+y}",
      "\\bar{x} + \\bar{y}"),
    Explanation(
      "ambiguous-evaluation", "It is not plain how much of a sum stands before the bar of evaluation."),
    Explanation(
      "ambiguous-mod", "It is not plain what the remainder is taken of.", "a + b \\bmod c",
      "a + (b \\bmod c)"),
    Explanation(
      "ambiguous-name",
      "e is Euler's number in one place and may be a quantity in another, or letters such as SSE may be one name.",
      "e^x + e y",
      "\\exp(x) + e y"),
    Explanation(
      "ambiguous-scope", "The index of a sum occurs behind the end of the sum.", "\\sum_{k=1}^n a_k + k",
      "\\sum_{k=1}^n (a_k + k)"),
    Explanation(
      "ambiguous-sets", "Unions and intersections have no order among each other.", "a \\cup b \\cap c",
      "a \\cup (b \\cap c)"),
    Explanation(
      "ambiguous-slash", "It is not plain how far the denominator goes.", "1/2 mv^2", "\\frac{1}{2} m v^2"),
    Explanation(
      "ambiguous-superscript", "What stands above may be an exponent, an order, or part of the name."),
    Explanation(
      "inverse-function", "The exponent of a function may be a power or mean the inverse function.",
      "\\ln^{-1} x", "(\\ln x)^{-1}"),
    Explanation(
      "mixed-number", "A number before a fraction may be added to it or multiplied.", "2\\frac{1}{2}",
      "2 + \\frac{1}{2}"),
    Explanation(
      "invisible-group", "Braces group in the source, but the print does not show them.", "{a+b}c", "(a+b)c"),
    Explanation("unit", "It is not plain whether this is a unit."),
  ]

  /// Formulas without a reading.
  static let latexLimits = [
    Explanation("argument-count", "A function is used with different numbers of arguments."),
    Explanation(
      "chain-rule",
      "The variable of a derivative is itself a function here, so the notation hides a chain rule."
    ),
    Explanation("event-index", "The event of a probability depends on an index."),
    Explanation(
      "indexed-name", "An index occurs inside a name in a way that has no reading.", "\\sum_{i=1}^n x_{a_i}",
      "\\sum_{i=1}^n x_i"),
    Explanation("mismatched-delimiter", "The delimiters make no pair with a meaning."),
    Explanation(
      "missing-condition", "A case has a value and no condition.", "\\begin{cases} x \\end{cases}",
      "\\begin{cases} x & x > 0 \\end{cases}"),
    Explanation("number-too-long", "The number has more digits than are read."),
    Explanation("relation-in-term", "A relation stands where a value is needed."),
    Explanation("script-on-group", "A script stands on what has no powers and no name.", "(x)_1", "x_1"),
    Explanation("script-on-number", "A number has no subscripts.", "2_1", "2"),
    Explanation(
      "set-in-term", "A set or list stands where a number is needed.", "[x, p] = i\\hbar", "A = [0, 1]"),
    Explanation(
      "stray-differential", "A differential belongs to an integral or a derivative.", "\\mathrm{d}x + 1",
      "\\int 1 \\, \\mathrm{d}x"),
    Explanation(
      "text-outside-math", "Words stand between formulas. Give the formulas alone.", "$x$ and $y$", "$x$"),
    Explanation(
      "unclear-derivative", "This looks like a derivative, but the variable is none.", "\\frac{dy}{d(x^2)}",
      "\\frac{dy}{dx}"),
    Explanation(
      "unclear-prime", "A prime marks a derivative, and nothing says by which variable.", "y' = y",
      "y'(x) = y(x)"),
    Explanation("unreachable-case", "A case follows the one for all others, so it never applies."),
    Explanation("prescript", "A script stands before its letter, which has no reading."),
    Explanation("unexpected-environment", "Lines of equations cannot be part of a term."),
    Explanation("unexpected-item", "This is not understood here."),
    Explanation("unexpected-newline", "A line ends in the middle of a term."),
    Explanation(
      "unexpected-punctuation", "A comma, semicolon or full stop separates nothing here.", "x, y + 1", "x"),
    Explanation(
      "unexpected-space", "Two formulas stand side by side with nothing between them.", "a \\quad b", "a b"),
    Explanation("unexpected-symbol", "The symbol has no meaning where it stands.", "\\nabla f", "f"),
    Explanation(
      "unexpected-text", "Words inside a formula are not understood.", "x \\text{ foo bar } y", "x y"),
    Explanation("unsupported-accent", "The accent stands over a formula and not over a name."),
    Explanation(
      "unsupported-domain", "An integral over a domain says nothing of the bounds.", "\\int_V x\\,dx",
      "\\int_0^1 x\\,dx"),
    Explanation(
      "unsupported-factorial", "Only n! and n!! have a reading.", "n!!!", "n!!"),
    Explanation("unsupported-norm", "Only the Euclidean norm has a reading.", "\\|x\\|_1", "\\|x\\|"),
    Explanation("unsupported-operator", "The operator cannot be converted."),
    Explanation("unsupported-power", "This power of a matrix cannot be converted."),
    Explanation(
      "unsupported-relation", "The relation cannot be converted.", "A \\subset B", "A = B"),
    Explanation(
      "unsupported-set", "A set given by a condition cannot be converted.", "\\{x \\mid x > 0\\}",
      "\\{1, 2\\}"),
    Explanation(
      "unsupported-superscript", "The superscript is no exponent and belongs to no name.", "x^\\dagger", "x^2"
    ),
    Explanation(
      "tensor-index",
      "In a formula with upper and lower indices an upper index is no exponent, and an index below ∂ is no variable; an index below two factors and on no other side stands for a sum.",
      "F_{\\mu\\nu} F^{\\mu\\nu}", "F_{\\mu\\nu}"),
    Explanation(
      "vector-product", "The vector product of symbols cannot be converted.", "\\vec a\\times\\vec b",
      "\\vec a\\cdot\\vec b"),
  ]
}
