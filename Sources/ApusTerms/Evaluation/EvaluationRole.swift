/// What the head of a call means to the evaluator.
enum EvaluationRole {
  /// A function of numbers with kernels.
  case kernel
  case logic(Connective)
  case comparison(Comparison)
  case cases
  case binder(Binding)
  /// Something that is not evaluated.
  case none

  /// A connective of logic.
  enum Connective { case constant(Bool), and, or, not, implies, equivalent, xor }

  /// A relation between numbers.
  enum Comparison {
    /// Order relations hold for some of the signs of a − b.
    case order(negative: Bool, zero: Bool, positive: Bool)
    case equality(Bool)
    case congruence
  }

  /// A construct that gives a variable one value after another.
  enum Binding { case sum, product, at }

  init(_ function: Function) {
    if let comparison = Comparison(function) {
      self = .comparison(comparison)
    } else if let connective = Connective(function) {
      self = .logic(connective)
    } else {
      switch function {
      case .piecewise: self = .cases
      case .sum: self = .binder(.sum)
      case .productOver: self = .binder(.product)
      case .at: self = .binder(.at)
      default: self = function.binder == nil ? .kernel : .none
      }
    }
  }
}

extension EvaluationRole.Comparison {
  fileprivate init?(_ function: Function) {
    switch function {
    case .less: self = .order(negative: true, zero: false, positive: false)
    case .lessEqual: self = .order(negative: true, zero: true, positive: false)
    case .greater: self = .order(negative: false, zero: false, positive: true)
    case .greaterEqual: self = .order(negative: false, zero: true, positive: true)
    case .equal: self = .equality(true)
    case .notEqual: self = .equality(false)
    case .congruent: self = .congruence
    default: return nil
    }
  }
}

extension EvaluationRole.Connective {
  fileprivate init?(_ function: Function) {
    switch function {
    case .true: self = .constant(true)
    case .false: self = .constant(false)
    case .and: self = .and
    case .or: self = .or
    case .not: self = .not
    case .implies: self = .implies
    case .equivalent: self = .equivalent
    case .xor: self = .xor
    default: return nil
    }
  }
}
