import ApusNumbers
import ApusTerms

/// Expressions with their values written in Python by hand, for the writers of SymPy, NumPy and `math`.
struct PythonSample: Sendable {
  enum Target: Sendable, CaseIterable { case sympy, numpy, math }

  let expression: Expr
  /// In the names of mpmath; a list for several values, both sides for an equation.
  let reference: String
  let targets: [Target]

  init(_ expression: Expr, _ reference: String, _ targets: [Target] = Target.allCases) {
    self.expression = expression
    self.reference = reference
    self.targets = targets
  }

  static let point: [String: Double] = [
    "a": 0.7, "b": 1.3, "c": 2.1, "n": 3, "m": 4, "x": 0.35, "y": 1.9, "z": -0.6, "lambda": 0.8, "E": 5.5,
    "gamma": 0.25, "sin": 0.15, "np": 2.5, "Rational": 1.25, "t": 0.45,
  ]

  private static func s(_ name: String) -> Expr { .symbol(name) }
  static func o(_ name: String, _ arguments: Expr...) -> Expr {
    .opaque(FunctionTable.standard[name] ?? .undefined(name), arguments)
  }

  private static let (a, b, c, n, m) = (s("a"), s("b"), s("c"), s("n"), s("m"))
  private static let (x, y, z, t, k) = (s("x"), s("y"), s("z"), s("t"), s("k"))

  static let arithmetic: [PythonSample] = [
    PythonSample(o("divide", 1, 2), "mpf(1)/2"),
    PythonSample(o("divide", o("add", 1, 2), o("multiply", 2, 3)), "mpf(1)/2"),
    PythonSample(o("negate", o("divide", 3, 4)), "-0.75"),
    PythonSample(o("divide", o("negate", 3), 4), "-0.75"),
    PythonSample(o("power", 10, -3), "mpf(1)/1000"),
    PythonSample(o("power", 10, o("subtract", 2, 5)), "mpf(1)/1000"),
    PythonSample(o("power", 2, o("divide", 1, 2)), "sqrt(2)"),
    PythonSample(o("power", o("negate", 2), 2), "4"),
    PythonSample(o("negate", o("power", 2, 2)), "-4"),
    PythonSample(o("power", o("negate", x), 2), "x**2"),
    PythonSample(o("power", x, o("power", 2, n)), "x**(2**n)"),
    PythonSample(o("power", o("power", x, 2), n), "(x**2)**n"),
    PythonSample(o("power", x, o("negate", 2)), "x**-2"),
    PythonSample(o("power", x, o("negate", n)), "x**-n"),
    PythonSample(o("power", 2, o("negate", n)), "mpf(2)**-n"),
    PythonSample(o("power", -1, n), "-1"),
    PythonSample(o("divide", a, o("multiply", b, c)), "a/(b*c)"),
    PythonSample(o("multiply", o("divide", a, b), c), "a/b*c"),
    PythonSample(o("multiply", c, o("divide", a, b)), "c*a/b"),
    PythonSample(o("divide", o("divide", a, b), o("divide", c, x)), "a/b/(c/x)"),
    PythonSample(o("divide", a, o("negate", b)), "-a/b"),
    PythonSample(o("subtract", a, o("add", b, c)), "a-(b+c)"),
    PythonSample(o("subtract", a, o("subtract", b, c)), "a-(b-c)"),
    PythonSample(o("add", a, o("negate", o("add", b, c))), "a-(b+c)"),
    PythonSample(o("add", a, o("multiply", -2, b)), "a-2*b"),
    PythonSample(o("subtract", a, -3), "a+3"),
    PythonSample(o("multiply", a, o("negate", b)), "-a*b"),
    PythonSample(o("multiply", o("negate", a), b, -1), "a*b"),
    PythonSample(o("multiply", 1.22, o("divide", s("lambda"), c)), "1.22*lambda_/c"),
    PythonSample(o("multiply", 1.602, o("power", 10, -19)), "1.602e-19*mpf(1)"),
    PythonSample((x - 1) ** 2 / (2 * y) - 3 * x / 4, "(x-1)**2/(2*y)-3*x/4"),
    PythonSample(x ** (Expr(1) / 2) + y ** (Expr(-1) / 3) + z ** 3, "sqrt(x)+1/cbrt(y)+z**3"),
    PythonSample(Expr.E ** (-x) * a + .E ** 2, "exp(-x)*a+exp(2)"),
    PythonSample(Expr(2) ** (Expr(1) / 2) * .pi / 4, "sqrt(2)*pi/4"),
    PythonSample(o("root", o("add", o("power", x, 3), 1), 4), "(x**3+1)**0.25"),
    PythonSample(o("root", y, n), "cbrt(y)"), PythonSample(o("sqrt", 3), "sqrt(3)"),
    PythonSample((x + .i) * (2 - 3 * .i), "(x+1j)*(2-3j)", [.sympy, .numpy]),
    PythonSample(o("divide", o("sin", x), o("multiply", 2, .i)), "sin(x)/2j", [.sympy, .numpy]),
    PythonSample(s("gamma") * o("gamma", y) + s("sin") * o("sin", x), "gamma_*gamma(y)+sin_*sin(x)"),
    PythonSample(s("E") * .E + s("Rational") / 2, "E*e+Rational/2"),
    PythonSample(s("np") * o("cos", x), "np*cos(x)"),
  ]

