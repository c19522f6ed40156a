import ApusNotation
import ApusTerms

extension VerbTable {
  /// Replacing parts of expressions.
  static var substitution: [Verb] {
    [
      Verb(
        "subs", aliases: ["substitute", "replace"], arity: .atLeast(2), signature: "subs(e, x = a, y = b)",
        summary: "e with all replacements made at once",
        example: ("subs(x^2 + y, x = y, y = 3)", "y^2 + 3")
      ) { call throws(Diagnostic) in
        var replacements: [Expr: Expr] = [:]
        for index in 1..<call.arguments.count {
          let argument = call.arguments[index]
          for equation in argument.elements ?? [argument] {
            guard equation.function == .equal else {
              throw call.mistake(
                "not-a-replacement", "'\(call.text(of: index))' is not of the form x = a", at: index,
                help: ["subs(x + 1, x = 3)"])
            }
            let (key, value) = (equation.arguments[0], equation.arguments[1])
            guard !key.isNumber else {
              throw call.mistake("not-a-replacement", "a number cannot be replaced", at: index)
            }
            if replacements[key] == nil { replacements[key] = value }
          }
        }
        return call.arguments[0].substituting(replacements)
      },
      Verb(
        "at", arity: .exactly(3), signature: "at(e, x, a)", summary: "the value of e at x = a",
        example: ("at(x^2 + 1, x, 3)", "10")
      ) { call throws(Diagnostic) in
        call.arguments[0].substituting(try call.symbol(1), with: call.arguments[2])
      },
    ]
  }
}
