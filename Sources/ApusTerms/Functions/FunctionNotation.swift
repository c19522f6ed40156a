/// The names of a function in the notations that Apus writes; `nil` where a notation has none.
public struct FunctionNotation: Sendable, Hashable {
  /// The LaTeX command or `\operatorname{…}`.
  public var latex: String?
  /// The name in SymPy.
  public var sympy: String?
  /// The name in NumPy or SciPy, with its module (`np.sin`, `scipy.special.gamma`).
  public var numpy: String?
  /// The name in Python's `math`.
  public var math: String?
  /// The content MathML element.
  public var mathML: String?
  /// The name in C's `<math.h>`.
  public var c: String?

  /// Creates the set of names.
  public init(
    latex: String? = nil, sympy: String? = nil, numpy: String? = nil, math: String? = nil,
    mathML: String? = nil, c: String? = nil
  ) {
    self.latex = latex
    self.sympy = sympy
    self.numpy = numpy
    self.math = math
    self.mathML = mathML
    self.c = c
  }
}
