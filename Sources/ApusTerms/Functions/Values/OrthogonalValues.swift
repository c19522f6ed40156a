import ApusNumbers

/// Values of orthogonal polynomials at rational points, by their three-term recurrences (DLMF 18.9.1), and the polynomials of
/// degree 0 and 1.
///
/// Higher degrees are not written out in passing: as sums of powers they are expensive and lose digits.
enum OrthogonalValues {
  private static let degreeLimit = 1000

  /// The coefficients of p(n+1) = (a·x + b)·p(n) − c·p(n−1).
  private typealias Step = (a: Number, b: Number, c: Number)

  static let legendre: Function.Value = { arguments in
    value(arguments) { x in
      (.one, x)
    } step: { n in
      fraction(2 * n + 1, n + 1).flatMap { a in fraction(n, n + 1).map { (a, .zero, $0) } }
    }
  }

  static let chebyshevt: Function.Value = { arguments in
    value(arguments) { x in
      (.one, x)
    } step: { _ in
      (2, .zero, .one)
    }
  }

  static let chebyshevu: Function.Value = { arguments in
    value(arguments) { x in
      (.one, 2 * x)
    } step: { _ in
      (2, .zero, .one)
    }
  }

  static let hermite: Function.Value = { arguments in
    value(arguments) { x in
      (.one, 2 * x)
    } step: { n in
      (2, .zero, Number(2 * n))
    }
  }

  static let laguerre: Function.Value = { arguments in
    assocLaguerre([arguments[0], 0, arguments[1]])
  }

  static let assocLaguerre: Function.Value = { arguments in
    guard let alpha = arguments[1].rational.map({ Number($0) }) else { return nil }
    return value([arguments[0], arguments[2]]) { x in
      (.one, .one + alpha - x)
    } step: { n in
      guard let scale = fraction(1, n + 1) else { return nil }
      return (-scale, (Number(2 * n + 1) + alpha) * scale, (Number(n) + alpha) * scale)
    }
  }

  static let gegenbauer: Function.Value = { arguments in
    guard let alpha = arguments[1].rational.map({ Number($0) }) else { return nil }
    return value([arguments[0], arguments[2]]) { x in
      (.one, 2 * alpha * x)
    } step: { n in
      guard let scale = fraction(1, n + 1) else { return nil }
      return (2 * (Number(n) + alpha) * scale, .zero, (Number(n - 1) + 2 * alpha) * scale)
    }
  }

  private static func fraction(_ p: Int, _ q: Int) -> Number? { Number(p).dividing(by: Number(q)) }

  /// The value for a degree and a rational point, from degrees 0 and 1 on.
  private static func value(
    _ arguments: [Expr], first: (Number) -> (Number, Number), step: (Int) -> Step?
  ) -> Expr? {
    guard let degree = arguments[0].integer?.within(0...degreeLimit), let q = arguments[1].rational else {
      return nil
    }
    let x = Number(q)
    var (before, now) = first(x)
    if degree == 0 { return Expr(before) }
    for n in 1..<Swift.max(degree, 1) {
      guard let (a, b, c) = step(n), let product = (a * x + b).multiplied(by: now) else { return nil }
      (before, now) = (now, product - c * before)
    }
    return Expr(now)
  }

  // MARK: - Degrees 0 and 1

  static let legendreReduction: Function.Value = { small($0[0], 1, $0[1]) }
  static let chebyshevuReduction: Function.Value = { small($0[0], 1, 2 * $0[1]) }
  static let laguerreReduction: Function.Value = { small($0[0], 1, 1 - $0[1]) }
  static let assocLaguerreReduction: Function.Value = { small($0[0], 1, 1 + $0[1] - $0[2]) }
  static let gegenbauerReduction: Function.Value = { small($0[0], 1, 2 * $0[1] * $0[2]) }
  static let assocLegendreReduction: Function.Value = { $0[1].isZero ? .legendre($0[0], $0[2]) : nil }
  static let jacobiReduction: Function.Value = {
    small($0[0], 1, ($0[1] + $0[2] + 2) / 2 * $0[3] + ($0[1] - $0[2]) / 2)
  }

  private static func small(_ degree: Expr, _ zero: Expr, _ one: Expr) -> Expr? {
    degree.isZero ? zero : degree.isOne ? one : nil
  }
}
