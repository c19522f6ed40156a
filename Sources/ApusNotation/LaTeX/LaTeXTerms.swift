import ApusNumbers
import ApusTerms

/// Builds the opaque terms that readings are made of.
enum LaTeXTerms {
  /// The record of a known function.
  static func function(_ name: String) -> Function {
    FunctionTable.standard[name] ?? Function(name, arity: .atLeast(0))
  }

  static func call(_ name: String, _ arguments: [Expr]) -> Expr { .opaque(function(name), arguments) }
  static func call(_ name: String, _ arguments: Expr...) -> Expr { .opaque(function(name), arguments) }
  static func call(_ function: Function, _ arguments: Expr...) -> Expr { .opaque(function, arguments) }

  /// A product in the order given; a single factor is itself.
  static func product(_ factors: [Expr]) -> Expr {
    if factors.count == 1, let only = factors.first { return only }
    return .opaque(.multiply, factors)
  }

  /// A sum in the order given; a single term is itself.
  static func sum(_ terms: [Expr]) -> Expr {
    if terms.count == 1, let only = terms.first { return only }
    return .opaque(.add, terms)
  }

  /// The symbol of a name; those of ASCII letters, which are most, are made once.
  static func symbol(_ name: String) -> Expr {
    guard name.utf8.count == 1, let code = name.utf8.first else { return Expr.symbol(name) }
    return letters[Int(code & 0x7F)]
  }

  /// An integer of one digit.
  static func digit(_ code: UInt8) -> Expr { digits[Int(code - UInt8(ascii: "0"))] }

  private static let letters = LaTeXName.letters.map { Expr.symbol($0.base) }
  private static let digits = (0..<10).map { Expr($0) }

  static let trueValue = call("true", [])
  static let falseValue = call("false", [])
  static let one = Expr(1)
}
