import ApusNumbers

extension Function {
  /// The harmonic numbers.
  public static let harmonic = Function(
    "harmonic", parameters: ["n": .complex],
    summary: "the harmonic number 1 + 1/2 + … + 1/n, for complex n digamma(n + 1) + EulerGamma",
    notation: .special("H_{#1}", sympy: "harmonic", scipy: "scipy.special.digamma(#1 + 1) + np.euler_gamma"),
    partials: { [.polygamma(1, $0[0] + 1)] },
    value: SequenceValues.harmonic,
    laws: FunctionLaws(range: .positive, realDomain: .positive, commutesWithConjugation: true),
    kernels: .special(ComplexBall.harmonic),
    example: ("harmonic(4)", "25/12"), source: "DLMF 5.4.14")

  /// The Fibonacci numbers.
  public static let fibonacci = Function(
    "fibonacci", parameters: ["n": .integer],
    summary: "the Fibonacci number F(n), with F(0) = 0 and F(1) = 1",
    notation: .special("F_{#1}", sympy: "fibonacci"),
    value: SequenceValues.value(SequenceValues.fibonacci),
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .special(ComplexBall.fibonacci),
    example: ("fibonacci(10)", "55"), source: "DLMF 26.11.5")

  /// The Lucas numbers.
  public static let lucas = Function(
    "lucas", parameters: ["n": .integer], summary: "the Lucas number L(n), with L(0) = 2 and L(1) = 1",
    notation: .special("L_{#1}", sympy: "lucas"),
    value: SequenceValues.value(SequenceValues.lucas),
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .special(ComplexBall.lucas),
    example: ("lucas(10)", "123"), source: "OEIS A000032")

  /// The Bernoulli numbers and polynomials.
  public static let bernoulli = Function(
    "bernoulli", arity: .between(1, 2), parameters: ["n": .natural, "x": .complex],
    summary: "the Bernoulli number B(n), with B(1) = −1/2, or the Bernoulli polynomial B(n, x)",
    notation: FunctionNotation(
      latex: "B_{#1}", sympy: "bernoulli(#1, 0)", numpy: nil,
      byCount: [2: FunctionNotation(latex: "B_{#1}\\left(#2\\right)", sympy: "bernoulli")]),
    partials: { $0.count == 1 ? [nil] : [nil, $0[0] * .bernoulli($0[0] - 1, $0[1])] },
    value: SequenceValues.bernoulli,
    reduction: SequenceValues.bernoulliReduction,
    laws: FunctionLaws(realDomain: .all, commutesWithConjugation: true),
    kernels: .special {
      $0.count == 1 ? .bernoulli($0[0], precision: $1) : .bernoulli($0[0], $0[1], precision: $1)
    },
    example: ("bernoulli(4)", "-1/30"), source: "DLMF 24.2.1")

  /// The Euler numbers.
  public static let euler = Function(
    "euler", aliases: ["eulerNumber"], parameters: ["n": .natural],
    summary: "the Euler number E(n), the n-th derivative of sech at 0",
    notation: .special("E_{#1}", sympy: "euler"),
    value: SequenceValues.value(SequenceValues.euler),
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .special(ComplexBall.euler),
    example: ("euler(4)", "5"), source: "DLMF 24.2.6")

  /// The Catalan numbers.
  public static let catalan = Function(
    "catalan", parameters: ["n": .natural], summary: "the Catalan number binomial(2n, n)/(n + 1)",
    notation: .special("C_{#1}", sympy: "catalan"),
    value: SequenceValues.value(SequenceValues.catalan),
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .special(CombinatorialKernels.catalan),
    example: ("catalan(5)", "42"), source: "DLMF 26.5.1")

  /// The Bell numbers.
  public static let bell = Function(
    "bell", parameters: ["n": .natural],
    summary: "the Bell number: in how many ways a set of n parts into classes",
    notation: .special("\\operatorname{Bell}_{#1}", sympy: "bell"),
    value: SequenceValues.value(SequenceValues.bell),
    laws: FunctionLaws(range: .integer, realDomain: .all),
    kernels: .special(ComplexBall.bell),
    example: ("bell(5)", "52"), source: "DLMF 26.7.1")
}