  static let functions: [PythonSample] = [
    PythonSample(o("log", x, 10), "log10(x)"), PythonSample(o("log10", x), "log10(x)"),
    PythonSample(o("log", o("power", x, 2)), "2*log(x)"), PythonSample(o("log", x, b), "log(x)/log(b)"),
    PythonSample(o("abs", z), "0.6"), PythonSample(o("floor", z), "-1"), PythonSample(o("ceiling", y), "2"),
    PythonSample(o("mod", 7 * x, 2), "0.45"), PythonSample(o("max", a, b, c), "c"),
    PythonSample(o("min", a, b, c), "a"), PythonSample(o("factorial", n), "6", [.sympy, .numpy]),
    PythonSample(o("doubleFactorial", o("subtract", o("multiply", 2, n), 1)), "15", [.sympy, .numpy]),
    PythonSample(o("binomial", m, 2), "6", [.sympy, .numpy]), PythonSample(o("erf", x), "erf(x)"),
    PythonSample(o("besselj", 1, x), "besselj(1,x)", [.sympy, .numpy]),
    PythonSample(o("atan2", y, x), "atan2(y,x)"),
    PythonSample(o("sec", x) + o("acoth", y), "sec(x)+acoth(y)"),
    PythonSample(o("sign", z), "-1"), PythonSample(o("heaviside", z), "0", [.sympy, .numpy]),
    PythonSample(o("re", o("add", 3, 4 * .i)), "3", [.sympy, .numpy]),
    PythonSample(o("conjugate", o("add", x, .i)), "x-1j", [.sympy, .numpy]),
    PythonSample(o("degree", 30), "pi/6"), PythonSample(o("norm", z), "0.6"),
    PythonSample(o("sin", o("degree", 30)), "0.5"), PythonSample(o("zeta", y), "zeta(y)", [.sympy, .numpy]),
  ]

