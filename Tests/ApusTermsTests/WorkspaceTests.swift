import ApusNumbers
import ApusTestSupport
import Testing

@testable import ApusTerms

@Suite("Workspace")
struct WorkspaceTests {
  static let x = Expr.symbol("x")
  static let y = Expr.symbol("y")

  @Test("equal terms are one node, and children come before parents") func hashConsing() {
    var workspace = Workspace(capacity: 1)
    let e = (Self.x + 1) ** 3 * Self.y + (Self.x + 1)
    let first = workspace.insert(e)
    let count = workspace.count
    #expect(workspace.insert(e) == first)
    #expect(workspace.count == count)
    for index in 0..<workspace.count {
      let ref = workspace.ref(at: index)
      for i in 0..<workspace.count(ref) {
        let child = workspace.child(ref, i)
        #expect(child.isInline || child.index < index)
      }
    }
  }

  @Test("terms survive the way in and out", arguments: 0..<200) func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let e = randomExpr(&random, depth: 6)
    var workspace = Workspace(capacity: 1)
    let ref = workspace.insert(e)
    #expect(workspace.hash(ref) == e.hash128.low)
    let back = workspace.expr(ref)
    #expect(back == e)
    #expect(back.flags == e.flags)
    #expect(back.treeSize == e.treeSize)
  }

  @Test("both stores make the same terms", arguments: 0..<200) func storesAgree(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (a, b) = (randomExpr(&random, depth: 5), randomExpr(&random, depth: 5))
    var workspace = Workspace()
    let (p, q) = (workspace.insert(a), workspace.insert(b))
    let sum = workspace.added(p, q)
    let product = workspace.multiplied(p, q)
    let power = workspace.power(p, q)
    expectSame(workspace.expr(sum), a + b)
    expectSame(workspace.expr(product), a * b)
    expectSame(workspace.expr(power), a ** b)
  }

  @Test("rolling back forgets, and what is made again is the same") func rollback() {
    var workspace = Workspace(capacity: 1)
    let x = workspace.insert(Self.x)
    let mark = workspace.mark()
    var made: [Workspace.Ref] = []
    for i in 2..<2000 { made.append(workspace.power(x, workspace.makeInteger(i))) }
    workspace.rollback(to: mark)
    #expect(workspace.count == 1)
    #expect(workspace.insert(Self.x) == x)
    for i in 2..<2000 { #expect(workspace.power(x, workspace.makeInteger(i)) == made[i - 2]) }
  }

  @Test("compacting keeps the roots and nothing else") func compact() {
    var workspace = Workspace()
    let e = (Self.x + Self.y) ** 2 + Expr(Integer("123456789012345678901234567890") ?? 0)
    for i in 2..<500 { _ = workspace.insert(Self.y ** Expr(i)) }
    var roots = [workspace.insert(e), workspace.makeInteger(7)]
    workspace.compact(roots: &roots)
    #expect(workspace.expr(roots[0]) == e)
    #expect(workspace.expr(roots[1]) == 7)
    var fresh = Workspace()
    _ = fresh.insert(e)
    #expect(workspace.count == fresh.count)
  }
}

extension Expr {
  init(_ integer: Integer) { self.init(Number.integer(integer)) }
}

/// A random canonical expression over x, y, z with small exact numbers and a few functions.
func randomExpr(_ random: inout SplitMix64, depth: Int) -> Expr {
  if depth == 0 || Int.random(in: 0..<6, using: &random) == 0 { return randomLeaf(&random) }
  let a = randomExpr(&random, depth: depth - 1)
  switch Int.random(in: 0..<7, using: &random) {
  case 0, 1: return a + randomExpr(&random, depth: depth - 1)
  case 2, 3: return a * randomExpr(&random, depth: depth - 1)
  case 4: return a ** Expr(Int.random(in: -3...3, using: &random))
  case 5: return a ** (Expr(Int.random(in: 1...5, using: &random)) / 2)
  default:
    let functions: [Function] = [.exp, .log, .abs]
    return .call(functions.randomElement(using: &random) ?? .exp, [a])
  }
}

private func randomLeaf(_ random: inout SplitMix64) -> Expr {
  switch Int.random(in: 0..<6, using: &random) {
  case 0: Expr(Int.random(in: -9...9, using: &random))
  case 1: Expr(Int.random(in: -9...9, using: &random)) / Expr(Int.random(in: 1...9, using: &random))
  case 2: .symbol("y")
  case 3: .symbol("z")
  default: .symbol("x")
  }
}
