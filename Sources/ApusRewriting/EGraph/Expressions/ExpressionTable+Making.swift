import ApusNumbers
import ApusTerms

extension ExpressionTable {
  /// How an expression that is no leaf of the graph was made of its parts, as ``add(_:to:)`` does it.
  func outline(of expression: Expr) -> TermMaking<Expr>.Outline? {
    switch expression.kind {
    case .sum: sum(expression)
    case .product: product(expression)
    case .power: power(expression.child(0), expression.child(1))
    case .call where Self.looksInto(expression):
      expression.function.map { function in
        .node(.call(function.name), (0..<expression.childCount).map { .part(expression.child($0)) })
      }
    default: nil
    }
  }

  private func sum(_ sum: Expr) -> TermMaking<Expr>.Outline {
    var weights = [Rational.one]
    var parts = [TermMaking<Expr>.Outline.part(sum.child(0))]
    for i in stride(from: 1, to: sum.childCount - 1, by: 2) {
      let (term, coefficient) = (sum.child(i), sum.child(i + 1))
      if let value = coefficient.number?.asRational {
        weights.append(value)
        parts.append(.part(term))
      } else {
        weights.append(.one)
        parts.append(.node(.product([.one, .one]), [.part(coefficient), .part(term)]))
      }
    }
    return .node(.sum(weights), parts)
  }

  private func product(_ product: Expr) -> TermMaking<Expr>.Outline {
    var exponents = [Rational.one]
    var parts = [TermMaking<Expr>.Outline.part(product.child(0))]
    for i in stride(from: 1, to: product.childCount - 1, by: 2) {
      let (base, exponent) = (product.child(i), product.child(i + 1))
      if let value = exponent.number?.asRational, base.function != .E {
        exponents.append(value)
        parts.append(.part(base))
      } else {
        exponents.append(.one)
        parts.append(power(base, exponent))
      }
    }
    return .node(.product(exponents), parts)
  }

  private func power(_ base: Expr, _ exponent: Expr) -> TermMaking<Expr>.Outline {
    base.kind == .call && base.function == .E
      ? .node(.call("exp"), [.part(exponent)]) : .node(.power, [.part(base), .part(exponent)])
  }
}
