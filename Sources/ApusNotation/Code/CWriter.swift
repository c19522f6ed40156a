import ApusTerms

/// Writes formulas as C functions of `double`s that need nothing but `<math.h>`.
///
/// `y = …` and `f(x) = …` define functions of that name; their parameters are the arguments given and then the other symbols by
/// name. Any other equation becomes its residual. Sums are loops in functions of their own. All numbers are written as
/// floating-point ones.
public struct CWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The functions for the formulas.
  ///
  /// - Throws: `not-expressible` for derivatives, integrals, limits, complex numbers, collections and functions that C has not;
  ///   `too-deep` for what compilers could not read.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var program = CodeProgram(.c, formulas)
    return try program.written()
  }
}

/// Writes formulas as Swift functions of `Double`s; the rules are those of ``CWriter``.
public struct SwiftWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The functions for the formulas.
  ///
  /// - Throws: as ``CWriter``.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var program = CodeProgram(.swift, formulas)
    return try program.written()
  }
}
