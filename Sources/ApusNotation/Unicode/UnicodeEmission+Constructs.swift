import ApusNumbers
import ApusTerms

// Functions, statements, collections and calculus.
extension UnicodeEmission {
  mutating func call(of function: Function, _ arguments: [UnicodePiece]) -> UnicodePiece {
    if function.isUndefined { return bracketed(UnicodeNames.text(for: function.name) + "(", arguments, ")") }
    switch (function.name, arguments.count) {
    case ("exp", 1): return power(atom("e"), arguments[0])
    case ("abs", 1): return bracketed("|", arguments, "|")
    case ("norm", 1): return bracketed("‖", arguments, "‖")
    case ("floor", 1): return bracketed("⌊", arguments, "⌋")
    case ("ceiling", 1): return bracketed("⌈", arguments, "⌉")
    case ("factorial", 1): return row([atLeast(.atom, arguments[0]), "!"], .power)
    case ("doubleFactorial", 1): return row([atLeast(.atom, arguments[0]), "!!"], .power)
    case ("mod", 2):
      return row([atLeast(.product, arguments[0]), " mod ", atLeast(.power, arguments[1])], .sum)
    case ("degree", 1): return row([atLeast(.atom, arguments[0]), "°"], .power)
    case ("transpose", 1): return row([atLeast(.atom, arguments[0]), "ᵀ"], .power)
    case ("union", 2...): return joined(arguments, " ∪ ", .sum)
    case ("intersection", 2...): return joined(arguments, " ∩ ", .sum)
    default: return bracketed((Self.names[function.name] ?? function.name) + "(", arguments, ")")
    }
  }

  private static let names = [
    "log": "ln", "gamma": "Γ", "zeta": "ζ", "digamma": "ψ", "asin": "arcsin", "acos": "arccos",
    "atan": "arctan",
    "re": "Re", "im": "Im", "sign": "sgn", "heaviside": "θ", "dirac": "δ",
  ]

  private mutating func joined(
    _ parts: [UnicodePiece], _ sign: String, _ kind: UnicodePiece.Kind
  ) -> UnicodePiece {
    var text: [TextArena.Part] = []
    for part in parts {
      if !text.isEmpty { text.append(.text(sign)) }
      text.append(atLeast(.sum, part))
    }
    return row(text, kind)
  }

  // MARK: Statements

