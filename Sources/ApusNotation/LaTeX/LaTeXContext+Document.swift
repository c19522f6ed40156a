// What the other formulas of a document decide where a formula by itself does not.
extension LaTeXContext {
  /// Whether the source itself defines the name as a function, differentiates it, or applies it to a list.
  func isSettled(_ id: Int) -> Bool {
    guard id < evidence.names.count, case .function = role(id) else { return false }
    let uses = evidence.names[id]
    return uses.definition != nil || !uses.variables.isEmpty || uses.listLength > 1
      || primeVariables[id] != nil
      || uses.dots > 0
  }

  /// Settles by the document what the source leaves open; what something is differentiated by or applied to here is settled.
  func share(_ document: LaTeXDocumentContext, _ formulas: LaTeXFormulas, _ options: LaTeXOptions) {
    var variables = evidence.derivativeVariables.union(evidence.argumentUses.keys)
    for uses in evidence.names { variables.formUnion(uses.definition ?? []) }
    for id in roles.indices where !variables.contains(id) { shareRole(of: id, document, formulas, options) }
    evidence.absoluteLetters.formUnion(document.absoluteLetters)
    if document.letterTUses > 0 { letterTIsTranspose = false }
    shareConstants(document, formulas, options)
  }

  // MARK: Functions

  private func shareRole(
    of id: Int, _ document: LaTeXDocumentContext, _ formulas: LaTeXFormulas, _ options: LaTeXOptions
  ) {
    let name = formulas.names[id]
    guard !options.symbols.contains(name.latex), !options.functions.contains(name.latex), !isSettled(id),
      roles[id] != .event, let known = document.names.id(name.latex)
    else { return }
    let own = evidence.names[id]
    guard !own.isBound, own.selfContaining == 0, own.chained == 0,
      !isSpecial(name, own), !LaTeXEvidence.mayBeConstant(name)
    else { return }
    if let arguments = document.functions[known] {
      return shareFunction(id, known, arguments, document, formulas)
    }
    guard own.isApplied else { return }
    if case .function = roles[id] { return }
    let merged = document.uses[known].renumbered { argument in
      argument < document.names.count ? formulas.intern(document.names[argument]) : nil
    }
    evidence.grow(to: formulas.names.count)
    roles[id] = appliedRole(name, merged, formulas)
  }

  /// A function of the document; a bare name only if its arguments are plain symbols everywhere.
  private func shareFunction(
    _ id: Int, _ known: Int, _ arguments: [Int], _ document: LaTeXDocumentContext, _ formulas: LaTeXFormulas
  ) {
    let own = evidence.names[id]
    let isPlain = arguments.allSatisfy { argument in
      guard document.functions[argument] == nil else { return false }
      guard let local = formulas.names.id(document.names[argument].latex), local < roles.count else {
        return true
      }
      if case .function = roles[local] { return false }
      return true
    }
    if own.bare > 0, !isPlain || arguments.isEmpty { return }
    let names = arguments.map { formulas.intern(document.names[$0]) }
    evidence.grow(to: formulas.names.count)
    roles[id] = .function(isPlain ? names : [])
    let uses = document.uses[known]
    guard uses.definition == nil else { return }
    evidence.names[id].variables = names
    evidence.names[id].isPartial = uses.isPartial
    evidence.names[id].isPrimedApplied = uses.isPrimedApplied
  }

  // MARK: Constants

  private func shareConstants(
    _ document: LaTeXDocumentContext, _ formulas: LaTeXFormulas, _ options: LaTeXOptions
  ) {
    if let e = formulas.names.id("e"), role(e) == .symbol, !options.symbols.contains("e"), !eulerIsConstant,
      document.hasEulerPower, evidence.names[e].symbolicPowers == 0, !document.quantities.contains("e")
    {
      (eulerIsConstant, eulerIsUnclear, eulerIsElsewhere) = (true, true, true)
    }
    if let i = formulas.names.id("i"), role(i) == .symbol, !options.symbols.contains("i"),
      !imaginaryIsConstant
    {
      let uses = evidence.names[i]
      imaginaryIsConstant =
        document.hasImaginaryUnit && !document.hasIndexI && !uses.isBound && uses.sidesAlone == 0
        && !uses.isApplied
    }
    if document.quantities.contains("\\pi") { piIsConstant = false }
  }
}
