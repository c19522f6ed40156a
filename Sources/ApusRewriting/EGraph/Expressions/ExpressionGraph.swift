import ApusNumbers
import ApusTerms

/// An e-graph of expressions.
struct ExpressionGraph: ~Copyable {
  var graph: EGraph
  var terms: ExpressionTable

  init(_ vocabulary: ExpressionLanguage) {
    terms = ExpressionTable(vocabulary)
    graph = EGraph(vocabulary.language, arithmetic: vocabulary.arithmetic)
  }

  var vocabulary: ExpressionLanguage { terms.vocabulary }

  /// The class of a canonical expression; `nil` if the graph is full.
  ///
  /// - Complexity: linear in the number of distinct nodes.
  mutating func add(_ expression: Expr) -> ClassID? { terms.add(expression, to: &graph) }

  /// The expressions at the roots of an extraction.
  func expressions(_ extraction: Extraction) -> [Expr] {
    var made: [Expr] = []
    for node in extraction.nodes { made.append(expression(node, made)) }
    return extraction.roots.map { made[$0] }
  }

  func expression(_ node: Extraction.Node, _ made: [Expr]) -> Expr {
    terms.expression(node.op, node.payload, node.weights, node.children.map { made[$0] }, graph)
  }
}

/// The classes of expressions in a graph, and the parts that are not looked into.
struct ExpressionTable {
  let vocabulary: ExpressionLanguage
  /// The parts that are not looked into.
  private(set) var leaves: [Expr] = []
  private var classes: [Expr: UInt32] = [:]
  private var functions: [Int: Function] = [:]
  /// If proofs are kept, the node that was made for an expression, and what the journal noted meanwhile.
  private var makings: [Expr: (node: UInt32, events: [UInt32])] = [:]

  init(_ vocabulary: ExpressionLanguage) {
    self.vocabulary = vocabulary
  }

  /// The class of a canonical expression; `nil` if the graph is full.
  mutating func add(_ expression: Expr, to graph: inout EGraph) -> ClassID? {
    var stack = [(expression, false)]
    while let (next, isReady) = stack.popLast() {
      if classes[next] != nil { continue }
      let parts = Self.parts(of: next)
      if isReady || parts.isEmpty {
        if graph.journal.isOn { graph.journal.events.removeAll() }
        let id = make(next, &graph)
        if id == none { return nil }
        classes[next] = id
        if graph.journal.isOn { noteMaking(of: next, graph) }
      } else {
        stack.append((next, true))
        for part in parts where classes[part] == nil { stack.append((part, false)) }
      }
    }
    return classes[expression].map { ClassID($0) }
  }

  /// Remembers how an expression was made: the last thing that was noted, if anything was, is its node.
  private mutating func noteMaking(of expression: Expr, _ graph: borrowing EGraph) {
    let events = (0..<graph.journal.events.count).map { graph.journal.events[$0] }
    makings[expression] = (outline(of: expression) == nil ? graph.lastNode : events.last ?? none, events)
  }

  /// The node that was made for an expression, and the class that it was given.
  func place(of expression: Expr) -> (node: UInt32, id: UInt32)? {
    guard let node = makings[expression]?.node, let id = classes[expression] else { return nil }
    return (node, id)
  }

  /// How an expression was made in the graph; `nil` if it is a leaf there.
  func making(of expression: Expr) -> TermMaking<Expr>? {
    guard let outline = outline(of: expression), let making = makings[expression] else { return nil }
    return TermMaking(outline: outline, events: making.events)
  }

  /// The parts of an expression that must be in the graph before it.
  private static func parts(of expression: Expr) -> [Expr] {
    switch expression.kind {
    case .sum, .product, .power: (0..<expression.childCount).map { expression.child($0) }
    case .call where looksInto(expression): (0..<expression.childCount).map { expression.child($0) }
    default: []
    }
  }

  static func looksInto(_ call: Expr) -> Bool {
    call.childCount > 0 && (call.function.map { ExpressionLanguage.looksInto($0) } ?? false)
  }

  private mutating func make(_ expression: Expr, _ graph: inout EGraph) -> UInt32 {
    switch expression.kind {
    case .integer, .rational:
      guard let value = expression.number?.asRational else { return makeLeaf(expression, &graph) }
      return graph.addConstant(value)
    case .sum: return makeSum(expression, &graph)
    case .product: return makeProduct(expression, &graph)
    case .power: return makePower(expression.child(0), expression.child(1), &graph)
    case .call where Self.looksInto(expression): return makeCall(expression, &graph)
    default: return makeLeaf(expression, &graph)
    }
  }

