/// The functions that readers know, by name and alias.
///
/// A table is a value: add to it and pass it on to extend Apus.
public struct FunctionTable: Sendable {
  private var byName: [String: Function] = [:]
  /// The functions in the order of the table.
  public private(set) var functions: [Function] = []

  /// Creates a table of the given functions.
  public init(_ functions: [Function] = []) {
    byName.reserveCapacity(functions.count * 2)
    self.functions.reserveCapacity(functions.count)
    for function in functions { insert(function) }
  }

  /// The function of that name or alias.
  public subscript(name: String) -> Function? { byName[name] }

  /// Adds a function, replacing one of the same name; its names take precedence over aliases of others.
  public mutating func insert(_ function: Function) {
    if let old = byName[function.name], old.name == function.name {
      functions.removeAll { $0 === old }
      for name in old.aliases where byName[name] === old { byName[name] = nil }
    }
    functions.append(function)
    byName[function.name] = function
    for name in function.aliases { byName[name] = function }
  }

  /// All names and aliases, sorted.
  public var names: [String] { byName.keys.sorted() }
}
