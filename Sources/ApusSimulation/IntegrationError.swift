/// Why an integration could not go on. States before the time of the error are right; nothing is known of those behind it.
public struct IntegrationError: Error, Equatable, Sendable {
  /// What went wrong.
  public var reason: Reason
  /// The time that was reached, if the integration had begun.
  public var time: Double?
  /// The name that SUNDIALS gives what went wrong, such as `CV_CONV_FAILURE`.
  public var flag: String?

  package init(_ reason: Reason, time: Double? = nil, flag: String? = nil) {
    self.reason = reason
    self.time = time
    self.flag = flag
  }

  /// What can go wrong.
  public enum Reason: Equatable, Sendable {
    /// The package was built without the trait `Simulation`.
    case unavailable
    /// What is asked for makes no sense, in words.
    case invalidArgument(String)
    /// More steps than the options allow.
    case tooManySteps(Int)
    /// The tolerances ask for more accuracy than machine numbers have.
    case tolerancesTooSmall
    /// The error stays too large however short the step: the solution may be singular or not smooth here.
    case stepTooShort
    /// Newton's method does not converge however short the step: the Jacobian matrix may be wrong or singular.
    case noConvergence
    /// The linear system of a step could not be solved.
    case linearSolverFailed
    /// The right-hand sides or the Jacobian matrix are not finite here.
    case notFinite
    /// The caller gave up.
    case cancelled
    /// There is not enough memory.
    case outOfMemory
    /// What should not happen, in the words of SUNDIALS.
    case solverFailed(String)
  }

  /// A stable name for programs.
  public var code: String {
    switch reason {
    case .unavailable: "simulation-unavailable"
    case .invalidArgument: "invalid-simulation"
    case .tooManySteps: "too-many-steps"
    case .tolerancesTooSmall: "tolerances-too-small"
    case .stepTooShort: "step-too-short"
    case .noConvergence: "no-convergence"
    case .linearSolverFailed: "linear-solver-failed"
    case .notFinite: "derivative-not-finite"
    case .cancelled: "cancelled"
    case .outOfMemory: "too-large"
    case .solverFailed: "solver-failed"
    }
  }

  /// One plain sentence.
  public var message: String {
    sentence + (time.map { " at time \($0)" } ?? "") + (flag.map { " (\($0))" } ?? "")
  }

  private var sentence: String {
    switch reason {
    case .unavailable:
      "this build of Apus has no solver for time integration"
    case .invalidArgument(let words): words
    case .tooManySteps(let count): "the end was not reached in \(count) steps"
    case .tolerancesTooSmall: "the tolerances are smaller than machine numbers can keep"
    case .stepTooShort: "the error stays too large however short the step"
    case .noConvergence: "Newton's method does not converge however short the step"
    case .linearSolverFailed: "the linear system of a step cannot be solved"
    case .notFinite: "the right-hand sides are not finite"
    case .cancelled: "the integration was stopped"
    case .outOfMemory: "there is not enough memory to integrate the system"
    case .solverFailed(let words): words
    }
  }
}

extension IntegrationError: CustomStringConvertible {
  public var description: String { message }
}
