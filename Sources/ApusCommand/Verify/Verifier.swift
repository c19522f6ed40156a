import ApusNotation

/// Checks answers by their values in a real Python.
///
/// One Python process checks all answers, a batch at a time. An answer that takes it too long, or ends it, does not stop
/// the others.
final class Verifier {
  private let python: String
  private let target: String
  /// The seconds that Python has for one answer.
  private let limit: Double
  private var worker: WorkerBox?
  /// How often Python ended in a row without an answer.
  private var failures = 0

  private init(python: String, target: String, limit: Double) {
    self.python = python
    self.target = target
    self.limit = limit
  }

  /// A verifier for answers in a notation, with its Python running.
  ///
  /// - Throws: `not-verifiable` for notations that Python does not run, `python-failed` if there is no Python, or one without
  ///   the libraries.
  static func starting(
    for target: NotationTarget, python: String = "python3", limit: Double = 5
  ) throws(Diagnostic) -> Verifier {
    let name: String
    switch target {
    case .python, .sympy: name = "sympy"
    case .numpy: name = "numpy"
    case .math: name = "math"
    default:
      throw Diagnostic(
        "not-verifiable", "--verify runs answers in Python, and \(target.rawValue) is none",
        help: ["--to python, numpy or math"])
    }
    let verifier = Verifier(python: python, target: name, limit: limit)
    try verifier.start()
    return verifier
  }

  /// The outcomes after the check: with a verdict, or `verification-failed` where the values differ.
  func checked(_ outcomes: [ConversionOutcome]) -> [ConversionOutcome] {
    var outcomes = outcomes
    var requests: [(index: Int, request: VerificationRequest)] = []
    for (index, outcome) in outcomes.enumerated() {
      guard case .success(var response) = outcome.result, !outcome.formulas.isEmpty else { continue }
      do throws(Unverifiable) {
        requests.append((index, try VerificationRequest(outcome, response, isNumeric: target != "sympy")))
      } catch {
        response.verdict = .notChecked(error.reason)
        outcomes[index].result = .success(response)
      }
    }
    var rest = requests[...]
    while !rest.isEmpty {
      let answers = answers(to: rest.map(\.request))
      for ((index, request), answer) in zip(rest, answers) {
        outcomes[index].result = Self.result(outcomes[index].result, request, answer)
      }
      rest = rest.dropFirst(max(1, answers.count))
    }
    return outcomes
  }

  // MARK: Answers

  private static func result(
    _ result: Result<Response, Diagnostic>, _ request: VerificationRequest,
    _ answer: Result<JSONValue, Diagnostic>
  ) -> Result<Response, Diagnostic> {
    guard case .success(var response) = result else { return result }
    switch answer {
    case .failure(let failure): return .failure(failure)
    case .success(let value):
      switch request.judgement(of: value) {
      case .verdict(let verdict):
        response.verdict = verdict
        return .success(response)
      case .disagreement(let difference):
        return .failure(
          Diagnostic(
            "verification-failed", "the answer has other values than the formula: \(difference)",
            help: ["please report this formula"], showsSource: false))
      }
    }
  }

  /// What Python says to as many requests as it gets through; the last may be a failure.
  private func answers(to requests: [VerificationRequest]) -> [Result<JSONValue, Diagnostic>] {
    var answers: [Result<JSONValue, Diagnostic>] = []
    do throws(Diagnostic) {
      let worker = try runningWorker()
      var line: [UInt8] = []
      JSONWriter.write(.array(requests.map(\.json)), to: &line)
      line.append(UInt8(ascii: "\n"))
      try worker.send(line, within: 30 + limit)
      for _ in requests {
        let text = try worker.receive(within: limit + 30)
        answers.append(.success(JSONReading(text).value ?? .null))
        failures = 0
      }
    } catch {
      worker = nil
      failures += 1
      answers.append(.failure(error))
    }
    return answers
  }

  // MARK: The process

  private func runningWorker() throws(Diagnostic) -> WorkerBox {
    if let worker { return worker }
    // A Python that ends again and again is given up.
    if failures >= 3 {
      throw Diagnostic("python-failed", "\(python) ended too often to check this answer", showsSource: false)
    }
    try start()
    guard let worker else { throw Diagnostic("python-failed", "\(python) does not run", showsSource: false) }
    return worker
  }

  private func start() throws(Diagnostic) {
    let new: WorkerBox
    do throws(PythonWorker.Failure) {
      new = WorkerBox(
        try PythonWorker(python: python, program: VerifierScript.text, arguments: [target, String(limit)]),
        python)
    } catch {
      throw Self.diagnostic(error, python)
    }
    let greeting = JSONReading(try new.receive(within: 60)).value
    if let error = greeting?["error"]?.asString {
      throw Diagnostic(
        "python-failed", "\(python) cannot check answers: \(error)",
        help: [
          "pip install \(target == "numpy" ? "numpy scipy" : "sympy")", "--python names another Python",
        ],
        showsSource: false)
    }
    guard greeting?["ready"] != nil else {
      throw Diagnostic("python-failed", "\(python) is no Python 3.8 or later", showsSource: false)
    }
    worker = new
  }

  static func diagnostic(_ failure: PythonWorker.Failure, _ python: String) -> Diagnostic {
    let message =
      switch failure {
      case .doesNotStart(let reason): "\(python) does not start: \(reason)"
      case .ended: "\(python) ended while it checked this answer"
      case .late: "\(python) does not answer"
      }
    return Diagnostic("python-failed", message, help: ["--python names another Python"], showsSource: false)
  }
}

/// The worker behind a reference, so that it can be replaced.
final class WorkerBox {
  var worker: PythonWorker
  private let python: String

  init(_ worker: consuming PythonWorker, _ python: String) {
    self.worker = worker
    self.python = python
  }

  func send(_ line: [UInt8], within seconds: Double) throws(Diagnostic) {
    do throws(PythonWorker.Failure) {
      try worker.send(line, within: seconds)
    } catch {
      throw Verifier.diagnostic(error, python)
    }
  }

  func receive(within seconds: Double) throws(Diagnostic) -> [UInt8] {
    do throws(PythonWorker.Failure) {
      return try worker.receive(within: seconds)
    } catch {
      throw Verifier.diagnostic(error, python)
    }
  }
}
