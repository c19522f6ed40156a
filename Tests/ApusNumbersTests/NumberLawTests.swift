import ApusNumbers
import ApusTestSupport
import Testing

/// Numbers of all kinds, real and complex, of ordinary and of extreme size.
func sampleNumbers(seed: UInt64) -> [Number] {
  var random = SplitMix64(seed: seed)
  var reals: [Number] = [0, 1, -1, 2, Number(Int.min), Number(Int.max), 0.0, 1.0, -0.5, 1e300, -1e-300]
  reals += [Number(Double.leastNonzeroMagnitude), Number(Double.greatestFiniteMagnitude)]
  reals += sampleRationals(seed: seed).suffix(4).map { Number($0) }
  for precision in [20, 53, 54, 120] {
    reals += sampleFloats(seed: random.next(), precision: precision).prefix(2).map { Number($0) }
    reals.append(Number(BigFloat.exp2(BigFloat(1e6, precision: precision))))
  }
  return reals
    + (0..<12).map { _ in
      Number(
        real: reals.randomElement(using: &random) ?? 0, imaginary: reals.randomElement(using: &random) ?? 1)
    }
}

@Suite struct NumberLawTests {
  @Test("every result of arithmetic is canonical and finite, whatever kinds meet", arguments: [1, 2])
  func canonical(seed: UInt64) {
    let samples = sampleNumbers(seed: seed)
    for a in samples {
      for b in samples {
        for result in [a + b, a - b, a * b, a.dividing(by: b)].compactMap({ $0 })
        where !b.isZero || !result.isNaN {
          #expect(isCanonical(result), "\(a), \(b): \(result)")
          #expect(result.isFinite || b.isZero, "\(a), \(b): \(result)")
          if !a.isExact && !b.isExact { #expect(!result.isExact, "\(a), \(b): \(result)") }
        }
        #expect(a + b == b + a && a * b == b * a)
        #expect(a - b == -(b - a))
        #expect((a == b) == (a.contentHash == b.contentHash))
        #expect((a * b).conjugate == a.conjugate * b.conjugate)
        if let order = Number.compare(a, b) { #expect(Number.compare(b, a) == -order) }
      }
    }
  }

  @Test("inexact results are those of the exact numbers, rounded", arguments: [3, 4])
  func rounding(seed: UInt64) throws {
    let reals = sampleNumbers(seed: seed).filter { $0.isReal && abs($0.asDouble ?? .infinity) < 1e200 }
    for a in reals {
      for b in reals where !a.isExact || !b.isExact {
        let (x, y) = (try exact(a), try exact(b))
        let precision = min(a.precision ?? .max, b.precision ?? .max)
        let sum = Number(BigFloat(x + y, precision: precision))
        #expect(a + b == sum || (a + b == a && b == 0) || (a + b == b && a == 0), "\(a) + \(b)")
        if !x.isZero, !y.isZero {
          #expect(a * b == Number(BigFloat(x * y, precision: precision)), "\(a) * \(b)")
          #expect(Number.compare(a, b) == Rational.compare(x, y))
        }
      }
    }
  }

  @Test("powers by squaring agree with repeated products", arguments: [5])
  func powers(seed: UInt64) throws {
    for a in sampleNumbers(seed: seed) where a.isExact {
      var product = Number.one
      for n in 1...6 {
        product = product * a
        #expect(a.raised(to: n) == product)
        if !a.isZero { #expect(a.raised(to: -n) == product.reciprocal) }
      }
    }
  }

  private func exact(_ number: Number) throws -> Rational {
    switch number {
    case .double(let value): return try #require(BigFloat(value).asRational)
    case .bigFloat(let value): return try #require(value.asRational)
    default: return try #require(number.asRational)
    }
  }

  private func isCanonical(_ number: Number) -> Bool {
    switch number {
    case .integer: return true
    case .rational(let value): return !value.isInteger
    case .double(let value): return value != 0 || value.sign == .plus
    case .bigFloat(let value): return value.precision != 53 || !value.asDouble.isNormal
    case .complex(let value):
      let parts = [value.real, value.imaginary]
      if value.imaginary.isZero || !parts.allSatisfy({ $0.isReal && isCanonical($0) }) { return false }
      if value.real.isExact && value.imaginary.isExact { return true }
      return value.real == 0 || value.real.precision == value.imaginary.precision && !value.real.isZero
    }
  }
}
