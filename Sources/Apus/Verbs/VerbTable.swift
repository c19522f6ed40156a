/// The verbs that a session knows, by name and alias.
public struct VerbTable: Sendable {
  private var byName: [String: Int] = [:]
  /// The verbs in the order of the table.
  public private(set) var verbs: [Verb] = []

  /// Creates a table.
  public init(_ verbs: [Verb]) {
    for verb in verbs { insert(verb) }
  }

  /// The verb of that name or alias.
  public subscript(name: String) -> Verb? { byName[name].map { verbs[$0] } }

  /// Adds a verb, replacing one of the same name.
  public mutating func insert(_ verb: Verb) {
    let index = byName[verb.name] ?? verbs.count
    if index < verbs.count { verbs[index] = verb } else { verbs.append(verb) }
    for name in [verb.name] + verb.aliases { byName[name] = index }
  }

  /// All names and aliases, sorted.
  public var names: [String] { byName.keys.sorted() }

  /// The verbs of Apus.
  public static let standard = VerbTable(
    simplification + calculus + substitution + assumptions + evaluation + numbers + algebra + divisors
      + structure + lists)
}
