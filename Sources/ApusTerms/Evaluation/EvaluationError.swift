/// Why an expression has no numeric value, or none that could be certified.
public enum EvaluationError: Error, Equatable, Sendable {
  /// Symbols without a value, sorted by name.
  case missingSymbols([String])
  /// A function of which nothing but the name is known.
  case unknownFunction(String)
  /// A construct, such as an integral, or a function that is not evaluated numerically.
  case notEvaluable(String)
  /// A truth value or a collection where a number is needed.
  case notANumber(String)
  /// A number where a truth value is needed.
  case notATruthValue(String)
  /// A question, such as which of two numbers is the greater, that the enclosures do not decide.
  case undecided(String)
  /// A part of the value that may be zero: its magnitude is certainly less than 10^exponent.
  case possiblyZero(part: Part, exponent: Int)
  /// No finite enclosure was found: the expression may have a pole or no value there.
  case noFiniteValue
  /// The digits could not be certified within the limits.
  case precisionExhausted
  /// More terms than are computed, or a result of more digits than are kept.
  case tooLarge(String)
  /// Sums within sums beyond any sensible depth.
  case tooDeep
  /// The computation was cancelled.
  case cancelled

  /// A part of a complex number.
  public enum Part: String, Sendable { case real, imaginary }

  /// A stable name for programs.
  public var code: String {
    switch self {
    case .missingSymbols: "missing-symbols"
    case .unknownFunction: "unknown-function"
    case .notEvaluable: "not-evaluable"
    case .notANumber: "not-a-number"
    case .notATruthValue: "not-a-truth-value"
    case .undecided: "undecided"
    case .possiblyZero: "possibly-zero"
    case .noFiniteValue: "no-finite-value"
    case .precisionExhausted: "precision-exhausted"
    case .tooLarge: "too-large"
    case .tooDeep: "too-deep"
    case .cancelled: "cancelled"
    }
  }

  /// One plain sentence.
  public var message: String {
    switch self {
    case .missingSymbols(let names):
      "\(names.map { "'\($0)'" }.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") no value"
    case .unknownFunction(let name): "nothing is known of the function '\(name)'"
    case .notEvaluable(let name): "'\(name)' cannot be evaluated numerically"
    case .notANumber(let name): "'\(name)' is not a number"
    case .notATruthValue(let name): "'\(name)' is neither true nor false"
    case .undecided(let question): "it could not be decided \(question)"
    case .possiblyZero(let part, let exponent):
      "the \(part.rawValue) part is less than 1e\(exponent), and may be zero"
    case .noFiniteValue: "no finite value was found: the expression may be undefined there"
    case .precisionExhausted: "the digits could not be certified within the limits"
    case .tooLarge(let what): "\(what) is too large to evaluate"
    case .tooDeep: "the sums are nested too deeply"
    case .cancelled: "the evaluation was cancelled"
    }
  }
}

extension EvaluationError: CustomStringConvertible {
  public var description: String { message }
}
