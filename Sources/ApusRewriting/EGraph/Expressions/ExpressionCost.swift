import ApusNumbers

/// What an expression costs, for choosing among equal ones.
public enum ExpressionCost: String, Sendable, Hashable, CaseIterable {
  /// The length of the written expression: ten for each symbol, number, operation and call.
  case size
  /// The number of operations, equal parts computed once.
  case operations
  /// The time of a machine-number evaluation in eighths of a cycle, equal parts computed once.
  ///
  /// A ``CycleTable`` says what operations cost.
  case cycles

  /// How terms are chosen under this cost.
  var method: ExtractionMethod { self == .size ? .tree : .graph }
}

/// The costs of the nodes of a graph of expressions.
struct ExpressionNodeCost: RecordCost {
  let kind: ExpressionCost
  private let arithmetic: Arithmetic
  private let table: CycleTable
  private let numberCost: Int
  private let leafCost: Int
  /// Costs of an addition, a multiplication by a number, a change of sign, a multiplication, a division.
  private let add, scale, negate, multiply, divide: Int
  private let squareRoot, cubeRoot, power: Int

  init(_ kind: ExpressionCost, _ arithmetic: Arithmetic, _ table: CycleTable = .standard) {
    self.kind = kind
    self.table = table
    self.arithmetic = arithmetic
    switch kind {
    case .size:
      (numberCost, leafCost) = (10, 10)
      (add, scale, negate, multiply, divide) = (10, 20, 5, 10, 10)
      (squareRoot, cubeRoot, power) = (10, 20, 20)
    case .operations:
      (numberCost, leafCost) = (0, 0)
      (add, scale, negate, multiply, divide) = (10, 10, 1, 10, 10)
      (squareRoot, cubeRoot, power) = (10, 10, 10)
    case .cycles:
      (numberCost, leafCost) = (0, 0)
      (add, scale, negate) = (table.cost(of: "add"), table.cost(of: "multiply"), table.cost(of: "negate"))
      (multiply, divide) = (table.cost(of: "multiply"), table.cost(of: "divide"))
      (squareRoot, cubeRoot) = (table.cost(of: "sqrt"), table.cost(of: "cbrt"))
      power = table.cost(of: "power")
    }
  }

  func cost(of node: NodeView, in graph: borrowing EGraph) -> Int {
    if node.op == arithmetic.sum { return sum(node.children.lazy.map(\.raw), node.weights, graph) }
    if node.op == arithmetic.product { return product(node.weights, graph) }
    return cost(of: node.op, isLeaf: node.children.isEmpty, graph)
  }

  func cost(of record: NodeRecord, in graph: borrowing EGraph) -> Int {
    let op = Operator(code: record.op)
    if op == arithmetic.sum { return sum(graph.operands(record), graph.weights(record), graph) }
    if op == arithmetic.product { return product(graph.weights(record), graph) }
    return cost(of: op, isLeaf: graph.operands(record).underestimatedCount == 0, graph)
  }

  /// The cost of what is no sum or product.
  private func cost(of op: Operator, isLeaf: Bool, _ graph: borrowing EGraph) -> Int {
    if op == arithmetic.power { return kind == .size ? 10 : power }
    if op == arithmetic.number { return numberCost }
    if isLeaf { return leafCost }
    if kind != .cycles { return 10 }
    return table.cost(of: graph.language.name(of: op))
  }

  private func sum(
    _ children: some Sequence<UInt32>, _ weights: some Sequence<UInt32>, _ graph: borrowing EGraph
  ) -> Int {
    var total = -add
    var hasPositive = false
    for (child, weight) in zip(children, weights) {
      total += add
      let isOne = weight == RationalTable.one
      if isOne || !graph.rationals[weight].isNegative { hasPositive = true }
      if isOne || weight == RationalTable.minusOne || graph.isConstant(child) { continue }
      total += scale
    }
    return hasPositive ? total : total + negate
  }

  private func product(_ weights: some Sequence<UInt32>, _ graph: borrowing EGraph) -> Int {
    var above = 0
    var below = 0
    var total = 0
    for weight in weights {
      if weight == RationalTable.one {
        above += 1
        continue
      }
      let exponent = graph.rationals[weight]
      if exponent.isNegative { below += 1 } else { above += 1 }
      total += self.power(exponent.isNegative ? -exponent : exponent)
    }
    total += multiply * (max(above - 1, 0) + max(below - 1, 0))
    return below > 0 ? total + divide : total
  }

  /// The cost of a positive rational power.
  private func power(_ exponent: Rational) -> Int {
    if exponent == 1 { return 0 }
    if kind == .size { return 20 }
    guard let numerator = exponent.numerator.asInt, let denominator = exponent.denominator.asInt,
      numerator <= 1 << 20, denominator <= 3
    else { return power }
    let chain = numerator.bitWidth - numerator.leadingZeroBitCount - 1 + numerator.nonzeroBitCount - 1
    let root = denominator == 1 ? 0 : denominator == 2 ? squareRoot : cubeRoot
    return min(power, chain * multiply) + root
  }
}
