// The canonical spelling of scripts, and the words they give an identifier.
extension LaTeXTree {
  /// A row as canonical LaTeX without spaces.
  func spelling(ofRow row: Int) -> String {
    var text = ""
    for item in rows[row].items {
      let next = spelling(of: item)
      // A command's name must not run into a letter.
      if let last = text.last, last.isLetter, let first = next.first, first.isLetter, endsInCommand(text) {
        text += " "
      }
      text += next
    }
    return text
  }

  private func endsInCommand(_ text: String) -> Bool {
    text.reversed().drop { $0.isLetter }.first == "\\"
  }

  private func spelling(of item: LaTeXNode) -> String {
    var text = nucleusSpelling(of: item)
    if item.primes > 0 { text += String(repeating: "'", count: item.primes) }
    if let sub = item.sub { text += "_{\(spelling(ofRow: sub))}" }
    if let sup = item.sup { text += "^{\(spelling(ofRow: sup))}" }
    return text
  }

  private func nucleusSpelling(of item: LaTeXNode) -> String {
    switch item.kind {
    case .number(let index): return numerals[index].text
    case .letter(let scalar, let font):
      return font == .italic ? String(Character(scalar)) : "\\\(font.rawValue){\(Character(scalar))}"
    case .symbol(let symbol, let font):
      return font == .italic ? "\\" + symbol.name : "\\\(font.rawValue){\\\(symbol.name)}"
    case .word(let word, let font): return "\\\(font.rawValue){\(texts[word])}"
    case .text(let word):
      let text = texts[word]
      return text.contains(" ") ? "\\text{\(text)}" : "\\mathrm{\(text)}"
    case .operatorName(let word): return "\\operatorname{\(texts[word])}"
    case .function(let function): return "\\" + function.name
    case .bigOperator(.listFunction(let function)): return "\\" + function.name
    case .upright(let row): return "\\mathrm{\(uprightSpelling(ofRow: row))}"
    case .accent(let accent, let row): return "\\\(accent.rawValue){\(spelling(ofRow: row))}"
    case .binary(.plusMinus): return "\\pm"
    case .binary(.minusPlus): return "\\mp"
    case .binary(let sign): return sign.rawValue
    case .relation(.equal): return "="
    case .relation(.less): return "<"
    case .relation(.greater): return ">"
    case .relation(let relation): return "\\" + relation.command + " "
    case .punctuation(let scalar): return String(Character(scalar))
    case .fence(let open, let close, let row):
      return openingSpelling(open) + spelling(ofRow: row) + close.closing
    case .group(let row): return "{\(spelling(ofRow: row))}"
    case .fraction(let top, let bottom):
      return "\\frac{\(spelling(ofRow: top))}{\(spelling(ofRow: bottom))}"
    case .bar: return "|"
    case .percent: return "\\%"
    case .factorial: return "!"
    case .root(let row, _): return "\\sqrt{\(spelling(ofRow: row))}"
    default: return "?"
    }
  }

  /// A row of upright letters, which stand in one font command together.
  func uprightSpelling(ofRow row: Int) -> String {
    var text = ""
    for item in rows[row].items {
      switch item.kind {
      case .letter(let scalar, .roman): text += String(Character(scalar))
      case .word(let word, .roman): text += texts[word]
      default: text += nucleusSpelling(of: item)
      }
      if let sub = item.sub { text += "_{\(uprightSpelling(ofRow: sub))}" }
      if let sup = item.sup { text += "^{\(uprightSpelling(ofRow: sup))}" }
    }
    return text
  }

  private func openingSpelling(_ delimiter: LaTeXDelimiter) -> String {
    switch delimiter {
    case .paren: "("
    case .bracket: "["
    case .brace: "\\{"
    case .floor: "\\lfloor "
    case .ceiling: "\\lceil "
    case .angle: "\\langle "
    default: delimiter.closing
    }
  }

  // MARK: Words

  /// The words of a row for an identifier; letters and digits that touch are one word.
  func words(ofRow row: Int) -> [String] {
    var words: [String] = []
    var touches = false
    for item in rows[row].items {
      let (next, isPlain) = wordsOfItem(item)
      if isPlain, touches, let last = words.last, let first = next.first {
        words[words.count - 1] = last + first
        words += next.dropFirst()
      } else {
        words += next
      }
      touches = isPlain && !item.hasScripts
    }
    return words
  }

  private func wordsOfItem(_ item: LaTeXNode) -> (words: [String], isPlain: Bool) {
    var (words, isPlain) = nucleusWords(of: item)
    if item.primes > 0 { words.append("prime") }
    if let sub = item.sub { words += self.words(ofRow: sub) }
    if let sup = item.sup { words += self.words(ofRow: sup) }
    if item.hasScripts, case .letter = item.kind { isPlain = true }
    return (words, isPlain)
  }

  private func nucleusWords(of item: LaTeXNode) -> (words: [String], isPlain: Bool) {
    switch item.kind {
    case .number(let index): return ([numerals[index].text], true)
    case .letter(let scalar, _): return ([String(Character(scalar))], true)
    case .symbol(let symbol, _): return ([symbol.word], false)
    case .word(let word, _), .text(let word), .operatorName(let word): return ([texts[word]], false)
    case .function(let function), .bigOperator(.listFunction(let function)): return ([function.name], false)
    case .upright(let row), .group(let row): return (words(ofRow: row), false)
    case .accent(let accent, let row): return (words(ofRow: row) + [accent.rawValue], false)
    case .fence(_, _, let row): return (words(ofRow: row), false)
    case .fraction(let top, let bottom): return (words(ofRow: top) + ["over"] + words(ofRow: bottom), false)
    case .binary(let sign): return ([signWord(sign)], false)
    case .relation(.equal): return (["eq"], false)
    case .relation(let relation): return ([relation.rawValue.lowercased()], false)
    case .bar: return (["given"], false)
    case .percent: return (["percent"], false)
    case .root(let row, _): return (["sqrt"] + words(ofRow: row), false)
    default: return ([], false)
    }
  }

  private func signWord(_ sign: LaTeXOperator) -> String {
    switch sign {
    case .plus: "plus"
    case .minus: "minus"
    case .plusMinus: "pm"
    case .minusPlus: "mp"
    case .asterisk: "star"
    case .slash, .divide: "over"
    case .times, .dot: "times"
    default: "op"
    }
  }
}
