import ApusNumbers
import ApusNumerics
import ApusTerms

extension Benchmarks {
  /// Compiled functions of many points.
  static let points =
    [smallCompilation, smallEvaluation(threads: 1), smallEvaluation(threads: 2)]
    + others.map { smallEvaluation(backend: $0) } + [smallBalls]
    + [
      polynomialCompilation, polynomialEvaluation(isFused: false), polynomialEvaluation(isFused: true),
    ] + others.map { polynomialEvaluation(isFused: false, backend: $0) }

  /// The back ends that are not chosen by themselves.
  private static let others: [Backend] = [.blocks, .llvm, .systemCompiler]

  private static func suffix(_ backend: Backend) -> String {
    switch backend {
    case .automatic: ""
    case .systemCompiler: ":c"
    default: ":\(backend)"
    }
  }

  // MARK: - A small expression

  /// sin(x)²·exp(−y²) + √(x·y + 1)/(1 + x²)
  private static func small() -> Expr {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    return .sin(x) ** 2 * .exp(-(y ** 2)) + .sqrt(x * y + 1) / (1 + x ** 2)
  }

  private static let smallCompilation = Benchmark("compile/small", size: 1, expected: .text("OK"), calls: 100)
  {
    let expression = small()
    return (
      run: {
        var function = try expression.compiled(over: ["x", "y"])
        for _ in 1..<100 { function = try expression.compiled(over: ["x", "y"]) }
        return function
      },
      check: { .text(abs($0(0.5, 1.5) - 1.082526414673024) < 1e-12 ? "OK" : "WRONG \($0(0.5, 1.5))") }
    )
  }

  private static func smallEvaluation(threads: Int = 1, backend: Backend = .automatic) -> Benchmark {
    let name = "eval/small_1e6" + (threads == 1 ? "" : ":\(threads)threads") + suffix(backend)
    return Benchmark(name, size: 1_000_000, expected: .text("OK")) {
      let function = try small().compiled(over: ["x", "y"], options: CompileOptions(backend: backend))
      let exact = try small().compiled(over: ["x", "y"], options: CompileOptions(backend: .interpreter))
      let columns = PointColumns(variables: 2, outputs: 1, count: 1_000_000, upTo: 2)
      return (
        run: { columns.run(function, threads: threads) },
        check: { _ in columns.check(exact, ulps: 8) }
      )
    }
  }

  /// Enclosures of 128 bits at a thousand points.
  private static let smallBalls = Benchmark("eval/small_1e3:balls", size: 1000, expected: .text("OK")) {
    let function = try small().compiled(over: ["x", "y"])
    let exact = function.exact
    var random = MersenneTwister(seed: 5)
    let points = (0..<1000).map { _ in [2 * random.unit(), 2 * random.unit()] }
    return (
      run: {
        points.map { exact.evaluated(at: $0.map { Ball(exactly: $0) }, precision: 128)[0] }
      },
      check: { balls in
        let isRight = zip(balls, points).allSatisfy { ball, point in
          abs(ball.midpoint.asDouble - function.values(at: point)[0]) < 1e-14
            && ball.relativeAccuracyBits > 110
        }
        return .text(isRight ? "OK" : "WRONG")
      }
    )
  }

  // MARK: - A polynomial of 1000 terms

  /// The polynomial of the scripts that time other systems: six variables, exponents up to 5, integer coefficients.
  private static func polynomial() -> Expr {
    var random = MersenneTwister(seed: 11)
    var monomials: [[Int]: Int] = [:]
    while monomials.count < 1000 {
      let exponents = (0..<6).map { _ in random.integer(in: 0...5) }
      let coefficient = random.integer(in: -50...50)
      monomials[exponents] = coefficient == 0 ? 7 : coefficient
    }
    return .sum(
      monomials.map { exponents, coefficient in
        .product([Expr(coefficient)] + exponents.enumerated().map { polynomialSymbols[$0].expr ** Expr($1) })
      })
  }

  private static let polynomialSymbols = (0..<6).map { PolynomialSymbol(symbol: Symbol("v\($0)")) }

  private struct PolynomialSymbol {
    let symbol: Symbol
    var expr: Expr { Expr(symbol) }
  }

  private static let polynomialCompilation = Benchmark(
    "compile/poly1000", size: 1000, expected: .text("2755 operations")
  ) {
    let expression = polynomial()
    return (
      run: { try expression.compiled(over: polynomialSymbols.map(\.symbol)) },
      check: { .text("\($0.program.operationCount) operations") }
    )
  }

  private static func polynomialEvaluation(isFused: Bool, backend: Backend = .automatic) -> Benchmark {
    let name = "eval/poly1000_1e5" + (isFused ? ":fused" : "") + suffix(backend)
    return Benchmark(name, size: 100_000, expected: .text("OK")) {
      let variables = polynomialSymbols.map(\.symbol)
      let function = try polynomial().compiled(
        over: variables, options: CompileOptions(backend: backend, fusesMultiplyAdd: isFused))
      let exact = try polynomial().compiled(
        over: variables, options: CompileOptions(optimization: .sharing, backend: .interpreter))
      let columns = PointColumns(variables: 6, outputs: 1, count: 100_000, upTo: 1.2)
      return (
        run: { columns.run(function, threads: 1) },
        check: { _ in columns.check(exact, relativeToLargest: 1e-11) }
      )
    }
  }
}

/// Random points as columns, and columns for the results.
final class PointColumns {
  private let inputs: [[Double]]
  private let memory: UnsafeMutablePointer<Double>
  private let inputPointers: [UnsafePointer<Double>?]
  private let outputPointers: [UnsafeMutablePointer<Double>?]
  private let count: Int

  init(variables: Int, outputs: Int, count: Int, upTo bound: Double) {
    var random = MersenneTwister(seed: 5)
    inputs = (0..<variables).map { _ in (0..<count).map { _ in random.unit() * bound } }
    self.count = count
    memory = .allocate(capacity: (variables + outputs) * count)
    memory.initialize(repeating: 0, count: (variables + outputs) * count)
    for (j, column) in inputs.enumerated() { for i in 0..<count { memory[j * count + i] = column[i] } }
    let base = memory
    inputPointers = (0..<variables).map { UnsafePointer(base + $0 * count) }
    outputPointers = (0..<outputs).map { base + (variables + $0) * count }
  }

  deinit { memory.deallocate() }

  func run(_ function: CompiledFunction, threads: Int) -> Int {
    function.evaluate(columns: inputPointers, count: count, into: outputPointers, threads: threads)
    return count
  }

  /// Compares with another function, point by point at a thousand points.
  func check(_ exact: CompiledFunction, ulps: Double = 0, relativeToLargest: Double = 0) -> Benchmark.Check {
    let sample = stride(from: 0, to: count, by: max(1, count / 1000))
    let values = sample.map { i in (outputPointers[0]?[i] ?? .nan, exact.values(at: inputs.map { $0[i] })[0])
    }
    let largest = values.map { abs($0.1) }.max() ?? 0
    for (value, expected) in values
    where !(abs(value - expected) <= ulps * expected.ulp + relativeToLargest * largest) {
      return .text("WRONG \(value) for \(expected)")
    }
    return .text("OK")
  }
}
