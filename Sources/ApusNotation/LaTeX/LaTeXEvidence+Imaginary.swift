// Places of an i that no current, interest rate or index has.
extension LaTeXEvidence {
  /// `i\Gamma` at the beginning of a term, and `1 + ic_1`: a current stands behind its constants, and an interest rate before a time.
  func beginsImaginaryTerm(_ items: [LaTeXNode], _ index: Int, _ next: LaTeXNode) -> Bool {
    guard items[index].sup == nil, items[index].primes == 0 else { return false }
    let isFirst =
      index == 0 || items[index - 1].isRelation || items[index - 1].isPlus || items[index - 1].isMinus
    guard isFirst else { return false }
    switch next.kind {
    case .symbol(let symbol, _): return Self.imaginaryParts.contains(symbol.name)
    case .function: return index > 0
    case .letter(let letter, .italic):
      guard index > 1, items[index - 2].isNumber, index == 2 || !items[index - 3].isOperand else {
        return false
      }
      return !"ntrRLZmdT".unicodeScalars.contains(letter)
    default: return false
    }
  }

  /// `Z_L + jZ_0`: a j between a sign and a capital.
  func isReactance(_ items: [LaTeXNode], _ index: Int) -> Bool {
    guard index > 1, index + 1 < items.count, !items[index].hasScripts, items[index - 2].isOperand,
      items[index - 1].isPlus || items[index - 1].isMinus,
      case .letter("A"..."Z", .italic) = items[index + 1].kind
    else { return false }
    return true
  }

  /// Whether a cell of a table holds i or −i and nothing else.
  func isImaginaryCell(_ formulas: LaTeXFormulas, _ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    guard let last = items.last, !last.hasScripts, case .letter("i", .italic) = last.kind else {
      return false
    }
    return items.count == 1 || items.count == 2 && items[0].isMinus
  }

  /// Greek letters by which nobody multiplies a current from behind.
  private static let imaginaryParts: Set<String> = [
    "Gamma", "gamma", "theta", "phi", "varphi", "alpha", "beta", "kappa", "lambda", "nu", "delta", "Omega",
    "eta",
    "xi", "zeta", "chi",
  ]
}
