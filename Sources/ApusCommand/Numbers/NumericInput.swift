import Apus
import ApusNotation
import ApusNumerics
import ApusTerms

/// Expressions of the command line for numeric work.
enum NumericInput {
  /// The expressions that the inputs give, evaluated in order, so that definitions hold for those behind them.
  ///
  /// - Parameter current: the input at hand, in which a mistake has its place.
  /// - Throws: a `Diagnostic` for a mistake, and for an answer that is no expression.
  static func expressions(_ inputs: [String], current: inout String) throws(Diagnostic) -> [Expr] {
    try named(inputs, current: &current).map(\.expression)
  }

  /// The same with names: the inputs as they were written, numbered from 1 where they give several expressions.
  static func named(
    _ inputs: [String], current: inout String
  ) throws(Diagnostic) -> [(name: String, expression: Expr)] {
    var session = Session()
    var expressions: [(name: String, expression: Expr)] = []
    for input in inputs {
      current = input
      let answer = try session.evaluate(input)
      guard let expression = answer.expression else {
        if answer.isQuiet || input.contains(":=") { continue }
        throw Diagnostic("not-compilable", "'\(answer.text)' is no expression")
      }
      let leaves = leaves(of: expression)
      for (i, leaf) in leaves.enumerated() {
        expressions.append((leaves.count == 1 ? input : "\(input)[\(i + 1)]", leaf))
      }
    }
    current = ""
    return expressions
  }

  /// The elements of lists and matrices, row by row.
  private static func leaves(of expression: Expr) -> [Expr] {
    expression.function == .list ? expression.arguments.flatMap { leaves(of: $0) } : [expression]
  }

  /// The symbols of the expressions, by name.
  static func symbols(of expressions: [Expr]) -> [Symbol] {
    Set(expressions.flatMap(\.freeSymbols)).sorted { $0.name < $1.name }
  }

  /// The names of a list such as `x,y`.
  static func symbols(in list: String?) -> [Symbol]? {
    list.map { $0.split(separator: ",").map { Symbol(String($0.filter { $0 != " " })) } }
  }
}

extension Diagnostic {
  /// A mistake of compilation as a diagnostic.
  init(_ error: CompileError) { self.init(error.code, error.message) }
}
