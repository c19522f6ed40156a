import ApusNumbers
import ApusTerms
import ApusTestSupport

/// Points at which laws are tried: random rational numbers of the domain of each parameter, with the record's name as seed.
struct LawSamples {
  private var random: SplitMix64
  private var turn = 0

  init(_ function: Function, salt: UInt64 = 0) { random = SplitMix64(seed: function.hash128.low ^ salt) }

  /// A rational number in (−bound, bound) with a prime denominator that changes from call to call, so that neither the number nor
  /// its ratio to the one before is a special point.
  mutating func rational(bound: Int = 3) -> Number {
    defer { turn = (turn + 1) % Self.denominators.count }
    let denominator = Self.denominators[turn]
    let numerator = Int.random(in: -bound * denominator + 1..<bound * denominator, using: &random)
    return Number(numerator).dividing(by: Number(denominator)) ?? .zero
  }

  private static let denominators = [1009, 1013, 1019, 1021, 1031]

  mutating func number(in domain: Parameter.Domain, real: Bool) -> Number? {
    switch domain {
    case .complex: real ? rational() : Number(real: rational(), imaginary: rational())
    case .real: rational()
    case .integer: Number(Int.random(in: -4...6, using: &random))
    case .natural: Number(Int.random(in: 0...5, using: &random))
    case .boolean, .any: nil
    }
  }

  /// Arguments of the function, `nil` if a parameter is no number.
  mutating func arguments(of function: Function, count: Int, real: Bool) -> [Number]? {
    var result: [Number] = []
    for i in 0..<count {
      let parameter = function.parameters[min(i, function.parameters.count - 1)]
      guard let number = number(in: parameter.domain, real: real) else { return nil }
      result.append(number)
    }
    return result
  }

  /// A real argument of the domain.
  mutating func real(in domain: FunctionLaws.RealDomain) -> Number {
    let x = rational()
    let magnitude = x.isNegative ? -x : x
    switch domain {
    case .all: return x
    case .positive: return magnitude.isZero ? .one : magnitude
    case .unitInterval: return x.dividing(by: 3) ?? x
    case .fromOne: return .one + magnitude
    case .upToOne: return magnitude.isZero ? .one : magnitude.dividing(by: 3) ?? .one
    }
  }
}

extension Function {
  /// The numbers of arguments that are tried.
  var triedCounts: ClosedRange<Int> {
    arity.minimum...Swift.max(arity.minimum, Swift.min(arity.maximum ?? 3, 4))
  }

  /// The value by the ball kernel.
  func ball(_ arguments: [Number], precision: Int) -> ComplexBall? {
    kernels.ball?(arguments.map { ComplexBall($0, precision: precision + 64) }, precision)
  }

  /// The value by the ball kernel, of arguments that are balls.
  func ball(_ arguments: [ComplexBall], precision: Int) -> ComplexBall? {
    kernels.ball?(arguments, precision)
  }
}

extension ComplexBall {
  /// Whether the midpoints differ by less than 2^−bits relatively to the larger, or absolutely where that is below 1.
  func isNear(_ other: ComplexBall, bits: Int) -> Bool {
    guard isFinite, other.isFinite else { return false }
    let scale = Ball.one.union(magnitude(precision: 64), precision: 64)
      .union(other.magnitude(precision: 64), precision: 64)
    let bound = scale.multiplied(
      by: Ball(exactly: 0.5).raised(to: Integer(bits), precision: 64), precision: 64)
    let difference = subtracting(other, precision: 512).magnitude(precision: 64)
    return difference.isLess(
      than: Ball(exactly: bound.midpoint).adding(Ball(exactly: bound.radius), precision: 64))
      ?? false
  }
}
