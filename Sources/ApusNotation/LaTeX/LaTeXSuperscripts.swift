extension LaTeXTree {
  /// What a superscript says, from its own looks.
  func superscript(_ row: Int) -> LaTeXSuperscript {
    let items = rows[row].items
    if items.count == 1, let item = items.first, !item.hasScripts {
      return single(item, row)
    }
    return isChargeOrStars(items) ? mark(row) : .exponent
  }

  private func mark(_ row: Int) -> LaTeXSuperscript { .mark(spelling(ofRow: row), words(ofRow: row)) }

  private func single(_ item: LaTeXNode, _ row: Int) -> LaTeXSuperscript {
    switch item.kind {
    case .symbol(let symbol, _): return self.symbol(symbol.name, row)
    case .binary(.asterisk): return .mark("*", ["star"])
    case .binary(.plus), .binary(.minus), .binary(.plusMinus): return mark(row)
    case .degreeSign: return .degree
    case .letter("T", .italic): return .letterT
    case .letter("T", _): return .transpose
    case .letter("H", .roman): return .adjoint
    case .letter("e", .roman), .letter("i", .roman): return .exponent
    case .letter(_, .roman), .word(_, .roman), .word(_, .sans), .upright: return mark(row)
    case .text(let text): return texts[text] == "T" ? .transpose : mark(row)
    case .function, .bigOperator(.listFunction): return mark(row)
    case .fence(.paren, .paren, let inner): return .parenthesised(plainContent(inner), inner)
    case .fence(.bracket, .bracket, let inner):
      return plainContent(inner).map { .mark("[\($0.latex)]", $0.words) } ?? .exponent
    default: return .exponent
    }
  }

  private func symbol(_ name: String, _ row: Int) -> LaTeXSuperscript {
    switch name {
    case "top", "intercal": .transpose
    case "dagger", "dag": .adjoint
    case "circ": .degree
    case "ast", "star": .mark("*", ["star"])
    case "ddagger", "ddag", "perp", "parallel", "ominus", "standardstate", "plimsoll", "bullet", "sharp",
      "flat",
      "natural", "odot", "complement":
      mark(row)
    default: .exponent
    }
  }

  /// A number, letter or word alone, with nothing to compute.
  private func plainContent(_ row: Int) -> LaTeXMark? {
    let items = rows[row].items
    guard items.count == 1, let item = items.first, item.sup == nil, item.primes == 0 else { return nil }
    switch item.kind {
    case .number, .letter, .symbol, .word, .text:
      return LaTeXMark(latex: spelling(ofRow: row), words: words(ofRow: row))
    default: return nil
    }
  }

  /// `2+`, `**`, `\circ\ddagger`: marks only, with a number in front of a sign.
  private func isChargeOrStars(_ items: [LaTeXNode]) -> Bool {
    guard items.count == 2, let first = items.first, let last = items.last else { return false }
    if first.hasScripts || last.hasScripts { return false }
    switch (first.kind, last.kind) {
    case (.number, .binary(.plus)), (.number, .binary(.minus)): return true
    case (.binary(.asterisk), .binary(.asterisk)): return true
    case (.symbol("circ", _), .symbol("ddagger", _)), (.symbol("ddagger", _), .symbol("circ", _)): return true
    default: return false
    }
  }
}
