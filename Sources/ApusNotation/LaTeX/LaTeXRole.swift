/// What a name is in a source.
enum LaTeXRole: Hashable, Sendable {
  case symbol
  /// A function with the names of its usual arguments; empty when only calls say what it is applied to.
  case function([Int])
  /// The head of event names such as `P(A|B)`: name and brackets are one symbol.
  case event
  /// Uses before brackets that could be a product or an application.
  case unclear
}

/// What a source settles about its names, before any formula is read.
///
/// Its accesses are not checked at run time, for the reason that `LaTeXFormulaReader` gives.
final class LaTeXContext {
  @exclusivity(unchecked) var evidence: LaTeXEvidence
  @exclusivity(unchecked) var roles: [LaTeXRole] = []
  @exclusivity(unchecked) private(set) var sequences = LaTeXSequences()
  /// Names whose primes are derivatives, with the variable.
  @exclusivity(unchecked) var primeVariables: [Int: Int] = [:]
  /// Names whose primes are derivatives in a variable that the source does not show.
  @exclusivity(unchecked) private(set) var unclearPrimes: Set<Int> = []
  @exclusivity(unchecked) var eulerIsConstant = false
  @exclusivity(unchecked) var imaginaryIsConstant = false
  @exclusivity(unchecked) var engineeringIsConstant = false
  @exclusivity(unchecked) var piIsConstant = true
  /// e is both the base of powers and a factor, so it may have two meanings.
  @exclusivity(unchecked) var eulerIsUnclear = false
  /// e is the base of powers only in other formulas of the document.
  @exclusivity(unchecked) var eulerIsElsewhere = false
  @exclusivity(unchecked) var letterTIsTranspose = false

  init(
    _ formulas: LaTeXFormulas, options: LaTeXOptions, document: LaTeXDocumentContext? = nil
  ) {
    evidence = LaTeXEvidence(formulas)
    letterTIsTranspose = evidence.letterTUses <= 0
    roles = Array(filledWith: .symbol, count: formulas.names.count)
    for id in roles.indices { roles[id] = role(of: id, formulas, options) }
    if options.primes != .names { decidePrimes(formulas, options) }
    LaTeXKernels.decide(self, formulas, options)
    decideConstants(formulas, options)
    if let document { share(document, formulas, options) }
    decideToldConstants(options)
    if formulas.tree.traits.contains([.bigOperator, .subscript]) {
      sequences = LaTeXSequences(formulas, self)
    }
  }

  /// The evidence about a name; none about a name that only came up while reading.
  subscript(uses id: Int) -> LaTeXNameEvidence {
    _read {
      if id < evidence.names.count { yield evidence.names[id] } else { yield LaTeXNameEvidence() }
    }
  }

  /// Whether nothing makes the name more than a quantity.
  func isPlainSymbol(_ id: Int) -> Bool {
    guard case .symbol = role(id), evidence.subscriptDerivatives[id] == nil, !sequences.isElement(id)
    else { return false }
    return id >= evidence.names.count || !evidence.names[id].isBesideVariable
  }

  /// The role of a name; names that only came up while reading are symbols.
  func role(_ id: Int) -> LaTeXRole { id < roles.count ? roles[id] : .symbol }

  // MARK: Functions

  private func role(of id: Int, _ formulas: LaTeXFormulas, _ options: LaTeXOptions) -> LaTeXRole {
    if options.functions.isEmpty, evidence.names[id].isPlain,
      !formulas.names[id].base.hasPrefix("\\operatorname")
    {
      return .symbol
    }
    let name = formulas.names[id]
    let uses = evidence.names[id]
    if options.symbols.contains(name.latex) { return .symbol }
    let isDifferentiated = !uses.variables.isEmpty
    if options.functions.contains(name.latex) {
      return .function(toldArguments(name, formulas, options) ?? usualArguments(id, formulas))
    }
    if isSpecial(name, uses) { return .symbol }
    if uses.events > 0, !isDifferentiated, !isDensity(name, uses) { return .event }
    if uses.definition != nil || isDifferentiated { return .function(usualArguments(id, formulas)) }
    if name.base == "\\mathbb{E}" || name.base == "\\mathbb{V}", uses.isApplied, uses.bare == 0 {
      return .function([])
    }
    if name.base.hasPrefix("\\operatorname") {
      return uses.bare > 0 && !uses.isApplied ? .symbol : .function([])
    }
    if let word = name.words.first, name.words.count == 1, LaTeXFunctions.unknownWords.contains(word),
      uses.isApplied, uses.bare == 0
    {
      return .function([])
    }
    if uses.listLength > 1 || uses.isPrimedApplied && uses.bare == 0 {
      return .function(usualArguments(id, formulas))
    }
    return uses.isApplied ? appliedRole(name, uses, formulas) : .symbol
  }

