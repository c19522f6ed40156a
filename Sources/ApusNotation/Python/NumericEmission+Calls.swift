import ApusTerms

// Functions, conditions, collections and scopes.
extension NumericEmission {
  /// A call of a function, by the notation of its record.
  mutating func call(of function: Function, _ arguments: [CodePiece]) throws(Diagnostic) -> CodePiece {
    if function.isUndefined {
      throw Diagnostic(
        "not-expressible", "nothing is known of the function '\(function.name)', so it has no values",
        help: ["Convert to SymPy, which has unknown functions."], showsSource: false)
    }
    let hasMatrix = arguments.contains { $0.value == .matrix }
    if function.name == "norm", !hasMatrix { return try call(of: .abs, arguments) }
    if function.name == "dot" || function.name == "cross", !hasMatrix {
      throw .notExpressible(function, in: target.name)
    }
    if target == .numpy, arguments.count != 2, Self.binary.contains(function.name) {
      return try nested(function, arguments)
    }
    guard let notation = notation(of: function, arguments) else {
      throw .notExpressible(function, in: target.name)
    }
    let value: CodeValue = hasMatrix && !Self.scalar.contains(function.name) ? .matrix : .object
    if notation.isPlainNotation {
      let name = text.arena.piece(notation)
      return text.settled(text.call(name, arguments, value))
    }
    let template = PatternTemplate(notation)
    guard template.argumentCount == arguments.count else { throw .notExpressible(function, in: target.name) }
    return text.settled(
      CodePiece(
        ref: template.fill(arguments, in: &text.arena), precedence: template.isAtomic ? .atom : .comparison,
        depth: text.depth(arguments), value: value))
  }

  private func notation(of function: Function, _ arguments: [CodePiece]) -> String? {
    // SciPy's spherical Bessel functions cut the order to an integer without a word.
    if target == .numpy, let name = Self.spherical[function.name], !arguments[0].value.isInteger {
      return "np.sqrt(np.pi/(2*#2))*scipy.special.\(name)(#1 + 0.5, #2)"
    }
    return target.notation(of: function, count: arguments.count)
  }

  private static let spherical = ["sphericalbesselj": "jv", "sphericalbessely": "yv"]

  /// Functions of any number of arguments that NumPy has for two.
  private static let binary: Set<String> = ["max", "min", "gcd", "lcm", "and", "or", "xor"]
  /// Functions of a matrix whose value is a number.
  private static let scalar: Set<String> = ["det", "trace", "norm", "dot"]

  private mutating func nested(_ function: Function, _ arguments: [CodePiece]) throws(Diagnostic)
    -> CodePiece
  {
    guard var result = arguments.first else { throw .notExpressible(function, in: target.name) }
    if arguments.count == 1, function == .gcd || function == .lcm { return try call(of: .abs, arguments) }
    for argument in arguments.dropFirst() { result = try call(of: function, [result, argument]) }
    return result
  }

  // MARK: Conditions

  mutating func logical(_ form: DisplayForm, _ pieces: Pieces) throws(Diagnostic) -> CodePiece {
    switch form {
    case .relation(let relation, let a, let b):
      guard let sign = Self.signs[relation] else { throw refusal("sets") }
      return text.infix([pieces[a], pieces[b]], sign, .comparison, operands: .sum, .truth)
    case .congruence(let a, let b, let modulus):
      let difference = text.sum(pieces[a], pieces[b], isSubtracted: true, .object)
      let remainder = try call(of: .mod, [difference, pieces[modulus]])
      return text.infix([remainder, text.atom("0")], " == ", .comparison, operands: .sum, .truth)
    case .conjunction(let parts): return try connected(.and, parts.map { pieces[$0] })
    case .disjunction(let parts): return try connected(.or, parts.map { pieces[$0] })
    case .not(let a): return try connected(.not, [pieces[a]])
    case .implication(let a, let b): return try connected(.implies, [pieces[a], pieces[b]])
    default: throw refusal("such conditions")
    }
  }

  private static let signs: [DisplayForm.Relation: StaticString] = [
    .equal: " == ", .definition: " == ", .approximately: " == ", .notEqual: " != ", .less: " < ",
    .lessEqual: " <= ", .greater: " > ", .greaterEqual: " >= ",
  ]

  private mutating func connected(_ function: Function, _ parts: [CodePiece]) throws(Diagnostic)
    -> CodePiece
  {
    if target == .math, function == .and || function == .or {
      let (word, own): (StaticString, CodePrecedence) =
        function == .and ? (" and ", .conjunction) : (" or ", .disjunction)
      return text.infix(parts, word, own, operands: function == .and ? .not : .conjunction, .truth)
    }
    var result = try call(of: function, parts)
    if result.precedence != .atom { result.precedence = .anything }
    result.value = .truth
    return result
  }

