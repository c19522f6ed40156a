import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

/// Run under the thread sanitizer too: `swift test --sanitize=thread --filter ConcurrencyTests`.
@Suite("Concurrency")
struct ConcurrencyTests {
  @Test("tasks build on, read and drop shared terms at once, and agree") func sharedTerms() async {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    let shared = (0..<50).map { (x + Expr($0)) ** 3 * Expr.E ** (y * Expr($0)) }
    let hashes = await withTaskGroup(of: Hash128.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var total: Expr = 0
          for e in shared {
            total += e * e.substituting("x", with: y)
            total -= e.canonical()
          }
          var workspace = Workspace()
          return workspace.expr(workspace.insert(total)).hash128
        }
      }
      return await group.reduce(into: [Hash128]()) { $0.append($1) }
    }
    #expect(Set(hashes).count == 1)
  }
}
