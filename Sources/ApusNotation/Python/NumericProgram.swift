import ApusTerms

/// Formulas as Python functions, one each.
struct NumericProgram {
  private let target: NumericTarget
  private let formulas: [Formula]
  private var functionNames = NumericTarget.modules.union(PythonIdentifier.reserved)
  private var identifiers: [String: String] = [:]
  private var notes: [String] = []

  init(_ target: NumericTarget, _ formulas: [Formula]) {
    self.target = target
    self.formulas = formulas
  }

  mutating func written() throws(Diagnostic) -> WrittenText {
    var definitions: [String] = []
    for formula in formulas { definitions.append(try definition(CodeSubject(formula.expression))) }
    let body = definitions.joined(separator: "\n\n")
    let symbols = formulas.distinctSymbols.map {
      (latex: $0.latex, identifier: identifiers[$0.identifier] ?? $0.identifier)
    }
    return WrittenText(NumericTarget.imports(for: body) + body, symbols: symbols, notes: notes)
  }

  /// The definition of one function.
  private mutating func definition(_ subject: CodeSubject) throws(Diagnostic) -> String {
    var emission = NumericEmission(target)
    let parameters = subject.parameters.map { emission.text.names.ref(.symbol, $0, in: &emission.text.arena) }
    let name = emission.text.names.ref(.function, subject.name, in: &emission.text.arena)
    let variants = subject.value.signVariants
    var results: [CodePiece] = []
    for variant in variants { results.append(try Self.fold(variant, &emission)) }
    if variants.count > 1 { note("± stands for two values, the upper signs first") }
    if let sentence = subject.note { note(sentence) }
    assignNames(&emission)
    return try Self.lines(emission, name, parameters, results)
  }

  private mutating func assignNames(_ emission: inout NumericEmission) {
    let used = emission.text.names.assigned(avoiding: functionNames, in: &emission.text.arena)
    for (variable, identifier) in zip(emission.text.names.variables, used) where variable.role != .temporary {
      if variable.role == .function { functionNames.insert(identifier) }
      identifiers[variable.name] = identifier
    }
  }

  private static func lines(
    _ emission: consuming NumericEmission, _ name: TextArena.Ref, _ parameters: [TextArena.Ref],
    _ results: [CodePiece]
  ) throws(Diagnostic) -> String {
    let list = emission.text.arena.join(parameters, separator: ", ")
    let indent = emission.hasBranches ? "        " : "    "
    var parts: [TextArena.Part] = ["def ", .ref(name), "(", .ref(list), "):\n"]
    if emission.hasBranches {
      // np.where and np.select compute all branches, also where they have no value.
      parts.append("    with np.errstate(divide='ignore', invalid='ignore', over='ignore'):\n")
    }
    parts += emission.text.assignmentLines(indent: indent)
    let values = emission.text.arena.join(results.map(\.ref), separator: ", ")
    parts += [.text(indent), "return ", .ref(values), "\n"]
    return try emission.text.arena.text(joining: parts)
  }

  private mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  private static func fold(_ expr: Expr, _ emission: inout NumericEmission) throws(Diagnostic) -> CodePiece {
    let tree = DisplayTree(expr)
    let isScoped = tree.scopedNodes
    return try tree.fold { (id: Int, form, pieces: NumericEmission.Pieces) throws(Diagnostic) in
      emission.text.canHoist = !isScoped[id]
      return try emission.piece(form, tree, pieces)
    }
  }
}
