import ApusTerms

/// Expressions with names for parts that are used more than once: what is to be computed, step by step.
///
/// Canonical sums and products are flat, so that a sum that is part of several sums can only be kept under a name.
public struct SharedExpressions: Sendable, Hashable {
  /// A name and what it stands for.
  public struct Definition: Sendable, Hashable {
    /// The name, which is no symbol of the expressions.
    public let symbol: Symbol
    /// The value, in symbols of the expressions and in names that were defined before.
    public let value: Expr
  }

  /// The definitions, each after those that it needs.
  public let definitions: [Definition]
  /// The expressions, in the names.
  public let expressions: [Expr]

  /// The expressions with every name replaced by what it stands for.
  public var substituted: [Expr] {
    var values: [Expr: Expr] = [:]
    for definition in definitions {
      values[Expr(definition.symbol)] = definition.value.substituting(values)
    }
    return expressions.map { $0.substituting(values) }
  }
}

extension ExpressionGraph {
  /// What an extraction says, with a name for each operation that is used more than once and for each sum in a sum, or
  /// product in a product, that would be multiplied out otherwise.
  func sharedExpressions(_ extraction: Extraction, avoiding symbols: Set<String>) -> SharedExpressions {
    let isNamed = namedNodes(of: extraction)
    var made: [Expr] = []
    var definitions: [SharedExpressions.Definition] = []
    var number = 0
    for (place, node) in extraction.nodes.enumerated() {
      let value = expression(node, made)
      guard isNamed[place], !value.isNumber, value.symbol == nil else {
        made.append(value)
        continue
      }
      repeat { number += 1 } while symbols.contains("t\(number)")
      let symbol = Symbol("t\(number)")
      definitions.append(.init(symbol: symbol, value: value))
      made.append(Expr(symbol))
    }
    return SharedExpressions(definitions: definitions, expressions: extraction.roots.map { made[$0] })
  }

  private func namedNodes(of extraction: Extraction) -> [Bool] {
    var uses = Array(repeating: 0, count: extraction.nodes.count)
    var isNamed = Array(repeating: false, count: extraction.nodes.count)
    for node in extraction.nodes {
      for (i, child) in node.children.enumerated() {
        uses[child] += 1
        let isScaled = !node.weights.isEmpty && graph.rationals[node.weights[i]] != .one
        let isNested = node.op == extraction.nodes[child].op && node.op.shape == .weighted
        if isNested && isScaled { isNamed[child] = true }
      }
    }
    for root in extraction.roots { uses[root] += 1 }
    for (place, node) in extraction.nodes.enumerated() where uses[place] > 1 && !node.children.isEmpty {
      isNamed[place] = true
    }
    return isNamed
  }
}
