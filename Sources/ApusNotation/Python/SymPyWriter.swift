import ApusTerms

/// Writes formulas as a Python program that imports what it needs from SymPy, declares the symbols and ends in the formula.
///
/// ```python
/// from sympy import Eq, Rational, symbols
///
/// E, m, v = symbols('E m v')
///
/// Eq(E, Rational(1, 2)*m*v**2, evaluate=False)
/// ```
/// Equations stay equations (`evaluate=False`), exact numbers exact, and what is unevaluated (derivatives, integrals, sums, limits)
/// an unevaluated object. A chain of relations, a system and `±` give a list. Names are made safe: nothing of a name can
/// become code.
public struct SymPyWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The program for the formulas; several of them make a list.
  ///
  /// - Throws: `not-expressible` for what SymPy has no word for, `too-large` for more than 256 MB.
  /// - Complexity: linear in the size of the formulas written out as trees.
  public func text(of formulas: [Formula]) throws(Diagnostic) -> WrittenText {
    var program = SymPyProgram(formulas)
    return try program.written()
  }

  /// The program for one expression.
  public func text(of expression: Expr) throws(Diagnostic) -> String {
    try text(of: [Formula(expression)]).text
  }
}

/// A program under construction.
private struct SymPyProgram {
  private let formulas: [Formula]
  private var emission = SymPyEmission()
  private var statements: [CodePiece] = []
  private var isList = false

  init(_ formulas: [Formula]) { self.formulas = formulas }

  mutating func written() throws(Diagnostic) -> WrittenText {
    isList = formulas.count != 1
    var trees: [DisplayTree] = []
    for formula in formulas {
      let variants = formula.expression.signVariants
      if variants.count > 1 {
        isList = true
        emission.note("± stands for two values, the upper signs first")
      }
      trees += variants.map { DisplayTree($0) }
    }
    declareSymbols(trees)
    for tree in trees { try append(tree) }
    return try assembled()
  }

  /// Symbols are declared in the order of the source, if they occur.
  private mutating func declareSymbols(_ trees: [DisplayTree]) {
    var occurring: [String] = []
    for tree in trees {
      tree.forEachInReadingOrder { _, form in
        if case .symbol(let symbol) = form { occurring.append(symbol.name) }
      }
    }
    let known = occurring.count > 32 ? Set(occurring) : []
    for formula in formulas {
      for symbol in formula.symbols
      where known.isEmpty ? occurring.contains(symbol.identifier) : known.contains(symbol.identifier) {
        _ = emission.text.names.ref(.symbol, symbol.identifier, in: &emission.text.arena)
      }
    }
    for name in occurring { _ = emission.text.names.ref(.symbol, name, in: &emission.text.arena) }
  }

  // MARK: Statements

  private mutating func append(_ tree: DisplayTree) throws(Diagnostic) {
    let pieces = try tree.foldAll {
      (_: Int, form, pieces: DisplayTree.Pieces<CodePiece>) throws(Diagnostic) in
      try emission.piece(form, tree, pieces)
    }
    // A chain of relations is a list of them.
    if case .conjunction(let parts) = tree[tree.root], parts.allSatisfy({ tree[$0].isStatement }) {
      isList = true
      for part in parts { statements.append(statement(tree[part], pieces[part], pieces)) }
    } else {
      statements.append(statement(tree[tree.root], pieces[tree.root], pieces))
    }
  }

  /// A relation that SymPy leaves as it is, or the expression.
  private mutating func statement(
    _ form: DisplayForm, _ piece: CodePiece, _ pieces: DisplayTree.Pieces<CodePiece>
  ) -> CodePiece {
    let unevaluated = emission.text.atom("evaluate=False")
    switch form {
    case .relation(let relation, let a, let b):
      if relation == .approximately { emission.note("≈ is written as an equation") }
      return emission.call(SymPyEmission.classes[relation] ?? "Eq", [pieces[a], pieces[b], unevaluated])
    case .congruence(let a, let b, let modulus):
      let zero = emission.text.atom("0")
      return emission.call(
        "Eq", [emission.remainder(pieces[a], pieces[b], pieces[modulus]), zero, unevaluated])
    default:
      // A plain number is made a number of SymPy.
      return emission.number(piece)
    }
  }