  /// The first value whose condition holds; without any, not a number.
  mutating func piecewise(_ cases: [DisplayForm.Case], _ otherwise: Int?, _ pieces: Pieces) -> CodePiece {
    let rest = otherwise.map { pieces[$0] } ?? text.atom(target == .numpy ? "np.nan" : "math.nan")
    if target == .math { return conditional(cases, rest, pieces) }
    hasBranches = true
    if cases.count == 1 {
      return text.settled(
        text.call("np.where(", [pieces[cases[0].condition], pieces[cases[0].value], rest]))
    }
    let conditions = text.call("[", cases.map { pieces[$0.condition] }, "]")
    let values = text.call("[", cases.map { pieces[$0.value] }, "]")
    var last = rest
    last.ref = text.arena.join(["default=", .ref(rest.ref)])
    return text.settled(text.call("np.select(", [conditions, values, last]))
  }

  private mutating func conditional(
    _ cases: [DisplayForm.Case], _ rest: CodePiece, _ pieces: Pieces
  ) -> CodePiece {
    var parts: [TextArena.Part] = []
    for branch in cases {
      let (value, condition) = (pieces[branch.value], pieces[branch.condition])
      parts += [
        .ref(text.operand(value, .disjunction)), " if ", .ref(text.operand(condition, .disjunction)),
        " else ",
      ]
    }
    parts.append(.ref(text.operand(rest, .disjunction)))
    let all = cases.flatMap { [pieces[$0.value], pieces[$0.condition]] } + [rest]
    return text.settled(
      CodePiece(ref: text.arena.join(parts), precedence: .anything, depth: text.depth(all) + cases.count))
  }

  // MARK: Collections

  mutating func collection(_ form: DisplayForm, _ pieces: Pieces) throws(Diagnostic) -> CodePiece {
    let (open, close): (StaticString, StaticString) = target == .numpy ? ("np.array([", "])") : ("[", "]")
    switch form {
    case .tuple(let parts):
      return text.settled(text.call("(", pieces[parts], parts.count == 1 ? ",)" : ")"))
    case .list(let parts): return text.settled(text.call(open, pieces[parts], close))
    case .matrix(let rows):
      if target == .math { throw refusal("matrices") }
      let lists = rows.map { row in text.call("[", pieces[row], "]") }
      return text.settled(text.call(open, lists, close, .matrix))
    default: throw refusal("such collections")
    }
  }

  // MARK: Scopes

  /// Sums and products over an integer range, and values at a point: bodies with a variable of their own.
  mutating func scoped(
    _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .evaluation(let body, let variable, let value):
      try requireSymbol(variable, tree)
      try requireReadable(pieces[body])
      let ref = text.arena.join([
        "(lambda ", .ref(pieces[variable].ref), ": ", .ref(pieces[body].ref), ")(", .ref(pieces[value].ref),
        ")",
      ])
      return text.settled(CodePiece(ref: ref, depth: text.depth([pieces[body], pieces[value]])))
    case .accumulation(let kind, let body, let ranges):
      if kind == .integral { throw refusal("integrals") }
      try requireReadable(pieces[body])
      return try accumulated(kind == .sum ? "sum(" : "math.prod(", pieces[body], ranges, tree, pieces)
    default: throw refusal("such scopes")
    }
  }

  /// The loops stand from the outermost range to the innermost.
  private mutating func accumulated(
    _ open: String, _ body: CodePiece, _ ranges: [DisplayForm.Range], _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    var parts: [TextArena.Part] = [.text(open), .ref(body.ref)]
    for range in ranges.reversed() {
      try requireSymbol(range.variable, tree)
      guard let bounds = range.bounds, !tree.isInfinite(bounds.from), !tree.isInfinite(bounds.to) else {
        throw refusal("infinite sums and products")
      }
      let end = text.sum(pieces[bounds.to], text.atom("1"), isSubtracted: false, .object)
      parts += [
        " for ", .ref(pieces[range.variable].ref), " in range(", .ref(pieces[bounds.from].ref), ", ",
        .ref(end.ref), ")",
      ]
    }
    let bounds = ranges.compactMap(\.bounds).flatMap { [pieces[$0.from], pieces[$0.to]] }
    let ref = text.arena.join(parts + [")"])
    return text.settled(CodePiece(ref: ref, depth: text.depth(bounds + [body])))
  }

  private func requireSymbol(_ id: Int, _ tree: DisplayTree) throws(Diagnostic) {
    guard case .symbol = tree[id] else { throw refusal("variables that are no symbols") }
  }

  private func requireReadable(_ body: CodePiece) throws(Diagnostic) {
    if text.isTooDeep(body) {
      throw Diagnostic("too-deep", "the body nests more deeply than Python reads", showsSource: false)
    }
  }
}
