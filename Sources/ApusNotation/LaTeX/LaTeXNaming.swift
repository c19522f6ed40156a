/// What a superscript says about the thing below it.
enum LaTeXSuperscript {
  /// An exponent.
  case exponent
  /// A mark that belongs to the name, as it is written and as words: a star, a plus, an upright word.
  case mark(String, [String])
  /// `(k)`: the spelling and words of a plain content, or nil for a composed one.
  case parenthesised(LaTeXMark?, Int)
  /// An upright T or ⊤.
  case transpose
  /// An italic T: a transpose or an exponent.
  case letterT
  /// † and its like.
  case adjoint
  /// A degree sign.
  case degree
}

/// A spelling with its words.
struct LaTeXMark: Hashable, Sendable {
  var latex: String
  var words: [String]
}

// Names as they are read off items; nothing here depends on the rest of the source.
extension LaTeXTree {
  /// The name an item is, without its primes; nil for an item that is no name.
  func name(of item: LaTeXNode) -> LaTeXName? {
    guard var name = baseName(of: item) else { return nil }
    if let sub = item.sub {
      name.scripts += "_{" + spelling(ofRow: sub) + "}"
      name.words += words(ofRow: sub)
      name.subscriptRow = sub
    }
    if let sup = item.sup, let mark = nameMark(ofRow: sup) ?? standardMark(item, sup) {
      name.scripts += "^{" + mark.latex + "}"
      name.words += mark.words
      name.takesSuperscript = true
    }
    return name
  }

  private func nameMark(ofRow row: Int) -> LaTeXMark? {
    switch superscript(row) {
    case .mark(let latex, let words): LaTeXMark(latex: latex, words: words)
    case .parenthesised(let mark?, _): LaTeXMark(latex: "(\(mark.latex))", words: mark.words)
    case .parenthesised(nil, let inner): stepMark(inner)
    case .degree: LaTeXMark(latex: "\\circ", words: ["std"])
    default: nil
    }
  }

  /// The `(k+1)` of `x^{(k+1)}`, where `(k)` stands above a name elsewhere.
  private func stepMark(_ row: Int) -> LaTeXMark? {
    let items = rows[row].items
    guard items.count == 3, case .letter(let letter, .italic) = items[0].kind, stepLetters.contains(letter),
      case .binary(let sign) = items[1].kind, sign == .plus || sign == .minus,
      case .number = items[2].kind, items.allSatisfy({ !$0.hasScripts })
    else { return nil }
    return LaTeXMark(latex: "(\(spelling(ofRow: row)))", words: words(ofRow: row))
  }

  /// The 0 of `E^0` and `\mu^0`, which marks a standard state: nobody writes such a power.
  private func standardMark(_ item: LaTeXNode, _ sup: Int) -> LaTeXMark? {
    guard rows[sup].items.count == 1, let only = rows[sup].items.first, !only.hasScripts,
      case .number(let index) = only.kind,
      numerals[index].text == "0"
    else { return nil }
    switch item.kind {
    case .letter(let letter, .italic) where letter.properties.isUppercase: break
    case .symbol("mu", _), .symbol("Lambda", _), .symbol("phi", _): break
    default: return nil
    }
    return LaTeXMark(latex: "0", words: ["0"])
  }

  private func baseName(of item: LaTeXNode) -> LaTeXName? {
    switch item.kind {
    case .letter(let scalar, let font):
      return styled(String(Character(scalar)), font)
    case .symbol(let symbol, let font):
      guard symbol.isLetter else { return nil }
      var result = LaTeXName(base: "\\" + symbol.name, words: [symbol.word])
      if let style = font.word {
        result.base = "\\\(font.rawValue){\\\(symbol.name)}"
        result.words.append(style)
      }
      result.isVector = font.isBold
      return result
    case .word(let word, let font): return styled(texts[word], font)
    case .text(let word):
      let text = texts[word]
      return item.isProse || word.isConnective || LaTeXWords.isProse(text)
        ? nil : LaTeXName(base: "\\text{\(text)}", words: [text])
    case .operatorName(let word):
      return LaTeXName(base: "\\operatorname{\(texts[word])}", words: [texts[word]])
    case .accent(let accent, let row): return accented(accent, row)
    case .upright(let row): return upright(row)
    case .fence(.bracket, .bracket, let row): return concentration(row)
    case .fence(.angle, .angle, let row): return average(row)
    default: return nil
    }
  }

