import CFLINT

/// A complex number known to lie in a rectangle: a `Ball` for each part (Arb's `acb`).
///
/// As with `Ball`, results enclose the exact results for all points of the operands. Functions with a branch cut
/// have the principal value, and on the cut the value that continues it counter-clockwise around the branch
/// point (for `log` and `sqrt`: from above). A ball across a cut gives an enclosure of both sides, or the
/// indeterminate ball.
///
/// Source: F. Johansson, *Arb: efficient arbitrary-precision midpoint-radius interval arithmetic*,
/// doi:10.1109/TC.2017.2690633.
public struct ComplexBall: Sendable {
  let storage: ComplexBallStorage

  // MARK: Construction

  /// A real number.
  public init(_ real: Ball) {
    self.init { ball in real.withArb { acb_set_arb(ball, $0) } }
  }

  /// `real + imaginary i`.
  public init(real: Ball, imaginary: Ball) {
    self.init { ball in
      real.withArb { real in imaginary.withArb { acb_set_arb_arb(ball, real, $0) } }
    }
  }

  /// The integer, exactly.
  public init(_ value: Integer) { self.init(Ball(value)) }

  /// The integer, exactly.
  public init(_ value: Int) { self.init { acb_set_si($0, value) } }

  /// The number: inexact parts are taken as exactly what they are, rational ones to `precision` bits.
  public init(_ value: Number, precision: Int) {
    if case .complex(let parts) = value {
      self.init(
        real: Ball(real: parts.real, precision: precision),
        imaginary: Ball(real: parts.imaginary, precision: precision))
    } else {
      self.init(Ball(real: value, precision: precision))
    }
  }

  /// The ball about which nothing is known, not even that it is a number.
  public static let indeterminate = ComplexBall { acb_indeterminate($0) }

  /// Zero, exactly.
  public static let zero = ComplexBall(0)

  /// One, exactly.
  public static let one = ComplexBall(1)

  /// The imaginary unit, exactly.
  public static let i = ComplexBall { acb_onei($0) }

  // MARK: Parts

  /// The real part.
  public var real: Ball { Ball { part in withAcb { acb_get_real(part, $0) } } }

  /// The imaginary part.
  public var imaginary: Ball { Ball { part in withAcb { acb_get_imag(part, $0) } } }

  /// The complex conjugate, exactly.
  public var conjugate: ComplexBall { ComplexBall { result in withAcb { acb_conj(result, $0) } } }

  /// The absolute value.
  public func magnitude(precision: Int) -> Ball {
    Ball { result in withAcb { acb_abs(result, $0, Ball.clamped(precision)) } }
  }

  /// The argument in (-pi, pi]: zero for zero, [-pi, pi] for a ball across the negative real axis.
  public func argument(precision: Int) -> Ball {
    Ball { result in withAcb { acb_arg(result, $0, Ball.clamped(precision)) } }
  }

  // MARK: Questions, answered with certainty

  /// Whether both parts are numbers.
  public var isDefined: Bool { real.isDefined && imaginary.isDefined }

  /// Whether midpoints and radii are finite.
  public var isFinite: Bool { withAcb { acb_is_finite($0) } != 0 }

  /// Whether the radii are zero.
  public var isExact: Bool { withAcb { acb_is_exact($0) } != 0 }

  /// Whether the imaginary part is exactly zero.
  public var isReal: Bool { withAcb { acb_is_real($0) } != 0 }

  /// Whether the ball is exactly zero.
  public var isZero: Bool { withAcb { acb_is_zero($0) } != 0 }

  /// Whether zero is one of the points.
  public var containsZero: Bool { withAcb { acb_contains_zero($0) } != 0 }

  /// Whether the two have a point in common; false means that the numbers they stand for differ.
  public func overlaps(_ other: ComplexBall) -> Bool {
    withAcb { a in other.withAcb { b in acb_overlaps(a, b) } } != 0
  }

  /// Whether all points of `other` are points of this ball.
  public func contains(_ other: ComplexBall) -> Bool {
    withAcb { a in other.withAcb { b in acb_contains(a, b) } } != 0
  }

