import ApusNumbers

extension Function {
  /// The greatest of its arguments.
  public static let max = Function(
    "max", aliases: ["Max", "maximum"], arity: .atLeast(1), parameters: ["x": .real, "y": .real],
    summary: "the greatest of real numbers",
    notation: FunctionNotation(
      latex: "\\max", sympy: "Max", numpy: "np.maximum", math: "max", mathML: "max", c: "fmax"),
    form: .maximum,
    realPartials: { arguments in
      arguments.indices.map { i in
        .product(arguments.indices.filter { $0 != i }.map { .heaviside(arguments[i] - arguments[$0]) })
      }
    },
    value: OrderValues.maximum,
    laws: FunctionLaws(symmetry: .commutative, realDomain: .all),
    kernels: ExtremumKernels.maximum,
    example: ("max(1, 2)", "2"), source: "DLMF Notations M")

  /// The least of its arguments.
  public static let min = Function(
    "min", aliases: ["Min", "minimum"], arity: .atLeast(1), parameters: ["x": .real, "y": .real],
    summary: "the least of real numbers",
    notation: FunctionNotation(
      latex: "\\min", sympy: "Min", numpy: "np.minimum", math: "min", mathML: "min", c: "fmin"),
    form: .minimum,
    realPartials: { arguments in
      arguments.indices.map { i in
        .product(arguments.indices.filter { $0 != i }.map { .heaviside(arguments[$0] - arguments[i]) })
      }
    },
    value: OrderValues.minimum,
    laws: FunctionLaws(symmetry: .commutative, realDomain: .all),
    kernels: ExtremumKernels.minimum,
    example: ("min(1, 2)", "1"), source: "DLMF Notations M")

  /// The unit step.
  public static let heaviside = Function(
    "heaviside", aliases: ["Heaviside"], parameters: ["x": .real],
    summary: "the unit step: 0 for x < 0, 1/2 at 0, 1 for x > 0",
    notation: FunctionNotation(
      latex: "\\theta", sympy: "Heaviside", numpy: "np.heaviside(#1, 0.5)"),
    realPartials: { [.dirac($0[0])] },
    value: OrderValues.heaviside,
    laws: FunctionLaws(range: .nonnegative, realDomain: .all, homogeneity: 0),
    kernels: .real(ExtremumKernels.step, ComplexBall.heaviside),
    example: ("heaviside(0)", "1/2"), source: "DLMF 1.16.13")

  /// Dirac's delta.
  public static let dirac = Function(
    "dirac", aliases: ["DiracDelta"], parameters: ["x": .real],
    summary: "Dirac's delta distribution: 0 away from 0, with no value at 0",
    notation: FunctionNotation(latex: "\\delta", sympy: "DiracDelta"),
    value: OrderValues.dirac,
    laws: FunctionLaws(symmetry: .even, range: .nonnegative, realDomain: .all, homogeneity: -1),
    kernels: .real({ $0 == 0 || $0.isNaN ? .nan : 0 }, ExtremumKernels.dirac),
    example: ("dirac(2)", "0"), source: "DLMF 1.17.1")

  /// Kronecker's delta.
  public static let kronecker = Function(
    "kronecker", aliases: ["KroneckerDelta"], parameters: ["i": .complex, "j": .complex],
    summary: "1 if both are equal, otherwise 0",
    notation: FunctionNotation(
      latex: "\\delta_{#1,#2}", sympy: "KroneckerDelta", numpy: "np.equal(#1, #2)*1", c: "(#1) == (#2)"),
    value: OrderValues.kronecker,
    laws: FunctionLaws(symmetry: .commutative, range: .integer, realDomain: .all),
    kernels: .special(ComplexBall.kronecker),
    example: ("kronecker(2, 3)", "0"), source: "DLMF Notations D")
}
