// Signs of complex numbers and of bound indices.
extension LaTeXEvidence {
  mutating func collectMarks(_ formulas: LaTeXFormulas, _ items: [LaTeXNode], _ index: Int) {
    let item = items[index]
    switch item.kind {
    case .function("re"), .function("im"): imaginaryMarks += 1
    case .operatorName(let word):
      if ["Re", "Im"].contains(formulas.tree.texts[word]) { imaginaryMarks += 1 }
    case .letter("i", .roman), .letter("j", .roman):
      imaginaryMarks += 1
      hasUprightI = true
    case .letter("T", .italic): letterTUses += 1
    case .fraction(let top, let bottom):
      if isEuler(formulas, bottom), formulas.integer(top) == 1 { eulerMarks += 1 }
    case .function("log"):
      if item.sub == nil, index + 1 < items.count, case .letter("e", .italic) = items[index + 1].kind,
        index + 2 == items.count || !items[index + 2].isOperand
      {
        eulerMarks += 1
      }
    case .fence(.paren, .paren, let inner):
      guard let sup = item.sup, formulas.integer(sup) == nil, formulas.tree.rows[inner].items.count == 1,
        case .fraction(_, let bottom)? = formulas.tree.rows[inner].items.first?.kind
      else { break }
      if isEuler(formulas, bottom) { eulerMarks += 1 }
    case .fence(.bar, .bar, let inner):
      if formulas.tree.rows[inner].items.count == 1,
        case .letter(let letter, .italic)? = formulas.tree.rows[inner].items.first?.kind
      {
        absoluteLetters.insert(letter)
      }
    case .letter("i", .italic) where item.sub == nil:
      if index > 0, items[index - 1].isNumber { imaginaryMarks += 1 }
      if let next = index + 1 < items.count ? items[index + 1] : nil {
        noteNeighbour(next)
        if beginsImaginaryTerm(items, index, next) { imaginaryMarks += 1 }
      }
      if isComplexPair(items, index) { imaginaryMarks += 1 }
    case .table(let table):
      for cell in formulas.tree.tables[table].rows.joined() where isImaginaryCell(formulas, cell) {
        imaginaryMarks += 1
      }
    case .letter("j", .italic) where item.sub == nil:
      if index + 1 < items.count, case .symbol("omega", _) = items[index + 1].kind { engineeringMarks += 1 }
      if isReactance(items, index) { engineeringMarks += 1 }
    case .letter("e", _), .function("exp"):
      if isEntropy(formulas, items, index) { eulerMarks += 1 }
      if let sup = item.sup { noteExponent(formulas, sup) }
      if case .function = item.kind, index + 1 < items.count,
        case .fence(_, _, let inner) = items[index + 1].kind
      {
        noteExponent(formulas, inner)
      }
    default: break
    }
    if let sup = item.sup, case .letterT = formulas.tree.superscript(sup) { letterTUses -= 1 }
  }

  /// The e of `\log(2\pi e \sigma^2)`.
  private func isEntropy(_ formulas: LaTeXFormulas, _ items: [LaTeXNode], _ index: Int) -> Bool {
    guard index > 1, !items[index].hasScripts, case .symbol("pi", _) = items[index - 1].kind,
      case .number(let number) = items[index - 2].kind
    else { return false }
    return formulas.tree.numerals[number].text == "2"
  }

  private func isEuler(_ formulas: LaTeXFormulas, _ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    guard items.count == 1, case .letter("e", .italic)? = items.first?.kind else { return false }
    return items.first?.hasScripts == false
  }

  mutating func noteNeighbour(_ next: LaTeXNode) {
    switch next.kind {
    case .symbol("hbar", _), .symbol("psi", _), .symbol("Psi", _), .symbol("omega", _), .symbol("pi", _),
      .symbol("varepsilon", _), .symbol("epsilon", _), .symbol("partial", _), .function("sin"),
      .function("sinh"):
      imaginaryMarks += 1
    case .root: imaginaryMarks += 1
    default: break
    }
  }

  /// `a + bi`, `x + iy`, `\cos x + i\sin x`.
  private func isComplexPair(_ items: [LaTeXNode], _ index: Int) -> Bool {
    func letter(_ place: Int) -> Unicode.Scalar? {
      guard items.indices.contains(place), case .letter(let scalar, .italic) = items[place].kind else {
        return nil
      }
      return scalar
    }
    func isSign(_ place: Int) -> Bool {
      guard items.indices.contains(place), case .binary(let sign) = items[place].kind else { return false }
      return sign == .plus || sign == .minus
    }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("a", "b"), ("x", "y"), ("u", "v"), ("c", "d"), ("p", "q"),
    ]
    if isSign(index - 1), index > 1, isPart(items, index + 1), imaginaryPartFollows(items, index) {
      return true
    }
    for (real, imaginary) in pairs {
      if isSign(index - 1), letter(index - 2) == real, letter(index + 1) == imaginary { return true }
      if letter(index - 1) == imaginary, isSign(index - 2), letter(index - 3) == real { return true }
    }
    return false
  }

  /// Whether the i ends its term with one more letter, beside a term of one letter, as in `S = P + iQ`.
  private func imaginaryPartFollows(_ items: [LaTeXNode], _ index: Int) -> Bool {
    let isFirst = index == 3 ? items[0].isRelation : index < 3 || items[index - 3].isRelation
    return isFirst && items[index - 2].makesNames && items[index - 2].sup == nil
  }

  /// Whether the item can be an imaginary part, and ends its term; a resistance behind i would be a voltage.
  private func isPart(_ items: [LaTeXNode], _ index: Int) -> Bool {
    guard index < items.count, index + 1 == items.count || !items[index + 1].isOperand else { return false }
    switch items[index].kind {
    case .letter(let letter, .italic): return !"rRLZdn".unicodeScalars.contains(letter)
    case .symbol(let symbol, _): return symbol.isLetter
    default: return false
    }
  }

  /// An i in the exponent of e is imaginary.
  mutating func noteExponent(_ formulas: LaTeXFormulas, _ row: Int) {
    for name in formulas.namesUsed(row, formulas.tree.rows[row].items.indices, limit: 100) {
      if formulas.names[name].latex == "i" { imaginaryMarks += 1 }
      if formulas.names[name].latex == "j" { engineeringMarks += 1 }
    }
  }

  mutating func collectIndex(_ formulas: LaTeXFormulas, _ item: LaTeXNode) {
    guard let sub = item.sub, let name = formulas.name(sub, 0), formulas.tree.rows[sub].items.count > 1 else {
      return
    }
    names[name].isBound = true
  }
}
