import ApusNumbers
import Numerics

extension Function {
  /// The absolute value.
  public static let abs = Function(
    "abs", aliases: ["Abs"], summary: "the absolute value",
    notation: FunctionNotation(
      latex: "\\left|#1\\right|", sympy: "Abs", numpy: "np.abs", math: "abs", mathML: "abs", c: "fabs"),
    realPartials: { [.sign($0[0])] },
    value: ComplexPartValues.abs,
    laws: FunctionLaws(
      symmetry: .even, range: .nonnegative, realDomain: .all, homogeneity: 1, commutesWithConjugation: true),
    kernels: .elementary(
      real: { $0.magnitude }, complex: { Complex($0.length) }, ComplexBall.abs),
    example: ("abs(3 + 4*i)", "5"), source: "DLMF 1.9.7")

  /// The sign, on the complex plane the point of the unit circle in the same direction.
  public static let sign = Function(
    "sign", aliases: ["sgn", "signum"], summary: "z/|z|, and 0 at 0: −1, 0 or 1 for real z",
    notation: FunctionNotation(
      latex: "\\operatorname{sgn}", sympy: "sign", numpy: "np.sign", math: "((#1 > 0) - (#1 < 0))"),
    realPartials: { [2 * .dirac($0[0])] },
    value: ComplexPartValues.sign,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, homogeneity: 0, commutesWithConjugation: true),
    kernels: .elementary(real: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, ComplexBall.sign),
    example: ("sign(-3)", "-1"), source: "DLMF 1.9.1")

  /// The real part.
  public static let re = Function(
    "re", aliases: ["Re", "real_part"], summary: "the real part",
    notation: FunctionNotation(
      latex: "\\operatorname{Re}", sympy: "re", numpy: "np.real", math: "complex(#1).real", mathML: "real",
      c: "creal"),
    realPartials: { _ in [1] },
    value: ComplexPartValues.re,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, homogeneity: 1, commutesWithConjugation: true),
    kernels: .elementary(real: { $0 }, complex: { Complex($0.real) }, ComplexBall.re),
    example: ("re(3 + 4*i)", "3"), source: "DLMF 1.9.2")

  /// The imaginary part.
  public static let im = Function(
    "im", aliases: ["Im", "imaginary_part"], summary: "the imaginary part, a real number",
    notation: FunctionNotation(
      latex: "\\operatorname{Im}", sympy: "im", numpy: "np.imag", math: "complex(#1).imag",
      mathML: "imaginary", c: "cimag"),
    realPartials: { _ in [0] },
    value: ComplexPartValues.im,
    laws: FunctionLaws(symmetry: .odd, realDomain: .all, homogeneity: 1),
    kernels: .elementary(
      real: { _ in 0 }, complex: { Complex($0.imaginary) }, ComplexBall.im),
    example: ("im(3 + 4*i)", "4"), source: "DLMF 1.9.2")

  /// The argument.
  public static let arg = Function(
    "arg", aliases: ["phase"], summary: "the argument in (−π, π] of a number that is not 0",
    notation: FunctionNotation(
      latex: "\\arg", sympy: "arg", numpy: "np.angle", math: "cmath.phase", mathML: "arg", c: "carg"),
    realPartials: { _ in [0] },
    value: ComplexPartValues.arg,
    laws: FunctionLaws(range: .nonnegative, realDomain: .all, homogeneity: 0),
    kernels: .elementary(real: { $0 > 0 ? 0 : $0 < 0 ? .pi : .nan }, ComplexBall.arg),
    example: ("arg(-1)", "pi"), source: "DLMF 1.9.6")

  /// The complex conjugate.
  public static let conjugate = Function(
    "conjugate", aliases: ["conj"], summary: "the complex conjugate",
    notation: FunctionNotation(
      latex: "\\overline{#1}", sympy: "conjugate", numpy: "np.conj", math: "complex(#1).conjugate()",
      mathML: "conjugate", c: "conj"),
    realPartials: { _ in [1] },
    value: ComplexPartValues.conjugate,
    laws: FunctionLaws(
      symmetry: .odd, inverse: "conjugate", leftInverse: "conjugate", realDomain: .all, homogeneity: 1,
      commutesWithConjugation: true),
    kernels: .elementary(real: { $0 }, complex: { $0.conjugate }, ComplexBall.conjugate),
    example: ("conjugate(3 + 4*i)", "3 - 4*I"), source: "DLMF 1.9.11")
}
