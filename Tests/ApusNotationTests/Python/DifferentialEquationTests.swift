import ApusNotation
import Testing

@Suite("Differential equations for SymPy")
struct DifferentialEquationTests {
  /// Equations and systems that SymPy's `dsolve` has a solution for.
  static let solvable = [
    #"\frac{dy}{dx} = -2 y"#, #"y''(x) + y(x) = 0"#, #"\frac{d^2 y}{dx^2} + 3 \frac{dy}{dx} + 2 y = 0"#,
    #"\ddot{x} + \omega^2 x = 0"#, #"x \frac{dy}{dx} + y = x^2"#, #"L \frac{dI}{dt} + R I = V"#,
    #"\frac{\mathrm{d}N}{\mathrm{d}t} = r N \left(1 - \frac{N}{K}\right)"#, #"f'(x) = f(x)"#,
    #"\dot x = y, \quad \dot y = -x"#, #"\begin{cases} \dot{x} = 2 x + y \\ \dot{y} = x \end{cases}"#,
    #"\begin{aligned} \frac{dx}{dt} &= a x - b y \\ \frac{dy}{dt} &= b x + a y \end{aligned}"#,
    #"\dot{x}_1 = x_2, \quad \dot{x}_2 = -x_1"#,
    #"\frac{du}{dt} = -k u \\ \frac{dv}{dt} = k u"#,
  ]

  @Test(
    "dsolve takes what is written, and its solutions satisfy it",
    .enabled(if: PythonRunner.obstacle == nil))
  func areReadyForSolving() throws {
    var programs: [JSONValue] = []
    for source in Self.solvable {
      let formulas = try LaTeXReader().readings(of: source).map {
        Formula($0.expression, symbols: $0.symbols)
      }
      programs.append(.string(try SymPyWriter().text(of: formulas).text))
    }
    let answer = try PythonRunner.run(["-c", Self.script], input: JSONValue.array(programs).description)
    let verdicts = answer.split(separator: "\n").map(String.init)
    try #require(verdicts.count == Self.solvable.count, "\(answer)")
    for (source, verdict) in zip(Self.solvable, verdicts) { #expect(verdict == "solved", "\(source)") }
  }

  /// Solves the result of every program and puts the solution back into the equations.
  private static let script = #"""
    import ast, json, sys
    import sympy as sp
    from sympy.solvers.ode.subscheck import checksysodesol
    for code in json.load(sys.stdin):
        try:
            tree, space = ast.parse(code), {}
            exec(compile(ast.Module(tree.body[:-1], []), '<code>', 'exec'), space)
            equations = eval(compile(ast.Expression(tree.body[-1].value), '<code>', 'eval'), space)
            solutions = sp.dsolve(equations)
            if isinstance(equations, list):
                isSolved = checksysodesol(equations, solutions)[0]
            else:
                isSolved = sp.checkodesol(equations, solutions)[0]
            print('solved' if isSolved else 'wrong: %s' % solutions)
        except Exception as x:
            print('%s: %s' % (type(x).__name__, str(x).replace('\n', ' ')))
    """#
}
