import ApusTerms

// Where the argument of a function without parentheses ends.
extension LaTeXFormulaReader {
  /// Whether a name with its own brackets, as in `\cos\omega t \, f(t)`, is a factor behind the value.
  ///
  /// - Throws: `ambiguous-argument` behind a bare frequency, as in `\cos\omega x(t)`.
  func isSeparateFunction(
    _ name: String, _ next: LaTeXNode, _ factors: [LaTeXOperand], _ start: Int, _ cursor: LaTeXCursor
  ) throws(Diagnostic) -> Bool {
    guard let id = formulas.name(cursor.row, cursor.place), !isBound(id) else { return false }
    let after = cursor.place + width(of: cursor)
    guard after < cursor.end, case .fence(.paren, .paren, _) = items(cursor.row)[after].kind else {
      return false
    }
    guard isFunction(id) || formulas.names[id].isOrderedFunction || context.sequences.isElement(id) else {
      return false
    }
    let front = start..<cursor.place
    if items(cursor.row)[front].allSatisfy(\.isNumber) { return false }
    guard isWave(cursor.row, front) else { return true }
    // An angle that depends on the time is multiplied like the angle itself.
    if Self.angles.contains(formulas.names[id].base) { return false }
    throw ambiguousArgument(name, "function", factors, next.range.union(items(cursor.row)[after].range))
  }

  private func isFunction(_ id: Int) -> Bool {
    if case .function = context.role(id) { return true }
    return false
  }

  /// Refuses a factor that may belong to the argument or multiply the value: a fraction behind a letter, and a letter behind an angle.
  func checkFactor(
    _ name: String, _ next: LaTeXNode, _ factors: [LaTeXOperand], _ start: Int, _ cursor: LaTeXCursor
  ) throws(Diagnostic) {
    let front = items(cursor.row)[start..<cursor.place]
    switch next.kind {
    case .fraction:
      guard !isWave(cursor.row, start..<cursor.place) else { return }
      throw ambiguousArgument(name, "fraction", factors, next.range)
    case .letter, .word, .text, .accent:
      guard let last = front.last, case .symbol(let symbol, _) = last.kind, !last.hasSuperscript,
        Self.angles.contains("\\" + symbol.name), front.dropLast().allSatisfy(\.isNumber),
        formulas.name(cursor.row, cursor.place) != nil
      else { return }
      throw ambiguousArgument(name, "factor", factors, next.range)
    default: return
    }
  }

  /// Whether factors are a frequency or wave number, so that what follows them belongs to the argument: `\omega`, `2\pi n`,
  /// `\frac{2\pi}{\lambda}`.
  func isWave(_ row: Int, _ places: Range<Int>) -> Bool {
    // Nobody writes a longer one, and each factor of it would look at all before.
    guard places.count <= 16 else { return false }
    return items(row)[places].allSatisfy { item in
      switch item.kind {
      case .fraction(let top, let bottom):
        let hasPi = items(top).contains { if case .symbol("pi", _) = $0.kind { true } else { false } }
        return hasPi && isWave(top, items(top).indices)
          && items(bottom).contains { !$0.isNumber && !$0.isWaveFactor }
      default: return item.isWaveFactor
      }
    }
  }

  private static let angles: Set<String> = ["\\theta", "\\vartheta", "\\phi", "\\varphi"]

  func ambiguousArgument(
    _ name: String, _ what: String, _ factors: [LaTeXOperand], _ next: SourceRange
  ) -> Diagnostic {
    let function = name.isEmpty ? "the function" : name
    let mistake = Diagnostic(
      "ambiguous-argument", "it is not clear whether this \(what) belongs to the argument of \(function)",
      at: next,
      help: ["put the whole argument in parentheses"])
    guard let first = factors.first, let last = factors.last else { return mistake }
    let argument = first.range.union(last.range)
    return mistake.settled(by: [
      FixIt.brackets(around: argument.union(next)), FixIt.brackets(around: argument),
    ])
  }
}

extension LaTeXNode {
  fileprivate var isWaveFactor: Bool {
    switch kind {
    case .number: true
    case .symbol("omega", _), .symbol("pi", _), .symbol("Omega", _), .letter("k", _), .letter("n", _),
      .letter("m", _):
      true
    default: false
    }
  }
}
