import ApusNumbers
import ApusRewriting
import ApusTerms

/// Tests rules: that both sides have the same value wherever both have one and the conditions hold.
///
/// Every rule is tried at exact points: the notable values of the domains of its variables (0, ±1, ±i, half-integers, both
/// sides of the usual branch cuts and of multiples of π/2) and random ones. The sides are evaluated in ball arithmetic, so a
/// difference that is reported is certain, and so is the counterexample. Passing is evidence, not proof.
///
///     let report = RuleCheck().report(on: rule, in: "trigonometry")
///     report.findings.map(\.message)
public struct RuleCheck: Sendable {
  /// At how many points both sides must have a value for the trial to end.
  public var points: Int
  /// The seed of the random points; the same seed gives the same points.
  public var seed: UInt64
  /// Whether a change is sought that makes a refuted rule pass.
  public var proposesRepairs: Bool

  /// Creates a check.
  public init(points: Int = 200, seed: UInt64 = 2026, proposesRepairs: Bool = true) {
    self.points = points
    self.seed = seed
    self.proposesRepairs = proposesRepairs
  }

  /// The reports on all rules of the sets, in their order; names must be unique among all of them.
  ///
  /// - Complexity: linear in the number of rules and of points.
  public func reports(on sets: [RuleSet]) -> [RuleReport] {
    var homes: [String: String] = [:]
    var reports: [RuleReport] = []
    for set in sets {
      for rule in set.rules {
        var report = report(on: rule, in: set.name)
        if let home = homes[rule.name] { report.findings.append(.duplicateName(set: home)) }
        homes[rule.name] = homes[rule.name] ?? set.name
        reports.append(report)
      }
    }
    return reports
  }

  /// The report on one rule.
  public func report(on rule: Rule, in set: String = "rules") -> RuleReport {
    var findings = staticFindings(rule)
    guard rule.unboundVariables.isEmpty else {
      return RuleReport(set: set, name: rule.name, points: 0, findings: findings, repair: nil)
    }
    let result = RuleTrial(subject: RuleSubject(rule)).run(points: points, seed: seed)
    if let name = result.notEvaluable { findings.append(.notEvaluable(name)) }
    if let example = result.wrong { findings.append(.wrongValue(example)) }
    if result.wrong == nil, let example = result.lost { findings.append(.lostValue(example)) }
    if result.points == 0, result.notEvaluable == nil { findings.append(.untested) }
    let isRefuted = result.wrong != nil || result.lost != nil
    let repair = isRefuted && proposesRepairs ? RuleRepair(rule, points: points, seed: seed).proposal() : nil
    return RuleReport(set: set, name: rule.name, points: result.points, findings: findings, repair: repair)
  }

  /// What can be seen without values.
  private func staticFindings(_ rule: Rule) -> [RuleFinding] {
    var findings = rule.unboundVariables.map { RuleFinding.unboundVariable($0) }
    if rule.source.isEmpty { findings.append(.missingSource) }
    if rule.pattern.term == rule.replacement { findings.append(.vacuous) }
    if rule.pattern.term.symbol != nil { findings.append(.matchesEverything) }
    return findings
  }
}
