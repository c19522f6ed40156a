import Apus
import ApusRewriting
import ApusTerms
import Testing

/// The mean of a random quantity.
final class Mean: Term {
  let quantity: Expr
  let distribution: String

  init(_ quantity: Expr, over distribution: String) {
    self.quantity = quantity
    self.distribution = distribution
  }

  var head: Function { .undefined("mean") }
  var arguments: [Expr] { [quantity] }
  var contentHash: Hash128 { Hash128(text: distribution, seed: 1) }
  func makeTerm(head: Function, arguments: [Expr]) -> Expr {
    Expr(Mean(arguments[0], over: distribution))
  }
}

@Suite("Docs/OwnTypes.md")
struct OwnTypes {
  @Test("a type of a user in simplification and rules") func participation() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let t = Expr.symbol("t")
    let mean = Expr(Mean(sin(t) ** 2 + cos(t) ** 2 + t, over: "normal"))
    let simpler = mean.simplified()
    print(TextWriter().text(of: simpler))  // mean(t + 1)
    print((simpler.term as? Mean)?.distribution ?? "lost")  // normal

    let (u, v) = (Expr.symbol("u"), Expr.symbol("v"))
    let factored = (u * simpler + v * simpler).simplified(by: .saturation)
    print(TextWriter().text(of: factored))  // mean(t + 1)*(u + v)

    let a = Expr.symbol("a")
    let (square, first) = (Expr.call(.undefined("mean"), [a ** 2]), Expr.call(.undefined("mean"), [a]))
    let variance = rule("variance", square - first ** 2, .call(.undefined("variance"), [a]))
    let moments = Expr(Mean(t ** 2, over: "normal")) - Expr(Mean(t, over: "normal")) ** 2
    print(variance.applied(to: moments).map { TextWriter().text(of: $0) } ?? "no match")  // variance(t)

    try printer.expectComments()
  }
}
