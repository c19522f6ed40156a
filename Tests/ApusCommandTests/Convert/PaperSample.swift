/// A paper of two hundred formulas, as people write them, with a few mistakes.
enum PaperSample {
  static let preamble = #"""
    \documentclass[11pt]{article}
    \usepackage{amsmath,amssymb} % $not here$
    \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
    \newcommand{\abs}[1]{\left\lvert #1 \right\rvert}
    \def\half{\tfrac12}
    \DeclareMathOperator{\sgn}{sgn}
    \let\eps\varepsilon
    \title{On the motion of $x$}
    \begin{document}
    \maketitle
    """#

  /// Ten formulas a paragraph: the last is a mistake in every fourth paragraph.
  static func paragraph(_ number: Int) -> String {
    let last = number % 4 == 0 ? "broken $f_{\(number)}(x + $" : "closed $z_{\(number)} = \\half$"
    return #"""
      \section{Part @@} It costs \$5, says \verb|$x$|.
      Let $a_{@@} > 0$ and \(b = \abs{a_{@@} - 1}\), see \cite{x}.
      \begin{equation}\label{eq:@@}
        E_{@@} = \half m v_{@@}^2 + \eps
      \end{equation}
      Then % a comment with $
      \[ \int_0^1 x^{@@} \, dx = \frac{1}{@@ + 1} \]
      \begin{align}
        \frac{dy}{dt} &= -\lambda_{@@} y, \\
        y(0) &= y_0
      \end{align}
      $$ \sum_{k=1}^{n} k^{2} = \frac{n(n+1)(2n+1)}{6} $$
      so that $\pd{u}{t} = @@ \pd{u}{x}$, \ensuremath{\sgn(x) = \frac{x}{\abs{x}}} and $g(x) = \sin^2 x$. It is

      """#.replacing("@@", with: String(number)) + last + ".\n\n"
  }

  /// The whole paper with its number of formulas.
  static let latex: (text: String, formulas: Int) = (
    preamble + (1...20).map(paragraph).joined() + "\\end{document}\n$never$\n", 200
  )

  /// A Markdown text of two hundred formulas.
  static let markdown: (text: String, formulas: Int) = (
    "---\ntitle: $t$\n---\n# Notes\n"
      + (1...50).map { number in
        """
        ## Part \(number)
        It costs $5 or $6, `$code$`, and $a_{\(number)} = \\frac{1}{\(number)}$.

        ```math
        x^{\(number)} + 1
        ```
        ```python
        price = "$x$"
        ```
        $$
        y = \\sqrt{\(number)}
        $$
        - and $`\\alpha + \(number)`$

        """
      }.joined(), 200
  )
}
