import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@Suite("SymPy: reading") struct SymPyReaderTests {
  private static let sources =
    Literature.all.filter { !$0.reading.hasPrefix("!") }.map(\.source) + LaTeXLawTests.formulas
    + LiteratureTests.acceptanceSet()

  /// The SymPy program for a source in LaTeX, if there is one.
  private static func program(_ source: String) -> String? {
    guard let readings = try? LaTeXReader().readings(of: source) else { return nil }
    return try? SymPyWriter().text(of: readings.map { Formula($0.expression, symbols: $0.symbols) }).text
  }

  @Test("a program that the writer writes is written the same again", arguments: sources)
  func roundTrip(_ source: String) throws {
    guard let program = Self.program(source) else { return }
    #expect(try SymPyWriter().text(of: try SymPyReader().formulas(of: program)).text == program)
  }

  @Test("long and deep terms keep their parts") func parts() throws {
    let x = Expr.symbol("x")
    let sum = Expr.opaque(.add, (0..<100).map { .opaque(.power, [x, Expr($0)]) })
    let deep = (0..<150).reduce(x) { inner, _ in .opaque(.divide, [1, .opaque(.add, [1, inner])]) }
    for expr in [sum, deep] {
      let program = try SymPyWriter().text(of: expr)
      #expect(try SymPyWriter().text(of: try SymPyReader().formulas(of: program)).text == program)
    }
  }

  static let rows: [(program: String, reading: String)] = [
    ("x = Symbol('x')\nx**2 - 1/x", "x^2 - 1/x"),
    ("x, y = symbols('x y')\nEq(y, -x*y/2, evaluate=False)", "y = -x*y/2"),
    ("x = Symbol('x')\nf = Function('f')\nDerivative(f(x), (x, 2))", "diff(f(x), x, 2)"),
    ("x = Symbol('x')\nIntegral(exp(-x**2), (x, -oo, oo))", "integral(exp(-x^2), x, -oo, oo)"),
    ("x = Symbol('x')\nPiecewise((x, x > 0), (-x, True))", "piecewise(x > 0, x, -x)"),
    ("x = Symbol('x')\npart_1 = sin(x)\npart_1 + Rational(1, 2)*part_1**2", "sin(x) + 1/2*sin(x)^2"),
    ("Matrix([[1, 2], [3, 4]])", "[[1, 2], [3, 4]]"), ("a_ = Symbol('a b')\na_ + 1", "`a b` + 1"),
    ("x = Symbol('x')\nContains(x, Interval.Ropen(0, 1))", "elementOf(x, interval(0, 1, false, true))"),
    ("x = Symbol('x')\nLimit(1/x, x, 0, dir='+')", "limit(1/x, x, 0, 1)"),
  ]

  @Test("programs", arguments: rows.indices) func reading(_ index: Int) throws {
    let formulas = try SymPyReader().formulas(of: Self.rows[index].program)
    #expect(try NotationTarget.text.write(formulas).text == Self.rows[index].reading)
  }

  static let mistakes: [(program: String, range: SourceRange)] = [
    ("", SourceRange(0, 0)), ("x", SourceRange(0, 1)), ("1 +", SourceRange(3, 3)),
    ("__import__('os').system('ls')", SourceRange(11, 15)), ("import os", SourceRange(0, 6)),
    ("from os import system", SourceRange(5, 7)), ("sin(1", SourceRange(5, 5)), ("1\n2", SourceRange(2, 3)),
    ("'a", SourceRange(0, 2)), ("lambda: 1", SourceRange(6, 7)), ("1 @ 2", SourceRange(2, 3)),
    ("(1).real()", SourceRange(4, 8)), ("foo(1)", SourceRange(0, 3)), ("Eq(1)", SourceRange(0, 2)),
  ]

  @Test("other Python is an error with its place", arguments: mistakes.indices) func mistake(_ index: Int) {
    let error = #expect(throws: Diagnostic.self) {
      try SymPyReader().formulas(of: Self.mistakes[index].program)
    }
    #expect(error?.code == "invalid-sympy")
    #expect(error?.range == Self.mistakes[index].range, "\(Self.mistakes[index].program)")
  }

  @Test("any depth is read or refused") func depth() {
    for open in ["(", "[", "-", "sin(", "x**", "Not("] {
      let program = "x = Symbol('x')\n" + String(repeating: open, count: 100_000)
      #expect(throws: Diagnostic.self) { try SymPyReader().formulas(of: program) }
    }
  }

  @Test(
    "a damaged program is read, or is an error with a place inside it", arguments: [1, 2, 3, 4] as [UInt64])
  func survives(seed: UInt64) {
    let mutation = LaTeXMutation(Self.sources.compactMap(Self.program))
    var random = SplitMix64(seed: seed)
    for _ in 0..<LongTests.count(250, long: 25_000) {
      let program = mutation.formula(using: &random)
      guard
        case .failure(let error) = Result(catching: { () throws(Diagnostic) in
          try SymPyReader().formulas(of: program)
        })
      else { continue }
      #expect(
        error.range.map { $0.lowerBound >= 0 && $0.upperBound <= program.utf8.count } ?? false, "\(program)")
    }
  }
}
