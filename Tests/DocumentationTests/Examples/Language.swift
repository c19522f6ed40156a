import Apus
import Testing

@Suite("Docs/Language.md")
struct Language {
  @Test("reading text from Swift") func reading() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let reader = TextReader()
    let e = try reader.expression(of: "2x + 3x")
    print(e)  // 5*x
    print(try Expr(parsing: "f(x)*f(x)"))  // f(x)^2

    try printer.expectComments()
  }
}
