import ApusNumbers
import ApusTerms

// Functions, statements, collections and calculus.
extension MathMLEmission {
  mutating func call(of function: Function, _ arguments: [MathMLPiece]) -> MathMLPiece {
    if function.isUndefined { return applied(MathMLNames.Spelling(function.name).element, arguments) }
    switch (function.name, arguments.count) {
    case ("exp", 1):
      let base = element("<mi mathvariant=\"normal\">e</mi>")
      return layout("msup", [base, arguments[0]], .scripted)
    case ("abs", 1): return fenced("|", [.ref(arguments[0].ref)], "|")
    case ("norm", 1): return fenced("‖", [.ref(arguments[0].ref)], "‖")
    case ("floor", 1): return fenced("⌊", [.ref(arguments[0].ref)], "⌋")
    case ("ceiling", 1): return fenced("⌈", [.ref(arguments[0].ref)], "⌉")
    case ("conjugate", 1): return conjugate(arguments[0])
    case ("factorial", 1), ("doubleFactorial", 1):
      let sign = function.name == "factorial" ? "!" : "!!"
      return row([.ref(atLeast(.atom, arguments[0]).ref), operatorElement(sign)], .scripted)
    case ("binomial", 2):
      let content = join(
        [
          "<mfrac linethickness=\"0\">", .ref(single(arguments[0])), .ref(single(arguments[1])), "</mfrac>",
        ], isTall: true)
      return fenced("(", [.ref(content)], ")")
    case ("mod", 2):
      let parts: [TextArena.Part] = [
        .ref(atLeast(.product, arguments[0]).ref), "<mo>mod</mo>", .ref(atLeast(.fraction, arguments[1]).ref),
      ]
      return row(parts, .sum)
    case ("degree", 1):
      return layout("msup", [atLeast(.atom, arguments[0]), element("<mo>°</mo>")], .scripted)
    case ("transpose", 1):
      return layout("msup", [atLeast(.atom, arguments[0]), element("<mi>T</mi>")], .scripted)
    case ("det", 1) where arguments[0].table != nil:
      return fenced("|", arguments[0].table.map { [.ref($0)] } ?? [], "|")
    case ("union", 2...): return joined(arguments, "∪", .sum)
    case ("intersection", 2...): return joined(arguments, "∩", .sum)
    case ("log", 2):
      let name = "<msub><mi>log</mi>"
      let head = join([.text(name), .ref(single(arguments[1])), "</msub>"])
      return applied(head, [arguments[0]])
    default:
      return special(function.name, arguments) ?? applied("<mi>\(Self.name(of: function))</mi>", arguments)
    }
  }

  private static func name(of function: Function) -> String {
    let names = [
      "log": "ln", "gamma": "Γ", "zeta": "ζ", "digamma": "ψ", "asin": "arcsin", "acos": "arccos",
      "atan": "arctan",
      "re": "Re", "im": "Im", "sign": "sgn", "beta": "Β", "heaviside": "θ", "dirac": "δ",
      "uppergamma": "Γ", "lowergamma": "γ", "airyai": "Ai", "airybi": "Bi", "lambertw": "W", "trace": "tr",
      "elliptic_k": "K", "elliptic_e": "E", "loggamma": "logΓ",
    ]
    return MathMLNames.escaped(names[function.name] ?? function.name)
  }

  private mutating func applied(_ name: String, _ arguments: [MathMLPiece]) -> MathMLPiece {
    applied(join([.text(name)]), arguments)
  }

  mutating func applied(_ name: TextArena.Ref, _ arguments: [MathMLPiece]) -> MathMLPiece {
    // A matrix has brackets already.
    let isMatrix = arguments.count == 1 && arguments[0].table != nil
    let list = isMatrix ? arguments[0] : fenced("(", self.list(arguments), ")")
    let ref = join(["<mrow>", .ref(name), .text(Self.application), .ref(list.ref), "</mrow>"])
    return MathMLPiece(ref: ref)
  }

  mutating func joined(_ parts: [MathMLPiece], _ sign: String, _ operand: MathMLPiece.Kind) -> MathMLPiece {
    var text: [TextArena.Part] = []
    for part in parts {
      if !text.isEmpty { text.append(operatorElement(sign)) }
      text.append(.ref(atLeast(operand, part).ref))
    }
    return row(text, operand == .sum && (sign == "∪" || sign == "∩") ? .sum : .statement)
  }

