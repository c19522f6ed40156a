/// How a LaTeX source is to be read where it leaves room; each setting overrides what the source suggests.
public struct LaTeXOptions: Sendable, Hashable {
  /// What a prime behind a name means.
  public enum Primes: Sendable, Hashable {
    /// A derivative where the source shows a function, otherwise a part of the name.
    case byEvidence
    /// A part of the name everywhere.
    case names
    /// A derivative everywhere, by this variable (in LaTeX) where the source shows no other.
    case derivatives(by: String)
  }

  /// How much of what stands behind a slash is below it.
  public enum Slash: Sendable, Hashable {
    /// All letters and numbers up to the next sign where papers agree, an error where they do not.
    case byCustom
    /// The first factor.
    case factor
    /// The whole product.
    case product
  }

  /// Names, in LaTeX, that are functions.
  public var functions: Set<String>
  /// The arguments that a function has where it stands without any, by the name of the function; both in LaTeX.
  public var arguments: [String: [String]] = [:]
  /// Names, in LaTeX, that are plain symbols, such as `e` for a charge, `\pi` for a profit or `d` for a distance.
  public var symbols: Set<String>
  /// Which of `e`, `i`, `j` and `\pi` are the constants that they usually are, even where the source suggests otherwise.
  public var constants: Set<String> = []
  /// What primes mean.
  public var primes = Primes.byEvidence
  /// What is below a slash.
  public var slash = Slash.byCustom
  /// Whether an italic T above a name means the transpose; `nil` to decide by evidence.
  public var transposes: Bool?
  /// The base of `\log` without a subscript; `nil` for the natural logarithm.
  public var logarithmBase: Int?
  /// The macros that hold from the beginning.
  public var macros: LaTeXMacroTable
  /// The most levels of nesting.
  public var depthLimit: Int

  /// Creates options; the defaults decide by evidence and custom.
  public init(
    functions: Set<String> = [], symbols: Set<String> = [], macros: LaTeXMacroTable = LaTeXMacroTable(),
    depthLimit: Int = 400
  ) {
    self.functions = functions
    self.symbols = symbols
    self.macros = macros
    self.depthLimit = depthLimit
  }
}
