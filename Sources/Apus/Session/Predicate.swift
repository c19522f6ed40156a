import ApusNotation
import ApusTerms

/// A property that can be assumed of a symbol or asked of an expression: `real(x)`, `integer(n)`.
struct Predicate: Sendable {
  let name: String
  let property: Property

  /// The predicate of that name.
  init?(_ name: String) {
    guard let property = Predicate.properties[name] else { return nil }
    self.name = name
    self.property = property
  }

  static let names = properties.keys.sorted()

  private static let properties: [String: Property] = [
    "real": .real, "positive": .positive, "negative": .negative, "nonnegative": [.real, .nonnegative],
    "nonpositive": [.real, .nonpositive], "integer": .integer, "even": .even, "odd": .odd,
    "nonzero": .nonzero,
    "imaginary": .imaginary, "complex": [],
  ]

  /// The predicate applied to an argument, as a term.
  func term(_ id: Int, _ tree: SyntaxTree, _ arguments: [Expr]) throws(Diagnostic) -> Expr {
    guard arguments.count == 1 else { throw CallMistakes.arity(id, tree, name: name, .exactly(1)) }
    return .opaque(.undefined(name), arguments)
  }

  /// Whether an expression has the property.
  func truth(of expr: Expr, _ facts: Facts) -> Truth {
    switch name {
    case "complex": return .true
    case "real": return facts.isReal(expr)
    case "integer": return facts.isInteger(expr)
    case "positive": return facts.isPositive(expr)
    case "negative": return facts.isNegative(expr)
    case "nonnegative": return facts.isNonnegative(expr)
    case "nonpositive": return facts.isNonpositive(expr)
    case "nonzero": return facts.isNonzero(expr)
    default: return facts.properties(of: expr).contains(property) ? .true : .unknown
    }
  }
}
