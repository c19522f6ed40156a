import Apus
import ApusNumerics
import ApusTerms
import Numerics
import Testing

@Suite("Docs/Numerics.md")
struct Numerics {
  @Test("compiled functions") func functions() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let x = Expr.symbol("x")
    let y = Expr.symbol("y")
    let f = try (sin(x) * y + 1 / y).compiled(over: ["x", "y"])
    print(f(0, 2))  // 0.5

    do throws(CompileError) {
      _ = try (x * y).compiled(over: ["x"])
    } catch {
      print(error)  // 'y' is neither a variable nor a parameter
    }

    let rotation = [x * cos(y), x * sin(y)]
    let g = try rotation.compiled(over: ["x", "y"])
    print(g.values(at: [2, 0]))  // [2.0, 0.0]

    let squares = try [x ** 2, x ** 3].compiled(over: ["x"])
    print(squares.values(columns: [[1, 2, 3]]))  // [[1.0, 4.0, 9.0], [1.0, 8.0, 27.0]]
    print(squares.values(points: [1, 2, 3]))  // [1.0, 1.0, 4.0, 8.0, 9.0, 27.0]

    let wave = try (.symbol("a") * sin(x)).compiled(over: ["x"], parameters: ["a"])
    print(wave.values(columns: [[0]], parameters: [3]))  // [[0.0]]

    try printer.expectComments()
  }

  @Test("other numbers") func otherNumbers() throws {
    let printer = ExamplePrinter()
    let print = printer.print
    let x = Expr.symbol("x")

    let third = try (x / 3).compiled(over: ["x"])
    let one = BigFloat(1, precision: 100)
    print(third.exact.evaluated(at: [one], precision: 100)[0])  // 0.3333333333333333333333333333335
    print(third.exact.evaluated(at: [Ball(1)], precision: 100)[0].digits(20) ?? "")  // 0.33333333333333333333
    print(third.exact.evaluated(at: [Complex(0, 6)])[0])  // (0.0, 2.0)

    try printer.expectComments()
  }

  @Test("derivatives and programs") func derivatives() throws {
    let printer = ExamplePrinter()
    let print = printer.print
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))

    let system = [x * y, sin(x)]
    let jacobian = system.jacobian(in: ["x", "y"])
    print(jacobian[1, 0] ?? 0)  // cos(x)
    print(jacobian.columns)  // [0, 1, 0]
    print(try jacobian.compiled(over: ["x", "y"]).values(at: [0, 5]))  // [5.0, 0.0, 1.0]

    let symbols = (1...30).map { Symbol("x\($0)") }
    let total = symbols.map { Expr($0) ** 2 }.reduce(0, +)
    let results = (1...20).map { sin(Expr($0) * exp(total)) }
    print(results.jacobian(in: symbols, order: .mixed).count)  // 600

    let chain = (1..<30).map { Expr(symbols[$0 - 1]) * sin(Expr(symbols[$0])) }
    let compressed = try chain.compressedJacobian(in: symbols)
    print(compressed.colours.count)  // 2

    let polynomial = x * y + x ** 2 * y + x ** 3 * y
    print(try Program([polynomial], over: ["x", "y"]).operationCount)  // 5
    print(try Program([polynomial], over: ["x", "y"], optimization: .sharing).operationCount)  // 7

    try printer.expectComments()
  }

  @Test("sources and traces") func sources() throws {
    let printer = ExamplePrinter()
    let print = printer.print
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))

    print(try Program([x * y + x], over: ["x", "y"]).source(in: .julia))
    // # x: x, y
    // function f!(y, x, p)
    //   t0 = x[1] * x[2]
    //   t1 = t0 + x[1]
    //   y[1] = t1
    //   return y
    // end

    func energy<T: AlgebraicField & ElementaryFunctions>(_ mass: T, _ speed: T) -> T {
      mass * speed * speed / 2
    }
    let traced = try trace { energy(Traced("m"), Traced("v")) }
    print(traced)  // m*v^2/2

    try printer.expectComments()
  }
}
