import ApusTerms

/// Reads the statements of a source into terms, by recursive descent over rows.
///
/// The levels, from loose to tight: logic, relations, sets, sums, products, factors with their scripts.
/// Recursion follows the nesting of
/// rows, which the tree builder has bounded, and of prefix constructs, which `depth` bounds here.
final class LaTeXFormulaReader {
  let formulas: LaTeXFormulas
  let context: LaTeXContext
  let options: LaTeXOptions
  var identifiers = LaTeXIdentifiers()
  var assumptions: [String] = []
  private var assumed: Set<String> = []
  var warnings: [String] = []
  /// The names of the statement that is being read, in order of appearance.
  var used: [Int] = []
  private var isUsed: [Bool] = []
  private var symbolTerms: [Expr?] = []
  private var plainSymbols: [Bool?] = []
  /// How many constructs bind each name where the reader is.
  private(set) var bound: [Int32] = []
  /// The names that integrals have integrated over.
  var integrationVariables: Set<Int> = []
  private(set) var depth = 0

  init(_ tree: LaTeXTree, options: LaTeXOptions, document: LaTeXDocumentContext? = nil) {
    let formulas = LaTeXFormulas(tree, differentials: !options.symbols.contains("d"))
    let evidence = LaTeXEvidence(formulas)
    context = LaTeXContext(formulas, evidence, options: options, document: document)
    self.formulas = formulas
    self.options = options
    if context.imaginaryIsConstant || context.engineeringIsConstant || context.evidence.hasUprightI {
      identifiers.reservedCapitals.insert("I")
    }
  }

  /// The readings of the statements, one each; remarks that state nothing computable become assumptions of
  /// the reading before.
  func readings(of statements: [LaTeXStatement]) throws(Diagnostic) -> [LaTeXReading] {
    var readings: [LaTeXReading] = []
    try LaTeXTensorIndices.check(formulas)
    if context.evidence.partialVariables.count > LaTeXEvidence.mostVariables {
      throw Diagnostic(
        "too-large", "there are partial derivatives by more than \(LaTeXEvidence.mostVariables) variables",
        at: statements.first?.range)
    }
    for statement in statements {
      if !readings.isEmpty, let remark = indexRemark(statement.row) {
        readings[readings.count - 1].assumptions.append(remark)
        continue
      }
      assumptions = []
      assumed = []
      warnings = statement.remarks.map { "the remark “\($0)” is not part of the formula" }
      used = []
      isUsed = []
      let operand = try whole(statement.row)
      readings.append(
        LaTeXReading(
          expression: operand.expr, symbols: used.map { symbol($0) }, assumptions: assumptions,
          warnings: warnings,
          range: statement.range, label: statement.label))
    }
    return readings
  }

  private func symbol(_ id: Int) -> (latex: String, identifier: String) {
    (formulas.names[id].latex, identifiers.identifier(id, formulas.names[id]))
  }

  // MARK: Rows

  func items(_ row: Int) -> [LaTeXNode] { formulas.tree.rows[row].items }
  func item(_ cursor: LaTeXCursor) -> LaTeXNode? {
    cursor.place < cursor.end ? formulas.tree.rows[cursor.row].items[cursor.place] : nil
  }

  /// Everything in a row, as one statement or term.
  func whole(_ row: Int) throws(Diagnostic) -> LaTeXOperand {
    try whole(row, items(row).indices, gap: formulas.tree.rows[row].range)
  }

  /// Everything in a part of a row; `gap` is the place to name when there is nothing.
  func whole(_ row: Int, _ range: Range<Int>, gap: SourceRange) throws(Diagnostic) -> LaTeXOperand {
    guard !range.isEmpty else { throw missingOperand(gap) }
    depth += 1
    defer { depth -= 1 }
    guard depth <= options.depthLimit else { throw tooDeep(gap) }
    var cursor = LaTeXCursor(row: row, place: range.lowerBound, end: range.upperBound)
    let operand = try statement(&cursor)
    if let extra = item(cursor) { throw unexpected(dots(in: cursor) ?? extra) }
    return operand
  }

  /// Starts at the loosest level that the row has signs for: rows without relations are most, and nest deepest.
  private func statement(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    var level = 0
    for index in cursor.place..<cursor.end {
      switch items(cursor.row)[index].kind {
      case .relation: level = max(level, 1)
      case .binary(let sign) where !sign.isAdditive && !sign.isMultiplicative:
        level = max(level, sign.isLogical ? 2 : 1)
      default: continue
      }
    }
    switch level {
    case 0: return try sum(&cursor)
    case 1: return try relations(&cursor)
    default: return try logic(&cursor)
    }
  }

  /// The first ellipsis in the rest of a row: it is what cannot be read in `x_1, \ldots, x_n`.
  private func dots(in cursor: LaTeXCursor) -> LaTeXNode? {
    items(cursor.row)[cursor.place..<cursor.end].first(where: \.isDots)
  }

