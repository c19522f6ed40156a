import ApusNumbers
import ApusTerms

// Relations, logic, collections and calculus.
extension LaTeXEmission {
  // MARK: Statements

  mutating func statement(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> LaTeXPiece {
    switch form {
    case .relation(let relation, let a, let b):
      return joined([pieces[a], pieces[b]], [Self.sign(relation)], .sum)
    case .congruence(let a, let b, let modulus):
      let ref = arena.join([
        .ref(atLeast(.sum, pieces[a]).ref), " \\equiv ", .ref(atLeast(.sum, pieces[b]).ref), " \\pmod{",
        .ref(pieces[modulus].ref), "}",
      ])
      return LaTeXPiece(
        ref: ref, kind: .statement, isOpen: true, isTall: pieces[a].isTall || pieces[b].isTall)
    case .conjunction(let parts):
      if let chain = chain(parts, tree) { return joined(chain.ids.map { pieces[$0] }, chain.signs, .sum) }
      return logic(Array(pieces[parts]), "\\land")
    case .disjunction(let parts): return logic(Array(pieces[parts]), "\\lor")
    case .not(let a):
      let ref = arena.join(["\\lnot ", .ref(atLeast(.bigOperator, pieces[a]).ref)])
      return LaTeXPiece(ref: ref, kind: .statement, isOpen: true, isTall: pieces[a].isTall)
    case .implication(let a, let b): return logic([pieces[a], pieces[b]], "\\implies")
    default: return atom("")
    }
  }

  private mutating func joined(
    _ parts: [LaTeXPiece], _ signs: [String], _ operand: LaTeXPiece.Kind
  ) -> LaTeXPiece {
    var text: [TextArena.Part] = []
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let mark = index == 1 && alignsRelations && isRoot ? "&" : ""
        text.append(.text(" \(mark)\(signs[min(index, signs.count) - 1]) "))
      }
      text.append(.ref(atLeast(operand, part).ref))
    }
    return LaTeXPiece(
      ref: arena.join(text), kind: .statement, isOpen: true, isTall: parts.contains { $0.isTall })
  }

  /// Operands of logic: relations stand as they are, other logic in parentheses.
  private mutating func logic(_ parts: [LaTeXPiece], _ sign: String) -> LaTeXPiece {
    joined(parts, [sign], .sum)
  }

  /// `a < b` and `b ≤ c` as `a < b ≤ c`.
  func chain(_ parts: Layout.Parts, _ tree: DisplayTree) -> (ids: [Int], signs: [String])? {
    var ids: [Int] = []
    var signs: [String] = []
    for part in parts {
      guard case .relation(let relation, let a, let b) = tree[part], ids.last ?? a == a else { return nil }
      if ids.isEmpty { ids.append(a) }
      ids.append(b)
      signs.append(Self.sign(relation))
    }
    return (ids, signs)
  }

  static func sign(_ relation: DisplayForm.Relation) -> String {
    switch relation {
    case .equal: "="
    case .notEqual: "\\neq"
    case .less: "<"
    case .lessEqual: "\\leq"
    case .greater: ">"
    case .greaterEqual: "\\geq"
    case .approximately: "\\approx"
    case .definition: ":="
    case .elementOf: "\\in"
    }
  }

  // MARK: Collections

  mutating func collection(_ form: DisplayForm, _ pieces: Pieces) -> LaTeXPiece {
    switch form {
    case .list(let parts): return fenced("\\left[", pieces[parts], "\\right]")
    case .tuple(let parts): return fenced("\\left(", pieces[parts], "\\right)")
    case .set(let parts): return fenced("\\left\\{", pieces[parts], "\\right\\}")
    case .interval(let a, let b, let opensLeft, let opensRight):
      return fenced(
        opensLeft ? "\\left(" : "\\left[", [pieces[a], pieces[b]], opensRight ? "\\right)" : "\\right]")
    case .matrix(let rows):
      let lines = rows.map { row in arena.join(row.map { pieces[$0].ref }, separator: " & ") }
      let rows = arena.join(lines, separator: " \\\\ ")
      var piece = table("pmatrix", rows)
      piece.rows = rows
      return piece
    case .piecewise(let cases, let otherwise):
      var lines = cases.map {
        arena.join([.ref(pieces[$0.value].ref), " & ", .ref(pieces[$0.condition].ref)])
      }
      if let otherwise { lines.append(arena.join([.ref(pieces[otherwise].ref), " & \\text{otherwise}"])) }
      return table("cases", arena.join(lines, separator: " \\\\ "))
    default: return atom("")
    }
  }

  private mutating func fenced(
    _ open: String, _ parts: some Collection<LaTeXPiece>, _ close: String
  ) -> LaTeXPiece {
    let list = arena.join(parts.map(\.ref), separator: ", ")
    return LaTeXPiece(
      ref: arena.join([.text(open), .ref(list), .text(close)]), isTall: parts.contains(where: \.isTall))
  }

  /// An environment of rows.
  mutating func table(_ name: String, _ rows: TextArena.Ref) -> LaTeXPiece {
    LaTeXPiece(
      ref: arena.join([.text("\\begin{\(name)} "), .ref(rows), .text(" \\end{\(name)}")]), isTall: true)
  }

  // MARK: Calculus

  mutating func calculus(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> LaTeXPiece {
    switch form {
    case .derivative(let body, let variables): return derivative(body, variables, tree, pieces)
    case .evaluation(let body, let variable, let value):
      let ref = arena.join([
        "\\left. ", .ref(pieces[body].ref), " \\right|_{", .ref(pieces[variable].ref), " = ",
        .ref(pieces[value].ref), "}",
      ])
      return LaTeXPiece(ref: ref, kind: .scripted, isTall: pieces[body].isTall)
    case .accumulation(.integral, let body, let ranges): return integral(body, ranges, pieces)
    case .accumulation(let kind, let body, let ranges):
      return accumulated(kind == .sum ? "\\sum" : "\\prod", body, ranges, pieces)
    case .limit(let body, let variable, let point, let side):
      let mark = side == 0 ? "" : side > 0 ? "^{+}" : "^{-}"
      let head = arena.join([
        "\\lim_{", .ref(pieces[variable].ref), " \\to ", .ref(pieces[point].ref), .text("\(mark)} "),
      ])
      return bigOperator([.ref(head)], pieces[body])
    default: return atom("")
    }
  }

  private mutating func bigOperator(_ head: [TextArena.Part], _ body: LaTeXPiece) -> LaTeXPiece {
    let operand = atLeast(.bigOperator, body)
    return LaTeXPiece(
      ref: arena.join(head + [.ref(operand.ref)]), kind: .bigOperator, isOpen: true, isTall: true)
  }

  /// The outermost sign first, the innermost differential first.
  private mutating func integral(_ body: Int, _ ranges: [DisplayForm.Range], _ pieces: Pieces) -> LaTeXPiece {
    var parts: [TextArena.Part] = []
    for range in ranges.reversed() {
      parts.append("\\int")
      if let bounds = range.bounds {
        parts += ["_{", .ref(pieces[bounds.from].ref), "}^{", .ref(pieces[bounds.to].ref), "}"]
      }
      parts.append(" ")
    }
    parts.append(.ref(atLeast(.bigOperator, pieces[body]).ref))
    for range in ranges { parts += [" \\, d ", .ref(pieces[range.variable].ref)] }
    return LaTeXPiece(ref: arena.join(parts), kind: .bigOperator, isOpen: true, isTall: true)
  }

  private mutating func accumulated(
    _ sign: String, _ body: Int, _ ranges: [DisplayForm.Range], _ pieces: Pieces
  ) -> LaTeXPiece {
    var head: [TextArena.Part] = []
    for range in ranges.reversed() {
      head += [.text(sign), "_{", .ref(pieces[range.variable].ref)]
      if let bounds = range.bounds {
        head += [" = ", .ref(pieces[bounds.from].ref), "}^{", .ref(pieces[bounds.to].ref)]
      }
      head.append("} ")
    }
    return bigOperator(head, pieces[body])
  }

  /// The name of an unknown function by whose values is differentiated.
  private mutating func path(_ form: DisplayForm) -> TextArena.Ref? {
    guard case .call(let function, _) = form, function.isUndefined else { return nil }
    return arena.piece(names.function(function.name))
  }

  /// `\dot{q}`, by which is differentiated as in the equations of Lagrange.
  private mutating func velocity(_ id: Int, _ tree: DisplayTree, _ pieces: Pieces) -> TextArena.Ref? {
    guard case .derivative(let body, let variables) = tree[id], variables.count == 1,
      pieces[variables[0].order].integer == 1, case .symbol(let time) = tree[variables[0].variable],
      time.name == "t",
      let name = path(tree[body])
    else { return nil }
    return arena.join(["\\dot{", .ref(name), "}"])
  }

  /// `\Gamma'(z)`: below d a letter that names a known function would be an unknown one.
  private mutating func primed(
    _ body: Int, _ variables: [DisplayForm.Differentiation], _ tree: DisplayTree, _ pieces: Pieces
  ) -> LaTeXPiece? {
    guard variables.count == 1, let order = pieces[variables[0].order].integer, 1...3 ~= order,
      case .call(let function, let arguments) = tree[body], !function.isUndefined, arguments.count == 1,
      let letter = function.notation.applied(toCount: 1).latex, LaTeXFunctions.isGreek(letter),
      case .symbol(let name) = tree[arguments[0]], case .symbol(name) = tree[variables[0].variable]
    else { return nil }
    let primes = String(repeating: "'", count: order)
    return applied(arena.join([.text(letter + primes)]), [pieces[arguments[0]]])
  }

  /// `\frac{d^{2}}{d x^{2}}` before what is differentiated, over it when that is an unknown function.
  private mutating func derivative(
    _ body: Int, _ variables: [DisplayForm.Differentiation], _ tree: DisplayTree, _ pieces: Pieces
  ) -> LaTeXPiece {
    if let primed = primed(body, variables, tree, pieces) { return primed }
    var isFunction = false
    var isPartial = variables.count > 1
    if case .call(let function, let arguments) = tree[body], function.isUndefined {
      isFunction = true
      isPartial = isPartial || arguments.count > 1
    }
    // Paths stand without their argument, as in Hamilton's equations.
    let paths = variables.map { path(tree[$0.variable]) ?? velocity($0.variable, tree, pieces) }
    let symbols = zip(variables, paths).map { $1 ?? pieces[$0.variable].ref }
    isPartial = isPartial || paths.contains { $0 != nil }
    let sign: TextArena.Part = isPartial ? "\\partial" : "d"
    let orders = variables.map { pieces[$0.order] }
    var total = orders[0]
    if orders.count > 1 {
      let isWhole = orders.allSatisfy { $0.integer != nil }
      total = isWhole ? atom("\(orders.compactMap(\.integer).reduce(0, +))") : sum(orders.map { ($0, false) })
    }
    var above: [TextArena.Part] = [sign]
    if orders.count > 1 || total.integer != 1 { above += ["^{", .ref(total.ref), "}"] }
    if isFunction { above += [" ", .ref(pieces[body].ref)] }
    var below: [TextArena.Part] = []
    for (index, symbol) in symbols.enumerated() {
      below += [index > 0 ? " " : "", sign, " ", .ref(symbol)]
      if orders[index].integer != 1 { below += ["^{", .ref(orders[index].ref), "}"] }
    }
    let fraction = arena.join(["\\frac{", .ref(arena.join(above)), "}{", .ref(arena.join(below)), "}"])
    if isFunction { return LaTeXPiece(ref: fraction, kind: .fraction, isTall: true) }
    // Of a product that begins with a bracket the operator would take the bracket alone.
    let operand = tree.hasSum(among: body) ? parenthesised(pieces[body]) : pieces[body]
    return bigOperator([.ref(fraction), " "], operand)
  }
}

extension DisplayTree {
  /// Whether the node is a product with a sum among its factors.
  fileprivate func hasSum(among id: Int) -> Bool {
    guard case .product(let factors) = self[id] else { return false }
    return factors.contains { factor in
      switch self[factor] {
      case .sum, .plusMinus, .negation: true
      case .power(let base, _): if case .sum = self[base] { true } else { false }
      default: false
      }
    }
  }
}
