import ApusNumbers
import ApusTerms
import Testing

@Suite("Declared relations")
struct DeclaredRelationsTests {
  static let (x, n, k) = (Expr.symbol("x"), Expr.symbol("n"), Expr.symbol("k"))

  static func assuming(_ relations: Expr...) -> Facts? {
    relations.reduce(Optional(Facts())) { $0?.assuming($1) }
  }

  static func relation(_ function: Function, _ a: Expr, _ b: Expr) -> Expr { .opaque(function, [a, b]) }

  @Test("a bound other than zero is kept") func bounds() throws {
    let facts = try #require(Self.assuming(Self.relation(.greater, Self.x, 1)))
    let (above, below, far) = (2 * Self.x - 2, 1 - Self.x, Self.x - 2)
    #expect(facts.isPositive(Self.x - 1) == .true && facts.isPositive(above) == .true)
    #expect(facts.isNegative(below) == .true && facts.isNonzero(below) == .true)
    #expect(facts.isPositive(far) == .unknown && facts.isPositive(Self.x) == .true)
  }

  @Test("comparisons of symbols are kept, and make them real") func symbols() throws {
    let facts = try #require(Self.assuming(Self.relation(.greaterEqual, Self.n, Self.k)))
    let (difference, next) = (Self.n - Self.k, Self.n - Self.k + 1)
    #expect(facts.isReal(Self.n) == .true && facts.isNonnegative(difference) == .true)
    #expect(facts.isPositive(difference) == .unknown && facts.isPositive(next) == .true)
    #expect(facts.assuming(Self.relation(.less, Self.n, Self.k)) == nil)
  }

  @Test("one comparison follows from another and a sign") func chains() throws {
    let facts = try #require(
      Self.assuming(Self.relation(.greater, Self.n, Self.k), Self.relation(.greater, Self.k, 0)))
    #expect(facts.isPositive(Self.n) == .true)
  }

  @Test("parts of complex numbers are compared") func parts() throws {
    let part = Expr.call(.re, [Self.x])
    let facts = try #require(Self.assuming(Self.relation(.greater, part, 0)))
    #expect(facts.isPositive(part) == .true && facts.isReal(Self.x) == .unknown)
    #expect(Facts().isPositive(part) == .unknown)
  }

  @Test("what differs from zero is kept") func nonzero() throws {
    let facts = try #require(Self.assuming(Self.relation(.notEqual, Self.x, Self.k)))
    let difference = Self.k - Self.x
    #expect(facts.isNonzero(difference) == .true && facts.isReal(Self.x) == .unknown)
  }

  @Test("points are held against what is assumed") func points() throws {
    let facts = try #require(
      Self.assuming(Self.relation(.greater, Self.x, 1), Self.relation(.notEqual, Self.x, Self.k)))
    #expect(facts.allows(["x": 2, "k": 3]) && !facts.allows(["x": 1, "k": 3]))
    #expect(!facts.allows(["x": 2, "k": 2]) && Facts().allows(["x": 0]))
  }
}
