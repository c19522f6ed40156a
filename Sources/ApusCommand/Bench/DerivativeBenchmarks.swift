import ApusAlgebra
import ApusTerms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
          var known = [Expr(symbol): 0.5]
          return .text(DecimalText.general(value(of: e, &known), digits: 9))
        }
      )
    }
  }

  /// The value in machine arithmetic, NaN for what does not occur here; shared parts are looked at once.
  private static func value(of e: Expr, _ known: inout [Expr: Double]) -> Double {
    if let value = known[e] { return value }
    let arguments = e.arguments.map { value(of: $0, &known) }
    let result: Double
    switch e.kind {
    case .sum: result = arguments.reduce(0, +)
    case .product: result = arguments.reduce(1, *)
    case .power: result = pow(arguments[0], arguments[1])
    case .call where e.function == .E: result = exp(1)
    case .call where e.function == .sin: result = sin(arguments[0])
    case .call where e.function == .cos: result = cos(arguments[0])
    case .call where e.function == .log: result = log(arguments[0])
    default: result = e.smallInteger.map(Double.init) ?? .nan
    }
    known[e] = result
    return result
  }
}