  /// Whether a bar in the brackets separates the parameters of a density, as in `f(x | \mu, \sigma) = …`.
  private func isDensity(_ name: LaTeXName, _ uses: LaTeXNameEvidence) -> Bool {
    guard let letter = name.plainLetter, letter.isLowercase, uses.definition != nil else { return false }
    return uses.events == uses.bars && uses.bare == 0 && uses.singleArguments.isEmpty
      && uses.numberArguments == 0
      && uses.compoundArguments == 0
  }

  /// Whether the name is that of a special function, which the reader of names recognises.
  func isSpecial(_ name: LaTeXName, _ uses: LaTeXNameEvidence) -> Bool {
    guard uses.bare == 0, uses.isApplied, uses.variables.isEmpty,
      uses.definition == nil || uses.isDefinedByFormula
    else { return false }
    if uses.listLength == 2 { return LaTeXFunctions.ofTwo[name.latex] != nil }
    if uses.listLength > 2 { return false }
    if name.latex.hasPrefix("\\"), LaTeXFunctions.greek[String(name.latex.dropFirst())] != nil { return true }
    return uses.definition == nil && LaTeXFunctions.withIndex[name.base] != nil && name.isIndexedBySmallLetter
  }

  /// The role of a name that stands before brackets and is never defined or differentiated.
  func appliedRole(_ name: LaTeXName, _ uses: LaTeXNameEvidence, _ formulas: LaTeXFormulas)
    -> LaTeXRole
  {
    if uses.selfContaining > 0 || uses.chained > 0 { return .symbol }
    let isUsual = LaTeXLetters.isUsualFunction(name)
    if !uses.singleArguments.isEmpty {
      let plain = uses.singleArguments.map { formulas.names[$0] }
      let isTime = plain.contains { LaTeXLetters.isUsualVariable($0) }
      if uses.bare > 0 {
        if isTime, uses.compoundArguments == 0, isUsual { return .function([uses.singleArguments[0]]) }
        return uses.singleArguments.count == 1 || !isUsual ? .unclear : .function([uses.singleArguments[0]])
      }
      let isShared = uses.singleArguments.contains { argument in
        evidence.argumentUses[argument, default: []].count { evidence.names[$0].bare == 0 } > 1
      }
      let isVariable = uses.singleArguments.contains {
        evidence.derivativeVariables.contains($0) || evidence.names[$0].isBound
          || evidence.integrationVariables.contains($0)
      }
      // `m(0)` beside `m(p)` is a value, whatever the letter.
      if isShared || isVariable || uses.numberArguments > 0 { return .function([uses.singleArguments[0]]) }
      // `m_\infty(V)` where V is itself a function: a quantity would need no brackets around one letter.
      if uses.singleArguments.contains(where: { !evidence.names[$0].variables.isEmpty }) {
        return .function([])
      }
      if !isUsual, !isTime { return .symbol }
      if uses.singleArguments.count > 1 || isUsual && isTime || isUsual && uses.numberArguments > 0 {
        return .function([uses.singleArguments[0]])
      }
      return isUsual && LaTeXLetters.isTypicalFunction(name) ? .function([uses.singleArguments[0]]) : .unclear
    }
    if uses.bare > 0 { return .symbol }
    let isNested = uses.nestedFunction.map { !evidence.names[$0].variables.isEmpty } ?? false
    if uses.nestedArguments > 0, isUsual || isNested { return .function([]) }
    if uses.numberArguments > 0 {
      if isUsual, uses.wholeSides > 0 { return .function([]) }
      return LaTeXLetters.isTypicalFunction(name)
        ? .function([]) : (uses.compoundArguments > 0 ? .symbol : .unclear)
    }
    if uses.functionArguments + uses.productArguments > 0, name.isOrderedFunction { return .function([]) }
    if uses.functionArguments > 0, isUsual { return uses.wholeSides > 0 ? .function([]) : .unclear }
    if uses.productArguments > 0, isUsual { return uses.wholeSides > 0 ? .function([]) : .unclear }
    // Without other evidence a bracket with a sum in it is a factor; but f is hardly ever a quantity, and `\sigma(Wx + b)` may be an
    // activation.
    if name.latex == "f" || uses.plusArguments > 0 && LaTeXLetters.isActivation(name) { return .unclear }
    let isSmall = name.plainLetter?.isLowercase ?? true
    return uses.wholePlusSides > 0 && isSmall && LaTeXLetters.isTypicalFunction(name) ? .unclear : .symbol
  }

  /// The arguments that the bare name stands for.
  private func usualArguments(_ id: Int, _ formulas: LaTeXFormulas) -> [Int] {
    let uses = evidence.names[id]
    if let definition = uses.definition, Set(definition).count == definition.count { return definition }
    if !uses.variables.isEmpty {
      let variables = uses.isPartial ? evidence.partialVariables.filter { $0 != id } : uses.variables
      let all = variables + uses.variables.filter { !variables.contains($0) }
      return LaTeXLetters.ordered(all) { formulas.names[$0] }
    }
    return uses.singleArguments.first.map { [$0] } ?? []
  }

  // MARK: Primes

