import ApusNotation
import ApusNumbers
import ApusTerms

extension VerbTable {
  /// Numeric values.
  static var evaluation: [Verb] {
    [
      Verb(
        "N", aliases: ["evalf"], arity: .between(1, 2), signature: "N(e, n)",
        summary: "the value to n significant digits (15 unless said), all of them correct",
        example: ("N(pi, 20)", "3.1415926535897932385")
      ) { call throws(Diagnostic) in
        let digits = call.arguments.count == 2 ? try call.integer(1, in: 1...Number.digitLimit) : 15
        return try call.digits(of: call.arguments[0], digits)
      }
    ]
  }
}

extension VerbCall {
  /// The value with certified digits; that of a list element by element.
  fileprivate mutating func digits(of value: Expr, _ count: Int) throws(Diagnostic) -> Expr {
    if let elements = value.elements {
      var values: [Expr] = []
      for element in elements { values.append(try digits(of: element, count)) }
      return .list(values)
    }
    try check(value)
    do throws(EvaluationError) {
      return try value.digits(count, limits: evaluationLimits).withMachineNumbers(digits: count)
    } catch {
      try check()
      throw explained(error)
    }
  }

  private func explained(_ error: EvaluationError) -> Diagnostic {
    var help: [String] = []
    if case .missingSymbols(let names) = error, let name = names.first {
      help = ["N(subs(\(text(of: 0)), \(name) = 1))"]
    }
    return mistake(error.code, error.message, at: 0, help: help)
  }
}

extension Expr {
  /// Decimals of so few digits that machine numbers carry them as machine numbers, which are written without a precision.
  fileprivate func withMachineNumbers(digits: Int) -> Expr {
    guard digits <= 15 else { return self }
    if let number { return Expr(number.asMachineNumber(digits: digits)) }
    guard kind == .product else { return self }
    return Expr.product(arguments.map { $0.withMachineNumbers(digits: digits) })
  }
}

extension Number {
  /// The machine number that is written with the same digits, where there is one.
  fileprivate func asMachineNumber(digits: Int) -> Number {
    switch self {
    case .bigFloat(let value):
      return Number(decimal: value.text(digits: digits)) ?? self
    case .complex(let value):
      return Number(
        real: value.real.asMachineNumber(digits: digits),
        imaginary: value.imaginary.asMachineNumber(digits: digits))
    default: return self
    }
  }
}
