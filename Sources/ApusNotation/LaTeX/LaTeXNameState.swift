import ApusTerms

/// What a reader of formulas keeps for a name while it reads.
struct LaTeXNameState {
  /// The symbol, once it is made.
  var symbol: Expr?
  /// Whether the name is nothing but a symbol everywhere; `nil` as long as nobody has asked.
  var isPlain: Bool?
  /// The number of the last statement that used the name.
  var lastStatement: Int32 = -1
  /// How many constructs bind the name where the reader is.
  var bindings: Int32 = 0
  /// With how many arguments the name was called where it stood alone, and where it had brackets; -1 for never.
  var usualCount: Int32 = -1
  var appliedCount: Int32 = -1
}

extension LaTeXFormulaReader {
  /// The state of a name, which may have come up while reading.
  private func withState<T>(_ id: Int, _ body: (inout LaTeXNameState) -> T) -> T {
    while states.count <= id { states.append(LaTeXNameState()) }
    return body(&states[id])
  }

  /// The identifier of a name, which is noted as used.
  func use(_ id: Int) -> String {
    noteUse(id)
    return identifiers.identifier(id, in: formulas.names)
  }

  private func noteUse(_ id: Int) {
    while states.count <= id { states.append(LaTeXNameState()) }
    guard states[id].lastStatement != statementNumber else { return }
    states[id].lastStatement = statementNumber
    used.append(id)
  }

  /// The symbol of a name, made once.
  func symbolTerm(_ id: Int) -> Expr {
    noteUse(id)
    if let known = states[id].symbol { return known }
    let symbol = LaTeXTerms.symbol(identifiers.identifier(id, in: formulas.names))
    states[id].symbol = symbol
    return symbol
  }

  /// Notes with how many arguments a function is called: where its name stands alone, they are the same as elsewhere.
  func noteCall(_ id: Int, count: Int, isUsual: Bool, _ range: SourceRange) throws(Diagnostic) {
    let other = withState(id) { state in
      if isUsual { state.usualCount = Int32(count) } else { state.appliedCount = Int32(count) }
      return Int(isUsual ? state.appliedCount : state.usualCount)
    }
    guard other >= 0, other != count else { return }
    let latex = formulas.names[id].latex
    throw Diagnostic(
      "argument-count", "\(latex) has \(count) argument\(count == 1 ? "" : "s") here and \(other) elsewhere",
      at: range, help: ["write the arguments of \(latex) everywhere"])
  }

  func isPlainSymbol(_ id: Int) -> Bool {
    if id < states.count, let known = states[id].isPlain { return known }
    let isPlain = Self.isPlain(formulas.names[id]) && context.isPlainSymbol(id)
    withState(id) { $0.isPlain = isPlain }
    return isPlain
  }

  /// Whether the name cannot be a constant or a differential, and its superscript is none of its own.
  private static func isPlain(_ name: LaTeXName) -> Bool {
    guard !name.takesSuperscript else { return false }
    if name.base.utf8.count == 1 {
      switch name.base.utf8.first {
      case UInt8(ascii: "d"): return false
      case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "j"): return !name.scripts.isEmpty
      default: return true
      }
    }
    switch name.base {
    case "\\partial", "\\infty", "\\emptyset", "\\varnothing": return false
    case "\\pi": return !name.scripts.isEmpty
    default: return true
    }
  }

  func bind(_ id: Int) {
    withState(id) { $0.bindings += 1 }
    hasBound = true
  }
  func unbind(_ id: Int) { states[id].bindings -= 1 }
  func isBound(_ id: Int) -> Bool { id < states.count && states[id].bindings > 0 }
}
