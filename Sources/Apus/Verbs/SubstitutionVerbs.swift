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
        var replacements: [(Expr, Expr)] = []
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
            replacements.append((key, value))
          }
        }
        return call.arguments[0].evaluated(at: replacements)
      },
      Verb(
        "at", arity: .exactly(3), signature: "at(e, x, a)", summary: "the value of e at x = a",
        example: ("at(x^2 + 1, x, 3)", "10")
      ) { call throws(Diagnostic) in
        call.arguments[0].evaluated(at: [(Expr(try call.symbol(1)), call.arguments[2])])
      },
    ]
  }
}

extension Expr {
  /// The expression with all replacements made at once; derivatives that are not known in closed form are taken at the point instead:
  /// `diff(f(x), x)` at 3 is `at(diff(f(x), x), x, 3)`.
  func evaluated(at replacements: [(key: Expr, value: Expr)]) -> Expr {
    var map: [Expr: Expr] = [:]
    for (key, value) in replacements where map[key] == nil { map[key] = value }
    for term in unevaluatedDerivatives(in: Set(map.keys)) {
      var bound = term
      var inner: [Expr: Expr] = map
      for variable in term.differentiationVariables {
        guard let value = map[variable] else { continue }
        // A fresh name keeps the replacements apart.
        let used = Set(bound.freeSymbols).union(map.values.flatMap(\.freeSymbols))
        guard let symbol = variable.symbol else { continue }
        let fresh = Expr(symbol.fresh(avoiding: used))
        let name = map.values.contains { $0.contains(symbol) } ? fresh : variable
        if name != variable { bound = bound.substituting([variable: name]) }
        bound = .opaque(.at, [bound, name, value])
        inner[variable] = nil
      }
      map[term] = inner.isEmpty ? bound : bound.substituting(inner)
    }
    return substituting(map)
  }

  /// The derivatives without a closed form whose variables are among the keys.
  private func unevaluatedDerivatives(in keys: Set<Expr>) -> [Expr] {
    var found: [Expr] = []
    var seen: Set<Expr> = []
    forEachNode { node in
      if node.function == .derivative, seen.insert(node).inserted,
        node.differentiationVariables.contains(where: keys.contains)
      {
        found.append(node)
      }
      return true
    }
    return found
  }

  private var differentiationVariables: [Expr] {
    let all = arguments
    return stride(from: 1, to: all.count, by: 2).map { all[$0] }
  }
}
