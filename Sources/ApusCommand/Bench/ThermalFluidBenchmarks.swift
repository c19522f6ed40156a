import ApusAlgebra
import ApusNumerics
import ApusTerms

extension Benchmarks {
  /// Flow through a pipe in 5 to 320 segments: its Jacobian matrix, built into a program, compiled and evaluated.
  static let thermalFluid = [5, 10, 20, 40, 80, 160, 320].flatMap { count in
    [
      pipeJacobian(count), pipeBuild(count), pipeFirstCall(count), pipeCompilation(count),
      pipeEvaluation(count),
    ]
  }

  private static func pipeMatrix(_ count: Int) -> SparseMatrix<Expr> {
    let model = ThermalFluid(count: count)
    return model.equations.jacobian(in: model.variables)
  }

  private static func pipeFunction(_ count: Int, _ matrix: SparseMatrix<Expr>) throws -> CompiledFunction {
    try matrix.compiled(over: ThermalFluid(count: count).variables, parameters: [ThermalFluid.time])
  }

  private static func pipeJacobian(_ count: Int) -> Benchmark {
    Benchmark("thermal_fluid/jac_\(count)", size: count, expected: .integer(13 * count - 5)) {
      let model = ThermalFluid(count: count)
      let equations = model.equations
      return (
        run: { equations.jacobian(in: model.variables) },
        check: { (matrix: SparseMatrix<Expr>) in .integer(matrix.count) }
      )
    }
  }

  private static func pipeProgram(_ count: Int, _ matrix: SparseMatrix<Expr>) throws -> Program {
    try Program(
      matrix.values, over: ThermalFluid(count: count).variables, parameters: [ThermalFluid.time])
  }

  private static func pipeBuild(_ count: Int) -> Benchmark {
    Benchmark("thermal_fluid/build_\(count)", size: count, expected: .integer(13 * count - 5)) {
      let matrix = pipeMatrix(count)
      return (
        run: { try pipeProgram(count, matrix) },
        check: { (program: Program) in .integer(program.outputCount) }
      )
    }
  }

  /// Machine code is written, and run for the first time.
  private static func pipeFirstCall(_ count: Int) -> Benchmark {
    Benchmark("thermal_fluid/first_call_\(count)", size: count, expected: .integer(13 * count - 5)) {
      let program = try pipeProgram(count, pipeMatrix(count))
      let point = pipePoint(count)
      return (
        run: { CompiledFunction(program).values(at: point, parameters: [50_000]) },
        check: { (values: [Double]) in .integer(values.count { $0.isFinite }) }
      )
    }
  }

  private static func pipePoint(_ count: Int) -> [Double] { (0..<4 * count).map { 20 + Double($0 % 17) } }

  private static func pipeCompilation(_ count: Int) -> Benchmark {
    Benchmark("thermal_fluid/compile_\(count)", size: count, expected: .integer(13 * count - 5)) {
      let matrix = pipeMatrix(count)
      return (
        run: { try pipeFunction(count, matrix) },
        check: { (function: CompiledFunction) in .integer(function.outputCount) }
      )
    }
  }

  private static func pipeEvaluation(_ count: Int) -> Benchmark {
    Benchmark("thermal_fluid/eval_\(count)", size: count, expected: .text("OK"), calls: 500) {
      let matrix = pipeMatrix(count)
      let function = try pipeFunction(count, matrix)
      let exact = try matrix.compiled(
        over: ThermalFluid(count: count).variables, parameters: [ThermalFluid.time],
        options: CompileOptions(optimization: .sharing, backend: .interpreter))
      let point = pipePoint(count)
      return (
        run: {
          var values: [Double] = []
          for _ in 0..<500 { values = function.values(at: point, parameters: [50_000]) }
          return values
        },
        check: { (values: [Double]) in
          let expected = exact.values(at: point, parameters: [50_000])
          let isRight = zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-12 * abs($1) }
          return .text(isRight ? "OK" : "WRONG")
        }
      )
    }
  }
}
