/// A number of any of the kinds an expression can hold: exact (integer, rational, complex with rational parts)
/// or inexact (`Double`, `BigFloat`, complex with such parts).
///
/// Exact stays exact; exact with inexact is inexact; a `Double` with a `BigFloat` has the lower precision of the
/// two. Inexact results beyond the range of a `Double` continue as a `BigFloat` of 53 bits, so that nothing
/// overflows. The form is canonical when values are made by the initialisers and operators: a rational number
/// is no integer, a complex number is not real. The cases are public for matching.
///
/// Equality is that of expressions, not of values: 1 and 1.0 differ. `compare(_:_:)` compares values.
/// - Complexity: 16 bytes; operations on small integers do not leave registers.
@frozen public enum Number: Sendable {
  case integer(Integer)
  case rational(Rational)
  case double(Double)
  case bigFloat(BigFloat)
  case complex(ComplexNumber)

  /// The largest number of decimal digits of an integer that powers, factorials and the like compute.
  public static let digitLimit = 1_000_000

  // MARK: Making numbers

  /// The exact integer.
  @inlinable public init(_ value: Int) { self = .integer(.small(value)) }
  /// The exact integer.
  @inlinable public init(_ value: Integer) { self = .integer(value) }

  /// The rational number, as an integer if it is one.
  public init(_ value: Rational) {
    if let integer = value.asInteger {
      self = .integer(integer)
    } else {
      self = .rational(value)
    }
  }

  /// A machine number; minus zero becomes zero.
  @inlinable public init(_ value: Double) { self = .double(value == 0 ? 0 : value) }

  /// A floating-point number, as a `Double` when its precision is 53 bits and its size that of a normal one.
  public init(_ value: BigFloat) {
    if value.precision == 53 {
      let double = value.asDouble
      if double.isNormal || !value.isFinite || value.isZero {
        self.init(double)
        return
      }
    }
    self = .bigFloat(value)
  }

  /// `real + imaginary * i`, of real numbers; real when `imaginary` is zero.
  ///
  /// When one part is inexact the other becomes so, at the lower precision, apart from a zero real part.
  /// - Precondition: both parts are real.
  public init(real: Number, imaginary: Number) {
    precondition(real.isReal && imaginary.isReal, "the parts of a complex number are real")
    if imaginary.isZero {
      self = imaginary.isExact ? real : real.inexact(like: imaginary)
    } else {
      self = .complex(ComplexNumber(real: real, imaginary: imaginary))
    }
  }

  /// The imaginary unit.
  public static let i = Number(real: 0, imaginary: 1)

  /// Zero.
  @inlinable public static var zero: Number { .integer(.small(0)) }
  /// One.
  @inlinable public static var one: Number { .integer(.small(1)) }
  /// Minus one.
  @inlinable public static var minusOne: Number { .integer(.small(-1)) }

  /// Not a number: what inexact arithmetic gives where it has no answer.
  public static var nan: Number { .double(.nan) }

  // MARK: Questions

  /// Whether the number is an integer, rational, or complex with rational parts.
  @inlinable public var isExact: Bool {
    switch self {
    case .integer, .rational: return true
    case .double, .bigFloat: return false
    case .complex(let value): return value.imaginary.isExact
    }
  }

  /// Whether the value is zero, exactly or not.
  @inlinable public var isZero: Bool {
    switch self {
    case .integer(let value): return value.isZero
    case .rational, .complex: return false
    case .double(let value): return value == 0
    case .bigFloat(let value): return value.isZero
    }
  }

  /// Whether this is the integer one.
  @inlinable public var isOne: Bool {
    if case .integer(.small(1)) = self { return true }
    return false
  }

  /// Whether this is the integer minus one.
  @inlinable public var isMinusOne: Bool {
    if case .integer(.small(-1)) = self { return true }
    return false
  }

  /// Whether the imaginary part is zero; a NaN counts as real.
  @inlinable public var isReal: Bool {
    if case .complex = self { return false }
    return true
  }

  /// Whether this is an exact integer.
  @inlinable public var isInteger: Bool {
    if case .integer = self { return true }
    return false
  }

  /// Whether this is an exact integer or rational number.
  @inlinable public var isRational: Bool {
    switch self {
    case .integer, .rational: return true
    default: return false
    }
  }

