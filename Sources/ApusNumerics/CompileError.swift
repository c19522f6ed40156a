/// Why an expression cannot be made into a numeric function.
public enum CompileError: Error, Equatable, Sendable {
  /// Symbols that are neither variables nor parameters, sorted by name.
  case unboundSymbols([String])
  /// A symbol that stands twice among the variables and parameters.
  case duplicateVariable(String)
  /// A function of which nothing but the name is known.
  case unknownFunction(String)
  /// A construct, such as an integral, that has no numeric code, or a call with the wrong number of arguments.
  case notCompilable(String)
  /// A complex number: machine reals are computed with.
  case notReal(String)
  /// A truth value or a collection where a number is needed.
  case notANumber(String)
  /// A number where a truth value is needed.
  case notATruthValue
  /// More operations or values than a program can hold.
  case tooLarge
  /// A compiler that was asked for and is not there, or failed; the reason.
  case backendUnavailable(String)

  /// A stable name for programs.
  public var code: String {
    switch self {
    case .unboundSymbols: "unbound-symbols"
    case .duplicateVariable: "duplicate-variable"
    case .unknownFunction: "unknown-function"
    case .notCompilable: "not-compilable"
    case .notReal: "not-real"
    case .notANumber: "not-a-number"
    case .notATruthValue: "not-a-truth-value"
    case .tooLarge: "too-large"
    case .backendUnavailable: "backend-unavailable"
    }
  }

  /// One plain sentence.
  public var message: String {
    switch self {
    case .unboundSymbols(let names):
      "\(names.map { "'\($0)'" }.joined(separator: ", ")) \(names.count == 1 ? "is" : "are") "
        + "neither a variable nor a parameter"
    case .duplicateVariable(let name): "'\(name)' is given twice"
    case .unknownFunction(let name): "nothing is known of the function '\(name)'"
    case .notCompilable(let name): "'\(name)' cannot be computed numerically"
    case .notReal(let number): "'\(number)' is not real"
    case .notANumber(let name): "'\(name)' is not a number"
    case .notATruthValue: "a condition is neither true nor false"
    case .tooLarge: "the expressions are too large to compile"
    case .backendUnavailable(let reason): "the back end cannot be used: \(reason)"
    }
  }
}

extension CompileError: CustomStringConvertible {
  public var description: String { message }
}