  /// The bits to which the value is known relative to its size: negative when not even the size is known.
  public var relativeAccuracyBits: Int { withAcb { acb_rel_accuracy_bits($0) } }

  // MARK: Certified conversions

  /// The number with its parts correctly rounded to `precision` bits (`Double`s for 53), or `nil` when a part
  /// is too wide to tell.
  public func rounded(to precision: Int) -> Number? {
    guard let real = real.rounded(to: precision), let imaginary = imaginary.rounded(to: precision) else {
      return nil
    }
    return Number(real: Number(real), imaginary: imaginary.isZero ? .zero : Number(imaginary))
  }

  /// The value with `count` significant digits in each part, all correct, as `1.50 - 0.333*i`; `nil` when a part
  /// is too wide to tell.
  public func digits(_ count: Int) -> String? {
    if isReal { return real.digits(count) }
    guard let imaginary = imaginary.digits(count) else { return nil }
    if real.isZero { return "\(imaginary)*i" }
    guard let real = real.digits(count) else { return nil }
    return imaginary.hasPrefix("-") ? "\(real) - \(imaginary.dropFirst())*i" : "\(real) + \(imaginary)*i"
  }
}

extension ComplexBall: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// The integer of the literal, exactly.
  public init(integerLiteral value: Int) { self.init(value) }

  /// The parts in decimal, with radii, for people.
  public var description: String { isReal ? "\(real)" : "\(real) + \(imaginary)*i" }
}

/// The immutable Arb number of a `ComplexBall`.
///
/// `@unchecked Sendable`: it is written only before the initialiser that takes it over returns and freed only by
/// `deinit`; in between every access reads.
final class ComplexBallStorage: @unchecked Sendable {
  /// Arb's record, read through copies, so that two operands that are one object are still two variables.
  let acb: acb_struct

  init(takingOver acb: acb_struct) { self.acb = acb }

  deinit {
    var acb = self.acb
    acb_clear(&acb)
  }
}

extension Ball {
  /// A real number: an inexact one taken as exactly what it is, a rational one to `precision` bits.
  ///
  /// A complex number gives the indeterminate ball.
  public init(real value: Number, precision: Int) {
    switch value {
    case .integer(let value): self.init(value)
    case .rational(let value): self.init(value, precision: precision)
    case .double(let value): self.init(exactly: value)
    case .bigFloat(let value): self.init(exactly: value)
    case .complex: self = .indeterminate
    }
  }
}

extension ComplexBall {
  /// Calls `body` with this value as an Arb number, only valid, and only to be read, during the call.
  package func withAcb<Result>(_ body: (UnsafePointer<acb_struct>) -> Result) -> Result {
    let acb = storage.acb
    return withExtendedLifetime(storage) { withUnsafePointer(to: acb, body) }
  }

  /// The ball that `body` stores in a fresh Arb number, initially zero.
  package init(_ body: (UnsafeMutablePointer<acb_struct>) -> Void) {
    var acb = acb_struct()
    acb_init(&acb)
    body(&acb)
    storage = ComplexBallStorage(takingOver: acb)
  }

  // MARK: Applying functions of Arb

  typealias UnaryOperation = (UnsafeMutablePointer<acb_struct>?, UnsafePointer<acb_struct>?, Int) -> Void
  typealias BinaryOperation = (
    UnsafeMutablePointer<acb_struct>?, UnsafePointer<acb_struct>?, UnsafePointer<acb_struct>?, Int
  ) -> Void

  func mapped(_ precision: Int, _ operation: UnaryOperation) -> ComplexBall {
    ComplexBall { result in withAcb { operation(result, $0, Ball.clamped(precision)) } }
  }

  static func combining(
    _ lhs: ComplexBall, _ rhs: ComplexBall, _ precision: Int, _ operation: BinaryOperation
  ) -> ComplexBall {
    ComplexBall { result in
      lhs.withAcb { a in rhs.withAcb { b in operation(result, a, b, Ball.clamped(precision)) } }
    }
  }
}
