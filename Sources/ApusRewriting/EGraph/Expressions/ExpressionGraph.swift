import ApusNumbers
import ApusTerms

/// An e-graph of expressions.
struct ExpressionGraph: ~Copyable {
  var graph: EGraph
  let vocabulary: ExpressionLanguage
  /// The parts that are not looked into.
  private var leaves: [Expr] = []
  private var classes: [Expr: UInt32] = [:]
  private var functions: [Int: Function] = [:]

  init(_ vocabulary: ExpressionLanguage) {
    self.vocabulary = vocabulary
    graph = EGraph(vocabulary.language, arithmetic: vocabulary.arithmetic)
  }

  /// The class of a canonical expression; `nil` if the graph is full.
  ///
  /// - Complexity: linear in the number of distinct nodes.
  mutating func add(_ expression: Expr) -> ClassID? {
    var stack = [(expression, false)]
    while let (next, isReady) = stack.popLast() {
      if classes[next] != nil { continue }
      let parts = self.parts(of: next)
      if isReady || parts.isEmpty {
        let id = make(next)
        if id == none { return nil }
        classes[next] = id
      } else {
        stack.append((next, true))
        for part in parts where classes[part] == nil { stack.append((part, false)) }
      }
    }
    return classes[expression].map { ClassID($0) }
  }

  /// The parts of an expression that must be in the graph before it.
  private func parts(of expression: Expr) -> [Expr] {
    switch expression.kind {
    case .sum, .product, .power: (0..<expression.childCount).map { expression.child($0) }
    case .call: operatorOfCall(expression) == nil ? [] : [expression.child(0)]
    default: []
    }
  }

  private func operatorOfCall(_ expression: Expr) -> Operator? {
    guard let function = expression.function, expression.childCount == 1, !function.isUndefined else {
      return nil
    }
    return graph.language.operator(named: function.name, arity: 1)
  }

  private mutating func make(_ expression: Expr) -> UInt32 {
    switch expression.kind {
    case .integer, .rational:
      guard let value = expression.number?.exactRational else { return makeLeaf(expression) }
      return graph.addConstant(value)
    case .sum: return makeSum(expression)
    case .product: return makeProduct(expression)
    case .power: return makePower(expression.child(0), expression.child(1))
    case .call:
      guard let op = operatorOfCall(expression) else { return makeLeaf(expression) }
      functions[op.index] = expression.function
      return graph.addInline(op.code, graph.find(known(expression.child(0))), 0)
    default: return makeLeaf(expression)
    }
  }

  private mutating func makeLeaf(_ expression: Expr) -> UInt32 {
    leaves.append(expression)
    return graph.addInline(vocabulary.leaf.code, 0, UInt32(leaves.count - 1))
  }

  private func known(_ expression: Expr) -> UInt32 { classes[expression] ?? none }

  /// A sum is stored as `[constant, term, coefficient, …]`.
  private mutating func makeSum(_ sum: Expr) -> UInt32 {
    var terms = [WeightedChild(id: known(sum.child(0)), weight: .one)]
    for i in stride(from: 1, to: sum.childCount - 1, by: 2) {
      let coefficient = sum.child(i + 1)
      if let value = coefficient.number?.exactRational {
        terms.append(WeightedChild(id: known(sum.child(i)), weight: value))
      } else {
        let factors = [coefficient, sum.child(i)].map { WeightedChild(id: known($0), weight: .one) }
        let product = graph.makeProduct(factors)
        if product == none { return none }
        terms.append(WeightedChild(id: product, weight: .one))
      }
    }
    return graph.makeSum(terms)
  }

  /// A product is stored as `[coefficient, base, exponent, …]`.
  private mutating func makeProduct(_ product: Expr) -> UInt32 {
    var factors = [WeightedChild(id: known(product.child(0)), weight: .one)]
    for i in stride(from: 1, to: product.childCount - 1, by: 2) {
      let exponent = product.child(i + 1)
      if let value = exponent.number?.exactRational, product.child(i).function != .E {
        factors.append(WeightedChild(id: known(product.child(i)), weight: value))
      } else {
        let power = makePower(product.child(i), exponent)
        if power == none { return none }
        factors.append(WeightedChild(id: power, weight: .one))
      }
    }
    return graph.makeProduct(factors)
  }

  /// A power; one of the base E is a call of the exponential function.
  private mutating func makePower(_ base: Expr, _ exponent: Expr) -> UInt32 {
    if base.kind == .call, base.function == .E, let op = graph.language.operator(named: "exp", arity: 1) {
      return graph.addInline(op.code, graph.find(known(exponent)), 0)
    }
    return graph.makePower(known(base), known(exponent))
  }

  /// The expressions at the roots of an extraction.
  func expressions(_ extraction: Extraction) -> [Expr] {
    var made: [Expr] = []
    for node in extraction.nodes { made.append(expression(node, made)) }
    return extraction.roots.map { made[$0] }
  }

  func expression(_ node: Extraction.Node, _ made: [Expr]) -> Expr {
    let arithmetic = vocabulary.arithmetic
    if node.op == arithmetic.number { return Expr(Self.number(graph.rationals[UInt32(node.payload)])) }
    if node.op == vocabulary.leaf { return leaves[Int(node.payload)] }
    if node.op == arithmetic.power { return Expr.power(made[node.children[0]], made[node.children[1]]) }
    if node.op == arithmetic.sum || node.op == arithmetic.product {
      let isSum = node.op == arithmetic.sum
      let parts = zip(node.children, node.weights).map { child, weight in
        let number = Expr(Self.number(graph.rationals[weight]))
        return isSum ? number * made[child] : Expr.power(made[child], number)
      }
      return isSum ? Expr.sum(parts) : Expr.product(parts)
    }
    guard let function = functions[node.op.index] ?? FunctionTable.standard[graph.language.name(of: node.op)]
    else {
      return Expr.product([])
    }
    return Expr.call(function, [made[node.children[0]]])
  }

  private static func number(_ value: Rational) -> Number {
    value.denominator.isOne ? .integer(value.numerator) : .rational(value)
  }
}

extension Number {
  /// The value as an exact rational number, if it is one.
  var exactRational: Rational? {
    switch self {
    case .integer(let value): Rational(value)
    case .rational(let value): value
    default: nil
    }
  }
}
