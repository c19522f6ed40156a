import ApusNotation
import ApusTerms

/// A function that the user has defined, with one clause or several: `f(0) := 1`, `f(n) := n*f(n - 1)`.
struct UserFunction: Sendable {
  /// What an argument has to be.
  enum Pattern: Sendable, Hashable {
    /// Anything, under this name.
    case parameter(String)
    /// Exactly this value.
    case value(Expr)
  }

  /// One way to define the function.
  struct Clause: Sendable {
    let patterns: [Pattern]
    let statement: Statement
    /// The nodes of the body.
    let body: Range<Int>
    /// The clause as written.
    let text: String

    /// The parameters with their arguments, or nil when an argument is not what a pattern asks for.
    func bindings(_ arguments: [Expr]) -> [String: Expr]? {
      var bindings: [String: Expr] = [:]
      for (pattern, argument) in zip(patterns, arguments) {
        switch pattern {
        case .parameter(let name): bindings[name] = argument
        case .value(let value): if value != argument { return nil }
        }
      }
      return bindings
    }

    /// How many of the patterns are values; the more the more specific.
    var specificity: Int {
      patterns.reduce(0) { count, pattern in
        if case .value = pattern { count + 1 } else { count }
      }
    }
  }

  let name: String
  private(set) var clauses: [Clause]

  init(name: String, _ clause: Clause) {
    self.name = name
    clauses = [clause]
  }

  /// The number of arguments; all clauses have the same.
  var arity: Int { clauses[0].patterns.count }

  /// Adds a clause, in place of one for the same arguments; more specific ones are tried first.
  mutating func add(_ clause: Clause) {
    let isSameShape = { (other: Clause) in
      zip(other.patterns, clause.patterns).allSatisfy { pair in
        switch pair {
        case (.parameter, .parameter): true
        case (.value(let a), .value(let b)): a == b
        default: false
        }
      }
    }
    clauses.removeAll(where: isSameShape)
    let place = clauses.firstIndex { $0.specificity < clause.specificity } ?? clauses.count
    clauses.insert(clause, at: place)
  }

  /// The clause for the arguments.
  func clause(for arguments: [Expr]) -> (Clause, [String: Expr])? {
    for clause in clauses {
      if let bindings = clause.bindings(arguments) { return (clause, bindings) }
    }
    return nil
  }
}
