import ApusNumerics
import ApusSimulation
import ApusTerms
import Numerics
import Testing

/// Problems whose solutions are known to many digits.
@Suite("Known solutions", .enabled(if: InitialValueProblem.hasSolver, "built without the trait Simulation"))
struct KnownSolutionTests {
  static func symbols(_ count: Int) -> (symbols: [Symbol], values: [Expr]) {
    let symbols = (1...count).map { Symbol("y\($0)") }
    return (symbols, symbols.map { Expr($0) })
  }

  /// Three reactions with rates from 0.04 to 3e7.
  static func robertson() throws -> InitialValueProblem {
    let (symbols, y) = symbols(3)
    let (k1, k2, k3) = (Expr.symbol("k1"), Expr.symbol("k2"), Expr.symbol("k3"))
    let (first, second, third) = (k1 * y[0], k3 * y[1] ** 2, k2 * y[1] * y[2])
    return try InitialValueProblem(
      [third - first, first - second - third, second], over: symbols,
      parameters: ["k1": 0.04, "k2": 1e4, "k3": 3e7], from: [1, 0, 0])
  }

  /// Van der Pol's equation with ε = 10⁻⁶.
  static func vanDerPol() throws -> InitialValueProblem {
    let (symbols, y) = symbols(2)
    return try InitialValueProblem(
      [y[1], ((1 - y[0] ** 2) * y[1] - y[0]) / Expr.symbol("e")], over: symbols, parameters: ["e": 1e-6],
      from: [2, 0])
  }

