import ApusNumbers

// Elliptic integrals take the parameter m = k², as in SymPy and SciPy.
extension Function {
  /// The complete elliptic integral of the first kind.
  public static let elliptic_k = Function(
    "elliptic_k", aliases: ["ellipticK", "ellipk"], parameters: ["m": .complex],
    summary: "the complete elliptic integral of the first kind of parameter m = k²; cut along [1, ∞)",
    notation: .special("K", sympy: "elliptic_k", scipy: "ellipk"),
    partials: {
      let m = $0[0]
      return [(.elliptic_e(m) - (1 - m) * .elliptic_k(m)) / (2 * m * (1 - m))]
    },
    value: SpecialValues.ellipticK,
    laws: FunctionLaws(range: .positive, realDomain: .upToOne, commutesWithConjugation: true),
    kernels: .special(ComplexBall.ellipticK),
    example: ("elliptic_k(0)", "pi/2"), source: "DLMF 19.2.8")

  /// The elliptic integral of the second kind, complete or not.
  public static let elliptic_e = Function(
    "elliptic_e", aliases: ["ellipticE", "ellipe"], arity: .between(1, 2),
    parameters: ["phi": .complex, "m": .complex],
    summary:
      "the elliptic integral of the second kind: complete of parameter m = k², or from 0 to an angle and m",
    notation: FunctionNotation(
      latex: "E", sympy: "elliptic_e", numpy: "scipy.special.ellipe",
      byCount: [
        2: FunctionNotation(
          latex: "E\\left(#1\\middle|#2\\right)", sympy: "elliptic_e", numpy: "scipy.special.ellipeinc")
      ]),
    partials: { $0.count == 1 ? completeSecondKind($0[0]) : incompleteSecondKind($0[0], $0[1]) },
    value: SpecialValues.ellipticE,
    reduction: SpecialValues.ellipticEReduction,
    laws: FunctionLaws(range: .positive, realDomain: .upToOne, commutesWithConjugation: true),
    kernels: .special {
      $0.count == 1 ? .ellipticE($0[0], precision: $1) : .ellipticE($0[0], $0[1], precision: $1)
    },
    example: ("elliptic_e(0)", "pi/2"), source: "DLMF 19.2.8")

  /// The incomplete elliptic integral of the first kind.
  public static let elliptic_f = Function(
    "elliptic_f", aliases: ["ellipticF", "ellipkinc"], parameters: ["phi": .complex, "m": .complex],
    summary: "the elliptic integral of the first kind from 0 to the angle phi, of parameter m = k²",
    notation: .special("F\\left(#1\\middle|#2\\right)", sympy: "elliptic_f", scipy: "ellipkinc"),
    partials: {
      let (phi, m) = ($0[0], $0[1])
      let delta = (1 - m * .sin(phi) ** 2) ** .half
      let first = Expr.elliptic_e(phi, m) / (2 * m * (1 - m)) - .elliptic_f(phi, m) / (2 * m)
      return [1 / delta, first - .sin(2 * phi) / (4 * (1 - m) * delta)]
    },
    reduction: SpecialValues.ellipticFReduction,
    laws: FunctionLaws(commutesWithConjugation: true),
    kernels: .special(ComplexBall.ellipticF),
    example: ("elliptic_f(0, m)", "0"), source: "DLMF 19.2.4")

  /// The elliptic integral of the third kind, complete or not.
  public static let elliptic_pi = Function(
    "elliptic_pi", aliases: ["ellipticPi", "ellippi"], arity: .between(2, 3),
    parameters: ["n": .complex, "phi": .complex, "m": .complex],
    summary: "the elliptic integral of the third kind of characteristic n: complete (n, m), or (n, phi, m)",
    notation: FunctionNotation(
      latex: "\\Pi\\left(#1\\middle|#2\\right)", sympy: "elliptic_pi",
      byCount: [3: FunctionNotation(latex: "\\Pi\\left(#1;#2\\middle|#3\\right)", sympy: "elliptic_pi")]),
    partials: {
      $0.count == 2 ? completeThirdKind($0[0], $0[1]) : incompleteThirdKind($0[0], $0[1], $0[2])
    },
    reduction: SpecialValues.ellipticPiReduction,
    laws: FunctionLaws(commutesWithConjugation: true),
    kernels: .special {
      $0.count == 2
        ? .ellipticPi($0[0], $0[1], precision: $1) : .ellipticPi($0[0], $0[1], $0[2], precision: $1)
    },
    example: ("elliptic_pi(0, 0)", "pi/2"), source: "DLMF 19.2.7")
}

private func completeSecondKind(_ m: Expr) -> [Expr?] {
  [(.elliptic_e(m) - .elliptic_k(m)) / (2 * m)]
}

private func incompleteSecondKind(_ phi: Expr, _ m: Expr) -> [Expr?] {
  [(1 - m * .sin(phi) ** 2) ** .half, (.elliptic_e(phi, m) - .elliptic_f(phi, m)) / (2 * m)]
}

private func completeThirdKind(_ n: Expr, _ m: Expr) -> [Expr?] {
  let (e, k, p) = (Expr.elliptic_e(m), Expr.elliptic_k(m), Expr.elliptic_pi(n, m))
  let byN = (e + (m - n) * k / n + (n ** 2 - m) * p / n) / (2 * (m - n) * (n - 1))
  return [byN, (e / (m - 1) + p) / (2 * (n - m))]
}

private func incompleteThirdKind(_ n: Expr, _ phi: Expr, _ m: Expr) -> [Expr?] {
  let (e, f, p) = (Expr.elliptic_e(phi, m), Expr.elliptic_f(phi, m), Expr.elliptic_pi(n, phi, m))
  let delta = (1 - m * .sin(phi) ** 2) ** .half
  let pole = 1 - n * .sin(phi) ** 2
  let sine = Expr.sin(2 * phi)
  let sum = e + (m - n) * f / n + (n ** 2 - m) * p / n - n * delta * sine / (2 * pole)
  let byM = (e / (m - 1) + p - m * sine / (2 * (m - 1) * delta)) / (2 * (n - m))
  return [sum / (2 * (m - n) * (n - 1)), 1 / (delta * pole), byM]
}
