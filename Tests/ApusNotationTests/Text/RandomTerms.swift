import ApusNumbers
import ApusTerms
import ApusTestSupport

/// Random canonical terms over a few names, for laws that hold for every term.
struct RandomTerms {
  private var random: SplitMix64
  private let functions: [Function]

  init(
    seed: UInt64,
    functions: [String] = ["sin", "cos", "exp", "log", "sqrt", "abs", "factorial", "gamma", "atan"]
  ) {
    random = SplitMix64(seed: seed)
    self.functions = functions.compactMap { FunctionTable.standard[$0] }
  }

  /// A term with about `size` leaves.
  mutating func term(_ size: Int) -> Expr {
    if size <= 1 { return leaf() }
    let left = Int.random(in: 1..<max(size, 2), using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0...2: return term(left) + term(size - left)
    case 3: return term(left) - term(size - left)
    case 4...6: return term(left) * term(size - left)
    case 7:
      let divisor = term(size - left)
      return divisor.number?.isZero == true ? term(left) : term(left) / divisor
    case 8: return .power(nonzero(left), exponent())
    case 9: return .power(nonzero(left), term(size - left))
    case 10, 11:
      return .call(functions[Int.random(in: 0..<functions.count, using: &random)], [term(size - 1)])
    case 12: return .call(.undefined("f"), [term(left), term(size - left)])
    default: return construct(left, size - left)
    }
  }

  private mutating func nonzero(_ size: Int) -> Expr {
    let base = term(size)
    return base.number?.isZero == true ? 2 : base
  }

  private mutating func exponent() -> Expr {
    let exponents: [Expr] = [2, -1, -2, Expr(1) / 2, Expr(-1) / 2, Expr(2) / 3, Expr(-3) / 2, 5]
    return exponents[Int.random(in: 0..<exponents.count, using: &random)]
  }

  private mutating func leaf() -> Expr {
    let names = ["x", "y", "z", "a", "n", "x_1", "x_10", "alpha", "θ", "gamma", "i", "pi", "E", "two words"]
    switch Int.random(in: 0..<12, using: &random) {
    case 0...5: return .symbol(names[Int.random(in: 0..<names.count, using: &random)])
    case 6, 7: return Expr(Int.random(in: -12...12, using: &random))
    case 8: return Expr(Int.random(in: -9...9, using: &random)) / Expr(Int.random(in: 1...9, using: &random))
    case 9: return .pi
    case 10: return inexact()
    default:
      return Expr(Int.random(in: -3...3, using: &random)) + Expr(Int.random(in: -3...3, using: &random)) * .i
    }
  }

  private mutating func inexact() -> Expr {
    let mantissa = Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1024
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Expr(Number(mantissa))
    case 1: return Expr(Number(mantissa * 1e30))
    case 2:
      let value = Double(bitPattern: random.next())
      return value.isNormal ? Expr(Number(value)) : 0.5
    default:
      let digits = (0..<25).map { _ in String(Int.random(in: 1...9, using: &random)) }.joined()
      return Number(decimal: "0.\(digits)").map { Expr($0) } ?? 0.25
    }
  }

  private mutating func construct(_ left: Int, _ right: Int) -> Expr {
    let (a, b) = (term(left), term(right))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .call(.list, [a, b])
    case 1: return .call(.set, [a, b])
    case 2: return .call(.tuple, [a, b])
    case 3: return .call(.less, [a, b])
    case 4: return .call(.and, [.call(.equal, [a, b]), .call(.greaterEqual, [b, a])])
    case 5: return .call(.sum, [a, .symbol("k"), 1, b])
    case 6: return .call(.derivative, [.call(.undefined("f"), [a]), .symbol("x"), 1, .symbol("y"), 3])
    default: return .call(.piecewise, [.call(.less, [.symbol("x"), a]), b, a])
    }
  }
}
