import ApusNumbers

/// Values that rest on the order of real constants.
enum OrderValues {
  static let maximum: Function.Value = { extremum($0, sign: 1) }
  static let minimum: Function.Value = { extremum($0, sign: -1) }

  private static func extremum(_ arguments: [Expr], sign: Int) -> Expr? {
    guard var best = arguments.first, best.certainSign != nil || best.isCertainlyReal else { return nil }
    for argument in arguments.dropFirst() {
      guard let order = Expr.certainOrder(argument, best) else { return nil }
      if order == sign { best = argument }
    }
    return best
  }

  static let heaviside: Function.Value = {
    switch $0[0].certainSign {
    case 1: 1
    case -1: 0
    case 0: .half
    default: nil
    }
  }

  static let dirac: Function.Value = {
    guard let sign = $0[0].certainSign else { return nil }
    return sign == 0 ? nil : 0
  }

  static let kronecker: Function.Value = { areEqual($0[0], $0[1]).map { $0 ? 1 : 0 } }

  // MARK: - Relations

  static let less: Function.Value = { order($0) { $0 < 0 } }
  static let lessEqual: Function.Value = { order($0) { $0 <= 0 } }
  static let greater: Function.Value = { order($0) { $0 > 0 } }
  static let greaterEqual: Function.Value = { order($0) { $0 >= 0 } }
  static let equal: Function.Value = { areEqual($0[0], $0[1]).map { Expr($0) } }
  static let notEqual: Function.Value = { areEqual($0[0], $0[1]).map { Expr(!$0) } }

  static let congruent: Function.Value = {
    guard let a = $0[0].integer, let b = $0[1].integer, let m = $0[2].integer else { return nil }
    return Expr((a - b).isMultiple(of: m))
  }

  private static func order(_ arguments: [Expr], _ holds: (Int) -> Bool) -> Expr? {
    Expr.certainOrder(arguments[0], arguments[1]).map { Expr(holds($0)) }
  }

  /// Whether two constants are certainly equal or different numbers.
  private static func areEqual(_ a: Expr, _ b: Expr) -> Bool? {
    if let x = a.number, let y = b.number {
      if x.isNaN || y.isNaN { return nil }
      return Number.compare(x.real, y.real) == 0 && Number.compare(x.imaginary, y.imaginary) == 0
    }
    if a == b { return a.decided { $0.isFinite ? true : nil } }
    return (a - b).isCertainlyZero()
  }
}
