import ApusTerms

/// Writes formulas as Python functions of numbers and NumPy arrays.
///
/// ```python
/// import numpy as np
///
///
/// def y(a, b, x):
///     return a*np.sin(b*x)
/// ```
/// `y = …` and `f(x) = …` define functions of that name; their parameters are the arguments given and then the other symbols by
/// name. Any other equation becomes its residual, the left side minus the right one. `±` returns both values.
public struct NumPyWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The functions for the formulas.
  ///
  /// - Throws: `not-expressible` for derivatives, integrals, limits, sets, unknown functions, and functions that neither NumPy nor
  ///   SciPy has; `too-deep` for bodies of sums that Python could not read.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var program = NumericProgram(.numpy, formulas)
    return try program.written()
  }

  /// The function for one expression.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: [Formula(expression)]).text
  }
}

/// Writes formulas as Python functions of numbers that need nothing but the standard library.
///
/// The rules are those of ``NumPyWriter``; complex numbers and matrices are refused.
public struct PythonMathWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The functions for the formulas.
  ///
  /// - Throws: as ``NumPyWriter``.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var program = NumericProgram(.math, formulas)
    return try program.written()
  }

  /// The function for one expression.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: [Formula(expression)]).text
  }
}
