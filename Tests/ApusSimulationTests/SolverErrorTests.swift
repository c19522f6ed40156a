import ApusTerms
import Synchronization
import Testing

@testable import ApusSimulation

@Suite("Integrations that fail")
struct SolverErrorTests {
  static let decay = InitialValueProblem(from: [1]) { _, state, _, derivatives in derivatives[0] = -state[0] }

  private func error(
    _ problem: InitialValueProblem = decay, at times: [Double] = [1],
    _ options: IntegrationOptions = IntegrationOptions(), until isCancelled: () -> Bool = { false }
  ) -> IntegrationError? {
    do throws(IntegrationError) {
      _ = try problem.solution(at: times, options: options, until: isCancelled)
      return nil
    } catch {
      return error
    }
  }

  @Test("without a solver the error says so", .enabled(if: !InitialValueProblem.hasSolver))
  func unavailable() {
    #expect(error()?.reason == .unavailable)
    #expect(error()?.code == "simulation-unavailable")
  }

  @Test("what makes no sense is refused")
  func invalidArguments() {
    let refused: [IntegrationError?] = [
      error(at: [2, 1]), error(at: [-1]), error(at: [.nan]), error(at: [.infinity]),
      error(IntegrationOptions(relativeTolerance: -1)), error(IntegrationOptions(absoluteTolerance: .nan)),
      error(IntegrationOptions(relativeTolerance: 0, absoluteTolerance: 0)),
      error(IntegrationOptions(solver: .sparse)), error(IntegrationOptions(maximumStepCount: 0)),
      error(IntegrationOptions(maximumStep: 0)), error(IntegrationOptions(initialStep: -1)),
      error(InitialValueProblem(from: [.nan]) { _, _, _, _ in }),
      error(InitialValueProblem(from: Array(repeating: 0, count: 30_000)) { _, _, _, _ in }),
    ]
    for refusal in refused { #expect(refusal?.code == "invalid-simulation", "\(refusal as Any)") }
  }

  private func error(_ options: IntegrationOptions) -> IntegrationError? { error(at: [1], options) }

  @Test("nothing to do needs no step", .enabled(if: InitialValueProblem.hasSolver))
  func nothingToDo() throws {
    #expect(try Self.decay.solution(at: []).count == 0)
    #expect(try Self.decay.solution(at: [0, 0]).values == [1, 1])
    let empty = try InitialValueProblem([], over: [], from: []).solution(at: [0, 1])
    #expect(empty.times == [0, 1] && empty.values == [])
  }

  @Test(
    "a solution that grows beyond all bounds is an error at its singularity, with every linear solver",
    .enabled(if: InitialValueProblem.hasSolver), arguments: IntegrationOptions.Solver.allCases)
  func singularity(_ solver: IntegrationOptions.Solver) throws {
    // y′ = y² from 1 is 1/(1 − t).
    let problem = try InitialValueProblem([.symbol("y") ** 2], over: ["y"], from: [1])
    var last = 0.0
    do throws(IntegrationError) {
      _ = try problem.integrate(
        through: [0.5, 2], options: IntegrationOptions(solver: solver)
      ) { time, _ in last = time }
      Issue.record("no error")
    } catch {
      let time = try #require(error.time)
      #expect(abs(time - 1) < 1e-3, "\(error)")
    }
    #expect(last == 0.5)
  }

  @Test("right-hand sides that are not finite are an error", .enabled(if: InitialValueProblem.hasSolver))
  func notFinite() throws {
    #expect(
      error(InitialValueProblem(from: [0]) { _, _, _, derivatives in derivatives[0] = .nan })?.reason
        == .notFinite)
    // The square root ends where y reaches zero.
    let root = try InitialValueProblem([-.sqrt(.symbol("y")) - 1], over: ["y"], from: [1])
    let failure = try #require(error(root, at: [5]))
    #expect([.notFinite, .noConvergence, .stepTooShort].contains(failure.reason), "\(failure)")
    let matrix = SparseJacobian(
      pattern: .init(columnCount: 1, rowStarts: [0, 1], columns: [0])
    ) { _, _, _, values in values[0] = .infinity }
    let problem = InitialValueProblem(from: [1], jacobian: matrix) { _, state, _, derivatives in
      derivatives[0] = -1000 * state[0]
    }
    #expect(error(problem)?.reason == .notFinite)
  }

  @Test("steps are limited, and so is the accuracy", .enabled(if: InitialValueProblem.hasSolver))
  func limits() {
    let few = error(at: [100], IntegrationOptions(maximumStepCount: 5))
    #expect(few?.reason == .tooManySteps(5) && (few?.time ?? 0) > 0)
    let sharp = error(IntegrationOptions(relativeTolerance: 1e-30, absoluteTolerance: 1e-30))
    #expect(sharp?.reason == .tolerancesTooSmall)
    #expect(sharp?.flag == "CV_TOO_MUCH_ACC")
  }

  @Test("the caller can stop", .enabled(if: InitialValueProblem.hasSolver))
  func cancellation() {
    var calls = 0
    let stopped = error(at: [1e9]) {
      calls += 1
      return calls > 20
    }
    #expect(stopped?.reason == .cancelled && calls <= 23)
    #expect(error { true }?.reason == .cancelled)
  }

  @Test("a missing diagonal is filled")
  func diagonal() {
    let pattern = DiagonalPattern(
      filling: .init(columnCount: 4, rowStarts: [0, 2, 3, 3, 4], columns: [1, 3, 0, 3]))
    #expect(pattern.rowStarts == [0, 3, 5, 6, 7])
    #expect(pattern.columns == [0, 1, 3, 0, 1, 2, 3])
    #expect(pattern.places == [1, 2, 3, 6] && !pattern.isUnchanged)
    #expect(DiagonalPattern(filling: .init(columnCount: 1, rowStarts: [0, 1], columns: [0])).isUnchanged)
  }
}
