import ApusTerms

extension Program {
  /// The program as the source of a function.
  ///
  /// Variables are elements of an array `x`, parameters of `p`, values of `y`, in their order; a comment names them.
  /// Intermediate results are `t0`, `t1`, …, which cannot meet a name of the user, because none of those is used. C is
  /// divided into functions of at most a thousand operations, because compilers take more than linear time for long ones.
  ///
  /// - Throws: `notCompilable` for a function or a form that the language does not have.
  /// - Precondition: the name is an identifier; a sparse form has a place for each output.
  public func source(
    in language: SourceLanguage, name: String = "f", form: SourceForm = .usual
  ) throws(CompileError) -> String {
    if case .sparse(let pattern) = form {
      precondition(pattern.count == outputCount, "a place for each value")
    }
    if form == .inPlace, language == .jax || language == .stan {
      throw .notCompilable("writing in place in \(language == .jax ? "JAX" : "Stan")")
    }
    var writer = SourceWriter(self, Dialect(language: language), name, form)
    return try writer.text()
  }
}

extension SparseMatrix where Element == Expr {
  /// The source of a function that computes the entries, with the places where they stand.
  ///
  /// - Throws: `CompileError` as for a program of the entries, and for a function that the language does not have.
  /// - Precondition: the name is an identifier.
  public func source(
    in language: SourceLanguage, over variables: [Symbol], parameters: [Symbol] = [], name: String = "f"
  ) throws(CompileError) -> String {
    try Program(values, over: variables, parameters: parameters)
      .source(in: language, name: name, form: .sparse(pattern))
  }
}
