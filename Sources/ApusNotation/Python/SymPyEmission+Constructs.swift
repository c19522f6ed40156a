import ApusNumbers
import ApusTerms

// Logic and collections inside expressions.
extension SymPyEmission {
  typealias Pieces = DisplayTree.Pieces<CodePiece>

  mutating func logical(_ form: DisplayForm, _ pieces: Pieces) throws(Diagnostic) -> CodePiece {
    switch form {
    case .relation(let relation, let a, let b): return condition(relation, pieces[a], pieces[b])
    case .congruence(let a, let b, let modulus):
      return call("Eq", [remainder(pieces[a], pieces[b], pieces[modulus]), text.atom("0")], .truth)
    case .conjunction(let parts): return call("And", pieces[parts], .truth)
    case .disjunction(let parts): return call("Or", pieces[parts], .truth)
    case .not(let a): return call("Not", [pieces[a]], .truth)
    case .implication(let a, let b): return call("Implies", [pieces[a], pieces[b]], .truth)
    default: throw Diagnostic("not-expressible", "SymPy has nothing for this", showsSource: false)
    }
  }

  /// a − b modulo m.
  mutating func remainder(_ a: CodePiece, _ b: CodePiece, _ modulus: CodePiece) -> CodePiece {
    call("Mod", [text.sum(a, b, isSubtracted: true, .object), modulus])
  }

  /// A relation as a condition, which SymPy may decide.
  private mutating func condition(
    _ relation: DisplayForm.Relation, _ a: CodePiece, _ b: CodePiece
  ) -> CodePiece {
    if let sign = Self.signs[relation] {
      return text.infix([a, b], sign, .comparison, operands: .sum, .truth)
    }
    return call(Self.classes[relation] ?? "Eq", [a, b], .truth)
  }

  static let signs: [DisplayForm.Relation: StaticString] = [
    .less: " < ", .lessEqual: " <= ", .greater: " > ", .greaterEqual: " >= ",
  ]
  static let classes: [DisplayForm.Relation: String] = [
    .equal: "Eq", .definition: "Eq", .approximately: "Eq", .notEqual: "Ne", .less: "Lt", .lessEqual: "Le",
    .greater: "Gt", .greaterEqual: "Ge", .elementOf: "Contains",
  ]

  // MARK: Collections

  mutating func collection(_ form: DisplayForm, _ pieces: Pieces) -> CodePiece {
    switch form {
    case .list(let parts): return text.settled(text.call("[", pieces[parts], "]"))
    case .tuple(let parts):
      return text.settled(text.call("(", pieces[parts], parts.count == 1 ? ",)" : ")"))
    case .set(let parts): return call("FiniteSet", pieces[parts])
    case .matrix(let rows):
      let lists = rows.map { row in text.call("[", pieces[row], "]") }
      return call("Matrix", [text.call("[", lists, "]")], .matrix)
    case .interval(let a, let b, let opensLeft, let opensRight):
      let kind = opensLeft ? (opensRight ? ".open" : ".Lopen") : (opensRight ? ".Ropen" : "")
      let name = text.arena.join([.ref(sympy("Interval")), .text(kind)])
      return text.call(name, [pieces[a], pieces[b]])
    default: return text.atom("None")
    }
  }

  mutating func piecewise(
    _ cases: [DisplayForm.Case], _ otherwise: Int?, _ pieces: Pieces
  ) -> CodePiece {
    var branches = cases.map { text.call("(", [pieces[$0.value], pieces[$0.condition]]) }
    if let otherwise { branches.append(text.call("(", [pieces[otherwise], text.atom("True")])) }
    return call("Piecewise", branches)
  }

  // MARK: Calculus

  mutating func calculus(
    _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .derivative(let body, let variables): return try derivative(body, variables, tree, pieces)
    case .evaluation(let body, let variable, let value):
      return call("Subs", [pieces[body], pieces[variable], pieces[value]])
    case .accumulation(let kind, let body, let ranges):
      let name = kind == .integral ? "Integral" : kind == .sum ? "Sum" : "Product"
      var arguments = [pieces[body]]
      for range in ranges {
        try requireSymbol(range.variable, tree)
        guard let bounds = range.bounds else {
          arguments.append(pieces[range.variable])
          continue
        }
        arguments.append(text.call("(", [pieces[range.variable], pieces[bounds.from], pieces[bounds.to]]))
      }
      return call(name, arguments)
    case .limit(let body, let variable, let point, let side):
      try requireSymbol(variable, tree)
      var arguments = [pieces[body], pieces[variable], pieces[point]]
      if !tree.isInfinite(point) {
        arguments.append(text.atom(side == 0 ? "dir='+-'" : side > 0 ? "dir='+'" : "dir='-'"))
      }
      return call("Limit", arguments)
    default: throw Diagnostic("not-expressible", "SymPy has nothing for this", showsSource: false)
    }
  }

  private func requireSymbol(_ id: Int, _ tree: DisplayTree) throws(Diagnostic) {
    if case .symbol = tree[id] { return }
    throw Diagnostic(
      "not-expressible", "SymPy wants a symbol as the variable of a sum, integral or limit",
      showsSource: false)
  }

  private mutating func derivative(
    _ body: Int, _ variables: [DisplayForm.Differentiation], _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    var arguments = [number(pieces[body])]
    for (variable, order) in variables.map({ ($0.variable, $0.order) }) {
      switch tree[variable] {
      case .symbol, .derivative: break
      case .call(let function, _) where function.isUndefined: break
      default:
        throw Diagnostic(
          "not-expressible", "SymPy differentiates with respect to symbols and unknown functions only",
          showsSource: false)
      }
      if case .number(let number) = tree[order], number.isOne {
        arguments.append(pieces[variable])
      } else {
        arguments.append(text.call("(", [pieces[variable], pieces[order]]))
      }
    }
    return call("Derivative", arguments)
  }
}

extension DisplayTree {
  /// Whether the node is ∞ or −∞.
  func isInfinite(_ id: Int) -> Bool {
    switch self[id] {
    case .constant(let function): function == .infinity
    case .negation(let inner):
      if case .constant(let function) = self[inner] { function == .infinity } else { false }
    default: false
    }
  }
}
