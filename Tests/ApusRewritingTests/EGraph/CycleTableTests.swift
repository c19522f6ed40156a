import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Tables of cycles") struct CycleTableTests {
  @Test("a table is its text") func text() {
    #expect(CycleTable(text: CycleTable.standard.text) == .standard)
    #expect(CycleTable(text: "sin 12\ncos 7\n")?.cost(of: "cos") == 7)
    #expect(CycleTable(text: "sin 12\n")?.cost(of: "divide") == CycleTable.standard.cost(of: "divide"))
    for text in ["sin", "sin x", "sin 0", "sin 1 2", "sin -3"] { #expect(CycleTable(text: text) == nil) }
  }

  @Test("the table decides what is cheapest") func choice() throws {
    let input = try Expr(parsing: "sin(x)/cos(x)")
    let tangent = try Expr(parsing: "tan(x)")
    let cheap = [input].saturated(by: .init(cost: .cycles))
    #expect(cheap.expressions == [tangent])
    let dear = [input].saturated(by: .init(cost: .cycles, cycles: CycleTable(["tan": 10_000])))
    #expect(dear.expressions == [input])
  }
}
