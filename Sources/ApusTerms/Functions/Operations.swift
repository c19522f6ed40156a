import ApusNumbers

// Operations, which canonical construction turns into sums, products and powers: their calculus is that of the kinds.
extension Function {
  /// A sum as written.
  public static let add = Function(
    "add", arity: .atLeast(0), parameters: ["a": .complex, "b": .complex],
    summary: "the sum of its arguments",
    notation: FunctionNotation(
      latex: "#1 + #2", sympy: "Add", numpy: "np.add", math: "#1 + #2", mathML: "plus", c: "#1 + #2"),
    form: .sum, laws: FunctionLaws(symmetry: .commutative),
    kernels: Kernels(ball: { BallDomain(precision: $1).sum($0) }), source: "DLMF 1.9.13")

  /// A product as written.
  public static let multiply = Function(
    "multiply", arity: .atLeast(0), parameters: ["a": .complex, "b": .complex],
    summary: "the product of its arguments",
    notation: FunctionNotation(
      latex: "#1 #2", sympy: "Mul", numpy: "np.multiply", math: "#1*#2", mathML: "times", c: "#1*#2"),
    form: .product,
    kernels: Kernels(ball: { BallDomain(precision: $1).product($0) }), source: "DLMF 1.9.14")

  /// A difference as written.
  public static let subtract = Function(
    "subtract", parameters: ["a": .complex, "b": .complex], summary: "a − b",
    notation: FunctionNotation(
      latex: "#1 - #2", sympy: "#1 - #2", numpy: "np.subtract", math: "#1 - #2", mathML: "minus", c: "#1 - #2"
    ),
    form: .difference,
    kernels: Kernels(ball: { $0[0].subtracting($0[1], precision: $1) }), source: "DLMF 1.9.13")

  /// A negation as written.
  public static let negate = Function(
    "negate", parameters: ["a": .complex], summary: "−a",
    notation: FunctionNotation(
      latex: "-#1", sympy: "-#1", numpy: "np.negative", math: "-#1", mathML: "minus", c: "-#1"),
    form: .negation, laws: FunctionLaws(symmetry: .odd, inverse: "negate"),
    kernels: Kernels(ball: { arguments, _ in arguments[0].negated }), source: "DLMF 1.9.13")

  /// A quotient as written.
  public static let divide = Function(
    "divide", parameters: ["a": .complex, "b": .complex], summary: "a divided by b",
    notation: FunctionNotation(
      latex: "\\frac{#1}{#2}", sympy: "#1/#2", numpy: "np.divide", math: "#1/#2", mathML: "divide", c: "#1/#2"
    ),
    form: .quotient,
    kernels: Kernels(ball: { $0[0].divided(by: $0[1], precision: $1) }), source: "DLMF 1.9.15")

  /// A power as written.
  public static let power = Function(
    "power", aliases: ["Pow", "pow"], parameters: ["a": .complex, "b": .complex],
    summary: "a to the power b, exp(b·log a) with the principal logarithm",
    notation: FunctionNotation(
      latex: "{#1}^{#2}", sympy: "Pow", numpy: "np.power", math: "math.pow", mathML: "power", c: "pow"),
    form: .power,
    kernels: Kernels(ball: { BallDomain(precision: $1).power($0[0], $0[1]) }), source: "DLMF 4.2.26")

  /// Two values at once.
  public static let plusMinus = Function(
    "plusMinus", arity: .between(1, 2), parameters: ["a": .complex, "b": .complex],
    summary: "±a, or a ± b: two values at once",
    notation: FunctionNotation(
      latex: "\\pm #1", byCount: [2: FunctionNotation(latex: "#1 \\pm #2")]), source: "DLMF Notations")

  /// An angle in degrees.
  public static let degree = Function(
    "degree", aliases: ["degrees"], parameters: ["x": .complex], summary: "an angle of x degrees: x·π/180",
    notation: FunctionNotation(
      latex: "#1^{\\circ}", sympy: "rad(#1)", numpy: "np.deg2rad", math: "math.radians"),
    definition: { $0[0] * .pi / 180 },
    kernels: .elementary {
      $0.multiplied(by: ComplexBall(Ball.pi(precision: $1)), precision: $1).divided(by: 180, precision: $1)
    },
    example: ("degree(180)", "pi"), source: "DLMF Notations")
}
