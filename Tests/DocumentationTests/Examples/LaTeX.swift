import Apus
import Testing

@Suite("Docs/LaTeX.md, from Swift")
struct LaTeX {
  @Test("LaTeX to Python") func python() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    let readings = try LaTeXReader().readings(of: #"E = \frac{1}{2} m v^2"#)
    print(readings[0].symbols.map(\.identifier))  // ["E", "m", "v"]

    let formulas = readings.map { Formula($0.expression, symbols: $0.symbols) }
    print(try NumPyWriter().text(of: formulas).text)
    // def E(m, v):
    //     return 1/2*m*v**2

    try printer.expectComments()
  }

  @Test("Formulas of a document") func document() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    var context = LaTeXDocumentContext()
    context.add("f(x) = x^2")
    let answer = try LaTeXReader(document: context).readings(of: "f(a + 1)")
    print(answer[0].assumptions)  // ["f is a function"]

    let items = DocumentScanner.items(of: "Let $x > 0$. It costs \\$5.", markup: .latex)
    print(items.count)  // 1

    try printer.expectComments()
  }
}