  mutating func statement(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> UnicodePiece {
    switch form {
    case .relation(let relation, let a, let b):
      return joined([pieces[a], pieces[b]], " \(Self.sign(relation)) ", .statement)
    case .congruence(let a, let b, let modulus):
      let head = joined([pieces[a], pieces[b]], " ≡ ", .statement)
      return row([.ref(head.ref), " (mod ", .ref(pieces[modulus].ref), ")"], .statement)
    case .conjunction(let parts): return conjunction(parts, tree, pieces)
    case .disjunction(let parts): return joined(parts.map { pieces[$0] }, " ∨ ", .statement)
    case .not(let a): return row(["¬", atLeast(.bigOperator, pieces[a])], .statement)
    case .implication(let a, let b): return joined([pieces[a], pieces[b]], " ⇒ ", .statement)
    default: return atom("")
    }
  }

  /// `a < b` and `b ≤ c` as `a < b ≤ c`.
  private mutating func conjunction(_ parts: Layout.Parts, _ tree: DisplayTree, _ pieces: Pieces)
    -> UnicodePiece
  {
    var text: [TextArena.Part] = []
    var last: Int?
    for part in parts {
      guard case .relation(let relation, let a, let b) = tree[part], last ?? a == a else {
        return joined(parts.map { pieces[$0] }, " ∧ ", .statement)
      }
      if last == nil { text.append(atLeast(.sum, pieces[a])) }
      text += [.text(" \(Self.sign(relation)) "), atLeast(.sum, pieces[b])]
      last = b
    }
    return row(text, .statement)
  }

  private static func sign(_ relation: DisplayForm.Relation) -> String {
    switch relation {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessEqual: "≤"
    case .greater: ">"
    case .greaterEqual: "≥"
    case .approximately: "≈"
    case .definition: "≔"
    case .elementOf: "∈"
    }
  }

  // MARK: Collections

  mutating func collection(_ form: DisplayForm, _ pieces: Pieces) -> UnicodePiece {
    switch form {
    case .list(let parts): return bracketed("[", parts.map { pieces[$0] }, "]")
    case .tuple(let parts): return bracketed("(", parts.map { pieces[$0] }, ")")
    case .set(let parts): return bracketed("{", parts.map { pieces[$0] }, "}")
    case .interval(let a, let b, let opensLeft, let opensRight):
      return bracketed(opensLeft ? "(" : "[", [pieces[a], pieces[b]], opensRight ? ")" : "]")
    case .matrix(let rows):
      let lists = rows.map { row in bracketed("[", row.map { pieces[$0] }, "]") }
      return bracketed("[", lists, "]")
    case .piecewise(let cases, let otherwise):
      var parts: [TextArena.Part] = ["{"]
      for branch in cases {
        if parts.count > 1 { parts.append("; ") }
        parts += [.ref(pieces[branch.value].ref), " if ", .ref(pieces[branch.condition].ref)]
      }
      if let otherwise { parts += ["; ", .ref(pieces[otherwise].ref), " otherwise"] }
      return row(parts + ["}"], .atom)
    default: return atom("")
    }
  }

  // MARK: Calculus

  mutating func calculus(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> UnicodePiece {
    switch form {
    case .derivative(let body, let variables): return derivative(body, variables, tree, pieces)
    case .evaluation(let body, let variable, let value):
      let parts: [TextArena.Part] = [
        "[", .ref(pieces[body].ref), "]_(", .ref(pieces[variable].ref), " = ", .ref(pieces[value].ref), ")",
      ]
      return row(parts, .power)
    case .accumulation(let kind, let body, let ranges): return accumulation(kind, body, ranges, pieces)
    case .limit(let body, let variable, let point, let side):
      let mark = side == 0 ? "" : side > 0 ? "⁺" : "⁻"
      let parts: [TextArena.Part] = [
        "lim[", .ref(pieces[variable].ref), " → ", .ref(pieces[point].ref), .text(mark), "] ",
        atLeast(.bigOperator, pieces[body]),
      ]
      return row(parts, .bigOperator)
    default: return atom("")
    }
  }

  private mutating func accumulation(
    _ kind: DisplayForm.Accumulation, _ body: Int, _ ranges: [DisplayForm.Range], _ pieces: Pieces
  ) -> UnicodePiece {
    var parts: [TextArena.Part] = []
    for range in ranges.reversed() {
      parts.append(kind == .integral ? "∫" : kind == .sum ? "∑" : "∏")
      guard let bounds = range.bounds else { continue }
      let (from, to, variable) = (pieces[bounds.from], pieces[bounds.to], pieces[range.variable])
      let below =
        kind == .integral ? from.short : variable.short.flatMap { name in from.short.map { name + "=" + $0 } }
      if let low = below.flatMap(UnicodeScripts.lowered), let high = to.short.flatMap(UnicodeScripts.raised) {
        parts.append(.text(low + high))
      } else if kind == .integral {
        parts += ["[", .ref(from.ref), ", ", .ref(to.ref), "]"]
      } else {
        parts += ["[", .ref(variable.ref), " = ", .ref(from.ref), "…", .ref(to.ref), "]"]
      }
    }
    parts += [" ", atLeast(.bigOperator, pieces[body])]
    if kind == .integral {
      for range in ranges { parts += [" d", .ref(pieces[range.variable].ref)] }
    }
    return row(parts, .bigOperator)
  }

  private mutating func derivative(
    _ body: Int, _ variables: [DisplayForm.Differentiation], _ tree: DisplayTree, _ pieces: Pieces
  ) -> UnicodePiece {
    var isPartial = variables.count > 1
    if case .call(let function, let arguments) = tree[body], function.isUndefined, arguments.count > 1 {
      isPartial = true
    }
    let sign = isPartial ? "∂" : "d"
    let values = variables.map { tree.layout.signedInteger($0.order) }
    let total = values.allSatisfy { $0 != nil } ? values.compactMap { $0 }.reduce(0, +) : nil
    var parts: [TextArena.Part] = [.text(sign)]
    if let total {
      if total != 1 { parts.append(.text(UnicodeScripts.raised("\(total)") ?? "^\(total)")) }
    } else {
      parts += [
        "^",
        atLeast(
          .atom,
          variables.count > 1 ? sum(variables.map { (pieces[$0.order], false) }) : pieces[variables[0].order]),
      ]
    }
    parts.append(.text("/"))
    for (index, variable) in variables.enumerated() {
      parts += [.text(sign), .ref(pieces[variable.variable].ref)]
      if values[index] == 1 { continue }
      let order = pieces[variable.order]
      if let raised = order.short.flatMap(UnicodeScripts.raised) {
        parts.append(.text(raised))
      } else {
        parts += ["^", atLeast(.atom, order)]
      }
    }
    return row(parts + [" ", atLeast(.bigOperator, pieces[body])], .bigOperator)
  }
}
