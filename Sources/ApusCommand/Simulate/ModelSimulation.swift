import ApusNotation
import ApusNumerics
import ApusSimulation
import ApusTerms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a model, integrates it, and writes its states.
struct ModelSimulation: ~Copyable {
  /// The times to write, unless they are evenly spaced up to `end`.
  let times: [Double]
  let end: Double?
  let pointCount: Int
  /// Other values for parameters.
  let assignments: [(name: String, value: Double)]
  let options: IntegrationOptions
  let timeLimit: Double?
  let tellsStatistics: Bool
  var output: SimulationOutput
  let errors: ErrorDisplay
  /// How it went.
  private(set) var status = ExitStatus.success

  init(
    times: [Double], end: Double?, pointCount: Int, assignments: [(name: String, value: Double)],
    options: IntegrationOptions, timeLimit: Double?, tellsStatistics: Bool,
    output: consuming SimulationOutput, errors: ErrorDisplay
  ) {
    self.times = times
    self.end = end
    self.pointCount = pointCount
    self.assignments = assignments
    self.options = options
    self.timeLimit = timeLimit
    self.tellsStatistics = tellsStatistics
    self.output = output
    self.errors = errors
  }

  /// Simulates the model in a file; `-` is standard input.
  mutating func run(_ path: String) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try path == "-" ? InputFile.contents(of: STDIN_FILENO) : InputFile(path: path).contents()
    } catch {
      return fail(Diagnostic("unreadable-file", "cannot read \(path): \(error.message)"), .noInput)
    }
    guard InitialValueProblem.hasSolver else {
      return fail(Diagnostic(IntegrationError.unavailable), .unavailable)
    }
    do throws(Diagnostic) {
      try simulate(try network(bytes))
    } catch {
      let place = error.range.map { _ in Place(name: path == "-" ? "<stdin>" : path, line: 1) }
      let text = error.range == nil ? "" : String(decoding: bytes, as: UTF8.self)
      fail(error, error.code == "timeout" ? .timeLimit : .failure, in: text, at: place)
    }
  }

  private mutating func fail(
    _ diagnostic: Diagnostic, _ status: ExitStatus, in text: String = "", at place: Place? = nil
  ) {
    self.status = status
    errors.show(diagnostic, in: text, at: place)
    if output.format == .jsonl { output.write(diagnostic, in: text) }
  }

  // MARK: - The model

  private func network(_ bytes: [UInt8]) throws(Diagnostic) -> ReactionNetwork {
    var network = try ReactionNetwork(netFile: bytes)
    for (name, value) in assignments {
      guard network.setParameter(name, to: value) else {
        let nearest = Suggestions.nearest(to: name, among: network.parameters.map(\.symbol.name))
        throw Diagnostic(
          "unknown-name", "the model has no parameter '\(name)'",
          help: nearest.map { ["did you mean '\($0)'?"] } ?? [])
      }
    }
    return network
  }

  private mutating func simulate(_ network: ReactionNetwork) throws(Diagnostic) {
    let problem: InitialValueProblem
    let groups: CompiledFunction
    do throws(ModelError) {
      problem = try InitialValueProblem(
        network, hasJacobian: options.solver == .automatic || options.solver == .sparse)
      groups = try network.compiledObservables()
    } catch {
      throw Diagnostic(error.code, error.message)
    }
    output.begin(
      groups: network.observables.map(\.name), species: network.species.map(\.symbol.name))
    try integrate(problem, groups)
  }

  private mutating func integrate(
    _ problem: InitialValueProblem, _ groups: CompiledFunction
  ) throws(Diagnostic) {
    let times = end.map { problem.evenlySpacedTimes(until: $0, count: pointCount) } ?? times
    let deadline = timeLimit.map { Clock.seconds + $0 }
    var progress = SimulationProgress(end: times.last ?? 0)
    var groupValues = [Double](repeating: 0, count: groups.outputCount)
    do throws(IntegrationError) {
      let statistics = try problem.integrate(
        through: times, options: options, until: { deadline.map { Clock.seconds > $0 } ?? false },
        onStep: { progress.show($0, $1) }
      ) { time, state in
        problem.parameters.withUnsafeBufferPointer { parameters in
          groupValues.withUnsafeMutableBufferPointer {
            groups.evaluate(at: state, parameters: parameters, into: $0)
          }
        }
        progress.clear()
        output.write(time, groups: groupValues, species: state)
      }
      progress.clear()
      if tellsStatistics { tell(statistics) }
    } catch {
      progress.clear()
      if error.reason == .cancelled, let timeLimit {
        throw Diagnostic(
          "timeout",
          "the end was not reached within \(DurationText.text(of: timeLimit))"
            + (error.time.map { ", but time \($0)" } ?? ""))
      }
      throw Diagnostic(error)
    }
  }

  private mutating func tell(_ statistics: IntegrationStatistics) {
    if output.format == .jsonl { return output.write(statistics) }
    var errorOutput = Output.error
    errorOutput.writeLine(statistics.line)
  }
}

extension Diagnostic {
  /// What ended an integration, as a diagnostic.
  init(_ error: IntegrationError) {
    self.init(error.code, error.message, help: error.advice.map { [$0] } ?? [])
  }
}

extension IntegrationError {
  static let unavailable = IntegrationError(.unavailable)

  /// What may help.
  fileprivate var advice: String? {
    switch reason {
    case .unavailable: "install SUNDIALS and build with: swift build -c release --traits Simulation"
    case .tooManySteps: "allow more with --max-steps"
    case .tolerancesTooSmall: "allow more error with --rtol and --atol"
    default: nil
    }
  }
}

/// A line on the terminal that tells how far a simulation is.
struct SimulationProgress {
  private let end: Double
  private let isTerminal = Environment.isTerminal(STDERR_FILENO) && !Environment.isDumbTerminal
  private var shown = Clock.seconds
  private var isVisible = false

  init(end: Double) { self.end = end }

  /// Shows the time reached, a few times a second at most and not at once.
  mutating func show(_ time: Double, _ stepCount: Int) {
    guard isTerminal, Clock.seconds - shown > 0.25 else { return }
    shown = Clock.seconds
    isVisible = true
    var output = Output.error
    output.write("\r\u{1B}[Ktime \(DecimalText.general(time, digits: 6)) of \(end), \(stepCount) steps")
    output.flush()
  }

  /// Removes the line.
  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    var output = Output.error
    output.write("\r\u{1B}[K")
    output.flush()
  }
}
