import ApusTerms

/// The language of graphs of expressions: sums, products, powers, numbers, functions, and leaves for everything else.
struct ExpressionLanguage: Sendable {
  private(set) var language: TermLanguage
  let arithmetic: Arithmetic
  /// A part that is not looked into; the payload is its place in a list.
  let leaf: Operator

  /// The functions that rules of the engine itself know; others are declared when they are met.
  static let functions = [
    "exp", "log", "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan",
    "sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh",
  ]

  /// Whether the arguments of a call are looked into: the function has one value for each list of numbers in its domain,
  /// binds no variable and evaluates all its arguments.
  static func looksInto(_ function: Function) -> Bool {
    if function.isUndefined || function.binder != nil || function.laws.range == .boolean { return false }
    guard !function.parameters.isEmpty,
      function.parameters.allSatisfy({ $0.domain != .any && $0.domain != .boolean })
    else { return false }
    switch function.form {
    case .call, .logarithm, .maximum, .minimum: return function.name != "dirac"
    default: return false
    }
  }

  /// The language and its rules, translated once.
  static let standard: (language: ExpressionLanguage, rules: [RewriteRule]) = {
    var vocabulary = ExpressionLanguage()
    let rules = (try? vocabulary.rules()) ?? []
    return (vocabulary, rules)
  }()

  init() {
    var language = TermLanguage()
    arithmetic = Arithmetic(&language)
    leaf = language.declareLeaf("leaf")
    for name in Self.functions { _ = language.declare(name, arity: 1) }
    self.language = language
  }

  /// The rules of functions; each holds for all complex arguments for which the left side has a value, and then the right
  /// side has one.
  mutating func rules() throws(PatternError) -> [RewriteRule] {
    var rules: [RewriteRule] = []
    for (left, right) in Self.ruleTexts {
      rules.append(try RewriteRule("\(left) = \(right)", left, right, in: &language))
    }
    return rules
  }

  /// DLMF 4.2, 4.14, 4.16, 4.21, 4.23, 4.28, 4.31, 4.35.
  private static let ruleTexts = [
    ("(exp (log ?x))", "?x"),
    ("(sin (asin ?x))", "?x"),
    ("(cos (acos ?x))", "?x"),
    ("(tan (atan ?x))", "?x"),
    ("(sinh (asinh ?x))", "?x"),
    ("(cosh (acosh ?x))", "?x"),
    ("(tanh (atanh ?x))", "?x"),
    ("(tan ?x)", "(* (sin ?x) (^ (cos ?x) -1))"),
    ("(cot ?x)", "(* (cos ?x) (^ (sin ?x) -1))"),
    ("(sec ?x)", "(^ (cos ?x) -1)"),
    ("(csc ?x)", "(^ (sin ?x) -1)"),
    ("(tanh ?x)", "(* (sinh ?x) (^ (cosh ?x) -1))"),
    ("(coth ?x)", "(* (cosh ?x) (^ (sinh ?x) -1))"),
    ("(sech ?x)", "(^ (cosh ?x) -1)"),
    ("(csch ?x)", "(^ (sinh ?x) -1)"),
    ("(exp 0)", "1"),
    ("(log 1)", "0"),
    ("(sin 0)", "0"),
    ("(cos 0)", "1"),
    ("(sinh 0)", "0"),
    ("(cosh 0)", "1"),
  ]
}

extension ExpressionProofLanguage {
  /// The rules that the engine has by itself, and arithmetic.
  public static let engine = ExpressionProofLanguage(rules: ExpressionLanguage.laws)
}

extension ExpressionLanguage {
  /// The rules of functions as rules about expressions.
  static let laws: [Rule] = standard.rules.map { Rule($0.name, $0.left.expression, $0.right.expression) }
  static let namedLaws = NamedRules(laws)
}

extension NodePattern {
  /// The expression that a pattern of the language of expressions describes, with its variables as symbols.
  var expression: Expr {
    switch self {
    case .number(let value): return Expr(value)
    case .symbol(let name): return Expr.symbol(name)
    case .variable(let name): return Expr.symbol(String(name.drop { $0 == "?" }))
    case .node(let name, let operands):
      let parts = operands.map(\.expression)
      switch name {
      case "+": return Expr.sum(parts)
      case "*": return Expr.product(parts)
      case "^" where parts.count == 2: return Expr.power(parts[0], parts[1])
      default: return FunctionTable.standard[name].map { Expr.call($0, parts) } ?? Expr.symbol(name)
      }
    }
  }
}
