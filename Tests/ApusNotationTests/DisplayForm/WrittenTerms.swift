import ApusNumbers
import ApusTerms
import ApusTestSupport

/// Random arithmetic as it is written: opaque operations on numbers and symbols.
struct WrittenTerms {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func term(_ size: Int) -> Expr {
    if size <= 1 { return leaf() }
    let left = Int.random(in: 1..<size, using: &random)
    let (a, b) = (term(left), term(size - left))
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: return .opaque(.add, [a, b])
    case 3: return .opaque(.add, [a, b, leaf()])
    case 4, 5: return .opaque(.subtract, [a, b])
    case 6...8: return .opaque(.multiply, [a, b])
    case 9, 10: return .opaque(.divide, [a, b])
    case 11: return .opaque(.negate, [a])
    case 12, 13: return .opaque(.power, [a, exponent()])
    case 14: return .opaque(.sqrt, [.opaque(.abs, [a])])
    default: return .opaque([Function.sin, .atan, .abs, .sign].randomElement(using: &random) ?? .sin, [a])
    }
  }

  private mutating func leaf() -> Expr {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: return [.symbol("x"), .symbol("y"), .symbol("n")].randomElement(using: &random) ?? 1
    case 3...6: return Expr(Int.random(in: -4...12, using: &random))
    case 7: return Expr(Number(Double(Int.random(in: -99...99, using: &random)) / 8))
    case 8: return Expr(Int.random(in: -9...9, using: &random)) / Expr(Int.random(in: 1...9, using: &random))
    default: return .pi
    }
  }

  private mutating func exponent() -> Expr {
    let exponents: [Expr] = [
      2, -1, 3, -2, 0, .opaque(.negate, [2]), .opaque(.divide, [1, 2]), Expr(-1) / 2, .symbol("n"), 0.5,
      .opaque(.subtract, [1, 3]),
    ]
    return exponents.randomElement(using: &random) ?? 2
  }
}
