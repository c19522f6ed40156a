extension LaTeXFormulas {
  /// The arguments in a pair of brackets: the runs between commas, semicolons and bars.
  func arguments(_ row: Int) -> (ranges: [Range<Int>], isEvent: Bool, hasBar: Bool, separators: [SourceRange])
  {
    var hasBar = false
    var ranges: [Range<Int>] = []
    var separators: [SourceRange] = []
    var isEvent = false
    var start = 0
    let items = tree.rows[row].items
    for (index, item) in items.enumerated() {
      switch item.kind {
      case .punctuation(","), .punctuation(";"):
        ranges.append(start..<index)
        separators.append(item.range)
        start = index + 1
      case .bar(_, _) where !item.hasScripts:
        isEvent = true
        hasBar = true
        ranges.append(start..<index)
        separators.append(item.range)
        start = index + 1
      case .relation:
        isEvent = true
        hasBar = false
      default: continue
      }
    }
    ranges.append(start..<items.count)
    return (ranges, isEvent, hasBar, separators)
  }
}

extension LaTeXName {
  /// Whether square brackets after the name hold its argument, as in `\mathbb{E}[X]`.
  var takesBrackets: Bool {
    base.hasPrefix("\\operatorname") || base == "\\mathbb{E}" || base == "\\mathrm{E}"
      || base == "\\mathrm{Var}"
      || base == "\\mathbb{P}" || base == "\\mathrm{Cov}" || base == "\\mathbb{V}"
  }
}

extension LaTeXNode {
  var isNumber: Bool { if case .number = kind { true } else { false } }
  var isRelation: Bool { if case .relation = kind { true } else { false } }

  /// Whether the item is an operand, and not a sign or a separator.
  var isOperand: Bool {
    switch kind {
    case .binary, .relation, .punctuation, .wideSpace, .newline, .label, .dots, .bar, .unit, .modulus, .arrow:
      false
    case .text(let text): !text.isConnective
    default: true
    }
  }

  /// Whether a new statement may begin after the item.
  var endsStatement: Bool {
    switch kind {
    case .punctuation(","), .punctuation(";"), .punctuation("."), .wideSpace, .newline, .label: true
    case .text(let text): text.isConnective
    default: false
    }
  }
}
