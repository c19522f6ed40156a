import ApusTerms

/// A notation that formulas can be written in.
public enum NotationTarget: String, CaseIterable, Sendable {
  /// Python with SymPy objects; the same as `sympy`.
  case python
  /// A Python program with SymPy objects.
  case sympy
  /// Python functions of numbers and NumPy arrays.
  case numpy
  /// Python functions that need only the standard library.
  case math
  /// LaTeX without delimiters.
  case latex
  /// Presentation MathML.
  case mathml
  /// MathJSON, the format of the CortexJS Compute Engine.
  case mathjson
  /// C functions of `double`s.
  case c
  /// Swift functions of `Double`s.
  case swift
  /// One line for people to read.
  case unicode
  /// The text notation of Apus.
  case text

  /// One line for help.
  public var summary: String {
    switch self {
    case .python: "Python with SymPy"
    case .sympy: "Python with SymPy"
    case .numpy: "Python functions with NumPy and SciPy"
    case .math: "Python functions without libraries"
    case .latex: "LaTeX"
    case .mathml: "presentation MathML"
    case .mathjson: "MathJSON"
    case .c: "C functions"
    case .swift: "Swift functions"
    case .unicode: "one line of Unicode, for people"
    case .text: "the text notation of Apus"
    }
  }

  /// The formulas in the notation.
  ///
  /// Equations of a system become one program in Python, and a line each elsewhere.
  /// - Throws: `not-expressible` for what the notation has no words for, `too-large` for a text that would fill the memory.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func write(
    _ formulas: [Formula], options: WritingOptions = WritingOptions()
  ) throws(Diagnostic) -> WrittenText {
    switch self {
    case .python, .sympy: return try SymPyWriter().text(of: formulas)
    case .numpy: return try NumPyWriter().text(of: formulas)
    case .math: return try PythonMathWriter().text(of: formulas)
    case .latex: return try LaTeXWriter(lineWidth: options.lineWidth).text(of: formulas)
    case .mathml: return try MathMLWriter().text(of: formulas)
    case .c: return try CWriter().text(of: formulas)
    case .swift: return try SwiftWriter().text(of: formulas)
    case .mathjson:
      return try lines(formulas) { formula throws(Diagnostic) in
        try MathJSONWriter(marksForm: false).text(of: formula.expression)
      }
    case .unicode:
      return try lines(formulas) { formula throws(Diagnostic) in
        try UnicodeWriter().text(of: formula)
      }
    case .text:
      let writer = TextWriter()
      return try lines(formulas) { formula throws(Diagnostic) in
        guard let text = writer.text(of: formula.expression, limit: TextArena.longestText) else {
          throw .tooLarge
        }
        return text
      }
    }
  }

  /// The formulas written one by one.
  private func lines(
    _ formulas: [Formula], _ write: (Formula) throws(Diagnostic) -> String
  ) throws(Diagnostic) -> WrittenText {
    var lines: [String] = []
    for formula in formulas { lines.append(try write(formula)) }
    return WrittenText(lines.joined(separator: "\n"), symbols: formulas.flatMap(\.symbols))
  }
}
