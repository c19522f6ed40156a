import ApusTerms

/// Reads the text notation as terms, without evaluating anything: `diff(x^2, x)` is an unevaluated derivative.
///
/// ```
/// 2x + 1/3     sin(x)^2     f'(x)     [[1, 2], [3, 4]]     x < 1 and y >= 2     let a = 3 in a^2     √2·π
/// ```
public struct TextReader: Sendable {
  /// What terms are made.
  public enum Form: Sendable {
    /// Canonical terms; a division by zero is an error.
    case canonical
    /// Terms exactly as written, with `add`, `divide` and so on as calls: for conversions that follow their source.
    case opaque
  }

  private let form: Form
  private let functions: FunctionTable
  private let acceptsUnknownFunctions: Bool

  /// Creates a reader; one that accepts unknown functions takes `f(x)` as the call of an undefined function.
  public init(
    form: Form = .canonical, functions: FunctionTable = .standard, acceptsUnknownFunctions: Bool = false
  ) {
    self.form = form
    self.functions = functions
    self.acceptsUnknownFunctions = acceptsUnknownFunctions
  }

  /// The expression that a text denotes.
  ///
  /// - Throws: a `Diagnostic` with the place of the mistake.
  /// - Complexity: linear in the length, apart from the cost of making terms; iterative.
  public func expression(of source: String) throws(Diagnostic) -> Expr {
    try expression(of: SourceText(source))
  }

  /// The expression that a source denotes.
  public func expression(of source: SourceText) throws(Diagnostic) -> Expr {
    let tree = try TextParser.parse(source)
    guard tree.root != nil else {
      throw Diagnostic("missing-operand", "there is no expression", at: SourceRange(0, 0))
    }
    return try expression(of: tree)
  }

  private func expression(of tree: SyntaxTree) throws(Diagnostic) -> Expr {
    let scopes = try SyntaxScopes(tree, functions: functions)
    let resolver = NameResolver(functions: functions)
    var builder = TermBuilder(form == .opaque ? .opaque : .canonical, functions: functions)
    var values: [Expr] = []
    values.reserveCapacity(tree.nodes.count)
    for id in tree.nodes.indices {
      let value: Expr
      switch tree.nodes[id].kind {
      case .name:
        switch scopes.binding(of: tree.name(of: id), at: id) {
        case .value(let node): value = values[node]
        case .symbol, .parameter: value = .symbol(tree.name(of: id))
        case nil: value = try name(id, tree, resolver, builder)
        }
      case .call:
        let arguments = tree.children(of: id).map { values[Int($0)] }
        value = try call(
          id, tree, arguments, resolver, builder,
          isBound: scopes.binding(of: tree.name(of: id), at: id) != nil)
      case .previousAnswer:
        throw Diagnostic("no-answer", "there is no earlier answer", at: tree.nodes[id].range)
      case .declare:
        throw Diagnostic(
          "misplaced-declaration", "declarations are statements of a session", at: tree.nodes[id].range)
      default: value = try builder.term(id, tree, values)
      }
      values.append(value)
    }
    return values[values.count - 1]
  }

  /// The head of a definition is a name, whatever it means elsewhere.
  private func isDefined(_ id: Int, _ tree: borrowing SyntaxTree) -> Bool {
    guard let root = tree.root, tree.nodes[root].kind == .define else { return false }
    return tree.child(0, of: root) == id
  }

  private func name(
    _ id: Int, _ tree: borrowing SyntaxTree, _ resolver: NameResolver, _ builder: TermBuilder
  ) throws(Diagnostic) -> Expr {
    if isDefined(id, tree), !resolver.isConstant(tree.name(of: id)) { return .symbol(tree.name(of: id)) }
    return try resolver.term(id, tree, builder)
  }

  private func call(
    _ id: Int, _ tree: borrowing SyntaxTree, _ arguments: [Expr], _ resolver: NameResolver,
    _ builder: TermBuilder,
    isBound: Bool
  ) throws(Diagnostic) -> Expr {
    let name = tree.name(of: id)
    if isDefined(id, tree) { return Expr.opaque(.undefined(name), arguments) }
    if isBound { throw CallMistakes.notAFunction(id, tree) }
    let function: Function
    if let known = functions[name], !tree.isQuoted(id) {
      guard tree.nodes[id].primes > 0 else {
        return try resolver.call(id, tree, arguments, builder) ?? builder.apply(known, arguments)
      }
      function = known
    } else if let value = try resolver.call(id, tree, arguments, builder), tree.nodes[id].primes == 0 {
      return value
    } else {
      guard acceptsUnknownFunctions || tree.isQuoted(id) else { throw resolver.notCallable(id, tree) }
      function = .undefined(name)
    }
    guard tree.nodes[id].primes > 0 else { return Expr.opaque(function, arguments) }
    guard arguments.count == 1 else {
      throw CallMistakes.arity(id, tree, name: name, .exactly(1))
    }
    return resolver.primed(id, tree, arguments[0], call: { builder.apply(function, [$0]) }, builder)
  }
}

extension Expr {
  /// Reads an expression in text notation, such as `"x^2 + sin(x)/2"`; unknown functions are accepted.
  ///
  /// - Throws: a `Diagnostic` with the place of the mistake.
  public init(parsing text: String) throws(Diagnostic) {
    self = try TextReader(acceptsUnknownFunctions: true).expression(of: text)
  }
}
