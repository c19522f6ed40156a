// What can be wrong with LaTeX in particular.
extension Explanation {
  /// Commands, environments, scripts and structure.
  static let latex = [
    Explanation(
      "unknown-command", "The command is not known, so its meaning would be a guess.", "\\alhpa", "\\alpha"),
    Explanation(
      "unknown-environment", "The environment is not known or holds no mathematics.",
      "\\begin{algn} x \\end{algn}",
      "\\begin{align} x \\end{align}"),
    Explanation("unsupported-command", "The command is known, but what it stands for cannot be converted."),
    Explanation("unsupported-delimiter", "The delimiter has no mathematical reading."),
    Explanation("forbidden-command", "The command would read or write files; formulas need no such command."),
    Explanation("missing-braces", "The argument must stand in braces.", "\\sqrt(x)", "\\sqrt{x}"),
    Explanation("missing-script", "Nothing follows ^ or _.", "x^", "x^2"),
    Explanation("missing-base", "A script stands without what it belongs to.", "^2", "x^2"),
    Explanation(
      "double-script", "Two scripts of one kind follow each other; braces say which is meant.", "x_1_2",
      "x_{1,2}"),
    Explanation(
      "bare-sign-script", "A sign alone is no exponent; braces hold it together with its number.", "x^-1",
      "x^{-1}"),
    Explanation("missing-left", "\\right stands without \\left.", "x \\right)", "\\left( x \\right)"),
    Explanation("missing-right", "\\left stands without \\right.", "\\left( x", "\\left( x \\right)"),
    Explanation(
      "missing-delimiter", "\\left or \\right lacks its delimiter.", "\\left x \\right)", "\\left( x \\right)"
    ),
    Explanation("missing-end", "An environment is begun and never ended."),
    Explanation("mismatched-end", "An environment is ended under another name."),
    Explanation("unexpected-end", "\\end stands without \\begin."),
    Explanation("unclosed-math", "Mathematics is begun and never ended.", "$x + 1", "$x + 1$"),
    Explanation(
      "mismatched-math", "Mathematics is ended by another sign than it was begun with.", "\\( x \\]",
      "\\( x \\)"),
    Explanation("unexpected-math-shift", "A $ stands inside mathematics."),
    Explanation("unclosed-quote", "A quotation is never closed."),
    Explanation("trailing-backslash", "A backslash at the end names no command."),
    Explanation("double-infix", "Two commands such as \\over share one group; braces say which is meant."),
    Explanation("bad-definition", "The definition of a macro cannot be read."),
    Explanation("bad-macro-parameter", "A macro uses a parameter that it does not have."),
    Explanation("macro-recursion", "A macro leads back to itself, so it never ends."),
    Explanation("expansion-limit", "The macros expand to more text than a formula can have."),
    Explanation("misplaced-alignment", "& stands outside an aligned environment or a matrix."),
    Explanation("ragged-matrix", "The rows of a matrix have different lengths."),
    Explanation("shape-mismatch", "Matrices of these shapes cannot be added or multiplied."),
    Explanation("not-square", "Only a square matrix has a determinant or an inverse."),
    Explanation("extra-column", "A case has a value and a condition, nothing more."),
    Explanation(
      "ellipsis", "Dots stand for terms that are not written. Write them as a sum or product.",
      "1 + 2 + \\dots + n", "\\sum_{k=1}^n k"),
    Explanation(
      "missing-differential", "The integral does not say over which variable.", "\\int \\sin x",
      "\\int \\sin x \\, dx"),
    Explanation(
      "missing-index", "The sum or product does not say over which index.", "\\sum k^2", "\\sum_{k=1}^n k^2"),
    Explanation(
      "missing-bound", "A bar of evaluation lacks its place.", "\\left. x^2 \\right|",
      "\\left. x^2 \\right|_{x=1}"),
    Explanation(
      "derivative-order", "The orders above and below the bar of a derivative differ.", "\\frac{d^2 y}{dx^3}",
      "\\frac{d^2 y}{dx^2}"),
  ]
}
