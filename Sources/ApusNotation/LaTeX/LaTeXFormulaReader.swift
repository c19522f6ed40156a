import ApusTerms

/// Reads the statements of a source into terms, by recursive descent over rows.
///
/// The levels, from loose to tight: logic, relations, sets, sums, products, factors with their scripts.
/// Recursion follows the nesting of
/// rows, which the tree builder has bounded, and of prefix constructs, which `depth` bounds here.
///
/// One thread uses a reader, and no access to a property reaches another: checking that at run time took a tenth of the time.
final class LaTeXFormulaReader {
  let formulas: LaTeXFormulas
  /// The rows of the source, which never change; rows that are made while reading stand behind them in `formulas`.
  let tree: LaTeXTree
  let context: LaTeXContext
  let options: LaTeXOptions
  private let depthLimit: Int
  @exclusivity(unchecked) var identifiers = LaTeXIdentifiers()
  @exclusivity(unchecked) var assumptions: [String] = []
  @exclusivity(unchecked) private var assumed: Set<String> = []
  @exclusivity(unchecked) var warnings: [String] = []
  /// The names of the statement that is being read, in order of appearance.
  @exclusivity(unchecked) var used: [Int] = []
  /// The number of that statement.
  @exclusivity(unchecked) private(set) var statementNumber: Int32 = 0
  @exclusivity(unchecked) var states: [LaTeXNameState]
  /// Whether anything has bound a name.
  @exclusivity(unchecked) var hasBound = false
  /// The names that integrals have integrated over.
  @exclusivity(unchecked) var integrationVariables: Set<Int> = []
  @exclusivity(unchecked) private(set) var depth = 0
  /// The sequences with their index in square brackets, once they have been asked for.
  @exclusivity(unchecked) var bracketedSequences: BracketedSequences?
  /// Whether a T occurs that can only mean the transpose, once that has been asked.
  @exclusivity(unchecked) var quadraticFormIsFound: Bool?
  /// Whether pairs of letters such as `Re` can hardly be products in this source, once that has been asked.
  @exclusivity(unchecked) var onlyPairs: [String: Bool] = [:]

  init(
    _ tree: consuming LaTeXTree, options: LaTeXOptions, document: LaTeXDocumentContext?, depthLimit: Int
  ) {
    let formulas = LaTeXFormulas(tree, differentials: !options.symbols.contains("d"))
    context = LaTeXContext(formulas, options: options, document: document)
    states = Array(filledWith: LaTeXNameState(), count: formulas.names.count)
    self.tree = formulas.tree
    self.formulas = formulas
    self.options = options
    self.depthLimit = depthLimit
    if context.imaginaryIsConstant || context.engineeringIsConstant || context.evidence.hasUprightI {
      identifiers.reservedCapitals.insert("I")
    }
  }

  /// The readings of the statements, one each; remarks that state nothing computable become assumptions of
  /// the reading before.
  func readings(of statements: [LaTeXStatement]) throws(Diagnostic) -> [LaTeXReading] {
    var readings: [LaTeXReading] = []
    try LaTeXTensorIndices.check(formulas)
    try LaTeXRepeatedIndices.check(formulas, statements)
    try LaTeXAcronyms.check(formulas, options)
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
      used.reserveCapacity(min(formulas.names.count, 8))
      statementNumber += 1
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
    (formulas.names[id].latex, identifiers.identifier(id, in: formulas.names))
  }

  // MARK: Rows

  func items(_ row: Int) -> [LaTeXNode] {
    row < tree.rows.count ? tree.rows[row].items : formulas.tree.rows[row].items
  }

  func item(_ cursor: LaTeXCursor) -> LaTeXNode? {
    cursor.place < cursor.end ? items(cursor.row)[cursor.place] : nil
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
    guard depth <= depthLimit else { throw tooDeep(gap) }
    var cursor = LaTeXCursor(row: row, place: range.lowerBound, end: range.upperBound)
    let operand = try statement(&cursor)
    if let extra = item(cursor) { throw unexpected(dots(in: cursor) ?? extra) }
    return operand
  }

  /// Starts at the loosest level that the row has signs for: rows without relations are most, and nest deepest.
  private func statement(_ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand {
    var level = 0
    for item in items(cursor.row)[cursor.place..<cursor.end] {
      switch item.kind {
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
    guard depth <= depthLimit else { throw tooDeep(range) }
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

  /// An italic letter that is nothing but a symbol everywhere in the source, with at most an exponent, and before no bracket: most items
  /// are that, and need none of the questions that other names raise.
  func plainName(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic) -> LaTeXOperand? {
    let id = Int(formulas.itemName(cursor.row, cursor.place))
    guard id >= 0, item.primes == 0, !item.hasSubscript || !hasBound, !isBound(id), isPlainSymbol(id) else {
      return nil
    }
    let next = cursor.place + 1
    if next < cursor.end {
      if formulas.itemName(cursor.row, next) == LaTeXFormulas.secondHalf { return nil }
      if case .fence = items(cursor.row)[next].kind { return nil }
    }
    guard let sup = item.sup else {
      cursor.place = next
      return LaTeXOperand(expr: symbolTerm(id), range: item.range)
    }
    guard case .exponent = tree.superscript(sup) else { return nil }
    cursor.place = next
    return try power(LaTeXOperand(expr: symbolTerm(id), range: item.range), sup, item)
  }

  // MARK: Mistakes

  func missingOperand(_ range: SourceRange) -> Diagnostic {
    Diagnostic("missing-operand", "something is missing here", at: range)
  }

  private func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic("too-deep", "this is nested more than \(depthLimit) levels deep", at: range)
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
      return Diagnostic(
        "unexpected-text", "the words “\(tree.texts[text])” are not understood here", at: item.range)
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
