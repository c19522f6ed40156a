import ApusNumbers

extension Function {
  /// The Riemann zeta function, and with a second argument that of Hurwitz.
  public static let zeta = Function(
    "zeta", arity: .between(1, 2), parameters: ["s": .complex, "a": .complex],
    summary: "the Riemann zeta function, or Hurwitz's Σ (k + a)^(−s); with a pole at s = 1",
    notation: .special("\\zeta", sympy: "zeta", scipy: "zeta"),
    partials: { $0.count == 1 ? [nil] : [nil, -$0[0] * .zeta($0[0] + 1, $0[1])] },
    value: ZetaValues.zeta,
    reduction: ZetaValues.zetaReduction,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special { $0.count == 1 ? .zeta($0[0], precision: $1) : .zeta($0[0], $0[1], precision: $1) },
    example: ("zeta(2)", "pi^2/6"), source: "DLMF 25.2.1")

  /// The Dirichlet eta function.
  public static let dirichletEta = Function(
    "dirichletEta", aliases: ["dirichlet_eta"], parameters: ["s": .complex],
    summary: "the alternating zeta function (1 − 2^(1−s))·zeta(s), entire",
    notation: .special("\\eta", sympy: "dirichlet_eta"),
    value: ZetaValues.dirichletEta,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.dirichletEta),
    example: ("dirichletEta(1)", "log(2)"), source: "DLMF 25.2.3")

  /// The Riemann xi function.
  public static let riemannXi = Function(
    "riemannXi", aliases: ["riemann_xi"], parameters: ["s": .complex],
    summary: "s(s − 1)/2·π^(−s/2)·gamma(s/2)·zeta(s), entire and symmetric about s = 1/2",
    notation: .special("\\xi", sympy: "riemann_xi"),
    value: ZetaValues.riemannXi,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special(ComplexBall.riemannXi),
    example: ("riemannXi(0)", "1/2"), source: "DLMF 25.4.4")

  /// The polylogarithm.
  public static let polylog = Function(
    "polylog", parameters: ["s": .complex, "z": .complex],
    summary: "the polylogarithm Σ z^k/k^s; cut along [1, ∞), continuous from below",
    notation: .special("\\operatorname{Li}_{#1}\\left(#2\\right)", sympy: "polylog"),
    partials: { [nil, .polylog($0[0] - 1, $0[1]) / $0[1]] },
    value: ZetaValues.polylog,
    reduction: ZetaValues.polylogReduction,
    laws: FunctionLaws(realDomain: .unitInterval, commutesWithConjugation: true),
    kernels: .special(ComplexBall.polylog),
    example: ("polylog(2, 1)", "pi^2/6"), source: "DLMF 25.12.10")

  /// Lerch's transcendent.
  public static let lerchphi = Function(
    "lerchphi", parameters: ["z": .complex, "s": .complex, "a": .complex],
    summary: "Lerch's transcendent Σ z^k/(k + a)^s; in z cut along [1, ∞)",
    notation: .special("\\Phi", sympy: "lerchphi"),
    partials: {
      let (z, s, a) = ($0[0], $0[1], $0[2])
      return [
        (.lerchphi(z, s - 1, a) - a * .lerchphi(z, s, a)) / z, nil, -s * .lerchphi(z, s + 1, a),
      ]
    },
    kernels: .special(ComplexBall.lerchPhi),
    example: ("diff(lerchphi(z, s, a), a)", "-s*lerchphi(z, s + 1, a)"), source: "DLMF 25.14.1")
}
