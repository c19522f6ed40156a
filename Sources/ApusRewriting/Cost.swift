import ApusNumbers
import ApusTerms

/// What a term costs, as a tree; a smaller term is a simpler one.
///
/// A symbol, a number, an operation and a call count ten each, a sign five, a long number two more for each further digit.
public struct Cost: Sendable, Hashable {
  /// The size of the written expression.
  public static let size = Cost()

  /// The cost of a node from the costs of its children, saturating.
  func cost(of term: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Int]) -> Int {
    if term.isInline { return Self.number(.integer(Integer(term.smallValue(workspace)))) }
    func child(_ i: Int) -> Int {
      let child = workspace.child(term, i)
      return child.isInline ? Self.number(workspace.number(child)) : known[child.index]
    }
    switch workspace.kind(term) {
    case .integer, .rational, .complex, .real, .bigReal: return Self.number(workspace.number(term))
    case .symbol: return 10
    case .sum, .product: return runs(of: term, workspace, child)
    case .power:
      // A reciprocal is one division.
      if workspace.isInteger(workspace.child(term, 1), -1) { return child(0).adding(20) }
      return child(0).adding(child(1)).adding(10)
    case .call, .ext:
      var total = 10
      for i in 0..<workspace.count(term) { total = total.adding(child(i)) }
      return total
    }
  }

  private func runs(
    of term: Workspace.Ref, _ workspace: borrowing Workspace, _ child: (Int) -> Int
  ) -> Int {
    let count = workspace.count(term) >> 1
    let isSum = workspace.kind(term) == .sum
    let constant = workspace.child(term, 0)
    var total = 10 * (count - 1)
    if !workspace.isInteger(constant, isSum ? 0 : 1) {
      total = total.adding(workspace.isInteger(constant, -1) && !isSum ? 5 : child(0).adding(10))
    }
    for i in 0..<count {
      total = total.adding(child(2 * i + 1))
      let weight = workspace.child(term, 2 * i + 2)
      if workspace.isInteger(weight, 1) { continue }
      if workspace.isInteger(weight, -1) {
        total = total.adding(isSum ? 1 : 10)
      } else {
        // One more for x^a beside x: a power of one base is simpler than a product of two.
        let isSymbolic = !isSum && !workspace.kind(weight).isNumber
        total = total.adding(child(2 * i + 2)).adding(isSymbolic ? 11 : 10)
      }
    }
    return total
  }

  private static func number(_ number: Number) -> Int {
    switch number {
    case .integer(let value): return 8 + 2 * min(value.digitCount, 1 << 20) + (value.isNegative ? 5 : 0)
    case .rational(let value):
      return 18 + 2 * min(value.numerator.digitCount + value.denominator.digitCount, 1 << 20)
    case .complex: return 30
    case .double, .bigFloat: return 12
    }
  }
}

extension Int {
  /// The sum, at most a quarter of the range.
  fileprivate func adding(_ other: Int) -> Int { Swift.min(self + other, .max / 4) }
}

extension Workspace.Ref {
  fileprivate func smallValue(_ workspace: borrowing Workspace) -> Int { workspace.smallInteger(self) ?? 0 }
}
