import CGMP

/// The storage of an `Integer` that does not fit in an `Int`: an immutable GMP number.
///
/// `@unchecked Sendable`: the limbs are written only before the initialiser that takes them over returns and
/// freed only by `deinit`; in between every access reads.
public final class LargeInteger: @unchecked Sendable {
  /// GMP's record. It is read through copies, so that two operands that are one object are still two variables.
  let mpz: __mpz_struct

  /// Takes over the limbs of `mpz`.
  init(takingOver mpz: __mpz_struct) { self.mpz = mpz }

  deinit {
    var mpz = self.mpz
    __gmpz_clear(&mpz)
  }

  @usableFromInline var isNegative: Bool { mpz._mp_size < 0 }

  @usableFromInline var isEven: Bool { mpz._mp_d[0] & 1 == 0 }

  /// The magnitude, least significant limb first; valid while `self` lives.
  var limbs: UnsafeBufferPointer<UInt> {
    UnsafeBufferPointer(start: mpz._mp_d, count: Int(mpz._mp_size.magnitude))
  }
}

extension Integer {
  /// Calls `body` with this value as a GMP number, which is only valid, and must only be read, during the call.
  ///
  /// No memory is allocated: a small value borrows a limb on the stack.
  package func withMPZ<Result>(_ body: (UnsafePointer<__mpz_struct>) -> Result) -> Result {
    switch self {
    case .small(let value):
      var limb = value.magnitude
      return withUnsafeMutablePointer(to: &limb) { limb in
        let mpz = __mpz_struct(_mp_alloc: 0, _mp_size: Int32(value.signum()), _mp_d: limb)
        return withUnsafePointer(to: mpz, body)
      }
    case .large(let storage):
      let mpz = storage.mpz
      return withExtendedLifetime(storage) { withUnsafePointer(to: mpz, body) }
    }
  }

  /// The integer that `body` stores in a fresh GMP number, initially zero.
  package init(computing body: (UnsafeMutablePointer<__mpz_struct>) -> Void) {
    var mpz = __mpz_struct()
    __gmpz_init(&mpz)
    body(&mpz)
    self.init(takingOver: mpz)
  }

  /// Takes over an initialised GMP number, freeing it when the value is small.
  package init(takingOver mpz: __mpz_struct) {
    var mpz = mpz
    if __gmpz_fits_slong_p(&mpz) != 0 {
      self = .small(__gmpz_get_si(&mpz))
      __gmpz_clear(&mpz)
    } else {
      self = .large(LargeInteger(takingOver: mpz))
    }
  }

  /// The integer that `body` computes from two operands read as GMP numbers.
  @inline(__always)
  static func combining(
    _ lhs: Integer, _ rhs: Integer,
    _ body: (
      UnsafeMutablePointer<__mpz_struct>, UnsafePointer<__mpz_struct>, UnsafePointer<__mpz_struct>
    ) -> Void
  ) -> Integer {
    lhs.withMPZ { a in rhs.withMPZ { b in Integer(computing: { body($0, a, b) }) } }
  }
}
