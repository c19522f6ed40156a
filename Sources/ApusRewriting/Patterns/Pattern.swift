import ApusNumbers
import ApusTerms

/// A term with variables, which other terms may match.
///
/// Sums and products match in any order and grouping; what a variable stands for is the same wherever it occurs. A pattern is
/// made from an ordinary term in canonical form, so that it has the form of the terms that it will meet: `1/a^2` is the power
/// `a^(-2)` on both sides.
///
///     let pattern = Pattern(sin(x) ** 2 + cos(x) ** 2)
public struct Pattern: Sendable {
  /// A part of a pattern; children are named by their places in `nodes`.
  enum Node: Sendable {
    /// A term without variables.
    case literal(Expr)
    /// The variable of that number.
    case variable(Int)
    /// A call of a function, argument by argument.
    case call(Function, [Int])
    /// A call of any function, which the variable of that number stands for.
    case anyCall(Int, [Int])
    /// A sum of terms in any order; the most telling ones come first.
    case sum([Int])
    /// A product of a number and factors in any order.
    case product(coefficient: Number, [Int])
    /// A power.
    case power(Int, Int)
  }

  /// The term, with variables as symbols.
  public let term: Expr
  /// The variables, in the order of their first occurrence.
  public let variables: [PatternVariable]
  /// The variables that stand for functions, by their numbers.
  let functionVariables: [String]
  /// The parts, children before parents; the whole is the last.
  let nodes: [Node]

  /// The pattern that a term describes: symbols of one letter are variables, those that end in `?` may be absent, those
  /// that end in `...` stand for runs.
  public init(_ term: Expr) {
    var compiler = PatternCompiler()
    _ = compiler.compile(term)
    self.term = term
    variables = compiler.variables
    functionVariables = compiler.functionVariables
    nodes = compiler.nodes
  }

  /// The part that is the whole pattern.
  var root: Int { nodes.count - 1 }

  /// The number of the variable, if the pattern has it.
  func index(of variable: PatternVariable) -> Int? { variables.firstIndex { $0.name == variable.name } }
}

/// Lays out a term as the parts of a pattern.
struct PatternCompiler {
  var nodes: [Pattern.Node] = []
  var variables: [PatternVariable] = []
  var functionVariables: [String] = []

  /// Appends the parts of a term and answers the place of the whole. Patterns are a few nodes deep.
  mutating func compile(_ term: Expr) -> Int {
    if let symbol = term.symbol, let variable = PatternVariable(symbol) {
      return append(.variable(number(of: variable)))
    }
    if !hasVariable(term) { return append(.literal(term)) }
    switch term.kind {
    case .sum: return compileSum(term)
    case .product: return compileProduct(term)
    case .power:
      let base = compile(term.arguments[0])
      return append(.power(base, compile(term.arguments[1])))
    default: return compileCall(term)
    }
  }

  private mutating func append(_ node: Pattern.Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func number(of variable: PatternVariable) -> Int {
    if let known = variables.firstIndex(where: { $0.name == variable.name }) { return known }
    variables.append(variable)
    return variables.count - 1
  }

  private func hasVariable(_ term: Expr) -> Bool {
    if let symbol = term.symbol { return PatternVariable(symbol) != nil }
    if isFunctionVariable(term.function) { return true }
    for i in 0..<term.childCount where hasVariable(term.child(i)) { return true }
    return false
  }

  /// An unknown function with a name of one letter stands for any function.
  private func isFunctionVariable(_ function: Function?) -> Bool {
    guard let function, function.isUndefined else { return false }
    return function.name.unicodeScalars.count == 1
  }

  private mutating func compileSum(_ term: Expr) -> Int {
    let parts = term.arguments.map { compile($0) }
    return append(.sum(sorted(parts)))
  }

  private mutating func compileProduct(_ term: Expr) -> Int {
    var coefficient = Number.one
    var parts: [Int] = []
    for factor in term.arguments {
      if let number = factor.number {
        coefficient = coefficient * number
      } else {
        parts.append(compile(factor))
      }
    }
    return append(.product(coefficient: coefficient, sorted(parts)))
  }

  private mutating func compileCall(_ term: Expr) -> Int {
    guard let function = term.function else { return append(.literal(term)) }
    let arguments = term.arguments.map { compile($0) }
    guard isFunctionVariable(function) else { return append(.call(function, arguments)) }
    let name = function.name
    let index = functionVariables.firstIndex(of: name) ?? functionVariables.count
    if index == functionVariables.count { functionVariables.append(name) }
    return append(.anyCall(index, arguments))
  }

  /// Parts that can match few terms come first, so that the others are bound when their turn comes.
  private func sorted(_ parts: [Int]) -> [Int] {
    parts.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private func rank(_ part: Int) -> Int {
    switch nodes[part] {
    case .literal: return 0
    case .call: return 1
    case .power(let base, _): return 2 + min(rank(base), 3)
    case .sum, .product: return 5
    case .anyCall: return 6
    case .variable(let index):
      switch variables[index].role {
      case .single: return 7
      case .optional: return 8
      case .run: return 9
      }
    }
  }
}
