import ApusTerms
import Testing

@Suite("Substitution")
struct SubstitutionTests {
  static let (x, y, k) = (Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("k"))
  static let (a, n) = (Expr.symbol("a"), Expr.symbol("n"))

  @Test("replacement is simultaneous") func simultaneous() {
    let e = Self.x ** 2 + 3 * Self.y
    expectSame(e.substituting([Self.x: Self.y, Self.y: Self.x]), Self.y ** 2 + 3 * Self.x)
  }

  @Test("the result is canonical") func canonical() {
    expectSame((Self.x + Self.y).substituting("x", with: -Self.y), 0)
    expectSame((Self.x * Self.y).substituting("x", with: 1 / Self.y), 1)
    expectSame((2 * Self.x + 1).substituting("x", with: 3), 7)
    expectSame((Self.x ** Self.a).substituting("a", with: 2), Self.x ** 2)
  }

  @Test("a subterm can be replaced") func subterm() {
    let e = Expr.call(.log, [Self.x + 1]) ** 2
    expectSame(e.substituting([.call(.log, [Self.x + 1]): Self.y]), Self.y ** 2)
  }

  @Test("a bound variable is not replaced") func bound() {
    let sum = Expr.call(.sum, [Self.k * Self.x, Self.k, 1, Self.n])
    #expect(sum.substituting("k", with: 5) == sum)
    #expect(sum.substituting("n", with: Self.k).freeSymbols == ["k", "x"])
  }

  @Test("a replacement is not captured") func capture() {
    let sum = Expr.call(.sum, [Self.k * Self.x, Self.k, 1, Self.n])
    let result = sum.substituting("x", with: Self.k)
    let fresh = Expr.symbol("k_1")
    expectSame(result, .call(.sum, [fresh * Self.k, fresh, 1, Self.n]))
    #expect(result.freeSymbols == ["k", "n"])
  }

  @Test("the variable of a derivative or of an indefinite integral is not overwritten by a value")
  func derivative() {
    let f = Function.undefined("f")
    let derivative = Expr.call(.derivative, [.call(f, [Self.x]), Self.x, 1])
    expectSame(derivative.substituting("x", with: 2), .call(.at, [derivative, Self.x, 2]))
    expectSame(
      derivative.substituting("x", with: Self.y), .call(.derivative, [.call(f, [Self.y]), Self.y, 1]))
    let integral = Expr.call(.integral, [.call(f, [Self.x]), Self.x])
    expectSame(integral.substituting("x", with: 2), .call(.at, [integral, Self.x, 2]))
  }
}
