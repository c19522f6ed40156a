/// The variables of a piece of code, named when the whole code is known.
///
/// A name must avoid the library names that the code uses, and those are known only at its end; until then a variable is an
/// empty piece of text.
struct CodeNames {
  enum Role: Hashable {
    case symbol, function, temporary
  }

  struct Variable {
    let role: Role
    /// The name in the expression.
    let name: String
    let ref: TextArena.Ref
  }

  private struct Key: Hashable {
    let role: Role
    let name: String
  }

  /// In order of first use.
  private(set) var variables: [Variable] = []
  private var indices: [Key: Int] = [:]

  /// The piece that will be the variable's identifier.
  mutating func ref(_ role: Role, _ name: String, in arena: inout TextArena) -> TextArena.Ref {
    let key = Key(role: role, name: name)
    if let index = indices[key] { return variables[index].ref }
    let ref = arena.blank()
    indices[key] = variables.count
    variables.append(Variable(role: role, name: name, ref: ref))
    return ref
  }

  /// Names all variables apart from each other and from `taken`, first come first served, and gives their identifiers in order.
  func assigned(avoiding taken: Set<String>, in arena: inout TextArena) -> [String] {
    var used = taken
    return variables.map { variable in
      var identifier = CodeIdentifier.identifier(for: variable.name)
      while used.contains(identifier) { identifier += "_" }
      used.insert(identifier)
      arena.fill(variable.ref, with: identifier)
      return identifier
    }
  }
}
