import ApusNotation
import ApusNumbers
import ApusTerms

extension VerbTable {
  /// Parts of expressions.
  static var structure: [Verb] {
    [
      Verb(
        "freesymbols", aliases: ["free_symbols", "symbols", "variables"], arity: .exactly(1),
        signature: "freesymbols(e)",
        summary: "the symbols of an expression that are not bound, by name",
        example: ("freesymbols(y*sin(x))", "[x, y]")
      ) { call in
        .list(call.arguments[0].freeSymbols.map { Expr($0) })
      },
      Verb(
        "numerator", aliases: ["numer"], arity: .exactly(1), signature: "numerator(e)",
        summary: "what stands above the fraction bar of a quotient", example: ("numerator(2*x/(3*y))", "2*x")
      ) { call in
        FractionParts(call.arguments[0]).numerator
      },
      Verb(
        "denominator", aliases: ["denom"], arity: .exactly(1), signature: "denominator(e)",
        summary: "what stands below the fraction bar of a quotient",
        example: ("denominator(2*x/(3*y))", "3*y")
      ) { call in
        FractionParts(call.arguments[0]).denominator
      },
      Verb(
        "lhs", arity: .exactly(1), signature: "lhs(a = b)", summary: "the left-hand side of a relation",
        example: ("lhs(x + 1 = y)", "x + 1")
      ) { call throws(Diagnostic) in
        try call.side(0)
      },
      Verb(
        "rhs", arity: .exactly(1), signature: "rhs(a = b)", summary: "the right-hand side of a relation",
        example: ("rhs(x + 1 = y)", "y")
      ) { call throws(Diagnostic) in
        try call.side(1)
      },
    ]
  }
}

extension VerbCall {
  /// A side of the relation that the first argument has to be.
  fileprivate func side(_ index: Int) throws(Diagnostic) -> Expr {
    let relations: [Function] = [.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual]
    guard let function = arguments[0].function, relations.contains(function) else {
      throw mistake("not-a-relation", "'\(text(of: 0))' is not a relation", at: 0, help: ["x = y"])
    }
    return arguments[0].arguments[index]
  }
}

/// A quotient taken apart: factors with negative rational exponents stand below.
struct FractionParts {
  private(set) var numerator: Expr
  private(set) var denominator: Expr

  init(_ expr: Expr) {
    var above: [Expr] = []
    var below: [Expr] = []
    let factors = expr.kind == .product ? expr.arguments : [expr]
    for factor in factors {
      if let rational = factor.number?.asRational {
        above.append(Expr(Number(rational.numerator)))
        below.append(Expr(Number(rational.denominator)))
      } else if factor.kind == .power, let exponent = factor.arguments[1].number, exponent.isExact,
        exponent.isReal,
        exponent.isNegative
      {
        below.append(.power(factor.arguments[0], Expr(-exponent)))
      } else {
        above.append(factor)
      }
    }
    numerator = .product(above)
    denominator = .product(below)
  }
}
