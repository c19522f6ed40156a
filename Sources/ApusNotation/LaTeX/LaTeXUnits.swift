import ApusTerms

/// The units of measurement, so that they can be told from names.
enum LaTeXUnits {
  private static let units: Set<String> = [
    "m", "s", "kg", "g", "A", "K", "mol", "cd", "Hz", "N", "Pa", "J", "W", "C", "V", "F", "S", "Wb", "T", "H",
    "lm",
    "lx", "Bq", "Gy", "Sv", "kat", "rad", "sr", "L", "l", "h", "min", "d", "eV", "u", "Da", "bar", "atm",
    "cal", "ohm",
    "ft", "in", "lb", "mi", "dB", "AU", "pc", "ly", "Torr", "mmHg", "M", "G", "erg", "dyn", "yr", "ha", "t",
    "arcsec",
    "angstrom", "B", "bit", "psi", "rpm", "VA", "Ah", "Wh", "Np", "P", "St", "Oe", "R",
  ]
  private static let prefixes = [
    "da", "k", "M", "G", "T", "P", "h", "d", "c", "m", "u", "n", "p", "f", "a", "E",
  ]

  /// Whether a word is a unit, perhaps with a prefix.
  static func isUnit(_ word: String) -> Bool {
    if units.contains(word) { return true }
    return prefixes.contains { word.hasPrefix($0) && units.contains(String(word.dropFirst($0.count))) }
  }
}

extension LaTeXFormulaReader {
  /// Drops the unit behind a number that is a whole side of an equation.
  ///
  /// Units in other places would have to be carried through the calculation, so there they are errors.
  func dropUnit(_ operand: LaTeXOperand, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand
  {
    var end = cursor.place
    while end < cursor.end, isUnitItem(items(cursor.row)[end], isFirst: end == cursor.place) { end += 1 }
    end = max(end, composedUnit(cursor))
    guard end > cursor.place else { return operand }
    let isEnd = end == cursor.end || items(cursor.row)[end].isRelation
    var isWhole = isEnd
    var start = cursor.place
    // Back to the relation in front, as long as there are only numbers.
    while isWhole, start > 0, !items(cursor.row)[start - 1].isRelation {
      start -= 1
      isWhole = isNumeric(items(cursor.row)[start])
    }
    let isExplicit = if case .unit = items(cursor.row)[cursor.place].kind { true } else { false }
    guard isEnd, isWhole, depth == 1 else {
      if isExplicit {
        throw Diagnostic(
          "unit", "a unit can be dropped only after a number that is a whole side",
          at: items(cursor.row)[cursor.place].range)
      }
      return operand
    }
    assume("the unit of the number is left out")
    cursor.place = end
    return operand
  }

  /// The end of `\mathrm{k}\Omega` or `\mu\mathrm{m}`, or of Ω alone in an equation for a resistance.
  private func composedUnit(_ cursor: LaTeXCursor) -> Int {
    let rest = items(cursor.row)[cursor.place..<cursor.end]
    guard let first = rest.first, !first.hasScripts else { return cursor.place }
    let second = rest.dropFirst().first
    switch (first.kind, second?.kind) {
    case (.letter(let prefix, .roman), .symbol("Omega", _)?) where "kMGm".unicodeScalars.contains(prefix):
      return cursor.place + 2
    case (.symbol("mu", _), .letter(let unit, .roman)?) where LaTeXUnits.isUnit(String(Character(unit))):
      return cursor.place + 2
    case (.symbol("mu", _), .word(let unit, .roman)?) where LaTeXUnits.isUnit(tree.texts[unit]):
      return cursor.place + 2
    case (.symbol("Omega", _), nil):
      guard case .letter(let letter, .italic)? = items(cursor.row).first?.kind else { return cursor.place }
      return "RZXr".unicodeScalars.contains(letter) ? cursor.place + 1 : cursor.place
    default: return cursor.place
    }
  }

  /// Whether a degree sign and an upright letter behind a number mean a temperature.
  func isTemperature(_ item: LaTeXNode, _ cursor: LaTeXCursor) -> Bool {
    guard let sup = item.sup, case .degree = tree.superscript(sup), let next = self.item(cursor)
    else {
      return false
    }
    switch next.kind {
    case .letter("C", .roman), .letter("F", .roman): return true
    case .text(let word): return ["C", "F"].contains(tree.texts[word])
    default: return false
    }
  }

  private func isNumeric(_ item: LaTeXNode) -> Bool {
    switch item.kind {
    case .number, .binary(.minus), .binary(.plus), .binary(.times), .binary(.dot): true
    default: false
    }
  }

  private func isUnitItem(_ item: LaTeXNode, isFirst: Bool) -> Bool {
    switch item.kind {
    case .unit: return true
    case .word(let word, .roman): return LaTeXUnits.isUnit(tree.texts[word])
    case .letter(let letter, .roman):
      if letter == "e" || letter == "i" { return false }
      return LaTeXUnits.isUnit(String(Character(letter)))
    case .text(let word):
      let parts = tree.texts[word].split { " /·.^-0123456789()".contains($0) }
      return !parts.isEmpty && parts.allSatisfy { LaTeXUnits.isUnit(String($0)) }
    case .upright(let row):
      return items(row).indices.allSatisfy { isUnitItem(items(row)[$0], isFirst: $0 == 0) }
    case .symbol("ohm", _): return true
    case .binary(.slash), .binary(.dot): return !isFirst
    case .fence(.paren, .paren, let row):
      return !isFirst && items(row).allSatisfy { isUnitItem($0, isFirst: true) }
    default: return false
    }
  }
}
