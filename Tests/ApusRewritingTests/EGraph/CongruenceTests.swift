import ApusTestSupport
import Testing

@testable import ApusRewriting

@Suite("Congruence closure") struct CongruenceTests {
  @Test("equal children make equal nodes") func congruence() throws {
    var language = TermLanguage()
    let f = language.declare("f", arity: 1)
    let g = language.declare("g", arity: 3)
    var graph = EGraph(language)
    let x = try unwrapped(graph.add(symbol: "x"))
    let y = try unwrapped(graph.add(symbol: "y"))
    let fx = try unwrapped(graph.add(f, [x]))
    let fy = try unwrapped(graph.add(f, [y]))
    let gx = try unwrapped(graph.add(g, [x, fx, y]))
    let gy = try unwrapped(graph.add(g, [y, fy, y]))
    let before = graph.areEqual(fx, fy)
    #expect(!before)
    graph.union(x, y)
    graph.rebuild()
    let after = graph.areEqual(fx, fy)
    let wide = graph.areEqual(gx, gy)
    #expect(after)
    #expect(wide)
    #expect(graph.nodeCount == 4)
    let broken = graph.brokenInvariants()
    #expect(broken == [])
  }

  @Test("random unions give the classes of a naive closure", arguments: 0..<200)
  func random(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var language = TermLanguage()
    let ops = [
      language.declare("c", arity: 0), language.declare("f", arity: 1), language.declare("g", arity: 2),
      language.declare("h", arity: 3),
    ]
    var graph = EGraph(language)
    var rows: [(op: Int, children: [Int])] = []
    var ids: [ClassID] = []
    for i in 0..<60 {
      let arity = i < 3 ? 0 : Int.random(in: 1...3, using: &random)
      let children = (0..<arity).map { _ in Int.random(in: 0..<i, using: &random) }
      let id = arity == 0 ? graph.add(symbol: "x\(i)") : graph.add(ops[arity], children.map { ids[$0] })
      ids.append(try unwrapped(id))
      rows.append((arity == 0 ? -1 - i : arity, children))
    }
    var naive = NaiveClosure(rows: rows)
    for round in 0..<3 {
      for _ in 0..<3 {
        let a = Int.random(in: 0..<60, using: &random)
        let b = Int.random(in: 0..<60, using: &random)
        graph.union(ids[a], ids[b])
        naive.union(a, b)
      }
      graph.rebuild()
      naive.close()
      let broken = graph.brokenInvariants()
      #expect(broken == [], "round \(round)")
      for a in 0..<60 {
        for b in 0..<a {
          let isEqual = graph.areEqual(ids[a], ids[b])
          #expect(isEqual == (naive.label[a] == naive.label[b]))
        }
      }
    }
  }
}

/// Labels by class, merged until no two rows with equal children differ.
private struct NaiveClosure {
  let rows: [(op: Int, children: [Int])]
  var label: [Int]

  init(rows: [(op: Int, children: [Int])]) {
    self.rows = rows
    label = Array(rows.indices)
    close()
  }

  mutating func union(_ a: Int, _ b: Int) {
    let (from, to) = (label[a], label[b])
    for i in label.indices where label[i] == from { label[i] = to }
  }

  mutating func close() {
    var changed = true
    while changed {
      changed = false
      for i in rows.indices {
        for j in 0..<i where label[i] != label[j] && rows[i].op == rows[j].op {
          if rows[i].children.map({ label[$0] }) == rows[j].children.map({ label[$0] }) {
            union(i, j)
            changed = true
          }
        }
      }
    }
  }
}
