import ApusNotation
import ApusNumbers
import ApusTerms

extension VerbTable {
  /// Exact numbers.
  static var numbers: [Verb] {
    [
      Verb(
        "digits", arity: .exactly(1), signature: "digits(n)",
        summary: "the number of decimal digits of an integer, also of a power too large to write out",
        example: ("digits(2^100)", "31")
      ) { call throws(Diagnostic) in
        if case .integer(let value)? = call.arguments[0].number { return Expr(value.digitCount) }
        if let power = LargePower(call.arguments[0]), let count = power.digitCount {
          return Expr(Number(count))
        }
        if call.arguments[0].isNumber {
          throw call.mistake("not-an-integer", "\(call.text(of: 0)) is not an integer", at: 0)
        }
        return nil
      },
      Verb(
        "mod", aliases: ["Mod", "modulo"], arity: .exactly(2), signature: "mod(a, m)",
        summary: "the remainder of a modulo m with the sign of m, also of a power too large to write out",
        example: ("mod(3^1000, 7)", "4")
      ) { call throws(Diagnostic) in
        let (value, modulus) = (call.arguments[0], call.arguments[1])
        if modulus.isZero {
          throw call.mistake("division-by-zero", "the modulus \(call.text(of: 1)) is 0", at: 1)
        }
        if let power = LargePower(value), case .integer(let m)? = modulus.number {
          return power.base.raised(to: power.exponent, modulo: m).map { Expr(Number($0.modulo(m))) }
        }
        if let a = value.number?.asRational, let m = modulus.number?.asRational,
          let quotient = a.dividing(by: m)
        {
          return Expr(Number(a - m * Rational(quotient.floor)))
        }
        return .call(.mod, call.arguments)
      },
      Verb(
        "expand!", arity: .exactly(1), signature: "expand!(e)",
        summary: "works out a power of integers that is kept because of its size",
        example: ("expand!(2^64)", "18446744073709551616")
      ) { call throws(Diagnostic) in
        guard let power = LargePower(call.arguments[0]) else { return call.arguments[0] }
        try call.check()
        guard let value = power.value else {
          throw call.mistake("too-large", "\(call.text(of: 0)) does not fit the memory", at: 0)
        }
        return Expr(Number(value))
      },
    ]
  }
}

/// The factors of exact numbers as terms.
enum IntegerFactors {
  /// The number as a product of powers of primes, kept as such; nil when trial division does not find them all.
  static func product(_ number: Number) -> Expr? {
    guard let rational = number.asRational, !rational.isZero else { return nil }
    guard let above = factors(rational.numerator), let below = factors(rational.denominator) else {
      return nil
    }
    let top = above.isEmpty ? Expr(1) : chain(above)
    let quotient = below.isEmpty ? top : Expr.opaque(.divide, [top, chain(below)])
    return rational.isNegative ? .opaque(.negate, [quotient]) : quotient
  }

  private static func chain(_ factors: [Expr]) -> Expr {
    factors.count == 1 ? factors[0] : .opaque(.multiply, factors)
  }

  private static func factors(_ value: Integer) -> [Expr]? {
    let (found, cofactor, bound) = value.magnitude.smallFactors()
    var all: [Expr] = []
    for (prime, multiplicity) in found {
      all.append(multiplicity == 1 ? Expr(prime) : .opaque(.power, [Expr(prime), Expr(multiplicity)]))
    }
    if cofactor.isOne { return all }
    // A cofactor below the square of the bound has no factor left to find.
    guard cofactor < Integer(bound) * Integer(bound) else { return nil }
    return all + [Expr(Number(cofactor))]
  }
}
