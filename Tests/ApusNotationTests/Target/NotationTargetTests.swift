import ApusNotation
import ApusTerms
import Testing

@Suite("Targets of conversion")
struct NotationTargetTests {
  @Test("every target writes a formula", arguments: NotationTarget.allCases)
  func writes(_ target: NotationTarget) throws {
    let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))
    let formula = Formula(
      .opaque(.equal, [y, .opaque(.add, [.opaque(.multiply, [2, x]), 1])]), symbols: [("x", "x")])
    let written = try target.write([formula])
    #expect(written.text.contains("x") && written.text.contains("2"))
    #expect(written.symbols.map(\.identifier) == ["x"])
    #expect(!target.summary.isEmpty)
  }

  @Test("terms 50,000 deep are written, or refused, on a small stack", arguments: NotationTarget.allCases)
  func deepTerms(_ target: NotationTarget) {
    let deep = (0..<25_000).reduce(Expr.symbol("x")) { inner, _ in
      .opaque(.divide, [1, .opaque(.add, [1, inner])])
    }
    let outcome: String = DeepStack.run(bytes: 512 << 10) {
      do throws(Diagnostic) { return try target.write([Formula(deep)]).text.isEmpty ? "" : "written" } catch {
        return error.code
      }
    }
    #expect(outcome == (target == .mathjson ? "too-deep" : "written"))
  }

  @Test("MathJSON of what was written is plain") func plainMathJSON() throws {
    let sum = Expr.opaque(.add, [.symbol("x"), .opaque(.divide, [1, 2])])
    #expect(try NotationTarget.mathjson.write([Formula(sum)]).text == #"["Add","x",["Divide",1,2]]"#)
  }
}
