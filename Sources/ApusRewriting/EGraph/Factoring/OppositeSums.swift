import ApusNumbers

/// Sums of which others are the negatives, as the differences between bodies that attract one another.
///
/// Of two opposite sums one is computed, and products are written in it alone. Which one decides about the signs of the sums of
/// these products; one that has no positive term costs a change of sign, so that there should be few of them.
struct OppositeSums {
  /// A class and the sign with which it is the positive sum of its pair.
  private struct Member {
    var pair: Int
    var sign: Int
  }

  /// A term of a sum by its sign and the pairs that it has to an odd power, all as they stand.
  private struct Term {
    var sign: Int
    var pairs: [Int]
  }

  private var members: [UInt32: Member] = [:]
  /// The classes of each pair: the positive sum, the negative one.
  private var pairs: [(UInt32, UInt32)] = []
  /// Which one is computed.
  private var signs: [Int] = []

  /// No sums.
  init() {}

  /// The opposite sums of an extraction.
  ///
  /// - Complexity: linear in the size of the extraction, apart from a few passes over the pairs.
  init(_ graph: borrowing EGraph, _ extraction: Extraction, _ arithmetic: Arithmetic) {
    var found: [[UInt32]: (id: UInt32, sign: Int)] = [:]
    for node in extraction.nodes where node.op == arithmetic.sum && node.children.count > 1 {
      let id = graph.find(node.source)
      guard members[id] == nil, let (key, sign) = Self.key(node, extraction, graph) else { continue }
      guard let other = found[key] else {
        found[key] = (id, sign)
        continue
      }
      if other.sign == sign || other.id == id || members[other.id] != nil { continue }
      members[id] = Member(pair: pairs.count, sign: sign)
      members[other.id] = Member(pair: pairs.count, sign: other.sign)
      pairs.append(sign > 0 ? (id, other.id) : (other.id, id))
      signs.append(other.sign)
    }
    if !pairs.isEmpty { chooseSigns(graph, extraction, arithmetic) }
  }

  /// The class to compute instead of another one, and whether that is its negative.
  func chosen(for id: UInt32) -> (id: UInt32, isOpposite: Bool)? {
    guard let member = members[id] else { return nil }
    let sign = signs[member.pair]
    return (sign > 0 ? pairs[member.pair].0 : pairs[member.pair].1, sign != member.sign)
  }

  /// The children and coefficients of a sum or of its negative, that with a positive first coefficient, and which of them it is;
  /// `nil` if the negative is not in the graph, or one of the two has no positive term.
  private static func key(
    _ node: Extraction.Node, _ extraction: Extraction, _ graph: borrowing EGraph
  ) -> (key: [UInt32], sign: Int)? {
    let isNegative = node.weights.map { graph.rationals[$0].isNegative }
    guard isNegative.contains(true), isNegative.contains(false) else { return nil }
    let parts = zip(node.children, node.weights).map {
      (id: graph.find(extraction.nodes[$0].source), weight: $1)
    }.sorted { $0.id < $1.id }
    let sign = graph.rationals[parts[0].weight].isNegative ? -1 : 1
    var key: [UInt32] = []
    for part in parts {
      guard let weight = sign > 0 ? part.weight : graph.rationals.known(-graph.rationals[part.weight]) else {
        return nil
      }
      key += [part.id, weight]
    }
    return (key, sign)
  }

  // MARK: - Signs

  /// Exchanges the sums of single pairs as long as fewer sums are without a positive term.
  private mutating func chooseSigns(
    _ graph: borrowing EGraph, _ extraction: Extraction, _ arithmetic: Arithmetic
  ) {
    var sums: [[Term]] = []
    var sumsOfPair: [[Int]] = Array(repeating: [], count: pairs.count)
    for node in extraction.nodes where node.op == arithmetic.sum {
      let terms = zip(node.children, node.weights).map {
        term(extraction.nodes[$0], graph.rationals[$1], graph, arithmetic)
      }
      for pair in Set(terms.flatMap(\.pairs)).sorted() { sumsOfPair[pair].append(sums.count) }
      sums.append(terms)
    }
    func withoutPositive(_ pair: Int) -> Int {
      sumsOfPair[pair].count { sum in
        sums[sum].allSatisfy { term in term.pairs.reduce(term.sign) { $0 * signs[$1] } < 0 }
      }
    }
    for _ in 0..<4 {
      var isImproved = false
      for pair in pairs.indices {
        let before = withoutPositive(pair)
        if before == 0 { continue }
        signs[pair] = -signs[pair]
        if withoutPositive(pair) < before { isImproved = true } else { signs[pair] = -signs[pair] }
      }
      if !isImproved { return }
    }
  }

  private func term(
    _ addend: Extraction.Node, _ weight: Rational, _ graph: borrowing EGraph, _ arithmetic: Arithmetic
  ) -> Term {
    var term = Term(sign: weight.sign, pairs: [])
    let parts =
      addend.op == arithmetic.product
      ? graph.weightedChildren(graph.nodes[Int(addend.source)])
      : [WeightedChild(id: graph.find(addend.source), weight: .one)]
    for part in parts {
      guard let exponent = part.weight.smallInteger, !exponent.isMultiple(of: 2),
        let member = members[part.id]
      else { continue }
      term.sign *= member.sign
      term.pairs.append(member.pair)
    }
    return term
  }
}
