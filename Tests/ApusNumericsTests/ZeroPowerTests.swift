import ApusNumbers
import ApusNumerics
import ApusTerms
import Numerics
import Testing

/// x^y at x = y = 0 is 1 in machine numbers, as where 0^0 is written: in values of expressions, in every back end, and in written programs.
@Suite("powers of zero")
struct ZeroPowerTests {
  private static let power = Expr.symbol("x") ** Expr.symbol("y")
  private static let points: [(x: Double, y: Double, value: Double)] = [
    (0, 0, 1), (0, 2, 0), (0, 0.5, 0), (3, 0, 1), (-3, 0, 1), (0.5, 0, 1),
  ]

  @Test("every back end agrees with the value of the expression", arguments: Backend.allCases)
  func backends(backend: Backend) throws {
    let program = try Program([Self.power], over: ["x", "y"])
    guard let function = try? CompiledFunction(compiling: program, options: CompileOptions(backend: backend))
    else { return }
    for point in Self.points {
      #expect(function.values(at: [point.x, point.y]) == [point.value])
      #expect(try Self.power.value(at: ["x": point.x, "y": point.y]) == point.value)
      // So many that vectors and the rest behind them are in use.
      let columns = [point.x, point.y].map { Array(repeating: $0, count: 77) }
      let values = BackendTests.values(function, columns, 77, [])
      #expect(values[0].allSatisfy { Swift.abs($0 - point.value) <= 4 * point.value.ulp })
    }
  }

  @Test("other machine numbers agree, and no ball encloses it")
  func scalars() throws {
    let exact = try Self.power.compiled(over: ["x", "y"]).exact
    #expect(exact.evaluated(at: [Float(0), 0])[0] == 1)
    #expect(exact.evaluated(at: [Complex<Double>.zero, .zero])[0] == 1)
    let zero = BigFloat(0, precision: 100)
    #expect(exact.evaluated(at: [zero, zero], precision: 100)[0].asDouble == 1)
    // As a term it has no value, and near zero it can be anything.
    let wide = Ball(from: Ball(exactly: -1e-9), to: Ball(exactly: 1e-9), precision: 100)
    for (base, exponent) in [(Ball(0), Ball(0)), (Ball(0), wide), (wide, wide)] {
      #expect(!exact.evaluated(at: [base, exponent], precision: 100)[0].isFinite)
      let complex = [base, exponent].map { ComplexBall($0) }
      #expect(!exact.evaluated(at: complex, precision: 100)[0].isFinite)
    }
    #expect(exact.evaluated(at: [Ball(3), Ball(0)], precision: 100)[0].contains(Ball(1)))
  }

  @Test("written programs agree", .enabled(if: SourceRunTests.hasCompiler))
  func sources() throws {
    let program = try Program([Self.power], over: ["x", "y"])
    let main = """
      #include <stdio.h>
      int main(void) {
        const double x[] = {0, 0};
        double y[1];
        f(x, 0, y);
        printf("%.17g\\n", y[0]);
        return 0;
      }
      """
    let source = try program.source(in: .c)
    #expect(try SourceRunTests.numbers(["m.c": source + main], "cc m.c -o m -lm && ./m") == [1])
  }
}
