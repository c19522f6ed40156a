import ApusRewriting
import ApusTerms

extension RuleIndex {
  /// What the graph does by itself: multiplying out, and taking out common factors.
  private static let builtIn: Set<String> = ["expand", "horner"]
  private static let builtInRules: Set<String> = ["common-factor", "common-factor-of-powers"]

  /// The rules for saturation: those of all sets but the laws of sums and products that the graph knows by itself.
  ///
  /// - Complexity: the rule files are read and arranged when this is first asked for.
  public static let saturation = RuleIndex(
    RuleSet.standard.map { set in
      RuleSet(
        set.name,
        set.rules.filter {
          !builtInRules.contains($0.name) && !(builtIn.contains(set.name) && $0.pattern.term.isPolynomial)
        })
    })
}

extension SaturationOptions {
  /// The shortest text that the rules of the library lead to, under assumptions.
  public static func standard(assuming facts: Facts = Facts()) -> SaturationOptions {
    SaturationOptions(rules: .saturation, facts: facts)
  }
}

extension Expr {
  /// Whether the expression is made of symbols and numbers by sums, products and powers with integer exponents alone.
  fileprivate var isPolynomial: Bool {
    var pending = [self]
    while let next = pending.popLast() {
      switch next.kind {
      case .sum, .product: pending += next.arguments
      case .power:
        guard next.arguments[1].kind == .integer else { return false }
        pending.append(next.arguments[0])
      case .call, .ext: return false
      default: break
      }
    }
    return true
  }
}
