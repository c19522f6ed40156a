import ApusAlgebra
import ApusNumerics
import ApusTerms

extension Benchmarks {
  /// Reaction and diffusion on 32 × 32 points with three substances: traced, differentiated, compiled, evaluated.
  static let reactionDiffusion = [
    tracedModel, simplifiedModel, modelJacobian, evaluatedModel, evaluatedModelJacobian,
  ]

  private static let model = ReactionDiffusion(size: 32)
  private static let amounts = Traced.symbols("u", [32, 32, 3])

  private static func equations() throws -> [Expr] {
    try trace { model.derivatives(Traced.array("u", 32, 32, 3)) }
  }

  /// u[i,j,k] = 1/(i + j + k), counted from 1.
  private static let point: [Double] = (1...32).flatMap { i in
    (1...32).flatMap { j in (1...3).map { k in 1 / Double(i + j + k) } }
  }

  private static func sumOfMagnitudes(_ values: [Double]) -> Benchmark.Check {
    .text(DecimalText.general(values.reduce(0) { $0 + abs($1) }, digits: 9))
  }

  private static let tracedModel = Benchmark("reaction_diffusion/trace", size: 3072, expected: .integer(3072))
  {
    (run: { try equations() }, check: { (sides: [Expr]) in .integer(sides.count) })
  }

  private static let simplifiedModel = Benchmark(
    "reaction_diffusion/simplify", size: 3072, expected: .text("2348.45593")
  ) {
    let sides = try equations()
    return (
      run: { sides.map { $0.simplified() } },
      check: { (simplified: [Expr]) in
        sumOfMagnitudes(try simplified.compiled(over: amounts).values(at: point))
      }
    )
  }

  private static let modelJacobian = Benchmark(
    "reaction_diffusion/jac", size: 3072, expected: .integer(13_184)
  ) {
    let sides = try equations()
    return (
      run: { sides.jacobian(in: amounts) },
      check: { (matrix: SparseMatrix<Expr>) in .integer(matrix.count) }
    )
  }

  private static let evaluatedModel = Benchmark(
    "reaction_diffusion/eval_rhs", size: 3072, expected: .text("2348.45593"), calls: 500
  ) {
    let function = try equations().compiled(over: amounts)
    return (run: { repeated(function, 500) }, check: sumOfMagnitudes)
  }

  private static let evaluatedModelJacobian = Benchmark(
    "reaction_diffusion/eval_jac", size: 13_184, expected: .text("14429.7069"), calls: 500
  ) {
    let function = try equations().jacobian(in: amounts).compiled(over: amounts)
    return (
      run: { repeated(function, 500) },
      check: { (entries: [Double]) in
        .text(DecimalText.general(entries.reduce(0) { $0 + $1 * $1 }.squareRoot(), digits: 9))
      }
    )
  }

  private static func repeated(_ function: CompiledFunction, _ calls: Int) -> [Double] {
    point.withUnsafeBufferPointer { point in
      [Double](unsafeUninitializedCapacity: function.outputCount) { values, count in
        for _ in 0..<calls { function.evaluate(at: point, into: values) }
        count = function.outputCount
      }
    }
  }
}
