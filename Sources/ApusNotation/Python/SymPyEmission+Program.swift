import ApusTerms

// The lines around the statements: declarations, temporary variables, lists.
extension SymPyEmission {
  /// Declares symbols with the same keyword arguments, in one line as far as they are plain identifiers.
  mutating func declarations(of symbols: [CodeNames.Variable], keywords: String) -> [TextArena.Ref] {
    if symbols.count > 1, symbols.allSatisfy({ PythonIdentifier.isPlain($0.name) }) {
      return [commonDeclaration(of: symbols, keywords: keywords)]
    }
    let plain = symbols.filter { PythonIdentifier.isPlain($0.name) }
    var lines = plain.count > 1 ? [commonDeclaration(of: plain, keywords: keywords)] : []
    for symbol in symbols where plain.count < 2 || !PythonIdentifier.isPlain(symbol.name) {
      lines.append(declaration(of: symbol, "Symbol", keywords: keywords))
    }
    return lines
  }

  /// `x, y = symbols('x y')`
  private mutating func commonDeclaration(of symbols: [CodeNames.Variable], keywords: String) -> TextArena.Ref
  {
    let constructor = sympy("symbols")
    text.arena.begin()
    for (index, symbol) in symbols.enumerated() {
      if index > 0 { text.arena.add(", ") }
      text.arena.add(symbol.ref)
    }
    text.arena.add(" = ")
    text.arena.add(constructor)
    text.arena.add("('")
    for (index, symbol) in symbols.enumerated() {
      if index > 0 { text.arena.add(" ") }
      text.arena.add(text: symbol.name)
    }
    text.arena.add("'")
    text.arena.add(text: keywords)
    text.arena.add(")\n")
    return text.arena.end()
  }

  /// `x = Symbol('x')`
  mutating func declaration(
    of variable: CodeNames.Variable, _ constructor: String, keywords: String
  ) -> TextArena.Ref {
    let constructor = sympy(constructor)
    text.arena.begin()
    text.arena.add(variable.ref)
    text.arena.add(" = ")
    text.arena.add(constructor)
    text.arena.add("(")
    text.arena.add(text: PythonIdentifier.quoted(variable.name))
    text.arena.add(text: keywords)
    text.arena.add(")\n")
    return text.arena.end()
  }

  /// The program with a line in front that imports the names that are in it; what was begun and not used is not imported.
  /// Beside it, how many bytes the line has.
  mutating func withImports(
    _ imports: [(name: String, ref: TextArena.Ref)], _ body: TextArena.Ref
  ) -> (program: TextArena.Ref, added: Int) {
    guard !imports.isEmpty else { return (body, 0) }
    text.arena.begin()
    text.arena.add("from sympy import ")
    for (index, (_, ref)) in imports.enumerated() {
      if index > 0 { text.arena.add(", ") }
      text.arena.add(ref)
    }
    text.arena.add("\n\n")
    let line = text.arena.end()
    text.arena.begin()
    text.arena.add(line)
    text.arena.add(body)
    return (text.arena.end(), text.arena.length(of: line))
  }

  /// Everything but the imports: the declarations, the temporary variables, and the statement or the list of statements.
  mutating func body(
    _ declarations: [TextArena.Ref], _ statements: [CodePiece], isList: Bool
  ) -> TextArena.Ref {
    text.arena.begin()
    for line in declarations { text.arena.add(line) }
    if !declarations.isEmpty { text.arena.add("\n") }
    for (variable, value) in text.assignments {
      text.arena.add(variable)
      text.arena.add(" = ")
      text.arena.add(value)
      text.arena.add("\n")
    }
    let isLong = statements.count > 1
    if isList { text.arena.add(isLong ? "[\n" : "[") }
    for statement in statements {
      if isLong { text.arena.add("    ") }
      text.arena.add(statement.ref)
      if isLong { text.arena.add(",\n") }
    }
    text.arena.add(isList ? "]\n" : "\n")
    return text.arena.end()
  }
}
