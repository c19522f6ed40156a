import Apus
import Testing

@Suite("README.md")
struct Readme {
  @Test("from Swift") func library() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let x = Expr.symbol("x")
    let e = sin(x) ** 2 + x / 3
    print(e.derivative(in: "x"))  // 2*cos(x)*sin(x) + 1/3
    print(e.substituting("x", with: .pi))  // pi/3

    try printer.expectComments()
  }
}
