import ApusNumbers
import ApusTerms

/// What has to be proved of the terms that variables stand for.
public enum Condition: Sendable, Hashable {
  /// The variable stands for a term of that form.
  case form(String, VariableKind)
  /// The variable's value has a property, as `x: real`.
  case property(String, Property)
  /// A relation between terms in the variables: `x != 0`, `-pi < im(x)`.
  case relation(Expr)
  /// The first does not contain the second: `a free of x`.
  case free(String, of: String)

  /// The conditions of the words that may stand after a colon.
  static func named(_ word: String, _ variable: String) -> Condition? {
    if let kind = VariableKind(rawValue: word), kind != .any { return .form(variable, kind) }
    return properties[word].map { .property(variable, $0) }
  }

  /// The properties by name.
  private static let properties: [String: Property] = [
    "real": .real, "integer": .integer, "even": .even, "odd": .odd, "nonzero": .nonzero,
    "positive": .positive,
    "negative": .negative, "nonnegative": [.real, .nonnegative], "nonpositive": [.real, .nonpositive],
    "imaginary": .imaginary,
  ]

  /// The words that may stand after a colon, sorted.
  static let words: [String] = (VariableKind.allCases.filter { $0 != .any }.map(\.rawValue) + properties.keys)
    .sorted()

  /// The word for a property.
  static func word(for property: Property) -> String? { properties.first { $0.value == property }?.key }
}

extension Condition {
  /// Whether the condition speaks of values, so that equal terms may stand for one another in it.
  var concernsValues: Bool {
    switch self {
    case .property, .relation: true
    case .form, .free: false
    }
  }

  /// Whether the condition holds for the terms that stand for the variables: `true` and `false` are proved.
  public func truth(of terms: [String: Expr], assuming facts: Facts = Facts()) -> Truth {
    switch self {
    case .form(let name, let kind):
      guard let term = terms[name] else { return .unknown }
      var store = ExprStore()
      return Truth(kind.admits(store.insert(term), store))
    case .property(let name, let property):
      guard let term = terms[name] else { return .unknown }
      return facts.truth(of: property, for: term)
    case .free(let name, let other):
      guard let term = terms[name], let variable = terms[other] else { return .unknown }
      let all = Set(variable.freeSymbols)
      return Truth(term.freeSymbols.allSatisfy { !all.contains($0) })
    case .relation(let relation):
      var replacements: [Expr: Expr] = [:]
      for (name, term) in terms { replacements[.symbol(name)] = term }
      return facts.truth(of: relation.substituting(replacements))
    }
  }
}

extension Facts {
  /// Whether the value of a term has a property.
  public func truth(of property: Property, for term: Expr) -> Truth {
    switch property {
    case .real: return isReal(term)
    case .positive: return isPositive(term)
    case .negative: return isNegative(term)
    case [.real, .nonnegative]: return isNonnegative(term)
    case [.real, .nonpositive]: return isNonpositive(term)
    case .nonzero: return isNonzero(term)
    case .integer: return isInteger(term)
    default: return properties(of: term).isSuperset(of: property) ? .true : .unknown
    }
  }

  /// Whether a relation, or a logical combination of relations, holds: decided by signs of differences and, between
  /// constants, by certified values.
  public func truth(of relation: Expr) -> Truth {
    guard let function = relation.function else { return .unknown }
    let arguments = relation.arguments
    switch function {
    case .true: return .true
    case .false: return .false
    case .and: return arguments.reduce(.true) { $0 && truth(of: $1) }
    case .or: return arguments.reduce(.false) { $0 || truth(of: $1) }
    case .not where arguments.count == 1: return !truth(of: arguments[0])
    default: break
    }
    guard arguments.count == 2 else { return .unknown }
    if relation.freeSymbols.isEmpty, let decided = try? relation.truth(at: [:]) { return Truth(decided) }
    return truth(of: function, arguments[0], arguments[1])
  }

  private func truth(of function: Function, _ a: Expr, _ b: Expr) -> Truth {
    let difference = a - b
    switch function {
    case .equal: return difference == 0 ? .true : !isNonzero(difference)
    case .notEqual: return difference == 0 ? .false : isNonzero(difference)
    case .greater: return ordered(a, b, isPositive(difference))
    case .greaterEqual: return ordered(a, b, isNonnegative(difference))
    case .less: return ordered(a, b, isNegative(difference))
    case .lessEqual: return ordered(a, b, isNonpositive(difference))
    default: return .unknown
    }
  }

  /// Only real numbers are ordered: a difference alone could be real by accident.
  private func ordered(_ a: Expr, _ b: Expr, _ truth: Truth) -> Truth {
    isReal(a) == .true && isReal(b) == .true ? truth : .unknown
  }
}
