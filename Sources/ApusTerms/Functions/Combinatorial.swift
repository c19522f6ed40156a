import ApusNumbers

extension Function {
  /// The factorial.
  public static let factorial = Function(
    "factorial", parameters: ["n": .complex], summary: "n!, for complex n the gamma function of n + 1",
    notation: FunctionNotation(
      latex: "#1!", sympy: "factorial", numpy: "scipy.special.gamma(#1 + 1)", math: "math.factorial",
      mathML: "factorial", c: "tgamma(#1 + 1)"),
    partials: { [.factorial($0[0]) * .digamma($0[0] + 1)] },
    value: CombinatorialValues.factorial,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.factorial),
    example: ("factorial(5)", "120"), source: "DLMF 5.4.1")

  /// The double factorial.
  public static let doubleFactorial = Function(
    "doubleFactorial", aliases: ["factorial2", "double_factorial"], parameters: ["n": .integer],
    summary: "n!! = n(n − 2)(n − 4)…, for odd negative n by n!! = (n + 2)!!/(n + 2)",
    notation: FunctionNotation(
      latex: "#1!!", sympy: "factorial2",
      // SciPy's own gives 0 for negative integers and refuses floats.
      numpy: "2.0**((1 + 2*#1 - np.cos(np.pi*#1))/4)*np.pi**((np.cos(np.pi*#1) - 1)/4)"
        + "*scipy.special.gamma(#1/2 + 1)"),
    value: CombinatorialValues.doubleFactorial,
    laws: FunctionLaws(realDomain: .all),
    kernels: .special(ComplexBall.doubleFactorial),
    example: ("doubleFactorial(7)", "105"), source: "DLMF 5.4.2")

  /// The binomial coefficient.
  public static let binomial = Function(
    "binomial", aliases: ["choose"], parameters: ["n": .complex, "k": .complex],
    summary:
      "Γ(n + 1)/(Γ(k + 1)Γ(n − k + 1)); for integers n < 0 and k ≥ 0 the polynomial in n, and 0 for integers k < 0",
    notation: FunctionNotation(
      latex: "\\binom{#1}{#2}", sympy: "binomial", numpy: "scipy.special.binom", math: "math.comb"),
    partials: {
      let (n, k) = ($0[0], $0[1])
      let tail = Expr.digamma(n - k + 1)
      return [.binomial(n, k) * (.digamma(n + 1) - tail), .binomial(n, k) * (tail - .digamma(k + 1))]
    },
    value: CombinatorialValues.binomial,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(CombinatorialKernels.binomial),
    example: ("binomial(5, 2)", "10"), source: "DLMF 1.2.6")

  /// The rising factorial.
  public static let pochhammer = Function(
    "pochhammer", aliases: ["rf", "RisingFactorial", "risingFactorial"],
    parameters: ["a": .complex, "n": .complex],
    summary: "the rising factorial Γ(a + n)/Γ(a) = a(a + 1)…(a + n − 1)",
    notation: .special("\\left(#1\\right)_{#2}", sympy: "rf", scipy: "poch"),
    partials: {
      let (a, n) = ($0[0], $0[1])
      return [
        .pochhammer(a, n) * (.digamma(a + n) - .digamma(a)), .pochhammer(a, n) * .digamma(a + n),
      ]
    },
    value: CombinatorialValues.pochhammer,
    laws: FunctionLaws(realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.risingFactorial),
    example: ("pochhammer(3, 4)", "360"), source: "DLMF 5.2.5")

  /// The falling factorial.
  public static let fallingFactorial = Function(
    "fallingFactorial", aliases: ["ff", "FallingFactorial"],
    parameters: ["x": .complex, "n": .complex],
    summary: "the falling factorial Γ(x + 1)/Γ(x − n + 1) = x(x − 1)…(x − n + 1)",
    notation: .special(
      "#1^{\\underline{#2}}", sympy: "ff", scipy: "scipy.special.poch(#1 - #2 + 1, #2)"),
    partials: {
      let (x, n) = ($0[0], $0[1])
      let tail = Expr.digamma(x - n + 1)
      return [
        .fallingFactorial(x, n) * (.digamma(x + 1) - tail), .fallingFactorial(x, n) * tail,
      ]
    },
    value: CombinatorialValues.fallingFactorial,
    laws: FunctionLaws(commutesWithConjugation: true),
    kernels: .special(ComplexBall.fallingFactorial),
    example: ("fallingFactorial(5, 2)", "20"), source: "DLMF 26.1.1")

  /// The greatest common divisor.
  public static let gcd = Function(
    "gcd", arity: .atLeast(1), parameters: ["a": .integer, "b": .integer],
    summary: "the greatest common divisor of integers, not negative",
    notation: FunctionNotation(
      latex: "\\gcd", sympy: "gcd", numpy: "np.gcd", math: "math.gcd", mathML: "gcd"),
    value: CombinatorialValues.gcd,
    laws: FunctionLaws(symmetry: .commutative, range: .integer, realDomain: .all),
    kernels: CombinatorialKernels.divisors(Integer.gcd),
    example: ("gcd(12, 18)", "6"), source: "DLMF 27.1")

  /// The least common multiple.
  public static let lcm = Function(
    "lcm", arity: .atLeast(1), parameters: ["a": .integer, "b": .integer],
    summary: "the least common multiple of integers, not negative",
    notation: FunctionNotation(
      latex: "\\operatorname{lcm}", sympy: "lcm", numpy: "np.lcm", math: "math.lcm", mathML: "lcm"),
    value: CombinatorialValues.lcm,
    laws: FunctionLaws(symmetry: .commutative, range: .integer, realDomain: .all),
    kernels: CombinatorialKernels.divisors(Integer.lcm),
    example: ("lcm(4, 6)", "12"), source: "DLMF 27.1")
}
