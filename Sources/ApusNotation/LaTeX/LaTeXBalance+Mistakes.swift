extension LaTeXBalance {
  /// The error for something that is still open where `range` begins.
  func unclosed(_ open: Opener, before range: SourceRange) -> Diagnostic {
    let place = tokens[open.index].range
    let insertion = SourceRange(range.lowerBound, range.lowerBound)
    switch open.kind {
    case .brace:
      return Diagnostic(
        "unclosed-brace", "this '{' is never closed", at: place, fixIts: [FixIt(insertion, insert: "}")])
    case .delimiter(let delimiter):
      return unclosed(delimiter, place, insertion)
    case .left:
      let closing = closing(ofLeft: open.index)
      return Diagnostic(
        "missing-right", "this \\left has no \\right", at: place,
        fixIts: [FixIt(insertion, insert: "\\right" + closing)])
    case .environment(let name):
      return Diagnostic(
        "missing-end", "\\begin{\(name)} is never closed", at: place,
        fixIts: [FixIt(insertion, insert: "\\end{\(name)}")])
    case .dollar, .doubleDollar, .parenMath, .bracketMath:
      let closing =
        switch open.kind {
        case .dollar: "$"
        case .doubleDollar: "$$"
        case .parenMath: "\\)"
        default: "\\]"
        }
      return Diagnostic(
        "unclosed-math", "the mathematics that starts here is never closed", at: place,
        fixIts: [FixIt(insertion, insert: closing)])
    }
  }

  private func unclosed(
    _ delimiter: LaTeXDelimiter, _ place: SourceRange, _ insertion: SourceRange
  ) -> Diagnostic {
    let code: String
    switch delimiter {
    case .paren: code = "unclosed-paren"
    case .bracket: code = "unclosed-bracket"
    default: code = "unclosed-delimiter"
    }
    let opening: String
    switch delimiter {
    case .paren: opening = "("
    case .bracket: opening = "["
    case .brace: opening = "\\{"
    case .bar: opening = "|"
    case .doubleBar: opening = "\\|"
    case .floor: opening = "\\lfloor"
    case .ceiling: opening = "\\lceil"
    case .angle: opening = "\\langle"
    case .none: opening = "."
    }
    return Diagnostic(
      code, "this '\(opening)' is never closed", at: place,
      fixIts: [FixIt(insertion, insert: delimiter.closing)])
  }

  private func closing(ofLeft index: Int) -> String {
    guard index + 1 < tokens.count else { return "." }
    switch tokens[index + 1].kind {
    case .other("("): return ")"
    case .other("["): return "]"
    case .other(let scalar): return String(Character(scalar))
    case .command(let name):
      if case .delimiter(let delimiter, _) = LaTeXCommand.table[name] { return delimiter.closing }
      return "."
    default: return "."
    }
  }

  /// The error for something that closes what nothing opened.
  func unexpected(_ index: Int, _ code: String, _ what: String) -> Diagnostic {
    let range = tokens[index].range
    return Diagnostic(
      code, "\(what) closes nothing", at: range, help: ["delete it"], fixIts: [FixIt(range, insert: "")])
  }
}
