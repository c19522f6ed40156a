import ApusTerms

/// Formulas as functions of a compiled language.
struct CodeProgram {
  private let language: CodeLanguage
  private let formulas: [Formula]
  private var functionNames: Set<String>
  private var identifiers: [String: String] = [:]
  private var notes: [String] = []

  init(_ language: CodeLanguage, _ formulas: [Formula]) {
    self.language = language
    self.formulas = formulas
    functionNames = language.reserved
  }

  mutating func written() throws(Diagnostic) -> WrittenText {
    var definitions: [String] = []
    for formula in formulas {
      let subject = CodeSubject(formula.expression)
      if let sentence = subject.note, !notes.contains(sentence) { notes.append(sentence) }
      let variants = subject.value.signVariants
      if variants.count > 1 { notes.append("± becomes two functions, the upper signs first") }
      for variant in variants { definitions.append(try definition(subject, DisplayTree(variant))) }
    }
    let head = language == .c ? "#include <math.h>\n\n" : "import Foundation\n\n"
    let symbols = formulas.distinctSymbols.map {
      (latex: $0.latex, identifier: identifiers[$0.identifier] ?? $0.identifier)
    }
    return WrittenText(head + definitions.joined(separator: "\n"), symbols: symbols, notes: notes)
  }

  private mutating func definition(_ subject: CodeSubject, _ tree: DisplayTree) throws(Diagnostic) -> String {
    var emission = CodeEmission(language)
    let parameters = subject.parameters.map { emission.text.names.ref(.symbol, $0, in: &emission.text.arena) }
    let name = emission.text.names.ref(.function, subject.name, in: &emission.text.arena)
    let isScoped = tree.scopedNodes
    let result = try tree.fold { (id: Int, form, pieces: CodeEmission.Pieces) throws(Diagnostic) in
      emission.text.canHoist = !isScoped[id]
      return try emission.piece(id, form, tree, pieces)
    }
    if emission.text.isTooDeep(result) {
      throw Diagnostic("too-deep", "the expression nests more deeply than compilers read", showsSource: false)
    }
    let used = emission.text.names.assigned(avoiding: functionNames, in: &emission.text.arena)
    for (variable, identifier) in zip(emission.text.names.variables, used) {
      if variable.role != .symbol { functionNames.insert(identifier) }
      if variable.role != .temporary { identifiers[variable.name] = identifier }
    }
    var parts: [TextArena.Part] = []
    for scope in emission.scopes { parts += lines(scope, &emission.text.arena) }
    let isCondition = result.value == .truth
    parts += signature(name, parameters, isCondition ? language.truthType : "double", &emission.text.arena)
    for (variable, value) in emission.text.assignments {
      let declaration = language == .c ? "    const double " : "  let "
      let type = language == .c ? " = " : ": Double = "
      parts += [.text(declaration), .ref(variable), .text(type), .ref(value), .text(language.end)]
    }
    parts += [.text(language.indent + "return "), .ref(result.ref), .text(language.end + "}\n")]
    return try emission.text.arena.text(joining: parts)
  }

  /// The first line of a function.
  private func signature(
    _ name: TextArena.Ref, _ parameters: [TextArena.Ref], _ type: String, isPrivate: Bool = false,
    _ arena: inout TextArena
  ) -> [TextArena.Part] {
    if language == .c {
      let list = parameters.map { arena.join(["double ", .ref($0)]) }
      let arguments = list.isEmpty ? arena.join(["void"]) : arena.join(list, separator: ", ")
      return [.text((isPrivate ? "static " : "") + type + " "), .ref(name), "(", .ref(arguments), ") {\n"]
    }
    let list = arena.join(parameters.map { arena.join([.ref($0), ": Double"]) }, separator: ", ")
    return [
      .text(isPrivate ? "private func " : "func "), .ref(name), "(", .ref(list),
      .text(") -> \(type == "double" ? "Double" : type) {\n"),
    ]
  }

  private func lines(_ scope: CodeEmission.Scope, _ arena: inout TextArena) -> [TextArena.Part] {
    let isValue = scope.kind == .value
    let bounds = (isValue ? ["from_"] : ["from_", "to_"]).map { arena.join([.text($0)]) }
    let (indent, end) = (language.indent, language.end)
    let variable = TextArena.Part.ref(scope.variable)
    var parts = signature(scope.name, scope.parameters + bounds, "double", isPrivate: true, &arena)
    let declaration = language == .c ? (isValue ? "const double " : "double ") : isValue ? "let " : "var "
    if !isValue {
      parts.append(.text("\(indent)\(declaration)total_ = \(scope.kind == .sum ? "0.0" : "1.0")\(end)"))
    }
    if isValue {
      parts += [.text(indent + declaration), variable, .text(" = from_" + end)]
      return parts + [.text(indent + "return "), .ref(scope.body), .text(end + "}\n\n")]
    }
    let step = scope.kind == .sum ? " += " : " *= "
    if language == .c {
      parts += [
        .text(indent + "for (double "), variable, " = from_; ", variable, " <= to_; ", variable,
        " += 1.0) {\n",
      ]
    } else {
      parts += [.text(indent + "var "), variable, .text(" = from_" + end)]
      parts += [.text(indent + "while "), variable, " <= to_ {\n"]
    }
    parts += [.text(indent + indent + "total_" + step), .ref(scope.body), .text(end)]
    if language == .swift { parts += [.text(indent + indent), variable, .text(" += 1.0" + end)] }
    return parts + [.text(indent + "}\n" + indent + "return total_" + end + "}\n\n")]
  }
}

extension CodeLanguage {
  fileprivate var indent: String { self == .c ? "    " : "  " }
  fileprivate var end: String { self == .c ? ";\n" : "\n" }
  fileprivate var truthType: String { self == .c ? "int" : "Bool" }
}
