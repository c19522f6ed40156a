import ApusNotation
import ApusNumbers
import ApusTerms
import Testing

@Suite("Text of generated Python")
struct PythonTextTests {
  private typealias S = PythonSample
  private static let (x, y, t) = (Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("t"))

  @Test("a SymPy program imports, declares and ends in the equation") func sympyProgram() throws {
    let energy = S.o("equal", .symbol("E"), S.o("multiply", S.o("divide", 1, 2), .symbol("m"), Self.x ** 2))
    #expect(
      try SymPyWriter().text(of: energy) == """
        from sympy import Eq, Rational, symbols

        E, m, x = symbols('E m x')

        Eq(E, Rational(1, 2)*m*x**2, evaluate=False)

        """)
  }

  @Test("systems, chains and ± make lists; functions are declared") func sympyLists() throws {
    let growth = S.o("equal", S.o("derivative", S.o("N", Self.t), Self.t, 1), S.o("N", Self.t))
    let chain = S.o("and", S.o("less", 0, Self.x), S.o("lessEqual", Self.x, 1))
    let written = try SymPyWriter().text(
      of: [Formula(growth, symbols: [("N", "N"), ("t", "t")]), Formula(chain, symbols: [("x", "x")])])
    #expect(
      written.text == """
        from sympy import Derivative, Eq, Function, Le, Lt, symbols

        t, x = symbols('t x')
        N = Function('N')

        [
            Eq(Derivative(N(t), t), N(t), evaluate=False),
            Lt(0, x, evaluate=False),
            Le(x, 1, evaluate=False),
        ]

        """)
    #expect(written.symbols.map(\.latex) == ["N", "t", "x"])
  }

  /// Sets of numbers, each with what it is in SymPy.
  static let numberSets: [(Expr, String)] = [
    (S.o("elementOf", x, .symbol("R_bb")), "Contains(x, Reals, evaluate=False)"),
    (S.o("elementOf", x, .symbol("N_bb")), "Contains(x, Naturals0, evaluate=False)"),
    (S.o("elementOf", x, .symbol("N_bb_star")), "Contains(x, Naturals, evaluate=False)"),
    (S.o("not", S.o("elementOf", x, .symbol("Q_bb"))), "Not(Contains(x, Rationals))"),
    (
      S.o("elementOf", x, S.o("union", .symbol("Z_bb"), S.o("set", y))),
      "Contains(x, Union(Integers, FiniteSet(y)), evaluate=False)"
    ),
    (
      S.o("elementOf", x, S.o("intersection", .symbol("C_bb"), .symbol("R_bb"))),
      "Contains(x, Intersection(Complexes, Reals), evaluate=False)"
    ),
  ]

  @Test("sets of numbers are those of SymPy", arguments: numberSets)
  func writesNumberSets(_ pair: (Expr, String)) throws {
    let text = try SymPyWriter().text(of: pair.0)
    #expect(text.hasSuffix("\n\n\(pair.1)\n"))
    #expect(!text.contains("_bb"))
    #expect(try SymPyReader().formulas(of: text).map(\.expression) == [pair.0])
  }

  @Test("a set of numbers has the name of its set, and what ℕ holds is told") func numberSetNames() throws {
    let statement = S.o("elementOf", .symbol("n"), .symbol("N_bb"))
    let written = try SymPyWriter().text(of: [
      Formula(statement, symbols: [("n", "n"), ("\\mathbb{N}", "N_bb")])
    ])
    #expect(written.symbols.map(\.identifier) == ["n", "Naturals0"])
    #expect(written.notes == ["ℕ is written Naturals0, with 0 in it as in ISO 80000-2"])
  }

  @Test("a NumPy definition is a function of its symbols by name") func numpyFunction() throws {
    let wave = S.o(
      "equal", Self.y, S.o("multiply", .symbol("a"), S.o("sin", S.o("multiply", .symbol("b"), Self.x))))
    #expect(
      try NumPyWriter().text(of: wave) == """
        import numpy as np


        def y(a, b, x):
            return a*np.sin(b*x)

        """)
  }

  /// LaTeX with the name, the parameters and the value of its function: arguments that are given first, the others by name.
  static let numpyFunctions: [(String, String)] = [
    (#"E = m c^2"#, "E(c, m): m*c**2"), (#"g(x, y) = x y z a"#, "g(x, y, a, z): x*y*z*a"),
    (#"T_{10} = x_2 + x_{10} + x_1"#, "T_10(x_1, x_2, x_10): x_2 + x_10 + x_1"),
    (#"\lambda = \frac{h}{p}"#, "lambda_(h, p): h/p"), (#"a + b = c"#, "residual(a, b, c): a + b - c"),
    (#"y = y + 1"#, "residual(y): y - (y + 1)"), (#"0 = a - b"#, "residual(a, b): 0 - (a - b)"),
    (#"y = a \pm b"#, "y(a, b): a + b, a - b"), (#"a < b"#, "condition(a, b): a < b"),
    (#"a b"#, "value(a, b): a*b"),
  ]

  @Test(
    "definitions give the value and equations the residual of stable arguments", arguments: numpyFunctions)
  func writesNumPyFunctions(_ pair: (String, String)) throws {
    let formulas = try LaTeXReader().readings(of: pair.0).map { Formula($0.expression, symbols: $0.symbols) }
    let text = try NumPyWriter().text(of: formulas).text
    #expect(text == "def " + pair.1.replacing("): ", with: "):\n    return ") + "\n")
  }

  @Test("branches that are not taken warn of nothing") func numpyBranches() throws {
    let step = S.o(
      "equal", S.o("u", Self.x), S.o("piecewise", S.o("less", Self.x, 0), 0, S.o("sqrt", Self.x)))
    #expect(
      try NumPyWriter().text(of: step) == """
        import numpy as np


        def u(x):
            with np.errstate(divide='ignore', invalid='ignore', over='ignore'):
                return np.where(x < 0, 0, np.sqrt(x))

        """)
  }

  /// What the target has no words for, with the code of the error.
  static let refusals: [(NotationTarget, Expr)] = [
    (.numpy, S.o("derivative", S.o("sin", x), x, 1)), (.numpy, S.o("integral", x, x, 0, 1)),
    (.numpy, S.o("limit", x, x, 0)), (.numpy, S.o("f", x)), (.numpy, S.o("set", 1, 2)),
    (.numpy, S.o("polylog", 2, x)), (.numpy, S.o("sum", x, x, 0, .infinity)), (.math, Expr.i * x),
    (.math, S.o("list", S.o("list", 1))), (.sympy, S.o("gcd", x, y)), (.sympy, S.o("round", x)),
    (.sympy, S.o("elementOf", x, .symbol("A"))),
    (.sympy, S.o("and", S.o("elementOf", x, .symbol("R_bb")), S.o("less", .symbol("R_bb"), x))),
    (.sympy, S.o("derivative", x, S.o("add", x, y), 1)), (.sympy, S.o("integral", x, 3, 0, 1)),
  ]

  @Test("what a library has no word for is refused", arguments: refusals)
  func refuses(_ pair: (NotationTarget, Expr)) {
    let error = #expect(throws: Diagnostic.self) { try pair.0.write([Formula(pair.1)]) }
    #expect(error?.code == "not-expressible")
  }

  /// Names that are no identifiers, keywords, predefined, names of the libraries, or code.
  static let names = [
    "lambda", "import", "print", "np", "scipy", "Eq", "Symbol", "Derivative", "I", "pi", "x y", "a:b", "α_1",
    "a'); raise SystemExit(1) #", "__import__", "_", "1a", "", "a\nb", "\u{202E}x", "x'", "\\", "sin",
    "value", "part_1",
  ]

  @Test("a name never becomes code, whatever it is", .enabled(if: PythonRunner.obstacle == nil))
  func namesAreSafe() throws {
    var jobs: [PythonRunner.Job] = []
    for name in Self.names {
      // 3 + 2 + sin(0), with the name for the value 3 and a function of the name that gives 3 at 0.
      let symbol = Expr.opaque(.add, [.symbol(name), .i, .pi, S.o("sin", 0)])
      jobs.append(
        PythonRunner.Job(
          name: "sympy of \(name.debugDescription)", code: try SymPyWriter().text(of: symbol),
          point: [name: 3],
          reference: "3+1j+pi"))
      jobs.append(
        PythonRunner.Job(
          name: "numpy of \(name.debugDescription)", code: try NumPyWriter().text(of: symbol),
          point: [name: 3], reference: "3+1j+pi"))
      let call = Expr.opaque(Function.undefined(name), [S.o("sin", 0)])
      jobs.append(
        PythonRunner.Job(
          name: "sympy of \(name.debugDescription)(0)", code: try SymPyWriter().text(of: call), reference: "3"
        ))
    }
    for failure in try PythonRunner.failures(of: jobs) { Issue.record("\(failure)") }
  }

  @Test("the identifiers that the code uses are told") func renamedSymbols() throws {
    let product = Expr.opaque(.multiply, [.symbol("lambda"), .symbol("x")])
    let written = try NumPyWriter().text(of: [
      Formula(product, symbols: [("\\lambda", "lambda"), ("x", "x")])
    ])
    #expect(written.text.contains("def value(lambda_, x):"))
    #expect(written.symbols.map(\.identifier) == ["lambda_", "x"])
  }

  @Test("deep and long terms become code that Python can read", .enabled(if: PythonRunner.obstacle == nil))
  func deepTerms() throws {
    func fraction(_ depth: Int) -> Expr {
      (0..<depth).reduce(Self.x) { inner, _ in .opaque(.divide, [1, .opaque(.add, [1, inner])]) }
    }
    let long = Expr.opaque(.add, (1...500).map { .opaque(.multiply, [Expr($0), Self.x]) })
    var jobs: [PythonRunner.Job] = []
    // SymPy itself ends its recursion somewhere above 100.
    for (target, depth) in [(NotationTarget.sympy, 100), (.numpy, 1000), (.math, 1000)] {
      for (expr, reference) in [(fraction(depth), "(sqrt(5)-1)/2"), (long, "125250*mpf('0.35')")] {
        jobs.append(
          PythonRunner.Job(
            name: "\(target)", code: try target.write([Formula(expr)]).text, point: ["x": 0.35],
            reference: reference))
      }
    }
    for failure in try PythonRunner.failures(of: jobs) { Issue.record("\(failure.prefix(300))") }
  }

  @Test("terms 50,000 deep are written on a small stack", arguments: [NotationTarget.sympy, .numpy, .math])
  func veryDeepTerms(target: NotationTarget) {
    var expr = Self.x
    for _ in 0..<25_000 { expr = .opaque(.divide, [1, .opaque(.add, [1, expr])]) }
    let deep = expr
    let length = DeepStack.run(bytes: 512 << 10) {
      (try? target.write([Formula(deep)]))?.text.utf8.count ?? 0
    }
    #expect(length > 200_000)
  }
}
