import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusTerms

extension Benchmarks {
  /// Expressions that are simplified by saturation: those of a textbook, and big ones under the limits that hold unless others are
  /// stated.
  static let saturation = textbookSaturation + bigSaturation

  /// Each with the rules of the engine alone, with those of the rule files, and with a proof.
  private static let textbookSaturation = textbookExpressions.enumerated().flatMap { number, example in
    let name = "egraph/textbook_\(number + 1)"
    return [
      simplification(name, example.text, SaturationOptions()),
      simplification(name + ":proofs", example.text, SaturationOptions(keepsProofs: true)),
      simplification(name + ":rules", example.text, SaturationOptions(rules: .saturation)),
      simplification(name + ":simplifying", example.text, SaturationOptions(rules: .simplification)),
      simplification(
        name + ":rules-proofs", example.text, SaturationOptions(rules: .saturation, keepsProofs: true)),
    ]
  }

  /// The options are made when the workload runs: those with rules read the rule files.
  private static func simplification(
    _ name: String, _ text: String, _ options: @autoclosure @escaping @Sendable () -> SaturationOptions
  ) -> Benchmark {
    Benchmark(name, size: 1) {
      let expression = try Expr(parsing: text)
      let options = options()
      return (
        run: { [expression].saturated(by: options) },
        check: { (result: SaturatedExpressions) in
          .text(
            TextWriter().text(of: result.expressions[0])
              + ", \(result.report.rounds.count) rounds, \(result.nodes) nodes, \(result.report.stopReason.rawValue)"
          )
        }
      )
    }
  }

  private static let bigSaturation = BigInput.allCases.flatMap { input in
    [("", false), (":rules", true)].flatMap { suffix, hasRules in
      ExpressionCost.allCases.map { cost in
        big("egraph/big_\(input.rawValue)\(suffix)-\(cost.rawValue)", input, cost, hasRules: hasRules)
      }
    }
  }

  private static func big(
    _ name: String, _ input: BigInput, _ cost: ExpressionCost, hasRules: Bool
  ) -> Benchmark {
    Benchmark(name, size: 7000) {
      let expression = input.expression
      var options = hasRules ? SaturationOptions(rules: .saturation) : SaturationOptions()
      options.cost = cost
      let limited = options
      return (
        run: { [expression].saturated(by: limited) },
        check: { (result: SaturatedExpressions) in
          let report = result.report
          return .text(
            "\(report.stopReason.rawValue), \(report.rounds.count) rounds, \(result.nodes) nodes, "
              + "cost \(result.costs.before) to \(result.costs.after)")
        }
      )
    }
  }
}

/// Inputs of several thousand nodes, about as many as the limits allow.
private enum BigInput: String, CaseIterable {
  case random, polynomial, brackets, fraction, squares, tower, wide

  var expression: Expr {
    func symbol(_ name: String, _ i: Int) -> Expr { .symbol("\(name)\(i)") }
    let x = Expr.symbol("x")
    switch self {
    case .random: return Benchmarks.randomTerm(leaves: 6000, in: .canonical)
    case .polynomial:
      return .sum(
        (0..<2000).map {
          symbol("a", $0 % 50) * symbol("b", $0 % 41) ** Expr($0 % 7 + 1) * symbol("c", $0 % 37)
        })
    case .brackets:
      return .product((0..<400).map { symbol("a", $0) + symbol("b", $0 % 9) * symbol("c", $0) + Expr($0) })
    case .fraction: return (0..<1500).reduce(x) { 1 / (symbol("a", $1 % 100) + $0) + Expr($1) }
    case .squares:
      return .sum((0..<900).map { sin(symbol("x", $0)) ** 2 + cos(symbol("x", $0)) ** 2 * symbol("k", $0) })
    case .tower: return (0..<3500).reduce(x) { $1 % 2 == 0 ? sin($0 + 1) : exp(-$0) }
    case .wide: return .sum((0..<2500).map { symbol("a", $0) * exp(symbol("b", $0)) })
    }
  }
}
