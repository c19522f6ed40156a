import ApusTerms

extension VerbTable {
  /// Lists.
  static var lists: [Verb] {
    [
      Verb(
        "map", arity: .exactly(2), signature: "map(f, [a, b])",
        summary: "the function applied to each element of a list",
        example: ("map(sqrt, [4, x])", "[2, sqrt(x)]"), names: [0], action: .map),
      Verb(
        "length", aliases: ["len"], arity: .exactly(1), signature: "length([a, b])",
        summary: "the number of elements of a list", example: ("length([a, b, c])", "3")
      ) { call throws(Diagnostic) in
        Expr(try call.list(0).count)
      },
    ]
  }
}
