import ApusNotation
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Foundation
import Testing

@Suite("MathJSON")
struct MathJSONTests {
  static let (x, y) = (Expr.symbol("x"), Expr.symbol("y"))

  static let rows: [(Expr, String)] = [
    (3, "3"), (Expr(1) / 2, #"["Rational",1,2]"#), (x, #""x""#), (.pi, #""Pi""#), (0.5, #"{"num":"0.5"}"#),
    (2 * x + 1, #"["Add",["Multiply",2,"x"],1]"#), (.sin(x), #"["Sin","x"]"#), (.exp(x), #"["Exp","x"]"#),
    (.i, #"["Complex",0,1]"#), (.symbol("Pi"), #"{"sym":"Pi"}"#),
    (.opaque(.add, [x, x]), #"{"fn":["Add","x","x"],"form":"structural"}"#),
    (.call(.undefined("f"), [x]), #"["f","x"]"#),
    (.call(.undefined("Sin"), [x]), #"{"fn":["Sin","x"],"form":"undefined"}"#),
  ]

  @Test("terms as MathJSON, and back", arguments: rows)
  func row(_ row: (Expr, String)) throws {
    #expect(try MathJSONWriter().text(of: row.0) == row.1)
    #expect(try MathJSONReader().expression(of: row.1) == row.0)
  }

  @Test("any term comes back the same, through text and through Codable", arguments: 0..<300)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let term = Self.term(&random, depth: 4)
    for e in [term, term.canonical()] {
      #expect(try MathJSONReader().expression(of: MathJSONWriter().text(of: e)) == e)
      let data = try JSONEncoder().encode(e)
      #expect(try JSONDecoder().decode(Expr.self, from: data) == e)
    }
  }

  private static func term(_ random: inout SplitMix64, depth: Int) -> Expr {
    if depth == 0 || Int.random(in: 0..<6, using: &random) == 0 {
      let leaves: [Expr] = [
        x, y, 2, -7, Expr(3) / 4, 0.25, .pi, .i, 1e300,
        Expr(Number(Integer("123456789012345678901234567890") ?? 0)),
      ]
      return leaves.randomElement(using: &random) ?? x
    }
    let (a, b) = (term(&random, depth: depth - 1), term(&random, depth: depth - 1))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .opaque(.add, [a, b, a])
    case 1: return .opaque(.multiply, [a, b])
    case 2: return .opaque(.divide, [a, b])
    case 3: return a + b
    case 4: return a * b
    case 5: return .opaque(.equal, [a, b])
    case 6: return .opaque(.list, [a, b])
    default: return .opaque(.sin, [a])
    }
  }

  @Test("what nests too deeply is refused") func depth() {
    withSmallStack {
      var e = Expr.symbol("x")
      for _ in 0..<100_000 { e = .call(.undefined("f"), [e]) }
      #expect(throws: Diagnostic.self) { try MathJSONWriter().text(of: e) }
      #expect(throws: (any Error).self) { try JSONEncoder().encode(e) }
      let text = String(repeating: #"["f","#, count: 100_000) + "1" + String(repeating: "]", count: 100_000)
      #expect(throws: Diagnostic.self) { try MathJSONReader().expression(of: text) }
    }
  }

  static let malformed = [
    "null", "[]", "[1]", #"{"num":"x"}"#, #"["Rational",1,0]"#, #"["Sin"]"#, #"{"fn":["Add"],"form":"odd"}"#,
    "[",
  ]

  @Test("JSON that is no expression is an error", arguments: malformed)
  func refusal(_ text: String) {
    #expect(throws: Diagnostic.self) { try MathJSONReader().expression(of: text) }
  }
}
