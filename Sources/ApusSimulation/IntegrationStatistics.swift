/// What an integration took.
public struct IntegrationStatistics: Sendable, Equatable {
  /// The steps taken.
  public var steps = 0
  /// How often the right-hand sides were computed for the steps themselves.
  public var evaluations = 0
  /// How often they were computed for differences that take the place of the Jacobian matrix.
  public var differenceEvaluations = 0
  /// How often the Jacobian matrix was computed.
  public var jacobians = 0
  /// How often a linear system was factored.
  public var factorizations = 0
  /// The iterations of Newton's method.
  public var nonlinearIterations = 0
  /// The iterations of GMRES.
  public var linearIterations = 0
  /// Steps repeated because Newton's method did not converge.
  public var convergenceFailures = 0
  /// Steps repeated because the error was too large.
  public var errorTestFailures = 0
  /// The order of the last step.
  public var lastOrder = 0
  /// The length of the last step.
  public var lastStep = 0.0

  /// All zero.
  public init() {}
}
