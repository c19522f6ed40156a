import ApusSimulation
import ArgumentParser

/// `apus simulate MODEL.net`.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Computes the course in time of a reaction network.",
    discussion: """
      The model is a network in the .net format of BioNetGen. A line of output for each time: the time, the groups, the amounts of the \
      species. Docs/Simulation.md describes what is computed, and how Apus is built with a solver.
      """)

  @Argument(help: ArgumentHelp("The model; - is standard input.", valueName: "file"))
  var model: String

  @Option(help: ArgumentHelp("The time at the end; the start is 0.", valueName: "time"))
  var until: Double?

  @Option(
    help: ArgumentHelp("How many evenly spaced times are written, start and end included.", valueName: "n"))
  var points: Int?

  @Option(help: ArgumentHelp("The times that are written, ascending.", valueName: "t,t,…"))
  var saveAt: String?

  @Option(help: ArgumentHelp("The relative error that a step may make.", valueName: "error"))
  var rtol = 1e-6

  @Option(help: ArgumentHelp("The error that a step may make in an amount near zero.", valueName: "error"))
  var atol = 1e-9

  @Option(help: ArgumentHelp("Another value for a parameter of the model.", valueName: "name=value"))
  var set: [String] = []

  @Option(help: "What is written: csv or jsonl.")
  var output = SimulationOutput.Format.csv

  @Option(help: "The columns: all, groups or species.")
  var columns = SimulationOutput.Columns.all

  @Option(help: "The formulas: bdf for stiff models, adams for others.")
  var method = IntegrationOptions.Method.bdf

  @Option(help: "How the equations of a step are solved: automatic, sparse, dense, krylov or fixed-point.")
  var solver = IntegrationOptions.Solver.automatic

  @Option(help: ArgumentHelp("The most steps.", valueName: "n"))
  var maxSteps = 1_000_000

  @Flag(help: "Tell what the integration took: on standard error, or as the last line of jsonl.")
  var statistics = false

  @Option(help: ArgumentHelp("The time that the integration may take, such as 2s or 10m.", valueName: "time"))
  var timeout: TimeLimit?

  @Option(help: "When to colour: auto, always or never; auto honours NO_COLOR.")
  var color = ColorChoice.auto

  func validate() throws {
    guard (until == nil) != (saveAt == nil) else {
      throw ValidationError("State the end with --until, or the times with --save-at.")
    }
    if points != nil, saveAt != nil { throw ValidationError("--points goes with --until.") }
    if let points, !(2...Self.largestPointCount).contains(points) {
      throw ValidationError("Between 2 and \(Self.largestPointCount) points are written.")
    }
    if let until, !(until > 0 && until.isFinite) { throw ValidationError("--until is a positive time.") }
    if let saveAt, Self.times(in: saveAt) == nil {
      throw ValidationError("'\(saveAt)' is not a list of ascending times from 0 on.")
    }
    for assignment in set where Self.assignment(assignment) == nil {
      throw ValidationError("'\(assignment)' is not like k=0.5.")
    }
    for tolerance in [rtol, atol] where !(tolerance > 0 && tolerance.isFinite) {
      throw ValidationError("Tolerances are positive.")
    }
    if maxSteps < 1 { throw ValidationError("At least one step is needed.") }
  }

  func run() throws {
    Signals.endOnInterrupt()
    var simulation = ModelSimulation(
      times: saveAt.flatMap(Self.times) ?? [], end: until, pointCount: points ?? 101,
      assignments: set.compactMap(Self.assignment),
      options: IntegrationOptions(
        relativeTolerance: rtol, absoluteTolerance: atol, method: method, solver: solver,
        maximumStepCount: maxSteps),
      timeLimit: timeout?.seconds, tellsStatistics: statistics,
      output: SimulationOutput(format: output, columns: columns), errors: ErrorDisplay(color: color))
    simulation.run(model)
    try simulation.status.throwUnlessSuccess()
  }

  private static var largestPointCount: Int { 100_000_000 }

  /// The times of a list, if they are finite, ascending, and none is negative.
  static func times(in list: String) -> [Double]? {
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
    let times = parts.compactMap { Double($0) }
    guard times.count == parts.count, times.allSatisfy({ $0.isFinite && $0 >= 0 }),
      zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return times
  }

  /// The name and the value of a text such as `k=0.5`.
  static func assignment(_ text: String) -> (name: String, value: Double)? {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex,
      let value = Double(text[text.index(after: sign)...]), value.isFinite
    else { return nil }
    return (String(text[..<sign]), value)
  }
}

extension IntegrationOptions.Solver: ExpressibleByArgument {
  public init?(argument: String) {
    let name = argument == "fixed-point" ? "fixedPoint" : argument
    guard let known = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = known
  }
}

extension IntegrationOptions.Method: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = known
  }
}

extension SimulationOutput.Format: ExpressibleByArgument {}
extension SimulationOutput.Columns: ExpressibleByArgument {}
