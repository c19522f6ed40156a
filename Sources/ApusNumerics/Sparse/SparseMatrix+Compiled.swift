import ApusTerms

extension SparseMatrix where Element == Expr {
  /// The entries as a numeric function, in the order of `values`.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  /// - Complexity: near-linear in the number of distinct nodes.
  public func compiled(
    over variables: [Symbol], parameters: [Symbol] = [], options: CompileOptions = CompileOptions()
  ) throws(CompileError) -> CompiledFunction {
    try CompiledFunction(values, over: variables, parameters: parameters, options: options)
  }
}