  static let constructs: [PythonSample] = [
    PythonSample(o("equal", y, o("multiply", a, x)), "[y,a*x]", [.sympy]),
    PythonSample(o("equal", y, o("multiply", a, x)), "a*x", [.numpy, .math]),
    PythonSample(o("equal", y * x, o("multiply", a, x)), "y*x-a*x", [.numpy, .math]),
    PythonSample(o("equal", o("f", x), o("multiply", a, x)), "a*x", [.numpy, .math]),
    PythonSample(o("equal", x, x), "[x,x]", [.sympy]), PythonSample(o("less", a, b), "1"),
    PythonSample(o("greaterEqual", 1, 2), "0"),
    PythonSample(o("and", o("less", a, b), o("lessEqual", b, a)), "0", [.numpy, .math]),
    PythonSample(o("and", o("less", a, b), o("lessEqual", b, c)), "[1,1]", [.sympy]),
    PythonSample(o("or", o("not", o("less", a, b)), o("less", b, c)), "1"),
    PythonSample(o("congruent", 7, 3, 4), "[0,0]", [.sympy]),
    PythonSample(o("congruent", 7, 3, 4), "1", [.numpy, .math]),
    PythonSample(o("piecewise", o("less", x, 0), o("sqrt", z), o("power", x, 2)), "x**2"),
    PythonSample(o("piecewise", o("less", x, 0), 1, o("less", y, 0), 2, 3), "3"),
    PythonSample(
      o("piecewise", o("notEqual", x, 1), o("divide", 1, o("subtract", x, 1)), o("equal", x, 1), 0), "1/(x-1)"
    ),
    PythonSample(o("divide", o("plusMinus", a, o("sqrt", b)), 2), "[(a+sqrt(b))/2,(a-sqrt(b))/2]"),
    PythonSample(o("equal", x, o("plusMinus", 1)), "[x,1,x,-1]", [.sympy]),
    PythonSample(o("equal", x, o("plusMinus", 1)), "[1,-1]", [.numpy, .math]),
    PythonSample(o("list", o("list", a, 1), o("list", 0, b)), "[a,1,0,b]", [.sympy, .numpy]),
    PythonSample(
      o("multiply", o("list", o("list", a, 1), o("list", 0, b)), o("list", o("list", 1), o("list", 2))),
      "[a+2,2*b]", [.sympy, .numpy]),
    PythonSample(
      o(
        "multiply", 2, o("transpose", o("list", o("list", 1), o("list", x))),
        o("list", o("list", 3), o("list", 2))),
      "6+4*x", [.sympy, .numpy]),
    PythonSample(
      o("power", o("list", o("list", 2, 0), o("list", 0, 4)), -1), "[0.5,0,0,0.25]", [.sympy, .numpy]),
    PythonSample(o("det", o("list", o("list", a, 1), o("list", 2, b))), "a*b-2", [.sympy, .numpy]),
    PythonSample(o("norm", o("list", o("list", 3), o("list", 4))), "5", [.sympy, .numpy]),
    PythonSample(o("sum", o("power", k, 2), k, 1, 5), "55"),
    PythonSample(o("sum", x / o("factorial", k), k, 0, 2), "2.5*x", [.sympy, .numpy]),
    PythonSample(o("productOver", o("add", k, x), k, 1, 2), "(1+x)*(2+x)"),
    PythonSample(o("sum", o("sum", o("multiply", k, t), t, 1, k), k, 1, 3), "1+2*3+3*6"),
    PythonSample(o("at", o("power", x, 2), x, 3), "9"), PythonSample(o("tuple", a, b), "[a,b]"),
    PythonSample(o("integral", o("integral", x * y, y, 0, x), x, 0, 2), "2", [.sympy]),
    PythonSample(o("derivative", o("sin", o("multiply", a, x)), x, 2), "-a*a*sin(a*x)", [.sympy]),
    PythonSample(o("derivative", o("f", x, t), x, 1, t, 2), "-2*(-cos(x+t/3))/-9*1", [.sympy]),
    PythonSample(o("limit", o("divide", o("sin", x), x), x, 0), "1", [.sympy]),
    PythonSample(o("limit", o("divide", o("abs", x), x), x, 0, -1), "-1", [.sympy]),
    PythonSample(o("limit", o("divide", 1, x), x, .infinity), "0", [.sympy]),
    PythonSample(o("at", o("derivative", o("power", x, 3), x, 1), x, 2), "12", [.sympy]),
    PythonSample(o("set", 1, 2), "[1,2]", [.sympy]),
  ]

  static let all = (arithmetic + functions + constructs).filter { !$0.targets.isEmpty }
}
