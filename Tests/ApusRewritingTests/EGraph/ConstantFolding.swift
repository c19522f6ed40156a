import ApusNumbers

@testable import ApusRewriting

/// Which number a class is, in languages with `+`, `-`, `*` and `/`: exact, so that two different numbers are a contradiction.
struct ConstantFolding: Analysis {
  func value(of node: NodeView, in graph: borrowing EGraph, children: [Rational?]) -> Rational? {
    if node.op == graph.language.number { return Rational(Int(Int64(bitPattern: node.payload))) }
    guard children.count == 2, let a = children[0], let b = children[1] else { return nil }
    switch graph.language.name(of: node.op) {
    case "+": return a + b
    case "-": return a - b
    case "*": return a * b
    case "/": return a.dividing(by: b)
    default: return nil
    }
  }

  func merged(_ a: Rational, _ b: Rational) -> Rational? { a == b ? a : nil }

  func term(for value: Rational) -> NodePattern? { value.smallInteger.map { .number($0) } }
}
