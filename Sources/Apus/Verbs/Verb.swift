import ApusNotation
import ApusTerms

/// A command of the session that is called like a function: `diff(x^2, x)`, `subs(x + y, x = 1)`.
///
/// A verb works on the values of its arguments; one that finds no answer is left as it is.
public struct Verb: Sendable {
  /// What the session does with a call.
  package enum Action: Sendable {
    /// Works on the arguments; nil means that there is no answer.
    case evaluate(@Sendable (inout VerbCall) throws(Diagnostic) -> Expr?)
    /// Evaluates its last argument under the assumptions before.
    case assuming
    /// Applies a function to the elements of a list.
    case map
    /// A statement that changes the session.
    case assume, forget, clear
  }

  /// The name.
  public let name: String
  /// Other names that are accepted.
  public let aliases: [String]
  /// The number of arguments.
  public let arity: Arity
  /// How it is called, such as `diff(e, x, n)`.
  public let signature: String
  /// One sentence for help.
  public let summary: String
  /// An input and its answer.
  public let example: (input: String, output: String)
  /// The arguments that are names and not evaluated; the last stands for all further ones when `areAllNames`.
  private let nameArguments: Set<Int>
  private let areAllNames: Bool
  package let action: Action

  package init(
    _ name: String, aliases: [String] = [], arity: Arity, signature: String, summary: String,
    example: (input: String, output: String), names: Set<Int> = [], areAllNames: Bool = false, action: Action
  ) {
    self.name = name
    self.aliases = aliases
    self.arity = arity
    self.signature = signature
    self.summary = summary
    self.example = example
    self.nameArguments = names
    self.areAllNames = areAllNames
    self.action = action
  }

  /// A verb that works on the values of its arguments.
  package init(
    _ name: String, aliases: [String] = [], arity: Arity, signature: String, summary: String,
    example: (input: String, output: String),
    _ evaluate: @escaping @Sendable (inout VerbCall) throws(Diagnostic) -> Expr?
  ) {
    self.init(
      name, aliases: aliases, arity: arity, signature: signature, summary: summary, example: example,
      action: .evaluate(evaluate))
  }

  /// Whether the argument at the index is a name that is not evaluated.
  func takesName(at index: Int) -> Bool { areAllNames || nameArguments.contains(index) }
}