  private mutating func makeCall(_ call: Expr, _ graph: inout EGraph) -> UInt32 {
    guard let function = call.function else { return makeLeaf(call, &graph) }
    let op = graph.language.declare(function.name, arity: call.childCount)
    functions[op.index] = function
    let operands = (0..<call.childCount).map { ClassID(known(call.child($0))) }
    let made = graph.add(op, operands)?.raw ?? none
    if graph.journal.isOn {
      var inputs: [UInt32] = []
      for operand in operands { inputs += [operand.raw, graph.find(operand.raw), 0] }
      graph.journal.note(.call, inputs, made, graph.lastNode, op: op.code)
    }
    return made
  }

  private mutating func makeLeaf(_ expression: Expr, _ graph: inout EGraph) -> UInt32 {
    leaves.append(expression)
    return graph.addInline(vocabulary.leaf.code, 0, UInt32(leaves.count - 1))
  }

  private func known(_ expression: Expr) -> UInt32 { classes[expression] ?? none }

  /// A sum is stored as `[constant, term, coefficient, …]`.
  private func makeSum(_ sum: Expr, _ graph: inout EGraph) -> UInt32 {
    var terms = [WeightedChild(id: known(sum.child(0)), weight: .one)]
    for i in stride(from: 1, to: sum.childCount - 1, by: 2) {
      let coefficient = sum.child(i + 1)
      if let value = coefficient.number?.asRational {
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
  private func makeProduct(_ product: Expr, _ graph: inout EGraph) -> UInt32 {
    var factors = [WeightedChild(id: known(product.child(0)), weight: .one)]
    for i in stride(from: 1, to: product.childCount - 1, by: 2) {
      let exponent = product.child(i + 1)
      if let value = exponent.number?.asRational, product.child(i).function != .E {
        factors.append(WeightedChild(id: known(product.child(i)), weight: value))
      } else {
        let power = makePower(product.child(i), exponent, &graph)
        if power == none { return none }
        factors.append(WeightedChild(id: power, weight: .one))
      }
    }
    return graph.makeProduct(factors)
  }

  /// A power; one of the base E is a call of the exponential function.
  private func makePower(_ base: Expr, _ exponent: Expr, _ graph: inout EGraph) -> UInt32 {
    if base.kind == .call, base.function == .E, let op = graph.language.operator(named: "exp", arity: 1) {
      let inner = known(exponent)
      let made = graph.addInline(op.code, graph.find(inner), 0)
      if graph.journal.isOn {
        graph.journal.note(.call, [inner, graph.find(inner), 0], made, graph.lastNode, op: op.code)
      }
      return made
    }
    return graph.makePower(known(base), known(exponent))
  }

  /// The expression of a node with given children.
  func expression(
    _ op: Operator, _ payload: UInt64, _ weights: [UInt32], _ children: [Expr], _ graph: borrowing EGraph
  ) -> Expr {
    let arithmetic = vocabulary.arithmetic
    if op == arithmetic.number { return Expr(Self.number(graph.rationals[UInt32(payload)])) }
    if op == vocabulary.leaf { return leaves[Int(payload)] }
    if op == arithmetic.power { return Expr.power(children[0], children[1]) }
    if op == arithmetic.sum || op == arithmetic.product {
      var parts: [Expr] = []
      for (child, weight) in zip(children, weights) {
        let number = Expr(Self.number(graph.rationals[weight]))
        parts.append(op == arithmetic.sum ? number * child : Expr.power(child, number))
      }
      return op == arithmetic.sum ? Expr.sum(parts) : Expr.product(parts)
    }
    guard let function = function(of: op, graph.language) else { return Expr.product([]) }
    return Expr.call(function, children)
  }

  /// The function that an operator stands for.
  func function(of op: Operator, _ language: TermLanguage) -> Function? {
    functions[op.index] ?? FunctionTable.standard[language.name(of: op)]
  }

  static func number(_ value: Rational) -> Number {
    value.denominator.isOne ? .integer(value.numerator) : .rational(value)
  }
}
