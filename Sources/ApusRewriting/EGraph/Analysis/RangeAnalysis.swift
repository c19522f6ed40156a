import ApusNumbers
import ApusTerms

/// Where the values of a class lie: its sign, whether it is real or an integer, and bounds.
struct ValueRange: Equatable {
  var properties: Property
  var lower: Rational?
  var upper: Rational?
  /// How often the bounds became narrower: after eight times they stay, so that every search for them ends.
  var refinements = 0

  init(_ properties: Property, lower: Rational? = nil, upper: Rational? = nil) {
    self.properties = properties.closed
    self.lower = lower
    self.upper = upper
    applyBounds()
  }

  /// What follows from the bounds, and for the bounds.
  private mutating func applyBounds() {
    if properties.contains(.nonnegative), lower.map({ $0 < .zero }) ?? true { lower = .zero }
    if properties.contains(.nonpositive), upper.map({ $0 > .zero }) ?? true { upper = .zero }
    if let lower, lower >= .zero { properties.insert(lower > .zero ? .positive : .nonnegative) }
    if let upper, upper <= .zero { properties.insert(upper < .zero ? .negative : .nonpositive) }
    properties = properties.closed
  }

  /// Both together; `nil` if no value is in both.
  func intersection(_ other: ValueRange) -> ValueRange? {
    var all = self
    all.properties = properties.union(other.properties).closed
    if refinements < 8 {
      if let bound = other.lower, all.lower.map({ $0 < bound }) ?? true { all.lower = bound }
      if let bound = other.upper, all.upper.map({ $0 > bound }) ?? true { all.upper = bound }
      all.applyBounds()
      if all.lower != lower || all.upper != upper { all.refinements += 1 }
    }
    if let low = all.lower, let high = all.upper, low > high { return nil }
    return all.properties.isContradictory ? nil : all
  }
}

extension Facts {
  /// The properties of an exact real number.
  static func properties(of number: Rational) -> Property {
    Facts().properties(of: Expr(number.denominator.isOne ? .integer(number.numerator) : .rational(number)))
  }
}

/// Signs and bounds of the classes of a graph of expressions.
///
/// Every node has a value wherever the terms have one that the graph began with, so what is divided by is not zero there.
final class RangeAnalysis: Analysis {
  private let arithmetic: Arithmetic
  /// The properties of the leaves, by payload.
  private var leafProperties: [Property] = []
  private let leaf: Operator
  private let facts: Facts
  private var functions: [Operator: Function?] = [:]
  /// The properties of the numbers that have been met, by their ids.
  private var numberProperties: [Property?] = []

  init(_ arithmetic: Arithmetic, leaf: Operator, assuming facts: Facts) {
    self.arithmetic = arithmetic
    self.leaf = leaf
    self.facts = facts
  }

  /// Takes in the leaves that are new.
  func read(_ leaves: [Expr]) {
    for leaf in leaves.dropFirst(leafProperties.count) { leafProperties.append(facts.properties(of: leaf)) }
  }

  func merged(_ a: ValueRange, _ b: ValueRange) -> ValueRange? { a.intersection(b) }

  func value(of node: NodeView, in graph: borrowing EGraph, children: [ValueRange?]) -> ValueRange? {
    if node.op == arithmetic.number {
      let number = graph.rationals[UInt32(node.payload)]
      return ValueRange(properties(ofNumber: UInt32(node.payload), graph), lower: number, upper: number)
    }
    if node.op == leaf {
      return known(Int(node.payload) < leafProperties.count ? leafProperties[Int(node.payload)] : [])
    }
    if node.op == arithmetic.sum { return sum(node, graph, children) }
    if node.op == arithmetic.product { return product(node, graph, children) }
    if node.op == arithmetic.power {
      return known(Facts.power(children[0]?.properties ?? [], children[1]?.properties ?? []))
    }
    return call(node, graph, children)
  }

  private func known(_ properties: Property) -> ValueRange? {
    properties.isEmpty ? nil : ValueRange(properties)
  }

  private func properties(ofNumber id: UInt32, _ graph: borrowing EGraph) -> Property {
    let missing = Int(id) + 1 - numberProperties.count
    if missing > 0 { numberProperties.append(contentsOf: repeatElement(nil, count: missing)) }
    if let known = numberProperties[Int(id)] { return known }
    let found = Facts.properties(of: graph.rationals[id])
    numberProperties[Int(id)] = found
    return found
  }

  private func sum(_ node: NodeView, _ graph: borrowing EGraph, _ children: [ValueRange?]) -> ValueRange? {
    var all = properties(ofNumber: RationalTable.id(ofInteger: 0), graph)
    var (lower, upper): (Rational?, Rational?) = (.zero, .zero)
    for (child, id) in zip(children, node.weights) {
      let weight = graph.rationals[id]
      all = Facts.sum(all, Facts.product(properties(ofNumber: id, graph), child?.properties ?? []))
      let (low, high) = weight.isNegative ? (child?.upper, child?.lower) : (child?.lower, child?.upper)
      lower = Self.adding(lower, low, weight)
      upper = Self.adding(upper, high, weight)
    }
    guard all.contains(.real) else { return known(all) }
    return ValueRange(all, lower: lower, upper: upper)
  }

  /// A bound plus a multiple of another, if it is short.
  private static func adding(_ bound: Rational?, _ other: Rational?, _ weight: Rational) -> Rational? {
    guard let bound, let other else { return nil }
    let sum = bound + other * weight
    return sum.numerator.bitWidthOfMagnitude + sum.denominator.bitWidthOfMagnitude <= 256 ? sum : nil
  }

  private func product(_ node: NodeView, _ graph: borrowing EGraph, _ children: [ValueRange?]) -> ValueRange?
  {
    var all = properties(ofNumber: RationalTable.id(ofInteger: 1), graph)
    for (child, id) in zip(children, node.weights) {
      let exponent = graph.rationals[id]
      var base = child?.properties ?? []
      if exponent.isNegative { base.insert(.nonzero) }
      all = Facts.product(all, exponent == .one ? base : Facts.power(base, properties(ofNumber: id, graph)))
    }
    return known(all)
  }

  private func call(_ node: NodeView, _ graph: borrowing EGraph, _ children: [ValueRange?]) -> ValueRange? {
    let name = graph.language.name(of: node.op)
    let function = functions[node.op] ?? FunctionTable.standard[name]
    functions[node.op] = .some(function)
    guard let function else { return nil }
    let properties = Facts.call(function, children.map { $0?.properties ?? [] })
    guard properties.contains(.real) else { return known(properties) }
    switch name {
    case "sin", "cos", "tanh", "erf": return ValueRange(properties, lower: -1, upper: 1)
    case "cosh": return ValueRange(properties, lower: 1)
    default: return known(properties)
    }
  }
}
