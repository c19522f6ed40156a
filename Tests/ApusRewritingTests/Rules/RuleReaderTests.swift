import ApusNotation
import ApusRewriting
import ApusTerms
import Testing

@Suite("Rule files") struct RuleReaderTests {
  static let file = """
    # identities
    set trigonometry
    pythagoras:   sin(x)^2 + cos(x)^2 -> 1                from DLMF 4.21.12   # the circle
    sine-double:  2*sin(x)*cos(x) <-> sin(2*x)            from Fungrim 1b11be
    set powers
    collect:      a?*x + b?*x -> (a + b)*x   where a: number,
                  b: number                               from distributivity
    combine:      x^a * x^b -> x^(a + b)     unless x = 0  from DLMF 4.8.14
    log-of-exp:   log(exp(x)) -> x           where -pi < im(x) <= pi, x free of x from Fungrim 987e3c
    maximum:      max(x, xs...) -> x         where x: positive from derived: nothing
    """

  @Test("sets, names, sides, clauses and sources") func reading() throws {
    let sets = try RuleReader().ruleSets(in: Self.file)
    #expect(sets.map(\.name) == ["trigonometry", "powers"])
    #expect(
      sets.flatMap(\.rules).map(\.name) == [
        "pythagoras", "sine-double", "collect", "combine", "log-of-exp", "maximum",
      ])
    let collect = try #require(sets[1]["collect"])
    #expect(collect.requirements == [.form("a", .number), .form("b", .number)])
    #expect(collect.source == "distributivity" && !collect.isReversible)
    #expect(
      collect.pattern.variables.map(\.role) == [.optional, .single, .optional]
        || collect.pattern.variables.count == 3)
    #expect(sets[0]["sine-double"]?.isReversible == true)
    let x = Expr.symbol("x")
    #expect(sets[1]["combine"]?.exceptions == [.relation(.call(.equal, [x, 0]))])
    #expect(sets[1]["log-of-exp"]?.requirements.count == 2)
    #expect(sets[1]["maximum"]?.pattern.variables.contains { $0.role == .run } == true)
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("a: x + 0 -> x", "missing-source", "a"), ("a x -> x from y", "rule-syntax", "a x -> x from y"),
      ("a: x from y", "rule-syntax", "a: x from y"), ("a: x + -> x from y", "missing-operand", "+"),
      ("a: x + 1 -> y from z", "unbound-variable", "y"),
      ("a: sin(x) -> x where x: small from z", "unknown-condition", "x: small"),
      ("a: sin(x) -> x from y\na: cos(x) -> x from y", "duplicate-rule", "a: cos(x) -> x from y"),
    ])
  func mistakes(_ text: String, _ code: String, _ place: String) {
    let mistake = #expect(throws: Diagnostic.self) { try RuleReader().ruleSets(in: text) }
    #expect(mistake?.code == code)
    #expect(mistake?.range.map { SourceText(text).text($0) } == place)
  }

  @Test("any prefix of a file is read or refused") func truncation() {
    let bytes = Array(Self.file.utf8)
    for end in bytes.indices {
      _ = try? RuleReader().ruleSets(in: String(decoding: bytes[..<end], as: UTF8.self))
    }
  }
}
