import Apus
import ApusSimulation
import ApusTerms
import Testing

@Suite("Docs/Simulation.md")
struct Simulation {
  @Test("initial value problems") func problems() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let (y, k) = (Expr.symbol("y"), Expr.symbol("k"))
    let decay = try InitialValueProblem([-k * y], over: ["y"], parameters: ["k": 0.5], from: [1])
    print(decay.derivatives(of: [2], at: 0))  // [-1.0]

    try printer.expectComments()
  }

  @Test(
    "trajectories", .enabled(if: InitialValueProblem.hasSolver, "built without the trait Simulation"))
  func trajectories() throws {
    let (y, k) = (Expr.symbol("y"), Expr.symbol("k"))
    let decay = try InitialValueProblem([-k * y], over: ["y"], parameters: ["k": 0.5], from: [1])
    let print = { (times: [Double], values: [Double]) in
      #expect(times == [1, 2])
      #expect(abs(values[0] - 0.606_530_659_7) < 1e-6 && abs(values[1] - 0.367_879_441_2) < 1e-6)
    }

    let options = IntegrationOptions(relativeTolerance: 1e-8, absoluteTolerance: 1e-10)
    let trajectory = try decay.solution(at: [1, 2], options: options)
    print(trajectory.times, trajectory.element(0))  // about exp(-1/2) and exp(-1)
  }
}
