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
  /// By name, once there are too many to compare them all.
  private var indices: [Key: Int] = [:]
  private static let shortList = 24

  init() { variables.reserveCapacity(8) }

  /// The piece that will be the variable's identifier.
  mutating func ref(_ role: Role, _ name: String, in arena: inout TextArena) -> TextArena.Ref {
    if variables.count < Self.shortList {
      for variable in variables where variable.role == role && variable.name == name { return variable.ref }
    } else if let index = indices[Key(role: role, name: name)] {
      return variables[index].ref
    }
    let ref = arena.blank()
    variables.append(Variable(role: role, name: name, ref: ref))
    if variables.count == Self.shortList {
      for (index, variable) in variables.enumerated() {
        indices[Key(role: variable.role, name: variable.name)] = index
      }
    } else if variables.count > Self.shortList {
      indices[Key(role: role, name: name)] = variables.count - 1
    }
    return ref
  }

  /// Names all variables apart from each other and from `taken`, first come first served, and gives their identifiers in order.
  func assigned(avoiding taken: Set<String>, in arena: inout TextArena) -> [String] {
    assigned(in: &arena) { taken.contains($0) }
  }

  /// The same for names that a condition tells.
  func assigned(in arena: inout TextArena, avoiding isTaken: (String) -> Bool) -> [String] {
    var used: [String] = []
    used.reserveCapacity(variables.count)
    // A list is searched faster than a set as long as it is short.
    var long: Set<String> = []
    for variable in variables {
      var identifier = CodeIdentifier.identifier(for: variable.name)
      while isTaken(identifier) || (long.isEmpty ? used.contains(identifier) : long.contains(identifier)) {
        identifier += "_"
      }
      used.append(identifier)
      if used.count == Self.shortList { long = Set(used) } else if !long.isEmpty { long.insert(identifier) }
      arena.fill(variable.ref, with: identifier)
    }
    return used
  }
}
