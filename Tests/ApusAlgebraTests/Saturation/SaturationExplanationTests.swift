import ApusAlgebra
import ApusNotation
import ApusNumbers
import ApusRewriting
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Explanations with the rule files") struct SaturationExplanationTests {
  static let inputs: [(input: String, assumptions: [String])] = [
    ("sqrt(x^2)", ["x > 0"]), ("log(exp(x)) + y - y", ["x > 0"]), ("sin(2*a)/sin(a)", []),
    ("sqrt(a^2 + 2*a*b + b^2)", ["a > 0", "b > 0"]), ("abs(x)^2 + sqrt(x^2)", ["x > 0"]),
    ("cosh(x) + sinh(x)", []), ("(1 - cos(2*x))/2 + cos(x)^2", []), ("exp(log(x) + log(y))", []),
    ("2*cos(f)^2*sin(2*t) + 2*sin(f)^2*sin(2*t) - 2*sin(2*t)", []), ("tan(x)*cos(x)*exp(y)*exp(-y)", []),
    ("(2 + 4*sin(x)^2 - 2*cos(x)^2)/sin(x)^2", []), ("gamma(x + 1)/gamma(x)", []),
    ("x^a*x^b", ["x > 0"]), ("(x^2 - y^2)/(x - y)", []), ("abs(exp(x) + 1)", ["x > 0"]),
    ("sqrt(x^2 + 2*x + 1)", ["x > 0"]), ("log(x^2) - 2*log(x)", ["x > 0"]),
  ]

  private static func facts(_ assumptions: [String]) throws -> Facts {
    var facts = Facts()
    for text in assumptions { facts = facts.assuming(try Expr(parsing: text)) ?? facts }
    return facts
  }

  @Test("every result that differs from the input is explained, and the check agrees", arguments: inputs)
  func explained(input: String, assumptions: [String]) throws {
    let expression = try Expr(parsing: input)
    var options = SaturationOptions.patient(assuming: try Self.facts(assumptions))
    options.keepsProofs = true
    let result = [expression].saturated(by: options)
    #expect(result.expressions[0] != expression)
    let explanation = try #require(result.explanations[0])
    let conclusion = try #require(explanation.conclusion)
    #expect(conclusion.left == expression && conclusion.right == result.expressions[0])
    #expect(!explanation.steps.isEmpty)
    options.keepsProofs = false
    #expect([expression].saturated(by: options).costs == result.costs)
  }

  /// log(abs(z)) with z = exp(i·r) becomes a part of log(z) first and turns out to be 0 afterwards, by way of what it was made a part of.
  @Test("a part that became a number after the term was made is explained as it was") func laterNumber()
    throws
  {
    let input = try Expr(
      parsing: "2*I*x*exp(-sin(x))*exp(x + sin(x)) - log(exp(3*I*x*exp(-sin(x))*exp(x + sin(x))))")
    for assumption in ["x > 0", "x < 0"] {
      let options = SaturationOptions(
        limits: SearchLimits(iterations: 4, nodes: 300, time: .seconds(60)), rules: .saturation,
        facts: try Self.facts([assumption]), keepsProofs: true)
      let result = [input].saturated(by: options)
      #expect(result.expressions[0] != input)
      let conclusion = try #require(result.explanations[0]?.conclusion)
      #expect(conclusion.left == input && conclusion.right == result.expressions[0])
    }
  }

  @Test("steps of a proof name the rule files' rules and their conditions") func steps() throws {
    let x = Expr.symbol("x")
    let facts = try Self.facts(["x > 0"])
    let simplification = sqrt(x ** 2).simplification(by: .saturation, assuming: facts, keepingSteps: true)
    #expect(simplification.expression == x)
    let step = try #require(simplification.steps.first)
    #expect(step.before == sqrt(x ** 2) && step.after == x && step.conditions.contains("where x > 0"))
  }

  @Test("a proof by rules that need an assumption is refused without it") func assumptions() throws {
    let x = Expr.symbol("x")
    let options = SaturationOptions.patient(assuming: try Self.facts(["x > 0"]))
    let explanation = try #require(sqrt(x ** 2).explanation(ofEqualityWith: x, by: options))
    #expect(explanation.conclusion != nil)
    let laws = ExpressionProofLanguage(rules: RuleIndex.saturation.rules)
    #expect(explanation.proof.conclusion(in: laws) == nil)
  }

  @Test("a thousand proofs about expressions that were tampered with are refused") func mutations() throws {
    var random = SplitMix64(seed: 17)
    var explanations: [EqualityExplanation] = []
    for (input, assumptions) in Self.inputs {
      var options = SaturationOptions.patient(assuming: try Self.facts(assumptions))
      options.keepsProofs = true
      if let found = [try Expr(parsing: input)].saturated(by: options).explanations[0] {
        explanations.append(found)
      }
    }
    var (refused, tried) = (0, 0)
    while tried < 1000 {
      let explanation = explanations[Int.random(in: 0..<explanations.count, using: &random)]
      guard let claim = explanation.conclusion,
        let mutated = Self.mutated(explanation.proof, &random)
      else { continue }
      tried += 1
      let conclusion = mutated.conclusion(in: explanation.laws)
      // What is proved after all must be another equality than the one that is claimed, and a true one.
      if conclusion.map({ $0 != claim }) ?? true { refused += 1 }
    }
    #expect(refused == 1000)
  }

  /// The proof with one step changed: another rule, other terms, other coefficients, a missing link, or sides exchanged.
  private static func mutated(
    _ proof: EqualityProof<Expr>, _ random: inout SplitMix64
  ) -> EqualityProof<Expr>? {
    var mutated = proof
    let place = Int.random(in: 0..<proof.steps.count, using: &random)
    let odd = sin(Expr.symbol("other"))
    switch proof.steps[place] {
    case .same(let term): mutated.steps[place] = .same(term + odd)
    case .rule(let name, var terms):
      guard let key = terms.keys.sorted().randomElement(using: &random) else {
        mutated.steps[place] = .rule(name + "?", terms)
        break
      }
      terms[key] = (terms[key] ?? 0) * 2 + odd
      mutated.steps[place] = .rule(name, terms)
    case .rewriting(let name, let before, let after):
      let choices: [EqualityProof<Expr>.Step] = [
        .rewriting(name + "?", before, after), .rewriting(name, before + odd, after),
        .rewriting(name, before, after * 3), .rewriting(name, before, after + 1),
      ]
      mutated.steps[place] = choices[Int.random(in: 0..<choices.count, using: &random)]
    case .arithmetic(let a, let b): mutated.steps[place] = .arithmetic(a, b * 2 + 1)
    case .claim: return nil
    case .chain(let parts): mutated.steps[place] = .chain(Array(parts.dropFirst()))
    case .operands(let shape, let parts):
      switch shape {
      case .call(let name): mutated.steps[place] = .operands(.call(name == "sin" ? "cos" : "sin"), parts)
      case .sum(let weights): mutated.steps[place] = .operands(.sum(weights.map { $0 + 1 }), parts)
      case .product(let exponents):
        mutated.steps[place] = .operands(.product(exponents.map { $0 + 1 }), parts)
      case .power: mutated.steps[place] = .operands(.power, parts.reversed())
      }
    case .reversed(let part): mutated.steps[place] = .chain([part])
    }
    return mutated.steps[place] == proof.steps[place] ? nil : mutated
  }
}
