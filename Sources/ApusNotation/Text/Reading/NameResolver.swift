import ApusNumbers
import ApusTerms

/// Gives names and calls their meaning: constants, functions of the table, symbols.
package struct NameResolver: Sendable {
  package let functions: FunctionTable
  /// Other names that can be called, which suggestions include: those of verbs and of the user's functions.
  package var callables: [String]
  /// Names known to be symbols, beside those that the input at hand uses as such.
  package var symbols: Set<String> = []

  package init(functions: FunctionTable, callables: [String] = []) {
    self.functions = functions
    self.callables = callables
  }

  /// Whether the name of a function may also be that of a variable: single and Greek letters may.
  package static func mayBeSymbol(_ name: String) -> Bool { TextNames.mayBeSymbol(name) }

  /// The value of a name that means something by itself.
  package func constant(_ name: String, _ builder: TermBuilder) -> Expr? {
    switch name {
    case "i", "I": return Expr(Number.i)
    case "nan": return Expr(Number.nan)
    case "inf": return Expr(Number.double(.infinity))
    default:
      guard let function = functions[name], function.arity.maximum == 0 else { return nil }
      return builder.apply(function, [])
    }
  }

  /// Whether a name is a constant, which may not be redefined.
  package func isConstant(_ name: String) -> Bool {
    name == "i" || name == "I" || functions[name]?.arity.maximum == 0
  }

  /// The term of a name that is bound to nothing: a constant or a symbol.
  ///
  /// - Throws: `missing-arguments` for the name of a function.
  package func term(
    _ id: Int, _ tree: borrowing SyntaxTree, _ builder: TermBuilder
  ) throws(Diagnostic) -> Expr {
    let name = tree.name(of: id)
    if tree.isQuoted(id) { return .symbol(name) }
    if let value = constant(name, builder) { return value }
    if !TextNames.mayBeSymbol(name), functions[name] != nil || callables.contains(name) {
      throw CallMistakes.missingArguments(id, tree)
    }
    return .symbol(name)
  }

  /// The call of a function of the table, or nil when it has none of that name.
  ///
  /// - Throws: `arity`, and what is wrong with the arguments of `diff`.
  package func call(
    _ id: Int, _ tree: borrowing SyntaxTree, _ arguments: [Expr], _ builder: TermBuilder
  ) throws(Diagnostic) -> Expr? {
    let name = tree.name(of: id)
    if tree.isQuoted(id) { return Expr.opaque(.undefined(name), arguments) }
    if name == "diff" { return try derivative(id, tree, arguments, builder) }
    guard let function = functions[name] else { return nil }
    guard function.arity.allows(arguments.count) else {
      throw CallMistakes.arity(id, tree, name: name, function.arity)
    }
    return builder.apply(function, arguments)
  }

  /// `diff(f, x, 2, y)` as an unevaluated derivative.
  private func derivative(
    _ id: Int, _ tree: borrowing SyntaxTree, _ arguments: [Expr], _ builder: TermBuilder
  ) throws(Diagnostic) -> Expr {
    guard arguments.count >= 2 else {
      throw CallMistakes.arity(id, tree, name: "diff", .atLeast(2))
    }
    let steps = try DerivativeSteps(id, tree, arguments)
    return builder.apply(.derivative, [arguments[0]] + steps.flat)
  }

  /// `f''(x)`, the derivative of a call in its only argument.
  package func primed(
    _ id: Int, _ tree: borrowing SyntaxTree, _ argument: Expr, call: (Expr) -> Expr, _ builder: TermBuilder
  ) -> Expr {
    let order = Expr(Int(tree.nodes[id].primes))
    if argument.symbol != nil { return builder.apply(.derivative, [call(argument), argument, order]) }
    let used = Set(argument.freeSymbols)
    let variable = used.contains("t") ? Symbol("t").fresh(avoiding: used) : "t"
    let inner = builder.apply(.derivative, [call(Expr(variable)), Expr(variable), order])
    return builder.apply(.at, [inner, Expr(variable), argument])
  }

  /// The mistake of calling a name that cannot be called: a variable, or no function at all.
  package func notCallable(_ id: Int, _ tree: borrowing SyntaxTree) -> Diagnostic {
    let name = tree.name(of: id)
    if symbols.contains(name) || CallMistakes.isUsedAsSymbol(name, in: tree) || looksLikeVariable(name) {
      return CallMistakes.notAFunction(id, tree)
    }
    let suggestion = Suggestions.nearest(to: name, among: functions.names + callables)
    return CallMistakes.unknownFunction(id, tree, suggestion: suggestion)
  }

  /// A single letter, with a number perhaps, is a variable; but f, g and h are as likely functions.
  private func looksLikeVariable(_ name: String) -> Bool {
    if isConstant(name) { return true }
    let scalars = name.unicodeScalars
    guard let first = scalars.first, !"fghFGH".unicodeScalars.contains(first) else { return false }
    return scalars.dropFirst().allSatisfy { $0 == "_" || $0.properties.numericType != nil }
  }
}
