/// A user's own expression type.
///
/// Conform a class, wrap its instances with `Expr(term)`, and every pass of Apus works on it: the node mirrors the
/// arguments, so that generic passes see them without a dynamic call, and only rebuilding goes through `makeTerm`.
public protocol Term: AnyObject, Sendable {
  /// The function that the term applies.
  var head: Function { get }

  /// What it applies it to.
  var arguments: [Expr] { get }

  /// A term of the same nature with other parts; it may return a more fitting representation.
  func makeTerm(head: Function, arguments: [Expr]) -> Expr

  /// The hash of what distinguishes this term from others of its type with the same head and arguments.
  var contentHash: Hash128 { get }
}

final class TermBox: Sendable {
  let term: any Term
  init(_ term: any Term) { self.term = term }
}

extension Expr {
  /// Creates an expression from a term of a type defined elsewhere.
  public init(_ term: any Term) {
    let arguments = term.arguments
    var hash = term.head.hash128
    hash.combine(term.contentHash)
    hash.combine(Hash128(integer: 7 + arguments.count))
    self = arguments.withRefs {
      Expr(
        node: Node.make(
          kind: .ext, hash: hash, payload: TermBox(term), own: term.head.flags, children: $0
        ).takeRetainedValue())
    }
  }
}
