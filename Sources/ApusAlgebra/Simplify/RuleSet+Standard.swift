import ApusNotation
import ApusRewriting
import ApusRules

extension RuleSet {
  /// The rule sets of the library, in the order in which they are tried; sets of the same name in several files are one.
  public static let standard: [RuleSet] = {
    var sets: [RuleSet] = []
    for file in EmbeddedRules.files {
      // A test reads every file; one that cannot be read has no rules.
      for set in (try? RuleReader().ruleSets(in: file.text)) ?? [] {
        if let known = sets.firstIndex(where: { $0.name == set.name }) {
          sets[known].rules += set.rules
        } else {
          sets.append(set)
        }
      }
    }
    return sets
  }()
}

extension RuleIndex {
  /// The sets whose rules make terms simpler; the others, such as `expand`, lead to forms that are asked for by name.
  private static let simplifying: Set<String> = [
    "simplify", "absolute", "comparison", "exponential", "hyperbolic", "logic", "powers", "rounding",
    "extrema", "special",
    "trigonometry", "fractions", "factor",
  ]

  /// The rules of simplification.
  ///
  /// - Complexity: the rule files are read and arranged when this is first asked for.
  public static let simplification = RuleIndex(RuleSet.standard.filter { simplifying.contains($0.name) })
}
