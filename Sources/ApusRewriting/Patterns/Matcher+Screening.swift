import ApusNumbers
import ApusTerms

// Quick looks at terms, before anything is laid out for the search: most rules fail here.
extension Matcher where Store: ~Copyable {
  /// Whether a part may match a term, as far as outermost forms tell.
  func mayMatch(_ part: Int, _ term: Ref, _ store: borrowing Store) -> Bool {
    let kind = store.kind(term)
    switch pattern.nodes[part] {
    case .call: return kind == .ext || hasHead(part, term, store)
    case .anyCall: return kind == .call || kind == .ext
    case .literal: return literals[part] == term
    case .power(_, let exponent):
      if kind == .power { return true }
      if case .variable(let index) = pattern.nodes[exponent] {
        return pattern.variables[index].role == .optional
      }
      return false
    case .sum(let parts):
      return kind == .sum ? mayPlace(parts, on: term, store) : mayBeAlone(parts, term, store)
    case .product(let coefficient, let parts):
      if kind == .product { return mayPlace(parts, on: term, store) }
      // Other coefficients leave a number beside the term.
      return kind.isNumber || !(coefficient.isExact && coefficient.isOne) || mayBeAlone(parts, term, store)
    case .variable: return true
    }
  }

  /// Whether the parts of a sum or product may match a term that is none.
  private func mayBeAlone(_ parts: [Int], _ term: Ref, _ store: borrowing Store) -> Bool {
    var needed = 0
    for part in parts where pattern.needsOperand(part) {
      needed += 1
      if needed > 1 || !mayMatch(part, term, store) { return false }
    }
    return true
  }

  /// Longer operations are searched at once; to look through them for each part would cost as much.
  private static var screenedCount: Int { 32 }

  /// Whether each part of a pattern that needs an operand finds one of its outermost form in a sum or product; `true` says
  /// only that nothing speaks against it.
  func mayPlace(_ parts: [Int], on term: Ref, _ store: borrowing Store) -> Bool {
    let kind = store.kind(term)
    guard kind == .sum || kind == .product, store.count(term) <= 2 * Self.screenedCount else { return true }
    let hasNumber = !store.isInteger(store.child(term, 0), kind == .sum ? 0 : 1)
    var needed = 0
    for part in parts where pattern.needsOperand(part) {
      needed += 1
      if !mayPlace(part, on: term, kind, store) { return false }
    }
    // The number of a product may come from the pattern's coefficient.
    return needed <= store.count(term) >> 1 + (hasNumber || kind == .product ? 1 : 0)
  }

  private func mayPlace(_ part: Int, on term: Ref, _ kind: Kind, _ store: borrowing Store) -> Bool {
    switch pattern.nodes[part] {
    case .call, .anyCall: break
    case .power(_, let exponent):
      if case .variable(let index) = pattern.nodes[exponent], pattern.variables[index].role == .optional {
        return true
      }
    default: return true
    }
    for i in stride(from: 1, to: store.count(term) - 1, by: 2) {
      let isAlone = store.isInteger(store.child(term, i + 1), 1)
      // With a coefficient a summand is a product; with an exponent a factor is a power, or what a power becomes.
      if isAlone ? mayMatch(part, store.child(term, i), store) : kind == .product { return true }
    }
    return false
  }
}
