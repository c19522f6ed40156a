import ApusNumbers
import ApusTerms

/// One run of the writer of compiled code: turns display forms into expressions on `double`s, and sums into functions of their own.
struct CodeEmission {
  let language: CodeLanguage
  var text = CodeText()
  /// A sum, product or value at a point, as a function of the free symbols of its body and of its bounds.
  struct Scope {
    enum Kind { case sum, product, value }
    let kind: Kind
    let name: TextArena.Ref
    let parameters: [TextArena.Ref]
    let variable: TextArena.Ref
    let body: TextArena.Ref
  }
  private(set) var scopes: [Scope] = []
  private var freeNames: [Int: [String]] = [:]

  typealias Pieces = DisplayTree.Pieces<CodePiece>

  init(_ language: CodeLanguage) {
    self.language = language
    if language == .swift {
      // The type checker takes exponential time on long expressions.
      text.deepest = 8
      text.longest = 8
    }
  }

  func refusal(_ what: String) -> Diagnostic {
    Diagnostic("not-expressible", "\(language.name) has no \(what)", showsSource: false)
  }

  /// The code of one node.
  mutating func piece(
    _ id: Int, _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .number(let number): return literal(number)
    case .imaginaryUnit: throw refusal("complex numbers here")
    case .symbol(let symbol): return text.symbol(symbol.name)
    case .constant(let function): return try constant(function)
    case .sum(let terms): return text.sum(pieces[terms], .object)
    case .negation(let a): return text.negation(pieces[a], .object)
    case .product(let factors): return text.product(pieces[factors], .object)
    case .fraction(let a, let b): return text.fraction(pieces[a], pieces[b], .object)
    case .power(let base, let exponent):
      if tree[base].isConstantE { return call("exp(", [pieces[exponent]]) }
      return call("pow(", [pieces[base], pieces[exponent]])
    case .root(let radicand, nil): return call("sqrt(", [pieces[radicand]])
    case .root(let radicand, let index?):
      let exponent = text.fraction(text.atom("1.0"), pieces[index], .object)
      return call("pow(", [pieces[radicand], exponent])
    case .plusMinus: throw refusal("± in this place")
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      return try logical(form, pieces)
    case .piecewise(let cases, let otherwise): return conditional(cases, otherwise, pieces)
    case .list, .tuple, .set, .matrix, .interval: throw refusal("collections here")
    case .derivative: throw refusal("derivatives")
    case .limit: throw refusal("limits")
    case .evaluation, .accumulation: return try scoped(id, form, tree, pieces)
    case .call(let function, let arguments): return try call(of: function, Array(pieces[arguments]))
    }
  }

  mutating func call(_ open: StaticString, _ arguments: [CodePiece]) -> CodePiece {
    text.settled(text.call(open, arguments))
  }

  // MARK: Leaves

  /// Every number is written as a floating-point one, so that nothing is divided as integers.
  private mutating func literal(_ number: Number) -> CodePiece {
    if number.isNaN { return text.atom(language.notANumber) }
    if !number.isFinite { return text.atom(language.infinity) }
    let digits = number.description
    return text.atom(digits.allSatisfy(\.isNumber) ? digits + ".0" : digits)
  }

  private mutating func constant(_ function: Function) throws(Diagnostic) -> CodePiece {
    if let value = CodeLanguage.constants[function.name] { return text.atom(value) }
    switch function.name {
    case "oo": return text.atom(language.infinity)
    case "undefined": return text.atom(language.notANumber)
    case "true", "false": return text.atom(language.truth(function.name == "true"), .truth)
    default: throw .notExpressible(function, in: language.name)
    }
  }

  // MARK: Functions

  private mutating func call(of function: Function, _ arguments: [CodePiece]) throws(Diagnostic) -> CodePiece
  {
    if function.isUndefined {
      throw Diagnostic(
        "not-expressible", "nothing is known of the function '\(function.name)', so it has no values",
        showsSource: false)
    }
    if function.name == "norm", arguments.count == 1 { return call("fabs(", arguments) }
    if function.name == "max" || function.name == "min", arguments.count != 2 {
      guard var result = arguments.first else { throw .notExpressible(function, in: language.name) }
      for argument in arguments.dropFirst() { result = try call(of: function, [result, argument]) }
      return result
    }
    guard let notation = language.notation(of: function, count: arguments.count) else {
      throw .notExpressible(function, in: language.name)
    }
    if notation.isPlainNotation {
      let name = text.arena.piece(notation)
      return text.settled(text.call(name, arguments))
    }
    let template = PatternTemplate(notation)
    guard template.argumentCount == arguments.count else {
      throw .notExpressible(function, in: language.name)
    }
    let isGroup = notation.hasPrefix("(") && notation.hasSuffix(")")
    return text.settled(
      CodePiece(
        ref: template.fill(arguments, in: &text.arena),
        precedence: template.isAtomic || isGroup ? .atom : .anything, depth: text.depth(arguments)))
  }

  // MARK: Conditions

  private mutating func logical(_ form: DisplayForm, _ pieces: Pieces) throws(Diagnostic) -> CodePiece {
    switch form {
    case .relation(let relation, let a, let b):
      guard let sign = Self.signs[relation] else { throw refusal("sets") }
      return comparison(pieces[a], sign, pieces[b])
    case .congruence(let a, let b, let modulus):
      let difference = text.sum(pieces[a], pieces[b], isSubtracted: true, .object)
      return comparison(try call(of: .mod, [difference, pieces[modulus]]), " == ", text.atom("0.0"))
    case .conjunction(let parts): return connected(pieces[parts], " && ", .conjunction)
    case .disjunction(let parts): return connected(pieces[parts], " || ", .disjunction)
    case .not(let a): return negated(pieces[a])
    case .implication(let a, let b):
      return connected([negated(pieces[a]), pieces[b]], " || ", .disjunction)
    default: throw refusal("such conditions")
    }
  }

  private static let signs: [DisplayForm.Relation: StaticString] = [
    .equal: " == ", .definition: " == ", .approximately: " == ", .notEqual: " != ", .less: " < ",
    .lessEqual: " <= ", .greater: " > ", .greaterEqual: " >= ",
  ]

  private mutating func comparison(_ a: CodePiece, _ sign: StaticString, _ b: CodePiece) -> CodePiece {
    var result = text.infix([a, b], sign, .comparison, operands: .sum, .truth)
    result.value = .truth
    return result
  }

  /// Operands in parentheses: compilers warn where && stands beside ||.
  private mutating func connected(
    _ parts: some Collection<CodePiece>, _ sign: StaticString, _ own: CodePrecedence
  ) -> CodePiece {
    text.infix(parts, sign, own, operands: .not, .truth)
  }

  private mutating func negated(_ piece: CodePiece) -> CodePiece {
    let ref = text.arena.join(["!", .ref(text.operand(piece, .atom))])
    return CodePiece(ref: ref, precedence: .not, depth: piece.depth + 1, value: .truth)
  }

  private mutating func conditional(
    _ cases: [DisplayForm.Case], _ otherwise: Int?, _ pieces: Pieces
  ) -> CodePiece {
    var parts: [TextArena.Part] = ["("]
    var all: [CodePiece] = []
    for branch in cases {
      let (condition, value) = (pieces[branch.condition], pieces[branch.value])
      all += [condition, value]
      parts += [
        .ref(text.operand(condition, .disjunction)), " ? ", .ref(text.operand(value, .comparison)), " : ",
      ]
    }
    let rest = otherwise.map { pieces[$0] } ?? text.atom(language.notANumber)
    parts += [.ref(text.operand(rest, .comparison)), ")"]
    // Values that are not taken must not be computed first, so nothing of them is moved out.
    return CodePiece(ref: text.arena.join(parts), depth: text.depth(all + [rest]) + cases.count)
  }

  // MARK: Scopes

  private mutating func scoped(
    _ id: Int, _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .evaluation(let body, let variable, let value):
      return try scope(.value, id, body, [(variable, value, value)], tree, pieces)
    case .accumulation(.integral, _, _): throw refusal("integrals")
    case .accumulation(let kind, let body, let ranges):
      var steps: [(Int, Int, Int)] = []
      for range in ranges {
        guard let bounds = range.bounds, !tree.isInfinite(bounds.from), !tree.isInfinite(bounds.to) else {
          throw refusal("infinite sums and products")
        }
        steps.append((range.variable, bounds.from, bounds.to))
      }
      return try scope(kind == .sum ? .sum : .product, id, body, steps, tree, pieces)
    default: throw refusal("such scopes")
    }
  }

  /// A function for every range, the innermost first.
  private mutating func scope(
    _ kind: Scope.Kind, _ id: Int, _ body: Int, _ ranges: [(variable: Int, from: Int, to: Int)],
    _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    var names = freeNames(body, tree)
    var piece = pieces[body]
    for range in ranges {
      guard case .symbol(let variable) = tree[range.variable] else {
        throw refusal("variables that are no symbols")
      }
      if text.isTooDeep(piece) {
        throw Diagnostic("too-deep", "the body nests more deeply than compilers read", showsSource: false)
      }
      names.removeAll { $0 == variable.name }
      names.sort(by: NaturalOrder.precedes)
      piece = call(kind, names, range, piece, pieces)
      for bound in [range.from, range.to] {
        for name in freeNames(bound, tree) where !names.contains(name) { names.append(name) }
      }
    }
    freeNames[id] = names
    return piece
  }

  private mutating func call(
    _ kind: Scope.Kind, _ names: [String], _ range: (variable: Int, from: Int, to: Int), _ body: CodePiece,
    _ pieces: Pieces
  ) -> CodePiece {
    let parameters = names.map { text.names.ref(.symbol, $0, in: &text.arena) }
    let name = text.names.ref(.temporary, "\(kind)_\(scopes.count + 1)", in: &text.arena)
    scopes.append(
      Scope(
        kind: kind, name: name, parameters: parameters, variable: pieces[range.variable].ref, body: body.ref))
    let bounds = kind == .value ? [pieces[range.from]] : [pieces[range.from], pieces[range.to]]
    let labels = ["from_: ", "to_: "]
    var list = parameters.map { language == .c ? $0 : text.arena.join([.ref($0), ": ", .ref($0)]) }
    for (label, bound) in zip(labels, bounds) {
      list.append(language == .c ? bound.ref : text.arena.join([.text(label), .ref(bound.ref)]))
    }
    let ref = text.arena.join([.ref(name), "(", .ref(text.arena.join(list, separator: ", ")), ")"])
    return text.settled(CodePiece(ref: ref, depth: text.depth(bounds)))
  }

  /// The symbols that occur free at and below a node.
  private func freeNames(_ root: Int, _ tree: DisplayTree) -> [String] {
    var found: [String] = []
    var pending = [root]
    var seen: Set<Int> = []
    while let id = pending.popLast() {
      guard seen.insert(id).inserted else { continue }
      if let known = freeNames[id] {
        for name in known where !found.contains(name) { found.append(name) }
        continue
      }
      let form = tree[id]
      if case .symbol(let symbol) = form, !found.contains(symbol.name) { found.append(symbol.name) }
      form.forEachPart { pending.append($0) }
    }
    return found
  }
}
