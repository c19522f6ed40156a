import ApusAlgebra
import ApusTerms

extension Benchmarks {
  /// Nested derivatives of a composite function, from a fresh expression each time.
  static let derivatives = [
    nestedDerivative(order: 6, expected: "355.265557"),
    nestedDerivative(order: 8, expected: "15777.2284"),
    nestedDerivative(order: 10, expected: "-1868628.66"),
  ]

  /// d^k/dx^k of sin(x)·exp(cos(x))·log(1 + x²), every order in turn, none of them expanded; the fingerprint is its value at
  /// 1/2.
  private static func nestedDerivative(order: Int, expected: String) -> Benchmark {
    Benchmark("diff/nested_\(order)", size: order, expected: .text(expected)) {
      let symbol = Symbol("x")
      return (
        run: {
          let x = Expr(symbol)
          let factors: [Expr] = [
            .call(.sin, [x]), .call(.exp, [.call(.cos, [x])]), .call(.log, [1 + x ** 2]),
          ]
          return Expr.product(factors).derivative(in: symbol, order: order)
        },
        check: { e in
          guard case .double(let value)? = e.substituting(symbol, with: 0.5).number else {
            return .text("no number")
          }
          return .text(DecimalText.general(value, digits: 9))
        }
      )
    }
  }
}
