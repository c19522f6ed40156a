import ApusTerms
import Testing

/// Expects two terms to be identical; the macro itself cannot fold expressions with `**`.
func expectSame(_ a: Expr, _ b: Expr, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(a == b, "\(a.debugDescription) and \(b.debugDescription)", sourceLocation: sourceLocation)
}
