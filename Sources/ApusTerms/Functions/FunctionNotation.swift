/// How a function is written in the notations that Apus writes; `nil` where a notation has no word for it.
///
/// A text without `#` is a name, applied to all arguments in parentheses (`\sin`, `np.sin`). A text with `#1`, `#2`, … is a
/// pattern into which the arguments are put (`\left|#1\right|`, `1/np.tan(#1)`): see `NotationPattern`. Names of Python
/// libraries come with their modules (`np.`, `scipy.special.`, `math.`); those of SymPy do not.
public struct FunctionNotation: Sendable, Hashable {
  /// The LaTeX command, `\operatorname{…}`, or pattern.
  public var latex: String?
  /// The name in SymPy.
  public var sympy: String?
  /// The name in NumPy or SciPy, with its module (`np.sin`, `scipy.special.gamma`).
  public var numpy: String?
  /// The name in Python's `math`, with its module (`math.sin`).
  public var math: String?
  /// The content MathML element.
  public var mathML: String?
  /// The name in C's `<math.h>`.
  public var c: String?
  /// What differs for a certain number of arguments, such as the two of `log(x, base)`.
  public var byCount: [Int: FunctionNotation]

  /// Creates the set of names.
  public init(
    latex: String? = nil, sympy: String? = nil, numpy: String? = nil, math: String? = nil,
    mathML: String? = nil, c: String? = nil, byCount: [Int: FunctionNotation] = [:]
  ) {
    self.latex = latex
    self.sympy = sympy
    self.numpy = numpy
    self.math = math
    self.mathML = mathML
    self.c = c
    self.byCount = byCount
  }

  /// The notation of a call with `count` arguments.
  public func applied(toCount count: Int) -> FunctionNotation { byCount[count] ?? self }

  /// A function that has one name in SymPy, NumPy, `math`, MathML and C, and a command of that name in LaTeX.
  static func elementary(
    _ name: String, latex: String? = nil, numpy: String? = nil, mathML: String? = nil, isInMath: Bool = true
  ) -> FunctionNotation {
    FunctionNotation(
      latex: latex ?? "\\" + name, sympy: name, numpy: numpy ?? "np." + name,
      math: isInMath ? "math." + name : nil, mathML: mathML ?? name, c: isInMath ? name : nil)
  }

  /// The reciprocal of an elementary function, which libraries for machine numbers do not have.
  static func reciprocal(_ name: String, of other: String, latex: String? = nil) -> FunctionNotation {
    FunctionNotation(
      latex: latex ?? "\\" + name, sympy: name, numpy: "1/np.\(other)(#1)", math: "1/math.\(other)(#1)",
      mathML: name, c: "1/\(other)(#1)")
  }

  /// The inverse of a reciprocal: `other` at 1/x.
  static func inverseReciprocal(
    _ name: String, of other: String, numpy: String, latex: String, mathML: String
  ) -> FunctionNotation {
    FunctionNotation(
      latex: latex, sympy: name, numpy: "np.\(numpy)(1/#1)", math: "math.\(other)(1/#1)", mathML: mathML,
      c: "\(other)(1/#1)")
  }

  /// A special function: an operator name in LaTeX, and what SymPy and SciPy call it.
  static func special(_ latex: String, sympy: String? = nil, scipy: String? = nil, math: String? = nil)
    -> FunctionNotation
  {
    let isName = latex.allSatisfy { $0.isLetter }
    return FunctionNotation(
      latex: isName ? "\\operatorname{\(latex)}" : latex, sympy: sympy,
      numpy: scipy.map { $0.contains("#") ? $0 : "scipy.special." + $0 }, math: math)
  }
}

extension Function {
  /// The name in SymPy of calls with so many arguments; taken out alone, since a notation is many texts.
  package func sympyName(ofCalls count: Int) -> String? {
    notation.byCount.isEmpty ? notation.sympy : notation.applied(toCount: count).sympy
  }
}
