import ApusNumbers

extension Function {
  /// The inverse sine.
  public static let asin = Function(
    "asin", aliases: ["arcsin"],
    summary: "the inverse sine, principal branch; cuts along (−∞, −1) and (1, ∞)",
    notation: .elementary("asin", latex: "\\arcsin", numpy: "np.arcsin", mathML: "arcsin"),
    partials: { [1 / (1 - $0[0] ** 2) ** .half] },
    value: InverseTrigonometricValues.asin,
    laws: FunctionLaws(
      symmetry: .odd, leftInverse: "sin", realDomain: .unitInterval, commutesWithConjugation: true),
    kernels: .elementary(real: Double.asin, ComplexBall.asin),
    example: ("asin(1/2)", "pi/6"), source: "DLMF 4.23.19")

  /// The inverse cosine.
  public static let acos = Function(
    "acos", aliases: ["arccos"],
    summary: "the inverse cosine, principal branch; cuts along (−∞, −1) and (1, ∞)",
    notation: .elementary("acos", latex: "\\arccos", numpy: "np.arccos", mathML: "arccos"),
    partials: { [-1 / (1 - $0[0] ** 2) ** .half] },
    value: InverseTrigonometricValues.acos,
    laws: FunctionLaws(
      leftInverse: "cos", range: .nonnegative, realDomain: .unitInterval, commutesWithConjugation: true),
    kernels: .elementary(real: Double.acos, ComplexBall.acos),
    example: ("acos(0)", "pi/2"), source: "DLMF 4.23.22")

  /// The inverse tangent.
  public static let atan = Function(
    "atan", aliases: ["arctan", "arctg"],
    summary: "the inverse tangent, principal branch; cuts along (−i∞, −i] and [i, i∞)",
    notation: .elementary("atan", latex: "\\arctan", numpy: "np.arctan", mathML: "arctan"),
    partials: { [1 / (1 + $0[0] ** 2)] },
    value: InverseTrigonometricValues.atan,
    laws: FunctionLaws(symmetry: .odd, leftInverse: "tan", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: Double.atan, ComplexBall.atan),
    example: ("atan(1)", "pi/4"), source: "DLMF 4.23.26")

  /// The inverse cotangent.
  public static let acot = Function(
    "acot", aliases: ["arccot", "arcctg"],
    summary: "the inverse cotangent atan(1/z), π/2 at 0; cut along [−i, i]",
    notation: .inverseReciprocal(
      "acot", of: "atan", numpy: "arctan", latex: "\\operatorname{arccot}", mathML: "arccot"),
    partials: { [-1 / (1 + $0[0] ** 2)] },
    value: InverseTrigonometricValues.acot,
    laws: FunctionLaws(leftInverse: "cot", realDomain: .all, commutesWithConjugation: true),
    kernels: .elementary(real: { .atan(1 / $0) }, ComplexBall.acot),
    example: ("acot(1)", "pi/4"), source: "DLMF 4.23.9")

  /// The inverse secant.
  public static let asec = Function(
    "asec", aliases: ["arcsec"],
    summary: "the inverse secant acos(1/z); cut along (−1, 1)",
    notation: .inverseReciprocal(
      "asec", of: "acos", numpy: "arccos", latex: "\\operatorname{arcsec}", mathML: "arcsec"),
    partials: { [1 / ($0[0] ** 2 * (1 - $0[0] ** -2) ** .half)] },
    value: InverseTrigonometricValues.asec,
    laws: FunctionLaws(
      leftInverse: "sec", range: .nonnegative, realDomain: .fromOne, commutesWithConjugation: true),
    kernels: .elementary(ComplexBall.asec),
    example: ("asec(2)", "pi/3"), source: "DLMF 4.23.8")

  /// The inverse cosecant.
  public static let acsc = Function(
    "acsc", aliases: ["arccsc", "arccosec"],
    summary: "the inverse cosecant asin(1/z); cut along (−1, 1)",
    notation: .inverseReciprocal(
      "acsc", of: "asin", numpy: "arcsin", latex: "\\operatorname{arccsc}", mathML: "arccsc"),
    partials: { [-1 / ($0[0] ** 2 * (1 - $0[0] ** -2) ** .half)] },
    value: InverseTrigonometricValues.acsc,
    laws: FunctionLaws(
      symmetry: .odd, leftInverse: "csc", realDomain: .fromOne, commutesWithConjugation: true),
    kernels: .elementary(ComplexBall.acsc),
    example: ("acsc(2)", "pi/6"), source: "DLMF 4.23.7")

  /// The angle of a point of the plane.
  public static let atan2 = Function(
    "atan2", aliases: ["arctan2"], parameters: ["y": .real, "x": .real],
    summary: "the angle of the point (x, y) in (−π, π]: the argument of x + iy",
    notation: FunctionNotation(
      latex: "\\operatorname{atan2}", sympy: "atan2", numpy: "np.arctan2", math: "math.atan2", c: "atan2"),
    partials: {
      let norm = $0[0] ** 2 + $0[1] ** 2
      return [$0[1] / norm, -$0[0] / norm]
    },
    value: InverseTrigonometricValues.atan2,
    laws: FunctionLaws(realDomain: .all),
    kernels: .real(
      { $0 == 0 && $1 == 0 ? .nan : .atan2(y: $0, x: $1) }, { .atan2(y: $0, x: $1, precision: $2) }),
    example: ("atan2(1, -1)", "3*pi/4"), source: "DLMF 1.9.6")
}
