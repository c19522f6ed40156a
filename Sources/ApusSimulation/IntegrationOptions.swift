/// How a problem is integrated.
public struct IntegrationOptions: Sendable {
  /// The error that each step may make, relative to each element of the state.
  public var relativeTolerance: Double
  /// The error that each step may make in an element of the state that is near zero.
  public var absoluteTolerance: Double
  /// The formulas that advance the state.
  public var method: Method
  /// How the equations of implicit steps are solved.
  public var solver: Solver
  /// The most steps from start to end; more are an error.
  public var maximumStepCount: Int
  /// The longest step, if there is a limit.
  public var maximumStep: Double?
  /// The first step; chosen by the solver unless stated.
  public var initialStep: Double?

  /// Creates options.
  public init(
    relativeTolerance: Double = 1e-6, absoluteTolerance: Double = 1e-9, method: Method = .bdf,
    solver: Solver = .automatic, maximumStepCount: Int = 1_000_000, maximumStep: Double? = nil,
    initialStep: Double? = nil
  ) {
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.method = method
    self.solver = solver
    self.maximumStepCount = maximumStepCount
    self.maximumStep = maximumStep
    self.initialStep = initialStep
  }

  /// The formulas that advance the state.
  public enum Method: Sendable, CaseIterable {
    /// Backward differences of order 1 to 5, for stiff problems.
    case bdf
    /// Adams–Moulton formulas of order 1 to 12, for problems that are not stiff.
    case adams
  }

  /// How the equations of implicit steps are solved: by Newton's method, whose linear systems are solved in one of several ways,
  /// or without.
  public enum Solver: Sendable, CaseIterable {
    /// Sparse if the Jacobian matrix of the problem is known, dense otherwise.
    case automatic
    /// By KLU with the sparse Jacobian matrix of the problem.
    case sparse
    /// By elimination in a full matrix, whose entries are found by differences.
    case dense
    /// By GMRES without a matrix; products with it are found by differences.
    case krylov
    /// Without linear systems, by repeated substitution: for problems that are not stiff.
    case fixedPoint
  }
}
