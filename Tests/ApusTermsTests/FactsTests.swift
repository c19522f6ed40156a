import ApusNumbers
import ApusTerms
import Testing

@Suite("Facts")
struct FactsTests {
  static let x = Expr.symbol("x")
  static let n = Expr.symbol("n")

  static func facts(_ property: Property, of symbol: Symbol = "x") -> Facts {
    Facts().assuming(symbol, property) ?? Facts()
  }

  @Test("symbols are complex unless told otherwise") func complexByDefault() {
    #expect(Facts().isReal(Self.x) == .unknown)
    let square = Self.x ** 2
    #expect(Facts().isNonnegative(square) == .unknown)
  }

  /// What is assumed of x, a term, and the answer to whether it is positive.
  static let positive: [(Property, Expr, Truth)] = [
    (.real, x ** 2, .unknown), (.real, x ** 2 + 1, .true), ([.real, .nonzero], x ** 2, .true),
    (.positive, x ** 3 + x, .true), (.positive, -x, .false), (.negative, x ** 2, .true),
    (.negative, x ** 3, .false), (.real, Expr.E ** x, .true), (.positive, x ** (Expr(1) / 2), .true),
    (.real, .call(.abs, [x]) + 1, .true), ([], .call(.abs, [x]) + 1, .true), (.real, x, .unknown),
    (.positive, 1 / x, .true), (.real, -(x ** 2) - 1, .false), (.imaginary, x ** 2, .unknown),
  ]

  @Test("signs follow from those of parts", arguments: positive)
  func signs(_ row: (Property, Expr, Truth)) {
    #expect(Self.facts(row.0).isPositive(row.1) == row.2, "\(row.1.debugDescription)")
  }

  @Test("integers are closed under sums, products and natural powers") func integers() {
    let facts = Self.facts(.integer, of: "n")
    let (polynomial, reciprocal) = (3 * Self.n ** 2 - Self.n + 1, Self.n ** -1)
    #expect(facts.isInteger(polynomial) == .true)
    #expect(facts.isInteger(Self.n / 2) == .unknown)
    #expect(facts.isInteger(reciprocal) == .unknown)
    #expect(facts.properties(of: 2 * Self.n + 1).contains(.odd))
    #expect(facts.isNonzero(2 * Self.n + 1) == .true)
    let naturals = Self.facts([.positive, .integer], of: "n")
    #expect(naturals.isInteger(Self.n ** 2 + 1) == .true)
    #expect(naturals.isPositive(Self.n ** 2 + 1) == .true)
    #expect(naturals.isInteger(Self.n ** -2) == .unknown)
  }

  @Test("contradictions are refused, and facts do not leak") func contradictions() {
    let facts = Self.facts(.positive)
    #expect(facts.assuming("x", .nonpositive) == nil)
    #expect(facts.isPositive(Self.x) == .true)
    #expect(Facts().isPositive(Self.x) == .unknown)
  }

  @Test("relations are assumptions") func relations() {
    let facts = Facts().assuming(.call(.greater, [Self.x, 3]))
    #expect(facts?.isPositive(Self.x) == .true)
    #expect(Facts().assuming(.call(.less, [0, Self.x]))?.isPositive(Self.x) == .true)
    #expect(Facts().assuming(.call(.lessEqual, [Self.x, 0]))?.isNonpositive(Self.x) == .true)
    #expect(Facts().assuming(.call(.less, [Self.x, .i])) == nil)
  }
}
