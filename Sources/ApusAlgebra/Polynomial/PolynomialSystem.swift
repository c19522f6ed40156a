import ApusNumbers
import ApusTerms

/// Several expressions as fractions of polynomials over common generators.
struct PolynomialSystem {
  let fractions: [PolynomialFraction]
  let limits: PolynomialLimits
  let ring: PolynomialRing
  private let outline: AlgebraicOutline
  /// Whether generators are related, as √2 is to 2: polynomials in them may then have divisors that are not found.
  let hasRelations: Bool

  /// Deeper terms are not taken apart.
  private static let greatestDepth = 64

  init?(_ expressions: [Expr], until shouldStop: (Int) -> Bool) {
    let limits = PolynomialLimits()
    let excluded: NodeFlags = [.hasInfinity, .hasUndefined, .hasList, .hasInexact]
    var outline = AlgebraicOutline(.fraction, transformsArguments: true) { $0.expanded() }
    var roots: [Int] = []
    for expression in expressions {
      let canonical = expression.flags.contains(.hasOpaque) ? expression.canonical() : expression
      guard canonical.depth <= Self.greatestDepth, canonical.flags.isDisjoint(with: excluded),
        let root = outline.add(canonical)
      else { return nil }
      roots.append(root)
    }
    guard var evaluation = AlgebraicEvaluation(outline, limits, until: shouldStop) else { return nil }
    var fractions: [PolynomialFraction] = []
    for root in roots {
      guard let fraction = evaluation.fraction(root) else { return nil }
      fractions.append(fraction)
    }
    self.fractions = fractions
    self.limits = limits
    self.outline = evaluation.outline
    ring = evaluation.ring
    hasRelations = evaluation.hasRelations
  }

  /// The place of a symbol among the generators, if no other generator depends on it.
  func generator(_ symbol: Symbol) -> Int? {
    let variable = Expr(symbol)
    var found: Int?
    for (index, key) in outline.keys.enumerated() {
      if key.base == variable, key.scale.isOne, outline.roots[index] == 1 {
        found = index
      } else if key.base.freeSymbols.contains(symbol) || key.scale.freeSymbols.contains(symbol) {
        return nil
      }
    }
    return found
  }

  /// What writes polynomials over the generators.
  var writer: AlgebraicWriter { AlgebraicWriter(outline) }
}
