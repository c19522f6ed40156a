import ApusNotation
import ApusSimulation
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Reaction networks in time")
struct NetworkSimulationTests {
  /// A and B become C and back; D is held constant and makes A.
  static let text = """
    begin parameters
      1 kf 0.1
      2 kr 2*kf/4
      3 a0 10
    end parameters
    begin species
      1 A() a0
      2 B() a0/2
      3 C() 0
      4 $D() 1
    end species
    begin reactions
      1 1,2 3 kf #forward
      2 3 1,2 kr #backward
      3 4 4,1 kr #source
    end reactions
    begin groups
      1 Total 1,3
      2 Twice 2*3
    end groups
    """

  @Test("values of parameters and initial amounts follow the file")
  func values() throws {
    var network = try ReactionNetwork(netFile: Self.text)
    #expect(try network.parameterValues() == ["kf": 0.1, "kr": 0.05, "a0": 10])
    #expect(try network.initialAmounts(network.parameterValues()) == [10, 5, 0, 1])
    #expect(network.setParameter("kf", to: 1) && !network.setParameter("k", to: 1))
    #expect(try network.parameterValues()["kr"] == 0.5)
    let problem = try InitialValueProblem(network)
    #expect(problem.derivatives(of: [10, 5, 2, 1], at: 0) == [-48.5, -49, 49, 0])
    let observables = try network.compiledObservables()
    #expect(observables.values(at: [10, 5, 2, 1], parameters: problem.parameters) == [12, 4])
  }

  @Test("a value that does not exist is an error")
  func missingValue() throws {
    let network = try ReactionNetwork(netFile: Self.text.replacing("0.1", with: "log(-1)"))
    let error = #expect(throws: ModelError.self) { try network.parameterValues() }
    #expect(error?.code == "model-value" && error?.message.hasPrefix("'kf' is ") == true)
  }

  @Test(
    "amounts that balance stay in balance",
    .enabled(if: InitialValueProblem.hasSolver, "built without the trait Simulation"))
  func balance() throws {
    let problem = try InitialValueProblem(ReactionNetwork(netFile: Self.text))
    let options = IntegrationOptions(relativeTolerance: 1e-9, absoluteTolerance: 1e-9)
    let trajectory = try problem.solution(until: 20, pointCount: 5, options: options)
    for i in trajectory.times.indices {
      let state = Array(trajectory.state(i))
      // D is constant, B + C is conserved, and A + C grows by kr·D a unit of time.
      #expect(state[3] == 1)
      #expect(abs(state[1] + state[2] - 5) < 1e-7)
      #expect(abs(state[0] + state[2] - 10 - 0.05 * trajectory.times[i]) < 1e-7)
    }
  }
}

/// The network of a B-cell receptor: 1,122 species, 24,388 reactions (doi:10.4049/jimmunol.1102003).
@Suite("the receptor network in time")
struct ReceptorSimulationTests {
  static let file = SharedFile("data/bcr.net")

  @Test(
    "amounts are those of another solver",
    .enabled(if: file.exists && InitialValueProblem.hasSolver, "needs bcr.net and the trait Simulation"))
  func amounts() throws {
    let network = try ReactionNetwork(netFile: Self.file.bytes)
    let problem = try InitialValueProblem(network)
    let options = IntegrationOptions(relativeTolerance: 1e-8, absoluteTolerance: 1e-6)
    let trajectory = try problem.solution(at: [1, 10], options: options)
    // The sums of the amounts, and the second group, from SciPy's BDF with a tolerance of 1e-9.
    let sums = [1_790_396.364_826_681_8, 1_790_223.891_211_916_5]
    let groups = [8.979_238_337_486_587, 29.450_079_279_501_516]
    let observables = try network.compiledObservables()
    for i in 0..<2 {
      let sum = trajectory.state(i).reduce(0, +)
      #expect(abs(sum - sums[i]) <= 1e-8 * sums[i])
      let values = observables.values(at: Array(trajectory.state(i)), parameters: problem.parameters)
      #expect(abs(values[1] - groups[i]) <= 1e-5 * groups[i])
    }
  }
}
