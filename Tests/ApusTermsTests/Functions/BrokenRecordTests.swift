import ApusNumbers
import ApusTerms
import Numerics
import Testing

/// The law tests see a record that is wrong.
@Suite("Laws fail on broken records")
struct BrokenRecordTests {
  private static func sine(
    partials: Function.Partials? = { [cos($0[0])] }, value: Function.Value? = nil,
    laws: FunctionLaws = FunctionLaws(symmetry: .odd, period: { 2 * .pi }, realDomain: .all),
    real: @escaping @Sendable (Double) -> Double = { .sin($0) }
  ) -> Function {
    Function(
      "sine", summary: "a sine", partials: partials, value: value, laws: laws,
      kernels: Kernels(
        real: .unary(real), complex: { .sin($0[0]) }, ball: { .sin($0[0], precision: $1) }))
  }

  @Test("the right record passes") func right() {
    let sine = Self.sine(value: { $0[0].isZero ? 0 : nil })
    for check in [
      FunctionLawChecks.derivative, FunctionLawChecks.identities, FunctionLawChecks.range,
      FunctionLawChecks.kernels, FunctionLawChecks.values,
    ] {
      let report = check(sine)
      #expect(report.failures.isEmpty && report.tried > 0)
    }
  }

  @Test("a wrong derivative is seen") func derivative() {
    #expect(!FunctionLawChecks.derivative(of: Self.sine(partials: { [-cos($0[0])] })).failures.isEmpty)
    #expect(!FunctionLawChecks.derivative(of: Self.sine(partials: { [cos($0[0]) + 1e-20] })).failures.isEmpty)
  }

  @Test("a wrong symmetry, period, inverse or degree is seen")
  func identities() {
    let wrong = [
      FunctionLaws(symmetry: .even), FunctionLaws(period: { .pi }), FunctionLaws(inverse: "acos"),
      FunctionLaws(leftInverse: "asin"), FunctionLaws(homogeneity: 1),
    ]
    for laws in wrong { #expect(!FunctionLawChecks.identities(of: Self.sine(laws: laws)).failures.isEmpty) }
    let conjugate = Function(
      "rotated", laws: FunctionLaws(commutesWithConjugation: true),
      kernels: Kernels(ball: { .sin($0[0].multipliedByI, precision: $1) }))
    #expect(FunctionLawChecks.identities(of: conjugate).failures.isEmpty == false)
  }

  @Test("a wrong range is seen") func range() {
    let laws = FunctionLaws(range: .positive, realDomain: .all)
    #expect(!FunctionLawChecks.range(of: Self.sine(laws: laws)).failures.isEmpty)
  }

  @Test("a wrong machine kernel is seen") func kernels() {
    #expect(!FunctionLawChecks.kernels(of: Self.sine(real: { .sin($0) * (1 + 1e-15) })).failures.isEmpty)
  }

  @Test("a wrong exact value is seen") func values() {
    #expect(!FunctionLawChecks.values(of: Self.sine(value: { $0[0].isOne ? 1 : nil })).failures.isEmpty)
  }
}
