import ApusTerms

/// What the formulas of a document show together about the names in them: which are functions and of what, and which of the
/// usual constants are quantities.
///
/// A formula is read by its own evidence first; the document decides where that says nothing.
///
/// ```swift
/// var context = LaTeXDocumentContext()
/// context.add("f(x) = x^2")
/// let reading = try LaTeXReader(document: context).readings(of: "f(a + 1)")  // the function f, not a product
/// ```
public struct LaTeXDocumentContext: Sendable {
  /// The most different names that are kept; a corpus has more, and what is rare says little.
  static let nameLimit = 100_000

  private(set) var names = LaTeXNameTable()
  private(set) var uses: [LaTeXNameEvidence] = []
  /// The functions that some formula defines or differentiates, with their usual arguments.
  private(set) var functions: [Int: [Int]] = [:]
  private(set) var absoluteLetters: Set<Unicode.Scalar> = []
  private(set) var letterTUses = 0
  /// Whether e is the base of powers somewhere, whether i is imaginary somewhere, whether i counts something somewhere.
  private(set) var hasEulerPower = false
  private(set) var hasImaginaryUnit = false
  private(set) var hasIndexI = false
  /// Which of `e`, `i`, `j` and `\pi` is alone on a side of some equation, as a quantity is.
  private(set) var quantities: Set<String> = []

  /// Creates a context that knows nothing.
  public init() {}

  /// Adds what a formula shows. One that cannot be taken apart shows nothing.
  ///
  /// - Complexity: linear in the length of `source`, and less work than reading it.
  public mutating func add(_ source: String, options: LaTeXOptions = LaTeXOptions()) {
    let (macros, limit) = (options.macros, options.depthLimit)
    if let tree = Self.tree(of: source, macros, min(limit, LaTeXReader.shallowDepth))
      ?? DeepStack.run({ Self.tree(of: source, macros, limit) })
    {
      add(tree, options)
    }
  }

  /// Adds what another context knows, as if its formulas came after those of this one.
  public mutating func add(_ other: LaTeXDocumentContext) {
    absoluteLetters.formUnion(other.absoluteLetters)
    letterTUses += other.letterTUses
    hasEulerPower = hasEulerPower || other.hasEulerPower
    hasImaginaryUnit = hasImaginaryUnit || other.hasImaginaryUnit
    hasIndexI = hasIndexI || other.hasIndexI
    quantities.formUnion(other.quantities)
    add(other.names, other.uses) { other.functions[$0] }
  }

  // MARK: Parts

  private static func tree(of source: String, _ macros: LaTeXMacroTable, _ depthLimit: Int) -> LaTeXTree? {
    try? LaTeXDocument.statements(of: source, macros: macros, depthLimit: depthLimit).tree
  }

  private mutating func add(_ tree: LaTeXTree, _ options: LaTeXOptions) {
    let formulas = LaTeXFormulas(tree, differentials: !options.symbols.contains("d"))
    let context = LaTeXContext(formulas, options: options)
    let evidence = context.evidence
    // A name by itself, as prose mentions it, shows no use.
    if formulas.names.count == 1, let only = evidence.names.first, only.bare == 1, only.primes == 0,
      tree.rows.count < 4
    {
      return
    }
    absoluteLetters.formUnion(evidence.absoluteLetters)
    letterTUses += max(0, evidence.letterTUses)
    noteConstants(formulas, evidence, context)
    add(formulas.names, context.evidence.names) { id in
      guard context.isSettled(id), case .function(let arguments) = context.role(id) else { return nil }
      return arguments
    }
  }

  private mutating func noteConstants(
    _ formulas: LaTeXFormulas, _ evidence: LaTeXEvidence, _ context: LaTeXContext
  ) {
    for name in ["e", "i", "j", "\\pi"] {
      if let id = formulas.names.id(name), context[uses: id].sidesAlone > 0 { quantities.insert(name) }
    }
    if let e = formulas.names.id("e"), evidence.names[e].symbolicPowers > 0 { hasEulerPower = true }
    if context.imaginaryIsConstant { hasImaginaryUnit = true }
    let isBound = formulas.names.id("i").map { evidence.names[$0].isBound } ?? false
    if isBound || evidence.subscriptLetters.contains("i") { hasIndexI = true }
  }

  /// Adds the uses of names that are numbered in another table.
  private mutating func add(
    _ other: LaTeXNameTable, _ evidence: [LaTeXNameEvidence], _ arguments: (Int) -> [Int]?
  ) {
    func number(_ id: Int) -> Int? {
      if let known = names.id(other[id].latex) { return known }
      guard names.count < Self.nameLimit else { return nil }
      var name = other[id]
      name.subscriptRow = nil
      uses.append(LaTeXNameEvidence())
      return names.intern(name)
    }
    for id in 0..<min(other.count, evidence.count) {
      guard let known = number(id) else { continue }
      let renumbered = evidence[id].renumbered(number)
      uses[known].add(renumbered)
      if functions[known] == nil || functions[known] == [], let arguments = arguments(id) {
        functions[known] = arguments.compactMap(number)
      }
    }
  }
}

extension LaTeXNameEvidence {
  /// The evidence with its names numbered otherwise; names without a number are left out.
  func renumbered(_ number: (Int) -> Int?) -> LaTeXNameEvidence {
    var result = self
    if !singleArguments.isEmpty { result.singleArguments = singleArguments.compactMap(number) }
    if !variables.isEmpty { result.variables = variables.compactMap(number) }
    if !primedArguments.isEmpty { result.primedArguments = primedArguments.compactMap(number) }
    result.definition = definition?.compactMap(number)
    return result
  }

  /// Adds the uses that another formula shows.
  mutating func add(_ other: LaTeXNameEvidence) {
    for argument in other.singleArguments.prefix(8)
    where singleArguments.count < 8 && !singleArguments.contains(argument) {
      singleArguments.append(argument)
    }
    for variable in other.variables where variables.count < 8 && !variables.contains(variable) {
      variables.append(variable)
    }
    bare += other.bare
    numberArguments += other.numberArguments
    compoundArguments += other.compoundArguments
    nestedArguments += other.nestedArguments
    productArguments += other.productArguments
    selfContaining += other.selfContaining
    chained += other.chained
    listLength = max(listLength, other.listLength)
    events += other.events
    bars += other.bars
    wholeSides += other.wholeSides
    definition = definition ?? other.definition
    isPartial = isPartial || other.isPartial
    isPrimedApplied = isPrimedApplied || other.isPrimedApplied
  }
}
