import ApusNumbers
import ApusTerms

/// Gamma functions whose arguments differ by integers, add up to one, or are doubles of others, in terms of as few as possible.
struct GammaForm {
  /// Larger differences would give products too long to be worth having.
  private static let largestShift = 100

  static func form(of expr: Expr, _ elementary: inout ElementaryForm) -> Expr {
    var expr = expr
    // Doubles first, since they bring new arguments, then reflections, then shifts.
    for step in [duplicated, reflected] {
      for _ in 0..<4 {
        guard let next = step(expr, &elementary) else { break }
        expr = next
      }
    }
    return shifted(expr) ?? expr
  }

  /// The distinct arguments, each as a whole number and the rest; in an order that is the same in every process.
  private static func arguments(in expr: Expr) -> [(argument: Expr, rest: Expr, shift: Int)] {
    var found: [(argument: Expr, rest: Expr, shift: Int)] = []
    expr.forEachNode { node in
      if node.function == .gamma, node.childCount == 1, !node.child(0).isNumber,
        !found.contains(where: { $0.argument == node.child(0) })
      {
        let (rest, shift) = node.child(0).wholeShift
        if let shift { found.append((node.child(0), rest, shift)) }
      }
      return true
    }
    return found.sorted {
      ($0.shift, $0.argument.hash128.high, $0.argument.hash128.low)
        < ($1.shift, $1.argument.hash128.high, $1.argument.hash128.low)
    }
  }

  /// gamma(r + n) = gamma(r + m)·(r + m)⋯(r + n − 1), m the least.
  private static func shifted(_ expr: Expr) -> Expr? {
    var least: [Expr: Int] = [:]
    let arguments = arguments(in: expr)
    for item in arguments { least[item.rest] = min(least[item.rest] ?? .max, item.shift) }
    var replacements: [Expr: Expr] = [:]
    for item in arguments {
      guard let base = least[item.rest], item.shift > base, item.shift - base <= largestShift else {
        continue
      }
      let factors = (base..<item.shift).map { item.rest + Expr($0) }
      replacements[.call(.gamma, [item.argument])] =
        .call(.gamma, [item.rest + Expr(base)]) * .product(factors)
    }
    return replacements.isEmpty ? nil : expr.substituting(replacements)
  }

  /// gamma(1 − z) = π/(sin(πz)·gamma(z)) where arguments of both kinds occur.
  private static func reflected(_ expr: Expr, _ elementary: inout ElementaryForm) -> Expr? {
    let arguments = arguments(in: expr)
    for (i, item) in arguments.enumerated() {
      for other in arguments[(i + 1)...] {
        guard let sum = (item.rest + other.rest).expanded().smallInteger else { continue }
        // Of the two the one with a minus goes; it is 1 − z + shift with z = r + …
        let (kept, gone) = item.rest.hasLeadingMinus ? (other, item) : (item, other)
        // gone.rest = sum − kept.rest, so that gone = 1 − (kept.rest + 1 − sum − gone.shift).
        let z = kept.rest + Expr(1 - sum - gone.shift)
        let sine = elementary.image(of: .sin((.pi * z).expanded()))
        let value = Expr.pi / (sine * .call(.gamma, [z]))
        return expr.substituting([.call(.gamma, [gone.argument]): value])
      }
    }
    return nil
  }

  /// gamma(2z) = 2^(2z − 1)·gamma(z)·gamma(z + 1/2)/√π where one of the two on the right occurs.
  private static func duplicated(_ expr: Expr, _ elementary: inout ElementaryForm) -> Expr? {
    let arguments = arguments(in: expr)
    for item in arguments {
      let half = (item.argument / 2).expanded()
      let (first, second) = (half.wholeShift.rest, (half + Expr.oneHalf).wholeShift.rest)
      guard arguments.contains(where: { $0.rest != item.rest && ($0.rest == first || $0.rest == second) })
      else {
        continue
      }
      let power = elementary.power(2, (item.argument - 1).expanded())
      let value =
        power * .call(.gamma, [half]) * .call(.gamma, [half + Expr.oneHalf]) / .power(.pi, Expr.oneHalf)
      return expr.substituting([.call(.gamma, [item.argument]): value])
    }
    return nil
  }
}

extension Expr {
  /// The expanded expression as the sum of a whole number and a rest whose constant lies in [0, 1); no number when the constant is
  /// not rational.
  var wholeShift: (rest: Expr, shift: Int?) {
    let expanded = self.expanded()
    let constant = expanded.kind == .sum ? expanded.child(0) : expanded.isNumber ? expanded : 0
    guard let value = constant.number?.asRational, let shift = value.floor.asInt else {
      return (expanded, nil)
    }
    return (expanded - Expr(shift), shift)
  }

  /// Whether most terms have a minus.
  fileprivate var hasLeadingMinus: Bool {
    let weights = kind == .sum ? runs.map(\.weight) : [kind == .product ? child(0) : 1]
    let negative = weights.count { $0.number?.isNegative == true }
    return negative * 2 > weights.count
  }
}
