/// A named unknown: complex unless `Facts` say otherwise.
///
/// Two symbols are the same exactly when their names are.
public struct Symbol: Sendable, Hashable {
  package final class Storage: Sendable {
    let name: String
    let hash128: Hash128

    init(_ name: String) {
      self.name = name
      hash128 = Hash128(text: name, seed: 1)
    }
  }

  package let storage: Storage

  /// Creates the symbol of that name.
  public init(_ name: String) { storage = Storage(name) }

  package init(storage: Storage) { self.storage = storage }

  /// The name, as printed.
  public var name: String { storage.name }

  /// The content hash, the same in every process.
  public var hash128: Hash128 { storage.hash128 }

  public static func == (a: Symbol, b: Symbol) -> Bool {
    a.storage === b.storage || a.storage.hash128 == b.storage.hash128
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash128.low) }
}

extension Symbol: CustomStringConvertible {
  public var description: String { name }
}

extension Symbol: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) { self.init(name) }
}