  /// A row that must have a value.
  func term(ofRow row: Int) throws(Diagnostic) -> LaTeXOperand {
    let operand = try whole(row)
    guard !operand.isTruth else {
      throw Diagnostic(
        "relation-in-term", "a relation has no value that could be used here", at: operand.range)
    }
    return operand
  }

  func value(ofRow row: Int) throws(Diagnostic) -> Expr { try term(ofRow: row).expr }

  func nested<T>(_ range: SourceRange, _ body: () throws(Diagnostic) -> T)
    throws(Diagnostic) -> T
  {
    depth += 1
    defer { depth -= 1 }
    guard depth <= options.depthLimit else { throw tooDeep(range) }
    return try body()
  }

  // MARK: Names

  /// Records a decision, once.
  func assume(_ text: String) {
    if assumptions.count < 32 {
      if !assumptions.contains(text) { assumptions.append(text) }
      return
    }
    // Many are searched in a set.
    if assumed.count < 32 { assumed = Set(assumptions) }
    if assumed.insert(text).inserted { assumptions.append(text) }
  }

  /// The identifier of a name, which is noted as used.
  func use(_ id: Int) -> String {
    while isUsed.count <= id { isUsed.append(false) }
    if !isUsed[id] {
      isUsed[id] = true
      used.append(id)
    }
    return identifiers.identifier(id, formulas.names[id])
  }

  /// The symbol of a name, made once.
  func symbolTerm(_ id: Int) -> Expr {
    if id < symbolTerms.count, let known = symbolTerms[id] {
      if id >= isUsed.count || !isUsed[id] { _ = use(id) }
      return known
    }
    let term = Expr.symbol(use(id))
    while symbolTerms.count <= id { symbolTerms.append(nil) }
    symbolTerms[id] = term
    return term
  }

  /// A letter without scripts that is nothing but a symbol everywhere in the source, before no bracket: most items are that.
  func plainLetter(_ cursor: inout LaTeXCursor) -> Expr? {
    let row = formulas.itemNames[cursor.row]
    let id = Int(row[cursor.place])
    guard id >= 0, !isBound(id), isPlainSymbol(id) else { return nil }
    let next = cursor.place + 1
    if next < cursor.end {
      if row[next] == LaTeXFormulas.secondHalf { return nil }
      if case .fence = items(cursor.row)[next].kind { return nil }
    }
    cursor.place = next
    return symbolTerm(id)
  }

  private func isPlainSymbol(_ id: Int) -> Bool {
    while plainSymbols.count <= id { plainSymbols.append(nil) }
    if let known = plainSymbols[id] { return known }
    let isPlain: Bool
    if let letter = formulas.names[id].plainLetter, !"deijzw".contains(letter),
      case .symbol = context.role(id)
    {
      isPlain = context.evidence.subscriptDerivatives[id] == nil && !context.uses(id).isBesideVariable
    } else {
      isPlain = false
    }
    plainSymbols[id] = isPlain
    return isPlain
  }

  func bind(_ id: Int) {
    while bound.count <= id { bound.append(0) }
    bound[id] += 1
  }
  func unbind(_ id: Int) { bound[id] -= 1 }
  func isBound(_ id: Int) -> Bool { id < bound.count && bound[id] > 0 }

  // MARK: Mistakes

  func missingOperand(_ range: SourceRange) -> Diagnostic {
    Diagnostic("missing-operand", "something is missing here", at: range)
  }

  private func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic("too-deep", "this is nested more than \(options.depthLimit) levels deep", at: range)
  }

  /// The error for an item that cannot stand where it does.
  func unexpected(_ item: LaTeXNode) -> Diagnostic {
    switch item.kind {
    case .punctuation(let scalar):
      return Diagnostic(
        "unexpected-punctuation", "'\(Character(scalar))' separates nothing here", at: item.range)
    case .binary:
      return Diagnostic("unexpected-operator", "there is nothing in front of this sign", at: item.range)
    case .relation:
      return Diagnostic("missing-operand", "there is nothing in front of this relation", at: item.range)
    case .dots:
      return Diagnostic(
        "ellipsis", "the dots stand for terms that only a person can fill in", at: item.range,
        help: ["write the sum or product with \\sum or \\prod"])
    case .text(let text):
      return Diagnostic("unexpected-text", "the words “\(text)” are not understood here", at: item.range)
    case .bar: return Diagnostic("unclosed-bar", "this bar pairs with no other", at: item.range)
    case .factorial: return Diagnostic("missing-operand", "there is nothing in front of '!'", at: item.range)
    case .arrow:
      return Diagnostic("unsupported-command", "an arrow is read only below a limit", at: item.range)
    case .wideSpace:
      return Diagnostic(
        "unexpected-space", "two formulas stand side by side here", at: item.range,
        help: ["write a comma between them"])
    case .newline:
      return Diagnostic("unexpected-newline", "a line ends here in the middle of a term", at: item.range)
    default: return Diagnostic("unexpected-item", "this is not understood here", at: item.range)
    }
  }
}