  private func styled(_ word: String, _ font: LaTeXFont) -> LaTeXName {
    var name = LaTeXName(base: font == .italic ? word : "\\\(font.rawValue){\(word)}", words: [word])
    if let style = font.word { name.words.append(style) }
    if font == .roman { name.distinction = ["upright"] }
    name.isVector = font.isBold
    return name
  }

  /// `\hat{x}`, with the scripts of what is under the hat moved outside; dots are derivatives and make no
  /// name.
  private func accented(_ accent: LaTeXAccent, _ row: Int) -> LaTeXName? {
    guard accent.timeDerivatives == 0 else { return nil }
    let items = rows[row].items
    if items.count == 1, let item = items.first, item.primes == 0, var name = self.name(of: item),
      item.sup == nil || name.takesSuperscript
    {
      if let sub = item.sub {
        // The words of the base come first, then the accent, then the subscript.
        name.words.removeLast(words(ofRow: sub).count)
        name.words.append(accent.rawValue)
        name.words += words(ofRow: sub)
      } else {
        name.words.append(accent.rawValue)
      }
      name.base = "\\\(accent.rawValue){\(name.base)}"
      if accent == .vec { name.isVector = true }
      return name
    }
    guard accent == .bar || accent == .hat || accent == .vec, items.count > 1,
      items.allSatisfy(\.isPlainLetter)
    else { return nil }
    return LaTeXName(
      base: "\\\(accent == .bar ? "overline" : accent.rawValue){\(spelling(ofRow: row))}",
      words: words(ofRow: row) + [accent.rawValue], isVector: accent == .vec)
  }

  /// A chemical formula or an upright word with scripts inside: `\mathrm{H_2O}`.
  private func upright(_ row: Int) -> LaTeXName? {
    for item in rows[row].items {
      switch item.kind {
      case .letter, .word, .number: continue
      case .fence(.paren, .paren, _): continue
      default: return nil
      }
    }
    return LaTeXName(
      base: "\\mathrm{\(uprightSpelling(ofRow: row))}", words: [words(ofRow: row).joined()])
  }

  /// `[\mathrm{A}]` is a concentration, and so is a single capital in brackets.
  private func concentration(_ row: Int) -> LaTeXName? {
    let items = rows[row].items
    guard let first = items.first, items.allSatisfy({ isSpecies($0) }) else { return nil }
    switch first.kind {
    case .letter(let scalar, .italic):
      guard scalar.properties.isUppercase, items.count == 1 || joinsSpecies, first.primes == 0 else {
        return nil
      }
    case .letter, .word, .text, .upright: break
    default: return nil
    }
    return LaTeXName(
      base: "[\(spelling(ofRow: row))]", words: [words(ofRow: row).joined(separator: "_")],
      distinction: ["conc"])
  }

  private func isSpecies(_ item: LaTeXNode) -> Bool {
    guard item.primes == 0, item.sup.map({ isCharge($0) }) ?? true else { return false }
    switch item.kind {
    case .letter, .word, .upright: return true
    case .text(let text): return !text.isConnective
    default: return false
    }
  }

  /// `+`, `2-`, `\bullet`, a star.
  private func isCharge(_ row: Int) -> Bool {
    if case .mark = superscript(row) { return true }
    return false
  }

  private func average(_ row: Int) -> LaTeXName? {
    for item in rows[row].items {
      switch item.kind {
      case .bar, .relation, .table, .punctuation, .dots: return nil
      default: continue
      }
    }
    guard !rows[row].items.isEmpty else { return nil }
    return LaTeXName(
      base: "\\langle \(spelling(ofRow: row))\\rangle", words: ["mean"] + words(ofRow: row))
  }
}

extension LaTeXNode {
  /// Whether the item is a letter without scripts.
  var isPlainLetter: Bool {
    if hasScripts { return false }
    switch kind {
    case .letter, .word: return true
    default: return false
    }
  }
}
