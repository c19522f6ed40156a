/// Laws of a function that hold on its whole domain, checked by the law tests over the whole table.
public struct FunctionLaws: Sendable {
  /// What a change of sign, or of order, of the arguments does.
  public enum Symmetry: Sendable {
    /// f(−x) = f(x)
    case even
    /// f(−x) = −f(x)
    case odd
    /// The value does not depend on the order of the arguments.
    case commutative
  }

  /// Where the values at real arguments lie.
  public enum RealRange: Sendable {
    /// Real at every real argument of the domain.
    case real
    case positive, nonnegative, integer, boolean
  }

  /// The real arguments at which the value is real.
  public enum RealDomain: Sendable {
    /// All real arguments.
    case all
    /// Positive arguments.
    case positive
    /// Arguments from −1 to 1, the ends included.
    case unitInterval
    /// Arguments from 1 on.
    case fromOne
    /// Arguments from 0 to 1, 0 excluded.
    case upToOne
  }

  public var symmetry: Symmetry?
  /// f(x + period) = f(x)
  public var period: (@Sendable () -> Expr)?
  /// The name of g with f(g(x)) = x on the whole domain of g.
  public var inverse: String?
  /// The name of h with h(f(x)) = x on the whole domain of f.
  public var leftInverse: String?
  /// The range over the real domain, if more is known than that values are real.
  public var range: RealRange?
  /// The real arguments at which the value, if there is one, is certainly real; `nil` when none are known. Of functions that
  /// take further arguments it speaks of calls without them.
  public var realDomain: RealDomain?
  /// The degree k with f(c·z) = c^k·f(z) for all c > 0.
  public var homogeneity: Int?
  /// Whether f(conj z) = conj f(z) away from branch cuts.
  public var commutesWithConjugation: Bool

  /// Creates the laws.
  public init(
    symmetry: Symmetry? = nil, period: (@Sendable () -> Expr)? = nil, inverse: String? = nil,
    leftInverse: String? = nil,
    range: RealRange? = nil, realDomain: RealDomain? = nil, homogeneity: Int? = nil,
    commutesWithConjugation: Bool = false
  ) {
    self.realDomain = realDomain
    self.symmetry = symmetry
    self.period = period
    self.inverse = inverse
    self.leftInverse = leftInverse
    self.range = range
    self.homogeneity = homogeneity
    self.commutesWithConjugation = commutesWithConjugation
  }

  /// Whether a law says something about the form of calls with one argument.
  var concernsUnaryCalls: Bool {
    inverse != nil || homogeneity != nil || symmetry == .even || symmetry == .odd
  }
}
