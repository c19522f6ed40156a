// What can be wrong with numeric functions.
extension Explanation {
  static let numerics = [
    Explanation(
      "unbound-symbols",
      "A symbol of the expression has no value: name it among the variables or parameters, or give it one with --at."
    ),
    Explanation("duplicate-variable", "A symbol stands twice among the variables and parameters."),
    Explanation(
      "not-compilable",
      "The expression has a part that is not computed with machine numbers, such as an integral, or that the language has no words for."
    ),
    Explanation(
      "backend-unavailable",
      "A compiler was asked for that the system does not have, or that failed: install libLLVM or a C compiler, or leave the choice to Apus."
    ),
    Explanation(
      "missing-column",
      "A symbol of the expression is neither a column of the table, or a key of the object, nor given with --at."
    ),
    Explanation("duplicate-column", "Two columns of the table have the name of a variable."),
    Explanation("bad-cell", "A cell of the table is not a number; an empty one is taken as nan."),
    Explanation("ragged-row", "A row of the table has more or fewer cells than the first one."),
    Explanation("empty-table", "The table has no first row with the names of its columns."),
    Explanation(
      "unclosed-cell", "A cell of the table begins with a quotation mark and does not end with one."),
    Explanation("not-real", "Numeric functions compute with real machine numbers, and this one is complex."),
    Explanation("not-a-number", "A condition or a collection stands where a number is needed."),
    Explanation("not-a-truth-value", "A number stands where a condition is needed."),
    Explanation(
      "traced-comparison",
      "A function that is traced compared numbers that are not known. Use select instead."),
  ]
}
