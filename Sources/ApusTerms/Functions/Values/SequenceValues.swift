import ApusNumbers

/// Values of integer sequences, of Bernoulli numbers and polynomials.
enum SequenceValues {
  static func fibonacci(_ n: Int) -> Number? { Integer.fibonacci(n).map { .integer($0) } }
  static func lucas(_ n: Int) -> Number? {
    n.magnitude < 5_000_000 ? Integer.lucas(n).map { .integer($0) } : nil
  }
  static func euler(_ n: Int) -> Number? { Integer.euler(n).map { .integer($0) } }
  static func bell(_ n: Int) -> Number? { Integer.bell(n).map { .integer($0) } }

  static func catalan(_ n: Int) -> Number? { Integer.catalan(n).map { .integer($0) } }

  /// The value of a sequence, for integers.
  static func value(_ sequence: @escaping @Sendable (Int) -> Number?) -> Function.Value {
    { $0[0].integer?.asInt.flatMap(sequence).map { Expr($0) } }
  }

  /// H(n) for integers n ≥ 0 as a fraction, while that is short.
  static let harmonic: Function.Value = {
    if let n = $0[0].integer?.within(0...10_000) { return Rational.harmonic(n).map { Expr(Number($0)) } }
    if $0[0].rational == .half { return 2 - 2 * .log(2) }
    return nil
  }

  static let bernoulli: Function.Value = {
    guard let n = $0[0].integer?.within(0...20_000) else { return nil }
    if $0.count == 1 { return Rational.bernoulli(n).map { Expr(Number($0)) } }
    guard let x = $0[1].rational, n <= 1000 else { return nil }
    return polynomial(n, Number(x)).map { Expr($0) }
  }

  /// Degrees 0 and 1, for any argument.
  static let bernoulliReduction: Function.Value = {
    guard $0.count == 2, let n = $0[0].smallInteger else { return nil }
    return n == 0 ? 1 : n == 1 ? $0[1] - .half : nil
  }

  /// The Bernoulli polynomial Σ binomial(n, k)·B(k)·x^(n−k), by Horner's rule.
  private static func polynomial(_ n: Int, _ x: Number) -> Number? {
    var result = Number.zero
    for k in 0...n {
      guard let binomial = Integer.binomial(Integer(n), k), let bernoulli = Rational.bernoulli(k),
        let product = result.multiplied(by: x)
      else { return nil }
      result = product + .integer(binomial) * Number(bernoulli)
    }
    return result
  }
}
