import ApusAlgebra
import ApusNotation
import ApusNumerics
import ApusSimulation
import ApusTerms

extension Benchmarks {
  /// Models in time: most need a build with the trait Simulation.
  static let simulation =
    [diffusionSetUp] + DiffusionVariant.allCases.map { diffusion($0) } + [stiffNetwork]
    + Optimization.allCases.map { network($0) } + Optimization.allCases.map { explicitNetwork($0) }

  /// `OK` when the sum of a state is right to a relative tolerance.
  private static func check(
    _ state: ArraySlice<Double>?, sum expected: Double, to tolerance: Double
  ) -> Benchmark.Check {
    let sum = state?.reduce(0, +) ?? .nan
    return .text(abs(sum - expected) <= tolerance * expected ? "OK" : "WRONG \(sum)")
  }

  // MARK: - Reaction and diffusion

  /// What is taken from the numeric function, one thing after another.
  enum DiffusionVariant: String, CaseIterable {
    /// The numeric function as it is; its Jacobian matrix is full and found by differences.
    case untraced = ":untraced"
    /// The traced function, interpreted into a buffer.
    case inPlace = ":in_place"
    /// With its sparse Jacobian matrix, interpreted too.
    case sparse = ":sparse"
    /// Both compiled.
    case compiled = ":compiled"
    /// On two threads.
    case threads = ":2_threads"

    var isDense: Bool { self == .untraced || self == .inPlace }
    var isInterpreted: Bool { self == .inPlace || self == .sparse }
  }

  private static let model = ReactionDiffusion(size: 32)

  /// The sum of the amounts at time 10, from SciPy's BDF with a tolerance of 1e-8.
  private static let diffusionSum = 2501.59683

  /// From nothing to time 10, with the tolerances of the experiment.
  private static func diffusion(_ variant: DiffusionVariant) -> Benchmark {
    Benchmark("reaction_diffusion/solve" + variant.rawValue, size: 3072, expected: .text("OK")) {
      let problem = try diffusionProblem(variant)
      let options = IntegrationOptions(
        relativeTolerance: 1e-3, absoluteTolerance: 1e-6, solver: variant.isDense ? .dense : .sparse)
      return (
        run: { try problem.solution(at: [10], options: options) },
        check: { (trajectory: Trajectory) in check(trajectory.last, sum: diffusionSum, to: 1e-3) }
      )
    }
  }

  /// From the numeric function to the compiled problem.
  private static let diffusionSetUp = Benchmark(
    "reaction_diffusion/set_up", size: 3072, expected: .integer(3072)
  ) {
    (
      run: { try diffusionProblem(.compiled) },
      check: { (problem: InitialValueProblem) in .integer(problem.count) }
    )
  }

  private static func diffusionProblem(_ variant: DiffusionVariant) throws -> InitialValueProblem {
    let start = [Double](repeating: 0, count: 3072)
    if variant == .untraced {
      return InitialValueProblem(from: start) { _, state, _, derivatives in
        numericDerivatives(state, derivatives)
      }
    }
    return try InitialValueProblem(
      trace { model.derivatives(Traced.array("u", 32, 32, 3)) }, over: Traced.symbols("u", [32, 32, 3]),
      from: start, hasJacobian: !variant.isDense, threads: variant == .threads ? 2 : 1,
      options: CompileOptions(backend: variant.isInterpreted ? .interpreter : .automatic))
  }

  /// The numeric function, called as it is written.
  private static func numericDerivatives(
    _ state: UnsafeBufferPointer<Double>, _ derivatives: UnsafeMutableBufferPointer<Double>
  ) {
    let amounts = (0..<32).map { i in
      (0..<32).map { j in (0..<3).map { k in state[(i * 32 + j) * 3 + k] } }
    }
    var place = 0
    for row in model.derivatives(amounts) {
      for values in row {
        for value in values {
          derivatives[place] = value
          place += 1
        }
      }
    }
  }

  // MARK: - The reaction network

  /// To time 1000 by backward differences and KLU.
  private static let stiffNetwork = Benchmark("bcr/solve", size: 1122, expected: .text("OK")) {
    let problem = try InitialValueProblem(ReactionNetwork(netFile: networkFile()))
    return (
      run: { try problem.solution(at: [1000]) },
      // The sum of the amounts is from SciPy's BDF with a tolerance of 1e-9.
      check: { (trajectory: Trajectory) in check(trajectory.last, sum: 1_792_280.811_566_387, to: 1e-6) }
    )
  }

  /// The sum of the amounts at time 1, from SciPy's BDF with a tolerance of 1e-9.
  private static let networkSum = 1_790_396.364_826_682

  private static func networkProblem(_ optimization: Optimization) throws -> InitialValueProblem {
    try InitialValueProblem(
      ReactionNetwork(netFile: networkFile()), hasJacobian: false,
      options: CompileOptions(optimization: optimization))
  }

  private static func suffix(_ optimization: Optimization) -> String {
    optimization == .full ? "" : optimization == .sharing ? ":sharing" : ":naive"
  }

  /// To time 1 by Adams' formulas without linear systems.
  private static func network(_ optimization: Optimization) -> Benchmark {
    Benchmark("bcr/solve_adams" + suffix(optimization), size: 1122, expected: .text("OK")) {
      let problem = try networkProblem(optimization)
      let options = IntegrationOptions(method: .adams, solver: .fixedPoint)
      return (
        run: { try problem.solution(at: [1], options: options) },
        check: { (trajectory: Trajectory) in check(trajectory.last, sum: networkSum, to: 1e-6) }
      )
    }
  }

  /// To time 1 in 10,000 steps of the classical Runge–Kutta method, which is 40,000 evaluations and little else.
  private static func explicitNetwork(_ optimization: Optimization) -> Benchmark {
    Benchmark("bcr/steps" + suffix(optimization), size: 1122, expected: .text("OK")) {
      let method = RungeKutta(problem: try networkProblem(optimization), step: 1e-4)
      return (
        run: { method.state(after: 10_000) },
        check: { (state: [Double]) in check(state[...], sum: networkSum, to: 1e-9) }
      )
    }
  }
}