  /// How light acts on the growth of plants: eight substances.
  static func lightResponse() throws -> InitialValueProblem {
    let (symbols, y) = symbols(8)
    let fast = 280 * y[5] * y[7]
    let sides: [Expr] = [
      -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007, 1.71 * y[0] - 8.75 * y[1],
      -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4], 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
      -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
      -fast + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6], fast - 1.81 * y[6],
      -fast + 1.81 * y[6],
    ]
    return try InitialValueProblem(sides, over: symbols, from: [1, 0, 0, 0, 0, 0, 0, 0.0057])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let problem: @Sendable () throws -> InitialValueProblem
    let end: Double
    let expected: [Double]
    var testDescription: String { name }
  }

  /// Source of the expected values: Mazzia and Magherini, *Test Set for Initial Value Problem Solvers*, release 2.4.
  static let cases = [
    Case(
      name: "Robertson", problem: robertson, end: 1e11,
      expected: [0.208_334_014_970_125_5e-7, 0.833_336_077_033_471_3e-13, 0.999_999_979_166_505_0]),
    Case(
      name: "van der Pol", problem: vanDerPol, end: 2,
      expected: [0.170_616_773_217_048_3e1, -0.892_809_701_024_797_5]),
    Case(
      name: "light response", problem: lightResponse, end: 321.8122,
      expected: [
        0.737_131_257_332_566_8e-3, 0.144_248_572_631_618_5e-3, 0.588_872_974_096_757_5e-4,
        0.117_565_134_328_314_9e-2, 0.238_635_619_883_133_1e-2, 0.623_896_825_274_279_6e-2,
        0.284_999_839_518_576_9e-2, 0.285_000_160_481_423_1e-2,
      ]),
  ]

  @Test("stiff problems have the published solutions", arguments: cases)
  func stiff(_ known: Case) throws {
    for solver in [IntegrationOptions.Solver.sparse, .dense] {
      let options = IntegrationOptions(
        relativeTolerance: 1e-10, absoluteTolerance: 1e-18, solver: solver)
      let trajectory = try known.problem().solution(at: [known.end], options: options)
      let state = try #require(trajectory.last)
      for (value, expected) in zip(state, known.expected) {
        #expect(abs(value - expected) <= 1e-6 * abs(expected), "\(solver)")
      }
    }
  }

  @Test("every solver follows an exponential", arguments: IntegrationOptions.Solver.allCases)
  func exponential(_ solver: IntegrationOptions.Solver) throws {
    let problem = try InitialValueProblem(
      [.symbol("k") * .symbol("y")], over: ["y"], parameters: ["k": -0.5], from: [3], at: 1)
    for method in IntegrationOptions.Method.allCases {
      let options = IntegrationOptions(
        relativeTolerance: 1e-9, absoluteTolerance: 1e-12, method: method, solver: solver)
      let trajectory = try problem.solution(until: 5, pointCount: 9, options: options)
      #expect(trajectory.times == [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])
      for (time, value) in zip(trajectory.times, trajectory.element(0)) {
        #expect(abs(value - 3 * .exp(-0.5 * (time - 1))) < 1e-7)
      }
      #expect(trajectory.statistics.steps > 0 && trajectory.statistics.evaluations > 0)
    }
  }

  @Test("the time may occur, and parameters may change without compiling again")
  func timeAndParameters() throws {
    let (a, t) = (Expr.symbol("a"), Expr.symbol("t"))
    var problem = try InitialValueProblem(
      [a * .cos(t)], over: ["y"], time: "t", parameters: ["a": 2], from: [0])
    let options = IntegrationOptions(relativeTolerance: 1e-10, absoluteTolerance: 1e-12)
    let first = try problem.solution(at: [0, 1, 1, 2], options: options).element(0)
    #expect(first[0] == 0 && first[1] == first[2])
    #expect(abs(first[3] - 2 * .sin(2)) < 1e-8)
    problem.parameters = [-1]
    let second = try problem.solution(at: [2], options: options).element(0)
    #expect(abs(second[0] + .sin(2)) < 1e-8)
    #expect(problem.derivatives(of: [5], at: 0) == [-1])
  }

  @Test("an oscillator, whose matrix has no diagonal, with and without a matrix")
  func emptyDiagonal() throws {
    let options = IntegrationOptions(relativeTolerance: 1e-10, absoluteTolerance: 1e-12)
    let problem = try InitialValueProblem(
      [.symbol("v"), -.symbol("x")], over: ["x", "v"], from: [1, 0])
    let function = InitialValueProblem(from: [1, 0]) { _, state, _, derivatives in
      (derivatives[0], derivatives[1]) = (state[1], -state[0])
    }
    for problem in [problem, function] {
      let state = try #require(try problem.solution(at: [10], options: options).last)
      #expect(abs(state[0] - .cos(10)) < 1e-7 && abs(state[1] + .sin(10)) < 1e-7)
    }
    #expect(try problem.solution(at: [1]).statistics.jacobians > 0)
  }

  @Test("a matrix of which the places are known is found by few differences")
  func differences() throws {
    // Heat along a rod of 200 segments, from one end.
    let count = 200
    var (starts, columns) = ([0], [Int]())
    for row in 0..<count {
      columns += [row - 1, row, row + 1].filter { (0..<count).contains($0) }
      starts.append(columns.count)
    }
    let pattern = SparsityPattern(columnCount: count, rowStarts: starts, columns: columns)
    let start = (0..<count).map { $0 == 0 ? 1.0 : 0 }
    let known = InitialValueProblem(from: start, jacobian: SparseJacobian(pattern: pattern)) {
      _, state, _, derivatives in
      for i in 0..<count {
        let (left, right) = (i > 0 ? state[i - 1] : 1, i < count - 1 ? state[i + 1] : 0)
        derivatives[i] = 1000 * (left - 2 * state[i] + right)
      }
    }
    let trajectory = try known.solution(at: [1], options: .init(relativeTolerance: 1e-8))
    let statistics = trajectory.statistics
    #expect(statistics.differenceEvaluations == 3 * statistics.jacobians && statistics.jacobians > 0)
    let dense = try known.solution(at: [1], options: .init(relativeTolerance: 1e-8, solver: .dense))
    for (a, b) in zip(trajectory.values, dense.values) { #expect(abs(a - b) < 1e-6) }
  }

  @Test("the result is the same from run to run, and on several threads at once")
  func determinism() async throws {
    let problem = try Self.robertson()
    let reference = try problem.solution(at: [1, 100, 1e4])
    try await withThrowingTaskGroup(of: Trajectory.self) { group in
      for _ in 0..<8 { group.addTask { try problem.solution(at: [1, 100, 1e4]) } }
      for try await trajectory in group { #expect(trajectory == reference) }
    }
  }
}