  /// Whether the number is real and less than zero.
  @inlinable public var isNegative: Bool {
    switch self {
    case .integer(let value): return value.isNegative
    case .rational(let value): return value.isNegative
    case .double(let value): return value < 0
    case .bigFloat(let value): return value.isNegative
    case .complex: return false
    }
  }

  /// Whether the number is real and greater than zero.
  @inlinable public var isPositive: Bool {
    switch self {
    case .complex: return false
    case .double(let value): return value > 0
    case .bigFloat(let value): return value.sign > 0
    default: return !isNegative && !isZero
    }
  }

  /// Whether no part is infinite or a NaN.
  public var isFinite: Bool {
    switch self {
    case .integer, .rational: return true
    case .double(let value): return value.isFinite
    case .bigFloat(let value): return value.isFinite
    case .complex(let value): return value.real.isFinite && value.imaginary.isFinite
    }
  }

  /// Whether a part is not a number.
  public var isNaN: Bool {
    switch self {
    case .integer, .rational: return false
    case .double(let value): return value.isNaN
    case .bigFloat(let value): return value.isNaN
    case .complex(let value): return value.real.isNaN || value.imaginary.isNaN
    }
  }

  /// The bits of precision of an inexact number, `nil` for an exact one.
  public var precision: Int? {
    switch self {
    case .integer, .rational: return nil
    case .double: return 53
    case .bigFloat(let value): return value.precision
    case .complex(let value): return value.imaginary.precision
    }
  }

  // MARK: Views

  /// The value as an `Int`, when it is an exact integer that fits.
  @inlinable public var asInt: Int? {
    if case .integer(.small(let value)) = self { return value }
    return nil
  }

  /// The value as an exact integer, when it is one.
  @inlinable public var asInteger: Integer? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The value as an exact rational number, when it is one.
  public var asRational: Rational? {
    switch self {
    case .integer(let value): return Rational(value)
    case .rational(let value): return value
    default: return nil
    }
  }

  /// The nearest `Double` of a real number; `nil` for a complex one.
  public var asDouble: Double? {
    switch self {
    case .integer(let value): return value.asDouble
    case .rational(let value): return value.asDouble
    case .double(let value): return value
    case .bigFloat(let value): return value.asDouble
    case .complex: return nil
    }
  }

  /// The real part.
  public var real: Number {
    if case .complex(let value) = self { return value.real }
    return self
  }

  /// The imaginary part, the integer zero for a real number.
  public var imaginary: Number {
    if case .complex(let value) = self { return value.imaginary }
    return .zero
  }

  /// The number with the sign of its imaginary part changed.
  public var conjugate: Number {
    guard case .complex(let value) = self else { return self }
    return .complex(ComplexNumber(real: value.real, imaginary: -value.imaginary))
  }
}

extension Number: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// The exact integer of the literal.
  @inlinable public init(integerLiteral value: Int) { self = .integer(.small(value)) }

  /// The machine number of the literal.
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
}

/// The parts of a complex number that is not real: both exact, or both inexact with one precision.
///
/// The imaginary part is not zero. A real part of an inexact number that is zero is the integer zero.
public final class ComplexNumber: Sendable {
  /// The real part.
  public let real: Number

  /// The imaginary part, not zero.
  public let imaginary: Number

  /// From real parts, the imaginary one not zero; makes both inexact when one is.
  init(real: Number, imaginary: Number) {
    self.real = real.isZero ? .zero : real.inexact(like: imaginary)
    self.imaginary = imaginary.inexact(like: real)
  }
}

extension Number {
  /// A real number made as inexact as `other` is, if that is inexact and of lower precision.
  func inexact(like other: Number) -> Number {
    guard let precision = other.precision, precision < (self.precision ?? .max) else { return self }
    return rounded(toPrecision: precision)
  }

  /// The number with its parts rounded to inexact ones of `precision` bits: a `Double` for 53.
  public func rounded(toPrecision precision: Int) -> Number {
    switch self {
    case .integer(let value): return Number(BigFloat(value, precision: precision))
    case .rational(let value): return Number(BigFloat(value, precision: precision))
    case .double(let value): return Number(BigFloat(value, precision: precision))
    case .bigFloat(let value): return Number(BigFloat(value, precision: precision))
    case .complex(let value):
      return Number(
        real: value.real.isZero ? .zero : value.real.rounded(toPrecision: precision),
        imaginary: value.imaginary.rounded(toPrecision: precision))
    }
  }
}
