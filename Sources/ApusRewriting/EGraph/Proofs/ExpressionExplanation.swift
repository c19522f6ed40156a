import ApusNumbers
import ApusTerms

extension EqualityProof.Step {
  /// The name of a rule, or `arithmetic`.
  fileprivate var ruleName: String {
    switch self {
    case .rule(let name, _), .rewriting(let name, _, _), .claim(let name, _, _): name
    default: "arithmetic"
    }
  }
}

/// The terms of a graph of expressions, for explanations.
struct ExplainedExpressions: ExplainedTerms {
  let table: ExpressionTable
  let laws: ExpressionProofLanguage
  /// The applications of rules of rule files, by the numbers that the journal has.
  var applications: [Simplification.Step] = []

  func rule(named name: String, makes after: Expr, of before: Expr) -> Bool {
    laws.rule(named: name, makes: after, of: before)
  }

  func rewriting(_ number: Int) -> (rule: String, before: Expr, after: Expr)? {
    guard applications.indices.contains(number) else { return nil }
    return (applications[number].rule, applications[number].before, applications[number].after)
  }

  func place(of term: Expr) -> (node: UInt32, id: UInt32)? { table.place(of: term) }

  func making(of term: Expr) -> TermMaking<Expr>? { table.making(of: term) }

  func term(_ shape: EqualityProof<Expr>.Shape, _ operands: [Expr]) -> Expr? { laws.term(shape, operands) }

  func sides(ofRule name: String, _ variables: [String: Expr]) -> (left: Expr, right: Expr)? {
    laws.sides(ofRule: name, variables)
  }

  func areEqualByArithmetic(_ a: Expr, _ b: Expr) -> Bool { laws.areEqualByArithmetic(a, b) }

  func leaf(_ op: Operator, payload: UInt64, in graph: borrowing EGraph) -> Expr? {
    table.expression(op, payload, [], [], graph)
  }

  func name(ofVariable name: String) -> String { String(name.drop { $0 == "?" }) }

  func shape(_ op: Operator, weights: [Rational], in graph: borrowing EGraph) -> EqualityProof<Expr>.Shape {
    let arithmetic = table.vocabulary.arithmetic
    if op == arithmetic.sum { return .sum(weights) }
    if op == arithmetic.product { return .product(weights) }
    return op == arithmetic.power ? .power : .call(graph.language.name(of: op))
  }
}

/// The terms of a graph over a language, for explanations and their check.
public struct PatternProofLanguage: ProofLanguage, Sendable {
  /// Whether two terms without variables are equal.
  public typealias Check = @Sendable (NodePattern, NodePattern) -> Bool

  private let rules: [String: (left: NodePattern, right: NodePattern)]
  private let checks: [String: Check]

  /// - Parameter rules: the rules that may be used by name.
  /// - Parameter checks: what is asked of an equality that was stated under a name: by an analysis under its ``Analysis/name``, or
  ///   by ``EGraph/union(_:_:because:)``. To trust a name is to answer `true`; what is stated under other names is not accepted.
  public init(rules: [RewriteRule], accepting checks: [String: Check] = [:]) {
    self.rules = Dictionary(rules.map { ($0.name, ($0.left, $0.right)) }) { first, _ in first }
    self.checks = checks
  }

  public func term(_ shape: EqualityProof<NodePattern>.Shape, _ operands: [NodePattern]) -> NodePattern? {
    guard case .call(let name) = shape else { return nil }
    return .node(name, operands)
  }

  public func sides(
    ofRule name: String, _ variables: [String: NodePattern]
  ) -> (left: NodePattern, right: NodePattern)? {
    guard let rule = rules[name], let left = rule.left.substituting(variables),
      let right = rule.right.substituting(variables)
    else { return nil }
    return (left, right)
  }

  public func areEqualByArithmetic(_ a: NodePattern, _ b: NodePattern) -> Bool { a == b }

  public func accepts(claim name: String, that a: NodePattern, equals b: NodePattern) -> Bool {
    checks[name].map { $0(a, b) } ?? false
  }
}

extension PatternProofLanguage: ExplainedTerms {
  func leaf(_ op: Operator, payload: UInt64, in graph: borrowing EGraph) -> NodePattern? {
    if op == graph.language.number { return .number(Int(Int64(bitPattern: payload))) }
    if op == graph.language.symbol { return .symbol(graph.language.symbolName(Int(payload))) }
    return .node(graph.language.name(of: op), [])
  }

  func name(ofVariable name: String) -> String { name }

  func shape(
    _ op: Operator, weights: [Rational], in graph: borrowing EGraph
  ) -> EqualityProof<NodePattern>.Shape {
    .call(graph.language.name(of: op))
  }
}

extension NodePattern {
  /// The pattern with terms for its variables; `nil` if one has none.
  func substituting(_ terms: [String: NodePattern]) -> NodePattern? {
    switch self {
    case .variable(let name): return terms[name]
    case .number, .symbol: return self
    case .node(let name, let operands):
      var made: [NodePattern] = []
      for operand in operands {
        guard let term = operand.substituting(terms) else { return nil }
        made.append(term)
      }
      return .node(name, made)
    }
  }
}

extension EGraph {
  /// Why two classes are equal, as a proof about the terms with which their ids were first made; `nil` if they are not, if
  /// the graph does not keep proofs, or if it was told so and that is not accepted.
  ///
  /// - Parameter rules: the rules that were run.
  /// - Parameter checks: what is asked of an equality that was stated under a name; see ``PatternProofLanguage``.
  public func explanation(
    of a: ClassID, _ b: ClassID, rules: [RewriteRule],
    accepting checks: [String: PatternProofLanguage.Check] = [:]
  ) -> EqualityProof<NodePattern>? {
    guard journal.isOn, find(a.raw) == find(b.raw) else { return nil }
    var explainer = Explainer(PatternProofLanguage(rules: rules, accepting: checks), rules)
    return explainer.explain(a.raw, b.raw, in: self)
  }
}

extension EqualityProof where Term == Expr {
  /// The rules that the proof uses, in the order in which they lead from the left side to the right one, with the parts that
  /// they replace. Arithmetic is named `arithmetic`.
  public func rewritings(in language: ExpressionProofLanguage) -> [Simplification.Step] {
    guard let sides = conclusions(in: language) else { return [] }
    var found: [Simplification.Step] = []
    var pending = steps.isEmpty ? [] : [(place: steps.count - 1, isReversed: false)]
    while let (place, isReversed) = pending.popLast(), found.count < 10_000 {
      switch steps[place] {
      case .same: break
      case .rule, .rewriting, .arithmetic, .claim:
        let (left, right) = sides[place]
        if left == right { continue }
        var conditions: [String] = []
        if case .rewriting(let name, let before, let after) = steps[place] {
          conditions = language.conditions(ofRule: name, making: after, of: before) ?? []
        }
        let (before, after) = isReversed ? (right, left) : (left, right)
        if let last = found.last, last.before == after, last.after == before {
          // There and back again.
          found.removeLast()
          continue
        }
        found.append(
          .init(rule: steps[place].ruleName, before: before, after: after, conditions: conditions))
      case .reversed(let part): pending.append((part, !isReversed))
      case .chain(let parts), .operands(_, let parts):
        let order = isReversed ? parts : parts.reversed()
        pending += order.map { ($0, isReversed) }
      }
    }
    return found
  }
}
