import ApusNumbers

extension Function {
  /// The Lambert W function.
  public static let lambertw = Function(
    "lambertw", aliases: ["W", "LambertW", "lambertW", "productlog"], arity: .between(1, 2),
    parameters: ["z": .complex, "k": .integer],
    summary: "the solution w of w·exp(w) = z on branch k, the principal one without k; cut along (−∞, −1/e)",
    notation: FunctionNotation(
      latex: "W", sympy: "LambertW", numpy: "scipy.special.lambertw",
      byCount: [
        2: FunctionNotation(
          latex: "W_{#2}\\left(#1\\right)", sympy: "LambertW", numpy: "scipy.special.lambertw")
      ]),
    partials: {
      $0.count == 1 ? [slope(.lambertw($0[0]), $0[0])] : [slope(.lambertw($0[0], $0[1]), $0[0]), nil]
    },
    value: LambertWValues.value,
    reduction: LambertWValues.reduction,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(LambertWValues.kernel),
    example: ("lambertw(E)", "1"), source: "DLMF 4.13.1")
}

/// W′(z) = W/(z(1 + W)) on every branch.
private func slope(_ w: Expr, _ z: Expr) -> Expr { w / (z * (1 + w)) }
