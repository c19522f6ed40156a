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
}