  // MARK: Statements

  mutating func statement(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> MathMLPiece {
    switch form {
    case .relation(let relation, let a, let b):
      return joined([pieces[a], pieces[b]], Self.sign(relation), .sum)
    case .congruence(let a, let b, let modulus):
      let parts: [TextArena.Part] = [
        .ref(atLeast(.sum, pieces[a]).ref), operatorElement("≡"), .ref(atLeast(.sum, pieces[b]).ref),
        "<mspace width=\"1em\"/><mo stretchy=\"false\">(</mo><mo>mod</mo>", .ref(pieces[modulus].ref),
        "<mo stretchy=\"false\">)</mo>",
      ]
      return row(parts, .statement)
    case .conjunction(let parts): return conjunction(parts, tree, pieces)
    case .disjunction(let parts): return joined(parts.map { pieces[$0] }, "∨", .sum)
    case .not(let a):
      return row([operatorElement("¬"), .ref(atLeast(.bigOperator, pieces[a]).ref)], .statement)
    case .implication(let a, let b): return joined([pieces[a], pieces[b]], "⇒", .sum)
    default: return element("")
    }
  }

  /// `a < b` and `b ≤ c` as `a < b ≤ c`.
  private mutating func conjunction(_ parts: Layout.Parts, _ tree: DisplayTree, _ pieces: Pieces)
    -> MathMLPiece
  {
    var text: [TextArena.Part] = []
    var last: Int?
    for part in parts {
      guard case .relation(let relation, let a, let b) = tree[part], last ?? a == a else {
        return joined(parts.map { pieces[$0] }, "∧", .sum)
      }
      if last == nil { text.append(.ref(atLeast(.sum, pieces[a]).ref)) }
      text += [operatorElement(Self.sign(relation)), .ref(atLeast(.sum, pieces[b]).ref)]
      last = b
    }
    return row(text, .statement)
  }

  private static func sign(_ relation: DisplayForm.Relation) -> String {
    switch relation {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "&lt;"
    case .lessEqual: "≤"
    case .greater: "&gt;"
    case .greaterEqual: "≥"
    case .approximately: "≈"
    case .definition: "≔"
    case .elementOf: "∈"
    }
  }

  // MARK: Collections

  mutating func collection(_ form: DisplayForm, _ pieces: Pieces) -> MathMLPiece {
    switch form {
    case .list(let parts): return fenced("[", list(parts.map { pieces[$0] }), "]")
    case .tuple(let parts): return fenced("(", list(parts.map { pieces[$0] }), ")")
    case .set(let parts): return fenced("{", list(parts.map { pieces[$0] }), "}")
    case .interval(let a, let b, let opensLeft, let opensRight):
      return fenced(opensLeft ? "(" : "[", list([pieces[a], pieces[b]]), opensRight ? ")" : "]")
    case .matrix(let rows):
      let table = table(rows.map { row in row.map { pieces[$0].ref } })
      var piece = fenced("(", [.ref(table)], ")")
      piece.table = table
      return piece
    case .piecewise(let cases, let otherwise):
      var rows = cases.map { [pieces[$0.value].ref, pieces[$0.condition].ref] }
      if let otherwise { rows.append([pieces[otherwise].ref, element("<mtext>otherwise</mtext>").ref]) }
      let ref = join([
        "<mrow><mo fence=\"true\" stretchy=\"true\">{</mo>", .ref(table(rows)), "</mrow>",
      ])
      return MathMLPiece(ref: ref)
    default: return element("")
    }
  }

  private mutating func table(_ rows: [[TextArena.Ref]]) -> TextArena.Ref {
    var parts: [TextArena.Part] = ["<mtable>"]
    for row in rows {
      parts.append("<mtr>")
      for cell in row { parts += ["<mtd>", .ref(cell), "</mtd>"] }
      parts.append("</mtr>")
    }
    return join(parts + ["</mtable>"], isTall: true)
  }

  // MARK: Calculus

  mutating func calculus(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> MathMLPiece {
    switch form {
    case .derivative(let body, let variables): return derivative(body, variables, tree, pieces)
    case .evaluation(let body, let variable, let value):
      let below = row(
        [.ref(pieces[variable].ref), operatorElement("="), .ref(pieces[value].ref)], .statement)
      // The bar stretches beside the body alone, so that both are the base of the subscript.
      let base = row(
        [
          .ref(atLeast(.product, pieces[body]).ref),
          "<mo form=\"postfix\" fence=\"true\" stretchy=\"true\">|</mo>",
        ], .scripted)
      return layout("msub", [base, below], .scripted)
    case .accumulation(let kind, let body, let ranges): return accumulation(kind, body, ranges, pieces)
    case .limit(let body, let variable, let point, let side):
      var target = pieces[point]
      if side != 0 {
        target = layout(
          "msup", [atLeast(.atom, target), element("<mo>\(side > 0 ? "+" : "−")</mo>")], .scripted)
      }
      let below = row([.ref(pieces[variable].ref), operatorElement("→"), .ref(target.ref)], .statement)
      let head = layout("munder", [element("<mo>lim</mo>"), below], .atom)
      return row([.ref(head.ref), .ref(atLeast(.bigOperator, pieces[body]).ref)], .bigOperator)
    default: return element("")
    }
  }

  /// The outermost sign first, the innermost differential first.
  private mutating func accumulation(
    _ kind: DisplayForm.Accumulation, _ body: Int, _ ranges: [DisplayForm.Range], _ pieces: Pieces
  ) -> MathMLPiece {
    let sign = element("<mo>\(kind == .integral ? "∫" : kind == .sum ? "∑" : "∏")</mo>")
    var parts: [TextArena.Part] = []
    for range in ranges.reversed() {
      let variable = pieces[range.variable]
      guard let bounds = range.bounds else {
        parts.append(.ref(sign.ref))
        continue
      }
      if kind == .integral {
        parts.append(.ref(layout("msubsup", [sign, pieces[bounds.from], pieces[bounds.to]], .atom).ref))
      } else {
        let below = row(
          [.ref(variable.ref), operatorElement("="), .ref(pieces[bounds.from].ref)], .statement)
        parts.append(.ref(layout("munderover", [sign, below, pieces[bounds.to]], .atom).ref))
      }
    }
    parts.append(.ref(atLeast(.bigOperator, pieces[body]).ref))
    if kind == .integral {
      for range in ranges {
        parts += [
          "<mspace width=\"0.1667em\"/><mi mathvariant=\"normal\">d</mi>", .ref(pieces[range.variable].ref),
        ]
      }
    }
    return row(parts, .bigOperator)
  }

  private mutating func derivative(
    _ body: Int, _ variables: [DisplayForm.Differentiation], _ tree: DisplayTree, _ pieces: Pieces
  ) -> MathMLPiece {
    var isPartial = variables.count > 1
    if case .call(let function, let arguments) = tree[body], function.isUndefined, arguments.count > 1 {
      isPartial = true
    }
    let sign = element(isPartial ? "<mo>∂</mo>" : "<mi mathvariant=\"normal\">d</mi>")
    let orders = variables.map { pieces[$0.order] }
    let values = variables.map { tree.layout.signedInteger($0.order) }
    var total: MathMLPiece? = orders[0]
    if values.allSatisfy({ $0 != nil }) {
      let order = values.compactMap { $0 }.reduce(0, +)
      total = order == 1 ? nil : element("<mn>\(order)</mn>")
    } else if orders.count > 1 {
      total = sum(orders.map { ($0, false) })
    }
    let above = total.map { layout("msup", [sign, $0], .atom) } ?? sign
    var below: [TextArena.Part] = []
    for (index, variable) in variables.enumerated() {
      let name = pieces[variable.variable]
      let raised =
        values[index] == 1 ? name : layout("msup", [atLeast(.atom, name), orders[index]], .scripted)
      below += [.ref(sign.ref), .ref(raised.ref)]
    }
    let fraction = layout("mfrac", [above, row(below, .product)], .atom)
    return row([.ref(fraction.ref), .ref(atLeast(.bigOperator, pieces[body]).ref)], .bigOperator)
  }
}