  // MARK: Assembly

  private mutating func assembled() throws(Diagnostic) -> WrittenText {
    let undefined = emission.text.names.variables.filter { $0.role == .function }
    if !undefined.isEmpty { _ = emission.sympy("Function") }
    let declarations = symbolDeclarations()
    let imported = emission.imports
    _ = emission.text.names.assigned(in: &emission.text.arena) {
      PythonIdentifier.reserved.contains($0) || imported.contains($0)
    }
    var parts = declarations
    for variable in undefined {
      let name = PythonIdentifier.quoted(variable.name)
      parts += [.ref(variable.ref), .text(" = Function(\(name))\n")]
    }
    if !parts.isEmpty { parts += ["\n"] }
    parts += emission.text.assignmentLines()
    parts += result()
    let body = try emission.text.arena.text(joining: parts)
    let imports = PythonIdentifier.occurring(emission.imports, in: body).sorted()
    let head = imports.isEmpty ? "" : "from sympy import \(imports.joined(separator: ", "))\n\n"
    return WrittenText(head + body, symbols: symbols, notes: emission.notes)
  }

  private mutating func symbolDeclarations() -> [TextArena.Part] {
    let symbols = emission.text.names.variables.filter { $0.role == .symbol }
    let isPlain = formulas.allSatisfy(\.facts.isEmpty)
    if isPlain { return declarations(of: symbols, keywords: "") }
    // Symbols of which the same is known are declared together, in order of appearance.
    var groups: [(keywords: String, symbols: [CodeNames.Variable])] = []
    for symbol in symbols {
      let keywords = keywords(for: symbol.name)
      if let known = groups.firstIndex(where: { $0.keywords == keywords }) {
        groups[known].symbols.append(symbol)
      } else {
        groups.append((keywords, [symbol]))
      }
    }
    var parts: [TextArena.Part] = []
    for group in groups { parts += declarations(of: group.symbols, keywords: group.keywords) }
    return parts
  }

  /// What SymPy is told of a symbol, as keyword arguments.
  private func keywords(for name: String) -> String {
    var facts: [SymbolFact] = []
    for formula in formulas {
      for fact in formula.facts[name] ?? [] where !facts.contains(fact) { facts.append(fact) }
    }
    return facts.map { ", \($0.rawValue)=True" }.joined()
  }

  private mutating func declarations(
    of symbols: [CodeNames.Variable], keywords: String
  ) -> [TextArena.Part] {
    let plain = symbols.filter { PythonIdentifier.isPlain($0.name) }
    var parts: [TextArena.Part] = []
    if plain.count > 1 {
      let names = plain.map(\.name).joined(separator: " ")
      parts.append(.ref(emission.text.arena.join(plain.map(\.ref), separator: ", ")))
      parts.append(.text(" = \(emission.sympy("symbols"))('\(names)'\(keywords))\n"))
    }
    for variable in symbols where plain.count < 2 || !PythonIdentifier.isPlain(variable.name) {
      let name = PythonIdentifier.quoted(variable.name)
      parts += [.ref(variable.ref), .text(" = \(emission.sympy("Symbol"))(\(name)\(keywords))\n")]
    }
    return parts
  }

  private func result() -> [TextArena.Part] {
    if !isList { return statements.first.map { [.ref($0.ref), "\n"] } ?? ["[]\n"] }
    if statements.count < 2 { return ["["] + statements.map { .ref($0.ref) } + ["]\n"] }
    return ["[\n"] + statements.flatMap { ["    ", .ref($0.ref), ",\n"] } + ["]\n"]
  }

  /// The symbols of the formulas: SymPy knows them under the identifiers of the source.
  private var symbols: [(latex: String, identifier: String)] {
    var known: Set<String> = []
    return formulas.flatMap(\.symbols).filter { known.insert($0.latex).inserted }
  }
}

extension DisplayForm {
  /// Whether the form is a relation, which can stand by itself.
  var isStatement: Bool {
    switch self {
    case .relation, .congruence: true
    default: false
    }
  }
}
