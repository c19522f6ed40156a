import ApusTerms

/// A name in a pattern that stands for a term, or for several.
public struct PatternVariable: Sendable, Hashable {
  /// How much a variable stands for.
  public enum Role: Sendable, Hashable {
    /// One term.
    case single
    /// One term, or nothing: then it is the identity of the operation that it stands in.
    case optional
    /// Any number of terms, also none.
    case run
  }

  /// The name, without the mark of the role.
  public let name: String
  /// How much it stands for.
  public let role: Role

  /// Creates a variable.
  public init(_ name: String, _ role: Role = .single) {
    self.name = name
    self.role = role
  }

  /// The symbol that stands for the variable in a term: `a`, `a?` or `a...`.
  public var symbol: Symbol {
    switch role {
    case .single: Symbol(name)
    case .optional: Symbol(name + "?")
    case .run: Symbol(name + "...")
    }
  }

  /// The variable that a symbol stands for, if symbols of one letter, and those with a mark, stand for variables.
  init?(_ symbol: Symbol) {
    let name = symbol.name
    // Most symbols end in a letter.
    if let last = name.utf8.last, last & 0x80 == 0, (last | 0x20) &- 0x61 < 26 {
      guard name.utf8.count == 1 else { return nil }
      self.init(name)
      return
    }
    if name.hasSuffix("...") {
      self.init(String(name.dropLast(3)), .run)
    } else if name.hasSuffix("?") {
      self.init(String(name.dropLast()), .optional)
    } else if name.unicodeScalars.count == 1, let letter = name.unicodeScalars.first,
      letter.properties.isAlphabetic
    {
      self.init(name)
    } else {
      return nil
    }
  }
}
