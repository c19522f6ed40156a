/// An argument of a function: its name in formulas and what it ranges over.
public struct Parameter: Sendable, Hashable {
  /// What an argument ranges over.
  public enum Domain: UInt8, Sendable {
    /// Complex numbers.
    case complex
    /// Real numbers; elsewhere the function is not defined.
    case real
    /// Integers; elsewhere the function is not defined.
    case integer
    /// The integers from 0 on; elsewhere the function is not defined.
    case natural
    /// True or false.
    case boolean
    /// Anything else: sets, matrices, terms in a variable.
    case any
  }

  /// The name, as in `besselj(n, z)`.
  public let name: String
  /// The domain.
  public let domain: Domain
}
