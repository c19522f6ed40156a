import ApusNotation
import ApusTerms

// The values of names.
extension Evaluator {
  /// The value of a name: bound here, defined in the session, or a symbol.
  mutating func name(_ id: Int) throws(Diagnostic) -> Expr {
    let frame = frames[frames.count - 1]
    let tree = frame.statement.tree
    let name = tree.name(of: id)
    if frame.statement.quoted.contains(id) || tree.isQuoted(id) { return .symbol(name) }
    switch frame.statement.scopes.binding(of: name, at: id) {
    case .value(let node): return frame.values[node]
    case .symbol: return .symbol(name)
    case .parameter: return frame.parameters[name] ?? .symbol(name)
    case nil: break
    }
    if let value = state.variables[name] { return value }
    if name == "ans" { return try answer(nil, at: id) }
    if state.userFunctions[name] != nil || state.declared.contains(name) {
      throw CallMistakes.missingArguments(id, tree)
    }
    let value = try resolver.term(id, tree, builder)
    if value.symbol != nil { hintAtProduct(name) }
    return value
  }

  /// `%`, `_`, `%3`.
  func previousAnswer(_ id: Int) throws(Diagnostic) -> Expr {
    let text = tree.text(of: id)
    return try answer(text.count > 1 ? Int(text.dropFirst()) ?? 0 : nil, at: id)
  }

  private func answer(_ number: Int?, at id: Int) throws(Diagnostic) -> Expr {
    let answers = state.answers
    let place = tree.nodes[id].range
    guard let number else {
      guard let last = answers.last else {
        throw Diagnostic("no-answer", "there is no earlier answer", at: place)
      }
      return last
    }
    guard number >= 1, number <= answers.count else {
      throw Diagnostic(
        "no-answer",
        answers.isEmpty ? "there is no earlier answer" : "the answers so far are %1 to %\(answers.count)",
        at: place)
    }
    return answers[number - 1]
  }

  /// `xy` is one name; where x and y are both in use, a product may have been meant.
  private mutating func hintAtProduct(_ name: String) {
    let letters = name.unicodeScalars.map { String($0) }
    guard letters.count == 2, letters[0] != letters[1], letters.allSatisfy(state.symbols.contains),
      !state.symbols.contains(name)
    else { return }
    notes.append("\(name) is one name; the product is \(letters[0])*\(letters[1])")
  }
}
