import ApusTerms

/// What the variables of a pattern stand for, while a match is sought.
struct Bindings<Ref> {
  /// The terms of single and optional variables.
  var terms: [Ref?]
  /// The terms of runs.
  var runs: [[Ref]?]
  /// The functions that function variables stand for.
  var functions: [Function?]
  /// The operands of the whole sum, product or other commutative call that the pattern leaves alone.
  var rest: [Ref] = []
  /// How many more parts may be compared: bounds the search in large sums and products.
  var steps = 0

  init(_ pattern: Pattern) {
    terms = Array(repeating: nil, count: pattern.variables.count)
    runs = Array(repeating: nil, count: pattern.variables.count)
    functions = Array(repeating: nil, count: pattern.functionVariables.count)
  }
}

/// An operation whose operands match in any order and grouping.
enum CommutativeOperation: Equatable {
  case sum
  case product
  case call(Function)

  /// Whether terms of the operation keep what is written.
  var isGeneric: Bool { if case .call = self { true } else { false } }

  /// The operation of a function that is commutative and associative in its arguments, if it is.
  init?(_ function: Function) {
    switch function {
    case .add, .multiply, .and, .or, .max, .min, .union, .intersection: self = .call(function)
    default: return nil
    }
  }
}
