import Apus
import Testing

@Suite("Apus.docc")
struct LandingPage {
  @Test("expressions") func expressions() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let x = Expr.symbol("x")
    let e = sin(x ** 2) + x / 3
    print(e.derivative(in: "x"))  // 2*x*cos(x^2) + 1/3
    print(e.substituting("x", with: 0))  // 0

    try printer.expectComments()
  }

  @Test("a session") func session() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    var session = Session()
    _ = try session.evaluate("f(x) := x^2")
    print(try session.evaluate("f(y + 1)").text)  // (y + 1)^2
    print(try session.evaluate("assuming(real(x), diff(abs(x), x))").text)  // sign(x)

    try printer.expectComments()
  }

  @Test("a mistake") func mistake() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    do throws(Diagnostic) {
      _ = try Expr(parsing: "2*(x + 1")
    } catch {
      print(error.code)  // unclosed-paren
      print(error.help)  // ["2*(x + 1)"]
    }

    try printer.expectComments()
  }
}
