import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Tables of cycles") struct CycleTableTests {
  @Test("a table is its text") func text() {
    #expect(CycleTable(text: CycleTable.standard.text) == .standard)
    #expect(CycleTable(text: "sin 12\ncos 7\n")?.cost(of: "cos") == 7)
    #expect(CycleTable(text: "sin 12\n")?.cost(of: "divide") == CycleTable.standard.cost(of: "divide"))
    #expect(CycleTable(text: "# of this machine\r\n\r\nsin 12\r\n")?.cost(of: "sin") == 12)
    for text in ["sin", "sin x", "sin 0", "sin 1 2", "sin -3", "sin 1000001"] {
      #expect(CycleTable(text: text) == nil)
    }
  }

  @Test("costs that no machine has do no harm") func extremes() throws {
    let input = try Expr(parsing: "sin(x)*exp(y)^3 + sin(x)")
    for cost in [Int.min, 0, Int.max] {
      let table = CycleTable(["sin": cost, "add": cost, "multiply": cost, "power": cost])
      let result = [input].saturated(by: .init(cost: .cycles, cycles: table))
      #expect(result.costs.after <= result.costs.before)
    }
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
