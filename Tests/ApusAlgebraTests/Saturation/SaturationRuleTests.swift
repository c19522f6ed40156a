import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Saturation with the rule files") struct SaturationRuleTests {
  /// An instance of a rule that the other engine rewrites.
  private struct Instance {
    var left: Expr
    var right: Expr
    var facts: Facts
  }

  @Test("both engines agree on the whole rule base") func agreement() {
    var (found, missed, skipped) = (0, [String](), [String]())
    for rule in RuleSet.standard.flatMap(\.rules) {
      // Terms that may have no value at all, such as 0^x, are not looked into.
      guard let instance = Self.instance(of: rule), !instance.left.flags.contains(.hasUndefined) else {
        skipped.append(rule.name)
        continue
      }
      let options = SaturationOptions(
        limits: SearchLimits(iterations: 3, nodes: 2000, time: .seconds(10)),
        rules: RuleIndex([RuleSet("one", [rule])]), facts: instance.facts, isGeneric: true)
      if instance.left.isEqual(to: instance.right, provedBy: options) {
        found += 1
      } else {
        missed.append(rule.name)
      }
    }
    #expect(missed == [])
    #expect(found > 300, "\(skipped)")
    #expect(skipped.count < found / 20, "\(skipped)")
  }

  /// Terms and assumptions for the variables of a rule under which its conditions can be proved.
  private static func instance(of rule: Rule) -> Instance? {
    let properties: [Property] = [
      [], .real, .positive, .negative, .even, .odd, .imaginary, [.positive, .even],
    ]
    let numbers: [Expr] = [2, 3, 1, -1, Expr(1) / 2, 5, 4]
    let variables = rule.pattern.variables
    for property in properties {
      for shift in 0..<numbers.count {
        var facts = Facts()
        var replacements: [Expr: Expr] = [:]
        for (i, variable) in variables.enumerated() {
          let isNumber = rule.requirements.contains {
            if case .form(variable.name, let kind) = $0 {
              kind != .symbol && kind != .nonnumber
            } else {
              false
            }
          }
          let symbol = Symbol("v\(i)v")
          replacements[Expr(variable.symbol)] = isNumber ? numbers[(shift + i) % numbers.count] : Expr(symbol)
          facts = facts.assuming(symbol, property) ?? facts
        }
        let left = rule.pattern.term.substituting(replacements).canonical()
        for right in rule.applications(to: left, assuming: facts) where right != left {
          return Instance(left: left, right: right, facts: facts)
        }
        if !rule.requirements.contains(where: { if case .form = $0 { true } else { false } }) { break }
      }
    }
    return nil
  }

  private static func facts(_ assumptions: [String]) throws -> Facts {
    var facts = Facts()
    for text in assumptions {
      if text.hasSuffix(": real") {
        facts = facts.assuming(Symbol(String(text.dropLast(6))), .real) ?? facts
      } else {
        facts = facts.assuming(try Expr(parsing: text)) ?? facts
      }
    }
    return facts
  }

  @Test(
    "what follows from assumptions",
    arguments: [
      ("sqrt(x^2)", "x", ["x >= 0"]),
      ("sqrt(x^2)", "-x", ["x <= 0"]),
      ("log(exp(x))", "x", ["x > 0"]),
      ("sqrt(a^2 + 2*a*b + b^2)", "a + b", ["a > 0", "b > 0"]),
      ("x^a*x^b", "x^(a + b)", ["x > 0"]),
      ("x^a/x", "x^(a - 1)", []),
      ("abs(x^2 - 2*x*y + y^2 + 1)", "x^2 - 2*x*y + y^2 + 1", ["x > 0", "y < 0"]),
      ("abs(exp(x) + 1)", "exp(x) + 1", ["x > 0"]),
      ("sqrt(x^2 + 2*x + 1)", "x + 1", ["x > 0"]),
      ("sqrt(x^2)", "abs(x)", ["x: real"]),
      ("exp(log(x))", "x", ["x > 0"]),
      ("log(a*b)", "log(a) + log(b)", ["a > 0", "b > 0"]),
      ("log(a/b)", "log(a) - log(b)", ["a > 0", "b > 0"]),
      ("1/(1 + cbrt(1/r))", "cbrt(r)/(cbrt(r) + 1)", ["r > 0"]),
      ("piecewise(x > 0, sqrt(x^2), 0)", "piecewise(x > 0, x, 0)", ["x: real"]),
      (
        "piecewise(x < 0, abs(x), x > 1, sqrt(x^2), y + y)", "piecewise(x < 0, -x, x > 1, x, 2*y)",
        ["x: real"]
      ),
    ]) func assumptions(input: String, expected: String, assumptions: [String]) throws
  {
    let options = SaturationOptions.patient(assuming: try Self.facts(assumptions))
    let (input, expected) = (try Expr(parsing: input), try Expr(parsing: expected))
    let isProved = input.isEqual(to: expected, provedBy: options)
    #expect(isProved)
  }

  @Test(
    "what does not follow is not proved",
    arguments: [
      ("sqrt(x^2)", "x", []), ("sqrt(x^2)", "abs(x)", []), ("log(a*b)", "log(a) + log(b)", []),
      ("(x^2)^(1/2)", "x", []), ("x^a*x^b", "x^(a + b)", []), ("log(exp(x))", "x", []),
      ("tan(x)^2 - sec(x)^2", "1", []), ("sin(x)^2 - 1", "cos(x)^2", []),
      ("(x + 1)^3", "x^3 + 3*x^2 + 3*x + 2", []),
      ("sqrt(a)*sqrt(b)", "sqrt(a*b)", ["a < 0"]), ("log(x^2)", "2*log(x)", ["x < 0"]),
      ("cot(x)^2 - csc(x)^2", "1", []), ("cos(x)^2 - 1", "sin(x)^2", []),
      ("log(a*b)", "log(a) + log(b)", ["a < 0"]),
      ("(x*y)^z", "x^z*y^z", []), ("(x^a)^b", "x^(a*b)", []), ("a/b", "(a*x)/(b*x) + x - x + 1", []),
      ("piecewise(x > 0, sqrt(x^2), x < -1, sqrt(x^2), 0)", "piecewise(x > 0, x, x < -1, x, 0)", ["x: real"]),
      ("piecewise(x > 0, 1, sqrt(x^2))", "piecewise(x > 0, 1, x)", ["x: real"]),
    ]) func nearMisses(input: String, wrong: String, assumptions: [String]) throws
  {
    let options = SaturationOptions.patient(assuming: try Self.facts(assumptions))
    let (input, wrong) = (try Expr(parsing: input), try Expr(parsing: wrong))
    let isProved = input.isEqual(to: wrong, provedBy: options)
    #expect(!isProved)
  }

  @Test(
    "identities that users asked for",
    arguments: [
      ("(x + 1)^2", "x^2 + 2*x + 1"), ("(a + b + c)^4", "((a + b + c)^2)*(a + b + c)^2"),
      ("(x - y)*(x^2 + x*y + y^2)", "x^3 - y^3"), ("sin(2*a)/4", "sin(a)*cos(a)/2"),
      ("2 - 2*cos(x)^2", "2*sin(x)^2"), ("tan(x)^2 - sec(x)^2", "-1"), ("1/(1/a + 1/b)", "a*b/(a + b)"),
      ("(a/b)/(c/d)", "a*d/(b*c)"), ("exp(x)*exp(-x)", "1"), ("cosh(x) + sinh(x)", "exp(x)"),
      ("sin(x)^4 - cos(x)^4", "sin(x)^2 - cos(x)^2"), ("cos(2*x)", "1 - 2*sin(x)^2"),
      ("(1 - cos(2*x))/2", "sin(x)^2"), ("1 + tan(x)^2", "sec(x)^2"), ("exp(log(x) + log(y))", "x*y"),
      ("sqrt(cos(x)^2 + sin(x)^2)", "1"), ("x/x", "1"), ("x^(-2) - x^(-2)", "0"),
      ("-sin(x)^2 - cos(x)^2", "-1"), ("(2 + 4*sin(x)^2 - 2*cos(x)^2)/sin(x)^2", "6"),
      ("2*cos(f)^2*sin(2*t) + 2*sin(f)^2*sin(2*t) - 2*sin(2*t)", "0"),
      ("cos(x)^2*cos(y)^2*cos(z)^2 + cos(x)^2*sin(y)^2*cos(z)^2", "cos(x)^2*cos(z)^2"),
      // The power of an alternating current, Symbolics.jl #1644.
      (
        "V*cos(w*t + p)*A*cos(w*t + p - s)",
        "V*A/2*cos(s)*(1 + cos(2*(w*t + p))) + V*A/2*sin(s)*sin(2*(w*t + p))"
      ),
      ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"), ("1/(1 + exp(-x))", "exp(x)/(exp(x) + 1)"),
      ("cos(x)/x - sin(x)/x^2", "(x*cos(x) - sin(x))/x^2"), ("y/x*sqrt(x)*sqrt(x)", "y"),
    ]) func identities(left: String, right: String) throws
  {
    let (left, right) = (try Expr(parsing: left), try Expr(parsing: right))
    let options = SaturationOptions.patient()
    let isProved = left.isEqual(to: right, provedBy: options)
    #expect(isProved)
  }

  @Test(
    "expressions of a textbook become what they are in its solutions",
    arguments: [
      ("(x^2 - 1)/(x - 1) + sin(y)/cos(y) + exp(a)*exp(b)", "x + exp(a + b) + tan(y) + 1"),
      ("1/(x - 2) + (-5 - x)/(x - 2)^2", "-7/(x - 2)^2"), ("(1 - cos(2*x))/(2*sin(x))", "sin(x)"),
      ("r*cos(x/2)^2 - r*sin(x/2)^2", "r*cos(x)"), ("(x^3 - y^3)/(x - y) - x^2 - y^2", "x*y"),
      ("(exp(2*x) - 1)/(exp(x) + 1)", "exp(x) - 1"), ("sin(2*a)/sin(a)", "2*cos(a)"),
      ("x^2 + 2*x + sin(2*x)/sin(x)", "x*(x + 2) + 2*cos(x)"), ("coth(x) - csch(x)", "tanh(x/2)"),
      ("1/(sqrt(7) - sqrt(5)) - (sqrt(7) + sqrt(5))/2", "0"), ("(1/x + 1/y)/(1/x - 1/y)", "(x + y)/(y - x)"),
      ("(1/a - 1/b)/(1/a^2 - 1/b^2)", "a*b/(a + b)"), ("floor(x + 2) - 2", "floor(x)"),
    ]) func textbook(input: String, expected: String) throws
  {
    let (input, wanted) = (try Expr(parsing: input), try Expr(parsing: expected))
    let result = [input].saturated(by: .patient()).expressions[0]
    #expect(result == wanted, "\(TextWriter().text(of: result))")
  }

  @Test(
    "a result that is meant for real arithmetic has no complex numbers",
    arguments: [ExpressionCost.operations, .cycles])
  func real(cost: ExpressionCost) throws {
    for text in ["sin(x)^4 - cos(x)^4", "tan(3*pi/7) - 4*sin(pi/7)", "cos(x)*sin(y)/2 + cosh(x)"] {
      var options = SaturationOptions.patient()
      options.cost = cost
      let result = [try Expr(parsing: text)].saturated(by: options).expressions[0]
      var isReal = true
      result.forEachNode { node in
        if node.kind == .complex { isReal = false }
        return true
      }
      #expect(isReal, "\(TextWriter().text(of: result))")
    }
  }

  @Test("results with rules keep their values and are the same every time") func deterministic() throws {
    let input = try Expr(parsing: "abs(x)^2 + sqrt(x^2) + sin(2*x)/sin(x) + log(exp(x))")
    var options = SaturationOptions.patient(assuming: try Self.facts(["x > 0"]))
    options.limits = SearchLimits(iterations: 4, nodes: 500, time: .seconds(600))
    let (first, second) = ([input].saturated(by: options), [input].saturated(by: options))
    #expect(first.expressions == second.expressions)
    #expect(first.report.rounds == second.report.rounds)
    #expect(first.report.rules == second.report.rules)
    let expected = try Expr(parsing: "x*(x + 2) + 2*cos(x)")
    #expect(first.expressions == [expected])
  }
}

extension SaturationOptions {
  /// The options of the library, but for the time: builds without optimisation are slow.
  static func patient(assuming facts: Facts = Facts()) -> SaturationOptions {
    var options = standard(assuming: facts)
    options.limits.time = .seconds(60)
    return options
  }
}
