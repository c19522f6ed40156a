import Apus
import ApusNumbers
import ApusTerms
import Testing

extension Function {
  /// The Gudermannian function.
  static let gudermannian = Function(
    "gd", aliases: ["gudermannian"], parameters: ["x": .real],
    summary: "the Gudermannian function atan(sinh(x)), which relates circular and hyperbolic functions",
    notation: FunctionNotation(
      latex: "\\operatorname{gd}", sympy: "atan(sinh(#1))", numpy: "np.arctan(np.sinh(#1))",
      math: "math.atan(math.sinh(#1))", c: "atan(sinh(#1))"),
    partials: { [.sech($0[0])] },
    value: { $0[0].isZero ? 0 : nil },
    laws: FunctionLaws(symmetry: .odd, realDomain: .all),
    kernels: Kernels(
      ball: { arguments, precision in
        .atan(.sinh(arguments[0], precision: precision), precision: precision)
      }),
    example: ("diff(gd(x), x)", "sech(x)"), source: "DLMF 4.23.39")
}

@Suite("Docs/AddingAFunction.md")
struct AddingAFunction {
  @Test("a table with one more function") func table() throws {
    let printer = ExamplePrinter()
    let print = printer.print

    var functions = FunctionTable.standard
    functions.insert(.gudermannian)

    var session = Session(functions: functions)
    print(try session.evaluate("gd(0)").text)  // 0
    print(try session.evaluate("diff(gd(x^2), x)").text)  // 2*x*sech(x^2)
    print(try session.evaluate("?gd").text)
    // gd(x)   the Gudermannian function atan(sinh(x)), which relates circular and hyperbolic functions
    // also: gudermannian
    // example: diff(gd(x), x) gives sech(x)
    // source: DLMF 4.23.39

    try printer.expectComments()
  }
}
