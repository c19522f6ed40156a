/// The operands of the last sum and of the last product that were asked for as whole terms.
///
/// The terms of a store must stay as they are. Used on one thread.
final class OperandCache<Ref: Equatable> {
  private var sum: (term: Ref, summands: [Ref])?
  private var product: (term: Ref, factors: [Ref])?

  func summands(of term: Ref) -> [Ref]? {
    if let sum, sum.term == term { sum.summands } else { nil }
  }

  func factors(of term: Ref) -> [Ref]? {
    if let product, product.term == term { product.factors } else { nil }
  }

  func keep(summands: [Ref], of term: Ref) { sum = (term, summands) }

  func keep(factors: [Ref], of term: Ref) { product = (term, factors) }
}
