import CFLINT

/// A real number known to lie in an interval: a midpoint and a radius, both of them exact (Arb).
///
/// The result of an operation on balls encloses the exact results for *all* points of its operands, whatever
/// the precision in bits it is computed with; a higher one only makes it narrower. Where nothing is known (an
/// argument outside the domain, a pole inside the ball, a computation given up) the ball is *indeterminate*.
///
/// Source: F. Johansson, *Arb: efficient arbitrary-precision midpoint-radius interval arithmetic*,
/// doi:10.1109/TC.2017.2690633.
public struct Ball: Sendable {
  let storage: BallStorage

  /// The working precisions that are used: a request outside is brought to the nearer end.
  public static let precisionRange: ClosedRange<Int> = 2...(1 << 23)

  init(storage: BallStorage) { self.storage = storage }

  // MARK: Construction

  /// The integer, exactly.
  public init(_ value: Integer) {
    self.init { ball in value.withFMPZ { arb_set_fmpz(ball, $0) } }
  }

  /// The integer, exactly.
  public init(_ value: Int) {
    self.init { arb_set_si($0, value) }
  }

  /// The rational number to `precision` bits; exact when that is possible.
  public init(_ value: Rational, precision: Int) {
    self = Ball(value.numerator).divided(by: Ball(value.denominator), precision: precision)
  }

  /// The value of `value`, exactly; indeterminate for a NaN.
  public init(exactly value: Double) {
    self.init { value.isNaN ? arb_indeterminate($0) : arb_set_d($0, value) }
  }

  /// The value of `value`, exactly; indeterminate for a NaN.
  public init(exactly value: BigFloat) {
    self.init { ball in
      if value.isNaN {
        arb_indeterminate(ball)
      } else {
        value.withMPFR { arf_set_mpfr(arb_mid_ptr(ball), $0) }
      }
    }
  }

  /// An enclosure to `precision` bits of the decimal number written in `text`; exact when that is possible.
  public init?(decimal text: some StringProtocol, precision: Int) {
    guard DecimalText(text) != nil else { return nil }
    let numeral = String(text)
    var failed = false
    self.init { failed = arb_set_str($0, numeral, Ball.clamped(precision)) != 0 }
    if failed { return nil }
  }

  /// The interval from `lower` to `upper`, in either order, slightly widened when it needs more than
  /// `precision` bits.
  public init(from lower: Ball, to upper: Ball, precision: Int) {
    self = Ball.combining(lower, upper, precision, arb_union)
  }

  /// The ball widened by `radius`, slightly more when that needs more than 30 bits; indeterminate for a NaN.
  public func widened(by radius: Double) -> Ball {
    if radius.isNaN { return .indeterminate }
    let error = Ball(exactly: radius.magnitude)
    return Ball { ball in
      withArb { arb_set(ball, $0) }
      error.withArb { arb_add_error(ball, $0) }
    }
  }

  /// The ball about which nothing is known, not even that it is a number.
  public static let indeterminate = Ball { arb_indeterminate($0) }

  /// Zero, exactly.
  public static let zero = Ball(0)

  /// One, exactly.
  public static let one = Ball(1)

  /// The same ball with its midpoint rounded to `precision` bits and its radius enlarged to make up for it.
  public func rounded(toPrecision precision: Int) -> Ball {
    Ball { ball in withArb { arb_set_round(ball, $0, Ball.clamped(precision)) } }
  }
}

extension Ball: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// The integer of the literal, exactly.
  public init(integerLiteral value: Int) { self.init(value) }

  /// Midpoint and radius in decimal as `[3.14159 +/- 2.66e-6]`, for people: the radius covers the rounding.
  public var description: String {
    guard let text = withArb({ arb_get_str($0, 20, 0) }) else { return "" }
    defer { flint_free(text) }
    return String(cString: text)
  }
}

/// The immutable Arb number of a `Ball`.
///
/// `@unchecked Sendable`: it is written only before the initialiser that takes it over returns and freed only by
/// `deinit`; in between every access reads.
final class BallStorage: @unchecked Sendable {
  /// Arb's record, read through copies, so that two operands that are one object are still two variables.
  let arb: arb_struct

  init(takingOver arb: arb_struct) { self.arb = arb }

  deinit {
    var arb = self.arb
    arb_clear(&arb)
  }
}

extension Ball {
  /// Calls `body` with this value as an Arb number, only valid, and only to be read, during the call.
  package func withArb<Result>(_ body: (UnsafePointer<arb_struct>) -> Result) -> Result {
    let arb = storage.arb
    return withExtendedLifetime(storage) { withUnsafePointer(to: arb, body) }
  }

  /// The ball that `body` stores in a fresh Arb number, initially zero.
  package init(_ body: (UnsafeMutablePointer<arb_struct>) -> Void) {
    var arb = arb_struct()
    arb_init(&arb)
    body(&arb)
    storage = BallStorage(takingOver: arb)
  }

  static func clamped(_ precision: Int) -> Int {
    Swift.min(Swift.max(precision, precisionRange.lowerBound), precisionRange.upperBound)
  }

  // MARK: Applying functions of Arb

  typealias UnaryOperation = (UnsafeMutablePointer<arb_struct>?, UnsafePointer<arb_struct>?, Int) -> Void
  typealias BinaryOperation = (
    UnsafeMutablePointer<arb_struct>?, UnsafePointer<arb_struct>?, UnsafePointer<arb_struct>?, Int
  ) -> Void

  func mapped(_ precision: Int, _ operation: UnaryOperation) -> Ball {
    Ball { result in withArb { operation(result, $0, Ball.clamped(precision)) } }
  }

  static func combining(_ lhs: Ball, _ rhs: Ball, _ precision: Int, _ operation: BinaryOperation) -> Ball {
    Ball { result in
      lhs.withArb { a in rhs.withArb { b in operation(result, a, b, clamped(precision)) } }
    }
  }
}

extension Integer {
  /// Calls `body` with this value as a FLINT integer, only valid, and only to be read, during the call.
  package func withFMPZ<Result>(_ body: (UnsafePointer<fmpz>) -> Result) -> Result {
    var copy: fmpz = 0
    if case .small(let value) = self {
      fmpz_set_si(&copy, value)
    } else {
      withMPZ { fmpz_set_mpz(&copy, $0) }
    }
    defer { fmpz_clear(&copy) }
    return withUnsafePointer(to: copy, body)
  }

  /// The integer that `body` stores in a fresh FLINT integer, initially zero.
  package init(computingFMPZ body: (UnsafeMutablePointer<fmpz>) -> Void) {
    var value: fmpz = 0
    body(&value)
    defer { fmpz_clear(&value) }
    if fmpz_fits_si(&value) != 0 {
      self = .small(fmpz_get_si(&value))
    } else {
      self.init(computing: { fmpz_get_mpz($0, &value) })
    }
  }
}
