/// Derivatives that are written as subscripts: `u_t = k u_{xx}`.
///
/// A letter with a time derivative and a derivative in space beside it is read so, and a letter for a field with second derivatives in
/// several variables; `v_x` and `v_y` alone are components.
enum LaTeXSubscriptDerivatives {
  /// For every name that is a derivative the number of the function's name and the letters of the variables.
  static func find(in formulas: LaTeXFormulas) -> [Int: (base: Int, variables: [String])] {
    var groups: [String: [(id: Int, letters: String)]] = [:]
    for id in 0..<formulas.names.count where mayBeDerivative(formulas.names[id].scripts) {
      let name = formulas.names[id]
      guard name.scripts.hasPrefix("_{"), name.scripts.hasSuffix("}"), !name.takesSuperscript else {
        continue
      }
      let letters = String(name.scripts.dropFirst(2).dropLast())
      guard !letters.isEmpty, letters.allSatisfy({ "xyzt".contains($0) }) else { continue }
      groups[name.base, default: []].append((id, letters))
    }
    var found: [Int: (base: Int, variables: [String])] = [:]
    let ordered = groups.sorted(by: { $0.key < $1.key })
    // A pressure or height beside such a field has no components.
    let hasField = ordered.contains { isDifferentiated($0.key, $0.value.map(\.letters), formulas) }
    for (base, members) in ordered {
      guard isDifferentiated(base, members.map(\.letters), formulas) || hasField && companions.contains(base),
        let first = members.first
      else { continue }
      var plain = formulas.names[first.id]
      plain.scripts = ""
      plain.subscriptRow = nil
      plain.words.removeLast()
      plain.base = base
      let id = formulas.intern(plain)
      for member in members { found[member.id] = (id, member.letters.map(String.init)) }
    }
    return found
  }

  /// Quantities without components.
  private static let companions: Set<String> = [
    "p", "h", "\\eta", "\\phi", "\\psi", "\\rho", "\\theta", "\\zeta",
  ]

  private static func isDifferentiated(
    _ base: String, _ subscripts: [String], _ formulas: LaTeXFormulas
  ) -> Bool {
    let hasTime = subscripts.contains { $0.allSatisfy { $0 == "t" } }
    let hasSpace = subscripts.contains { $0.contains { $0 != "t" } }
    return hasTime && hasSpace || isField(base, subscripts, formulas)
  }

  /// Whether the scripts begin with a subscript of a coordinate or the time; a cheap look at most names.
  private static func mayBeDerivative(_ scripts: String) -> Bool {
    switch scripts.utf8.dropFirst(2).first {
    case UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "z"), UInt8(ascii: "t"): true
    default: false
    }
  }

  /// Whether the subscripts of a letter for a field have the look of second derivatives: `u_{xx} + u_{yy}`, `\phi_{xxx}`, `u_{xx} + u`.
  private static func isField(_ base: String, _ subscripts: [String], _ formulas: LaTeXFormulas) -> Bool {
    guard ["u", "v", "w", "f", "z", "\\phi", "\\varphi", "\\psi", "\\Phi", "\\Psi"].contains(base) else {
      return false
    }
    let second = subscripts.filter { $0.count > 1 }
    guard let first = second.first, second.contains(where: { $0.first == $0.last }) else { return false }
    return second.contains { $0.count > 2 } || second.contains { $0 != first }
      || formulas.names.id(base) != nil
  }
}

extension LaTeXEvidence {
  /// Notes that the functions of subscripted derivatives depend on their variables.
  mutating func recordSubscripts(_ formulas: LaTeXFormulas) {
    if formulas.tree.traits.contains(.partial) { nameSubscripts(formulas) }
    grow(to: formulas.names.count)
    subscriptDerivatives = LaTeXSubscriptDerivatives.find(in: formulas)
    for id in subscriptDerivatives.keys.sorted() {
      guard let derivative = subscriptDerivatives[id] else { continue }
      let variables = derivative.variables.map { formulas.intern(LaTeXName(base: $0, words: [$0])) }
      grow(to: formulas.names.count)
      depend(derivative.base, on: variables, isPartial: true, formulas)
    }
  }

  /// Gives the letters below every ∂ a number.
  private func nameSubscripts(_ formulas: LaTeXFormulas) {
    for row in formulas.tree.rows where !row.isScript && !row.isMoved {
      for item in row.items {
        for variable in formulas.subscriptedPartial(item) ?? [] {
          if let name = formulas.tree.name(of: variable) { _ = formulas.intern(name) }
        }
      }
    }
  }
}