  private func decidePrimes(_ formulas: LaTeXFormulas, _ options: LaTeXOptions) {
    for id in roles.indices {
      let uses = evidence.names[id]
      guard uses.primes > 0 || countsDerivatives(id, formulas) else { continue }
      if case .function(let arguments) = roles[id], !arguments.isEmpty {
        if arguments.count == 1 { primeVariables[id] = arguments[0] } else { unclearPrimes.insert(id) }
        continue
      }
      if case .derivatives(let variable) = options.primes {
        derive(id, formulas.intern(toldName(variable)))
        continue
      }
      if uses.isPrimedApplied, LaTeXLetters.isUsualFunction(formulas.names[id]) || uses.primes > 1 {
        var variable = uses.primedArguments.first ?? freeVariable(for: id, formulas)
        if variable == nil, uses.barePrimes == 0 {
          // Where every prime has an argument, the name of the variable says nothing.
          variable = formulas.intern(LaTeXName(base: "x", words: ["x"]))
        }
        if let variable { derive(id, variable) } else { unclearPrimes.insert(id) }
        continue
      }
      let highest = max(uses.primes, uses.orders)
      // A flux of heat is written q'', and nobody speaks of its derivatives without q itself.
      if highest > 1, uses.bare == 0, formulas.names[id].base == "q" {
        unclearPrimes.insert(id)
        continue
      }
      guard highest > 1 || uses.bare > 0 && LaTeXLetters.isUsualDependent(formulas.names[id]) else {
        continue
      }
      if let variable = freeVariable(for: id, formulas) {
        guard highest > 1 || evidence.names[variable].primes == 0 else { continue }
        derive(id, variable)
      } else if highest > 1 || formulas.names[id].latex == "y" {
        unclearPrimes.insert(id)
      }
    }
  }

  /// `y^{(4)} - y = 0`: nobody counts quantities from 3 on.
  private func countsDerivatives(_ id: Int, _ formulas: LaTeXFormulas) -> Bool {
    let uses = evidence.names[id]
    return uses.lowestOrder > 2 && uses.orders > 2 && uses.bare > 0
      && LaTeXLetters.isUsualDependent(formulas.names[id])
  }

  private func derive(_ id: Int, _ variable: Int) {
    primeVariables[id] = variable
    if case .function(let arguments) = roles[id], !arguments.isEmpty { return }
    roles[id] = .function([variable])
  }

  /// The letter that the equation shows as its independent variable.
  private func freeVariable(for id: Int, _ formulas: LaTeXFormulas) -> Int? {
    var candidates = ["x", "t"]
    if let letter = formulas.names[id].plainLetter { candidates.append(letter.lowercased()) }
    candidates += ["r", "s", "z", "\\xi", "\\eta", "\\theta", "\\tau", "\\rho"]
    for candidate in candidates {
      guard let variable = formulas.names.id(candidate), variable != id else { continue }
      let uses = evidence.names[variable]
      guard uses.bare > 0 || evidence.names[id].singleArguments.contains(variable), uses.primes == 0,
        uses.variables.isEmpty
      else { continue }
      return variable
    }
    return nil
  }

  // MARK: Constants

  private func decideConstants(_ formulas: LaTeXFormulas, _ options: LaTeXOptions) {
    if let e = formulas.names.id("e"), roles[e] == .symbol, !options.symbols.contains("e") {
      let isBase = evidence.names[e].symbolicPowers > 0 || evidence.eulerMarks > 0
      eulerIsUnclear = isBase && evidence.names[e].factors > 0
      eulerIsConstant = (isBase || isPure(e, formulas)) && evidence.names[e].sidesAlone == 0
    }
    if let i = formulas.names.id("i"), roles[i] == .symbol, !options.symbols.contains("i") {
      imaginaryIsConstant =
        !evidence.names[i].isBound && evidence.names[i].sidesAlone == 0
        && !evidence.names[i].isAppliedToArgument
        && (evidence.imaginaryMarks > 0 || isPure(i, formulas)
          || evidence.names[i].bare > 0 && formulas.names.id("\\hbar") != nil)
        && (evidence.imaginaryMarks > 1 || !evidence.subscriptLetters.contains("i"))
    }
    if let j = formulas.names.id("j"), roles[j] == .symbol, !options.symbols.contains("j") {
      engineeringIsConstant =
        evidence.engineeringMarks > 0 && !evidence.names[j].isBound && evidence.names[j].sidesAlone == 0
        && !evidence.subscriptLetters.contains("j")
    }
    if let pi = formulas.names.id("\\pi") {
      piIsConstant =
        evidence.names[pi].sidesAlone == 0 && roles[pi] == .symbol && !options.symbols.contains("\\pi")
    }
  }

  /// Whether the name is the only one in the source, so that it can only be a number.
  private func isPure(_ id: Int, _ formulas: LaTeXFormulas) -> Bool {
    (0..<formulas.names.count).allSatisfy { other in
      other == id || evidence.names[other].isBound
        || ["\\pi", "e", "i"].contains(formulas.names[other].latex)
    }
  }
}
