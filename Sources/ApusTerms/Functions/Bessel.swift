import ApusNumbers

extension Function {
  /// The Bessel function of the first kind.
  public static let besselj = Function(
    "besselj", parameters: ["n": .complex, "z": .complex],
    summary: "the Bessel function of the first kind; cut along (−∞, 0) unless n is an integer",
    notation: .special("J_{#1}\\left(#2\\right)", sympy: "besselj", scipy: "jv"),
    partials: { [nil, (.besselj($0[0] - 1, $0[1]) - .besselj($0[0] + 1, $0[1])) / 2] },
    value: BesselValues.atZero,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.besselJ),
    example: ("besselj(0, 0)", "1"), source: "DLMF 10.2.2")

  /// The Bessel function of the second kind.
  public static let bessely = Function(
    "bessely", parameters: ["n": .complex, "z": .complex],
    summary: "the Bessel function of the second kind; cut along (−∞, 0]",
    notation: .special("Y_{#1}\\left(#2\\right)", sympy: "bessely", scipy: "yv"),
    partials: { [nil, (.bessely($0[0] - 1, $0[1]) - .bessely($0[0] + 1, $0[1])) / 2] },
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.besselY),
    example: ("diff(bessely(n, x), x)", "bessely(n - 1, x)/2 - bessely(n + 1, x)/2"),
    source: "DLMF 10.2.3")

  /// The modified Bessel function of the first kind.
  public static let besseli = Function(
    "besseli", parameters: ["n": .complex, "z": .complex],
    summary: "the modified Bessel function of the first kind; cut along (−∞, 0) unless n is an integer",
    notation: .special("I_{#1}\\left(#2\\right)", sympy: "besseli", scipy: "iv"),
    partials: { [nil, (.besseli($0[0] - 1, $0[1]) + .besseli($0[0] + 1, $0[1])) / 2] },
    value: BesselValues.atZero,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.besselI),
    example: ("besseli(0, 0)", "1"), source: "DLMF 10.25.2")

  /// The modified Bessel function of the second kind.
  public static let besselk = Function(
    "besselk", parameters: ["n": .complex, "z": .complex],
    summary: "the modified Bessel function of the second kind; cut along (−∞, 0]",
    notation: .special("K_{#1}\\left(#2\\right)", sympy: "besselk", scipy: "kv"),
    partials: { [nil, -(.besselk($0[0] - 1, $0[1]) + .besselk($0[0] + 1, $0[1])) / 2] },
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.besselK),
    example: ("diff(besselk(n, x), x)", "-besselk(n + 1, x)/2 - besselk(n - 1, x)/2"),
    source: "DLMF 10.25.3")

  /// The Hankel function of the first kind.
  public static let hankel1 = Function(
    "hankel1", parameters: ["n": .complex, "z": .complex],
    summary: "the Hankel function besselj + i·bessely; cut along (−∞, 0]",
    notation: .special("H^{(1)}_{#1}\\left(#2\\right)", sympy: "hankel1", scipy: "hankel1"),
    partials: { [nil, (.hankel1($0[0] - 1, $0[1]) - .hankel1($0[0] + 1, $0[1])) / 2] },
    kernels: .special(ComplexBall.hankel1),
    example: ("diff(hankel1(n, x), x)", "hankel1(n - 1, x)/2 - hankel1(n + 1, x)/2"),
    source: "DLMF 10.2.5")

  /// The Hankel function of the second kind.
  public static let hankel2 = Function(
    "hankel2", parameters: ["n": .complex, "z": .complex],
    summary: "the Hankel function besselj − i·bessely; cut along (−∞, 0]",
    notation: .special("H^{(2)}_{#1}\\left(#2\\right)", sympy: "hankel2", scipy: "hankel2"),
    partials: { [nil, (.hankel2($0[0] - 1, $0[1]) - .hankel2($0[0] + 1, $0[1])) / 2] },
    kernels: .special(ComplexBall.hankel2),
    example: ("diff(hankel2(n, x), x)", "hankel2(n - 1, x)/2 - hankel2(n + 1, x)/2"),
    source: "DLMF 10.2.6")

  /// The spherical Bessel function of the first kind.
  public static let sphericalbesselj = Function(
    "sphericalbesselj", aliases: ["jn", "spherical_jn"], parameters: ["n": .complex, "z": .complex],
    summary: "the spherical Bessel function sqrt(π/(2z))·besselj(n + 1/2, z)",
    notation: .special("j_{#1}\\left(#2\\right)", sympy: "jn", scipy: "spherical_jn"),
    partials: {
      let (n, z) = ($0[0], $0[1])
      return [nil, .sphericalbesselj(n - 1, z) - (n + 1) / z * .sphericalbesselj(n, z)]
    },
    value: BesselValues.sphericalAtZero,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.sphericalBesselJ),
    example: ("sphericalbesselj(0, 0)", "1"), source: "DLMF 10.47.3")

  /// The spherical Bessel function of the second kind.
  public static let sphericalbessely = Function(
    "sphericalbessely", aliases: ["yn", "spherical_yn"], parameters: ["n": .complex, "z": .complex],
    summary: "the spherical Bessel function sqrt(π/(2z))·bessely(n + 1/2, z)",
    notation: .special("y_{#1}\\left(#2\\right)", sympy: "yn", scipy: "spherical_yn"),
    partials: {
      let (n, z) = ($0[0], $0[1])
      return [nil, .sphericalbessely(n - 1, z) - (n + 1) / z * .sphericalbessely(n, z)]
    },
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.sphericalBesselY),
    example: (
      "diff(sphericalbessely(0, x), x)", "sphericalbessely(-1, x) - sphericalbessely(0, x)/x"
    ), source: "DLMF 10.47.4")
}
