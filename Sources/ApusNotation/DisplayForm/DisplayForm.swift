import ApusNumbers
import ApusTerms

/// What a person writes for one node of an expression, whatever way the node stores it: a canonical product with negative
/// exponents is a fraction, `x^(1/2)` is a root, `add(a, negate(b))` is a difference.
///
/// A form describes one level; its parts are expressions again. Parts of canonical sums and products stand in people's order
/// (see ``DisplayReader``), those of opaque terms in the order of the source.
package enum DisplayForm: Sendable {
  // MARK: Leaves

  /// A real number that is neither negative nor an exact fraction.
  case number(Number)
  case imaginaryUnit
  case symbol(Symbol)
  /// A function without arguments: `pi`, `oo`, `true`.
  case constant(Function)

  // MARK: Arithmetic

  /// At least two terms.
  case sum([SignedTerm])
  case negation(Expr)
  /// At least two factors.
  case product([Expr])
  case fraction(numerator: Expr, denominator: Expr)
  case power(base: Expr, exponent: Expr)
  /// A square root where there is no index.
  case root(radicand: Expr, index: Expr?)
  /// `a ± b`, or `± b` where there is no `a`.
  case plusMinus(Expr?, Expr)

  // MARK: Relations and logic

  case relation(Relation, Expr, Expr)
  case congruence(Expr, Expr, modulus: Expr)
  /// At least two operands.
  case conjunction([Expr])
  /// At least two operands.
  case disjunction([Expr])
  case not(Expr)
  case implication(Expr, Expr)

  // MARK: Collections

  case list([Expr])
  case tuple([Expr])
  case set([Expr])
  /// At least one row; rows are equally long and not empty.
  case matrix([[Expr]])
  case interval(Expr, Expr, opensLeft: Bool, opensRight: Bool)
  /// Cases in the order in which they are tried.
  case piecewise([Case], otherwise: Expr?)

  // MARK: Calculus

  case derivative(Expr, [Differentiation])
  /// The body at a value of a variable.
  case evaluation(Expr, variable: Expr, value: Expr)
  /// An integral, sum or product; the innermost range first.
  case accumulation(Accumulation, Expr, [Range])
  /// The side is 1 from above, -1 from below, 0 from both.
  case limit(Expr, variable: Expr, point: Expr, side: Int)

  // MARK: The rest

  /// A function applied to at least one argument, or a construct with a wrong number of arguments.
  case call(Function, [Expr])
}

extension DisplayForm {
  /// A term of a sum with the sign in front of it.
  package struct SignedTerm: Sendable {
    package var isSubtracted: Bool
    package var term: Expr
  }

  /// A relation between two expressions.
  package enum Relation: String, Sendable, CaseIterable {
    case equal, notEqual, less, lessEqual, greater, greaterEqual, approximately, definition, elementOf
  }

  /// One case of a definition by cases.
  package struct Case: Sendable {
    package var condition: Expr
    package var value: Expr
  }

  /// A variable of differentiation and how often.
  package struct Differentiation: Sendable {
    package var variable: Expr
    package var order: Expr
  }

  /// What runs over a range.
  package enum Accumulation: Sendable {
    case integral, sum, product
  }

  /// The variable of an integral, sum or product with its bounds.
  package struct Range: Sendable {
    package var variable: Expr
    /// Absent for an antiderivative.
    package var bounds: (from: Expr, to: Expr)?
  }
}

extension DisplayForm {
  /// The parts in a fixed order: from left to right as the case lists them.
  package var parts: [Expr] {
    switch self {
    case .number, .imaginaryUnit, .symbol, .constant: []
    case .sum(let terms): terms.map(\.term)
    case .negation(let a), .not(let a), .root(let a, nil), .plusMinus(nil, let a): [a]
    case .product(let parts), .conjunction(let parts), .disjunction(let parts), .list(let parts),
      .tuple(let parts), .set(let parts), .call(_, let parts):
      parts
    case .fraction(let a, let b), .power(let a, let b), .root(let a, let b?), .plusMinus(let a?, let b),
      .relation(_, let a, let b), .implication(let a, let b), .interval(let a, let b, _, _):
      [a, b]
    case .congruence(let a, let b, let modulus): [a, b, modulus]
    case .matrix(let rows): rows.flatMap { $0 }
    case .piecewise(let cases, let otherwise):
      cases.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    case .derivative(let body, let variables): [body] + variables.flatMap { [$0.variable, $0.order] }
    case .evaluation(let body, let variable, let value): [body, variable, value]
    case .accumulation(_, let body, let ranges): [body] + ranges.flatMap(\.parts)
    case .limit(let body, let variable, let point, _): [body, variable, point]
    }
  }
}

extension DisplayForm.Range {
  fileprivate var parts: [Expr] { bounds.map { [variable, $0.from, $0.to] } ?? [variable] }
}
