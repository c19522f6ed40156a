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
    trees.reserveCapacity(formulas.count)
    for formula in formulas {
      let tree = DisplayTree(formula.expression)
      if !tree.hasSignChoice {
        trees.append(tree)
        continue
      }
      isList = true
      emission.note("± stands for two values, the upper signs first")
      trees += formula.expression.signVariants.map { DisplayTree($0) }
    }
    declareSymbols(trees)
    for tree in trees { try append(tree) }
    return try assembled()
  }

  /// Symbols are declared in the order of the source, if they occur, and then in the order in which people read.
  private mutating func declareSymbols(_ trees: [DisplayTree]) {
    var occurring: [String] = []
    occurring.reserveCapacity(8)
    for tree in trees {
      let sets = tree.numberSets
      for symbol in tree.symbols where sets.isEmpty || !sets.contains(where: { $0.symbol == symbol }) {
        occurring.append(symbol.name)
      }
    }
    let known = occurring.count > 32 ? Set(occurring) : []
    func occurs(_ name: String) -> Bool { known.isEmpty ? occurring.contains(name) : known.contains(name) }
    for formula in formulas {
      for symbol in formula.symbols where occurs(symbol.identifier) {
        _ = emission.text.symbol(symbol.identifier)
      }
    }
    // Those of one formula are distinct, so that equal numbers mean that the source names them all.
    if trees.count == 1, emission.text.names.variables.count == occurring.count { return }
    for tree in trees {
      tree.forEachInReadingOrder { _, form in
        if case .symbol(let symbol) = form, occurs(symbol.name) { _ = emission.text.symbol(symbol.name) }
      }
    }
  }

  // MARK: Statements

  private mutating func append(_ tree: DisplayTree) throws(Diagnostic) {
    emission.enter(tree)
    let pieces = try tree.foldAll {
      (id: Int, form, pieces: DisplayTree.Pieces<CodePiece>) throws(Diagnostic) in
      try emission.piece(id, form, tree, pieces)
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
    let variables = emission.text.names.variables
    let isPlain = variables.allSatisfy { $0.role == .symbol }
    var declarations = symbolDeclarations(isPlain ? variables : variables.filter { $0.role == .symbol })
    for function in variables where function.role == .function {
      declarations.append(emission.declaration(of: function, "Function", keywords: ""))
    }
    let imports = emission.imports
    _ = emission.text.names.assigned(in: &emission.text.arena) { name in
      PythonIdentifier.isReserved(name) || imports.contains { $0.name == name }
    }
    let body = emission.body(declarations, statements, isList: isList)
    let parts = try emission.text.arena.parts(of: body)
    var used = imports.filter { parts.contains($0.ref) }
    used.sort { $0.name < $1.name }
    let (program, added) = emission.withImports(used, body)
    return WrittenText(
      emission.text.arena.text(of: program, length: parts.length + added),
      symbols: emission.setsNamed(in: formulas.distinctSymbols), notes: emission.notes)
  }

  /// The lines for symbols; those of which the same is known are declared together, in order of appearance.
  private mutating func symbolDeclarations(_ symbols: [CodeNames.Variable]) -> [TextArena.Ref] {
    if formulas.allSatisfy({ $0.facts.isEmpty }) { return emission.declarations(of: symbols, keywords: "") }
    var groups: [(keywords: String, symbols: [CodeNames.Variable])] = []
    for symbol in symbols {
      let keywords = keywords(for: symbol.name)
      if let known = groups.firstIndex(where: { $0.keywords == keywords }) {
        groups[known].symbols.append(symbol)
      } else {
        groups.append((keywords, [symbol]))
      }
    }
    var lines: [TextArena.Ref] = []
    for group in groups { lines += emission.declarations(of: group.symbols, keywords: group.keywords) }
    return lines
  }

  /// What SymPy is told of a symbol, as keyword arguments.
  private func keywords(for name: String) -> String {
    var facts: [SymbolFact] = []
    for formula in formulas {
      for fact in formula.facts[name] ?? [] where !facts.contains(fact) { facts.append(fact) }
    }
    return facts.map { ", \($0.rawValue)=True" }.joined()
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
