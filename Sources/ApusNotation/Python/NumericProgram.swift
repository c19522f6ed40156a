import ApusTerms

/// Formulas as Python functions, one each.
struct NumericProgram {
  private let target: NumericTarget
  private let formulas: [Formula]
  private var functionNames: Set<String> = NumericTarget.modules
  private var identifiers: [String: String] = [:]
  private var notes: [String] = []

  init(_ target: NumericTarget, _ formulas: [Formula]) {
    self.target = target
    self.formulas = formulas
  }

  mutating func written() throws(Diagnostic) -> WrittenText {
    var definitions: [String] = []
    for formula in formulas { definitions.append(try definition(Subject(formula.expression))) }
    let body = definitions.joined(separator: "\n\n")
    var known: Set<String> = []
    let symbols = formulas.flatMap(\.symbols).filter { known.insert($0.latex).inserted }.map {
      (latex: $0.latex, identifier: identifiers[$0.identifier] ?? $0.identifier)
    }
    return WrittenText(NumericTarget.imports(for: body) + body, symbols: symbols, notes: notes)
  }

  /// The definition of one function.
  private mutating func definition(_ subject: Subject) throws(Diagnostic) -> String {
    var emission = NumericEmission(target)
    let parameters = subject.parameters.map { emission.text.names.ref(.symbol, $0, in: &emission.text.arena) }
    let name = emission.text.names.ref(.function, subject.name, in: &emission.text.arena)
    let variants = subject.value.signVariants
    var results: [PythonPiece] = []
    for variant in variants { results.append(try Self.fold(variant, &emission)) }
    if variants.count > 1 { note("± stands for two values, the upper signs first") }
    if let sentence = subject.note { note(sentence) }
    assignNames(&emission)
    return try Self.lines(emission, name, parameters, results)
  }

  private mutating func assignNames(_ emission: inout NumericEmission) {
    let used = emission.text.names.assigned(avoiding: functionNames, in: &emission.text.arena)
    for (variable, identifier) in zip(emission.text.names.variables, used) where variable.role != .temporary {
      if variable.role == .function { functionNames.insert(identifier) }
      identifiers[variable.name] = identifier
    }
  }

  private static func lines(
    _ emission: consuming NumericEmission, _ name: TextArena.Ref, _ parameters: [TextArena.Ref],
    _ results: [PythonPiece]
  ) throws(Diagnostic) -> String {
    let list = emission.text.arena.join(parameters, separator: ", ")
    let indent = emission.hasBranches ? "        " : "    "
    var parts: [TextArena.Part] = ["def ", .ref(name), "(", .ref(list), "):\n"]
    if emission.hasBranches {
      // np.where and np.select compute all branches, also where they have no value.
      parts.append("    with np.errstate(divide='ignore', invalid='ignore', over='ignore'):\n")
    }
    parts += emission.text.assignmentLines(indent: indent)
    let values = emission.text.arena.join(results.map(\.ref), separator: ", ")
    parts += [.text(indent), "return ", .ref(values), "\n"]
    return try emission.text.arena.text(joining: parts)
  }

  private mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  private static func fold(_ expr: Expr, _ emission: inout NumericEmission) throws(Diagnostic) -> PythonPiece
  {
    let tree = DisplayTree(expr)
    let isScoped = tree.scopedNodes
    return try tree.fold { (id: Int, form, pieces: NumericEmission.Pieces) throws(Diagnostic) in
      emission.text.canHoist = !isScoped[id]
      return try emission.piece(form, tree, pieces)
    }
  }
}

/// What the function of a formula is called, what it takes and what it returns.
private struct Subject {
  var name: String
  var parameters: [String]
  var value: Expr
  var note: String?

  init(_ expr: Expr) {
    if let (name, arguments, value) = Self.definition(expr) {
      self.name = name
      let rest = value.freeSymbols.map(\.name).filter { !arguments.contains($0) }
      parameters = arguments + rest.sorted(by: NaturalOrder.precedes)
      self.value = value
      return
    }
    parameters = expr.freeSymbols.map(\.name).sorted(by: NaturalOrder.precedes)
    if let function = expr.function, Self.equations.contains(function), expr.arguments.count == 2 {
      name = "residual"
      value = .opaque(.subtract, expr.arguments)
      note = "the equation is written as the difference of its sides"
    } else {
      let isCondition = expr.function.map { Self.conditions.contains($0) } ?? false
      name = isCondition ? "condition" : "value"
      value = expr
    }
  }

  private static let equations: Set<Function> = [.equal, .definition, .approximately]
  private static let conditions: Set<Function> = [
    .less, .lessEqual, .greater, .greaterEqual, .notEqual, .congruent, .and, .or, .not, .implies,
  ]

  /// The parts of `y = value` and `f(x) = value`, where the value does not contain what is defined.
  private static func definition(_ expr: Expr) -> (name: String, arguments: [String], value: Expr)? {
    guard let function = expr.function, equations.contains(function), expr.arguments.count == 2 else {
      return nil
    }
    let (subject, value) = (expr.arguments[0], expr.arguments[1])
    if let symbol = subject.symbol { return value.contains(symbol) ? nil : (symbol.name, [], value) }
    guard let head = subject.function, head.isUndefined, !value.applies(head) else { return nil }
    let arguments = subject.arguments.compactMap { $0.symbol?.name }
    guard arguments.count == subject.arguments.count, Set(arguments).count == arguments.count else {
      return nil
    }
    return (head.name, arguments, value)
  }
}

extension Expr {
  /// Whether the function is applied anywhere.
  fileprivate func applies(_ function: Function) -> Bool {
    var isFound = false
    forEachNode { node in
      isFound = isFound || node.function == function
      return !isFound
    }
    return isFound
  }
}

extension DisplayTree {
  /// The nodes inside the bodies of sums, products and values at a point, by id.
  fileprivate var scopedNodes: [Bool] {
    var isScoped = [Bool](repeating: false, count: layout.nodes.count)
    for id in stride(from: root, through: 0, by: -1) {
      let form = self[id]
      switch form {
      case .accumulation(_, let body, _), .evaluation(let body, _, _): isScoped[body] = true
      default: break
      }
      if isScoped[id] { for part in form.parts { isScoped[part] = true } }
    }
    return isScoped
  }
}
