import ApusNumbers
import ApusTerms

/// What a person writes for one node of a layout: arithmetic, relations, collections and calculus under their own names.
///
/// A form describes one level; its parts are nodes of the same layout.
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
  case sum(Layout.Parts)
  case negation(Int)
  /// At least two factors.
  case product(Layout.Parts)
  case fraction(numerator: Int, denominator: Int)
  case power(base: Int, exponent: Int)
  /// A square root where there is no index.
  case root(radicand: Int, index: Int?)
  /// `a ± b`, or `± b` where there is no `a`.
  case plusMinus(Int?, Int)

  // MARK: Relations and logic

  case relation(Relation, Int, Int)
  case congruence(Int, Int, modulus: Int)
  /// At least two operands.
  case conjunction(Layout.Parts)
  /// At least two operands.
  case disjunction(Layout.Parts)
  case not(Int)
  case implication(Int, Int)

  // MARK: Collections

  case list(Layout.Parts)
  case tuple(Layout.Parts)
  case set(Layout.Parts)
  /// At least one row; rows are equally long and not empty.
  case matrix([Layout.Parts])
  case interval(Int, Int, opensLeft: Bool, opensRight: Bool)
  /// Cases in the order in which they are tried.
  case piecewise([Case], otherwise: Int?)

  // MARK: Calculus

  case derivative(Int, [Differentiation])
  /// The body at a value of a variable.
  case evaluation(Int, variable: Int, value: Int)
  /// An integral, sum or product; the innermost range first.
  case accumulation(Accumulation, Int, [Range])
  /// The side is 1 from above, -1 from below, 0 from both.
  case limit(Int, variable: Int, point: Int, side: Int)

  // MARK: The rest

  /// A function applied to at least one argument, or a construct with a wrong number of arguments.
  case call(Function, Layout.Parts)
}

extension DisplayForm {
  /// A relation between two expressions.
  package enum Relation: Sendable, CaseIterable {
    case equal, notEqual, less, lessEqual, greater, greaterEqual, approximately, definition, elementOf
  }

  /// One case of a definition by cases.
  package struct Case: Sendable {
    package var condition: Int
    package var value: Int
  }

  /// A variable of differentiation and how often.
  package struct Differentiation: Sendable {
    package var variable: Int
    package var order: Int
  }

  /// What runs over a range.
  package enum Accumulation: Sendable {
    case integral, sum, product
  }

  /// The variable of an integral, sum or product with its bounds.
  package struct Range: Sendable {
    package var variable: Int
    /// Absent for an antiderivative.
    package var bounds: (from: Int, to: Int)?
  }
}

extension DisplayForm {
  /// The parts, from left to right as the case lists them.
  package var parts: [Int] {
    var parts: [Int] = []
    forEachPart { parts.append($0) }
    return parts
  }

  /// Visits the parts, from left to right as the case lists them.
  @inline(__always)
  package func forEachPart(_ body: (Int) -> Void) {
    switch self {
    case .number, .imaginaryUnit, .symbol, .constant: break
    case .negation(let a), .not(let a), .root(let a, nil), .plusMinus(nil, let a): body(a)
    case .sum(let parts), .product(let parts), .conjunction(let parts), .disjunction(let parts),
      .list(let parts), .tuple(let parts), .set(let parts), .call(_, let parts):
      for part in parts { body(part.id) }
    case .fraction(let a, let b), .power(let a, let b), .root(let a, let b?), .plusMinus(let a?, let b),
      .relation(_, let a, let b), .implication(let a, let b), .interval(let a, let b, _, _):
      body(a)
      body(b)
    case .congruence(let a, let b, let c), .evaluation(let a, let b, let c), .limit(let a, let b, let c, _):
      body(a)
      body(b)
      body(c)
    case .matrix(let rows):
      for row in rows { for part in row { body(part.id) } }
    case .piecewise(let cases, let otherwise):
      for branch in cases {
        body(branch.value)
        body(branch.condition)
      }
      if let otherwise { body(otherwise) }
    case .derivative(let a, let variables):
      body(a)
      for step in variables {
        body(step.variable)
        body(step.order)
      }
    case .accumulation(_, let a, let ranges):
      body(a)
      for range in ranges {
        body(range.variable)
        guard let bounds = range.bounds else { continue }
        body(bounds.from)
        body(bounds.to)
      }
    }
  }
}
