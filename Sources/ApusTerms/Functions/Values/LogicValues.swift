/// Truth values of connectives that canonical construction does not look into.
enum LogicValues {
  static let not: Function.Value = { $0[0].truth.map { Expr(!$0) } }

  static let implies: Function.Value = {
    if $0[0].truth == false || $0[1].truth == true { return Expr(true) }
    if $0[0].truth == true { return $0[1] }
    return nil
  }

  static let equivalent: Function.Value = {
    guard let a = $0[0].truth, let b = $0[1].truth else { return nil }
    return Expr(a == b)
  }

  static let xor: Function.Value = {
    guard let a = $0[0].truth, let b = $0[1].truth else { return nil }
    return Expr(a != b)
  }
}
