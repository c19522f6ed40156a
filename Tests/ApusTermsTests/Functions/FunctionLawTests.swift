import ApusNumbers
import ApusTerms
import Testing

/// Laws over the whole table, without a word about any single function.
@Suite("Laws of the function table")
struct FunctionLawTests {
  static let functions = FunctionTable.standard.functions

  @Test("derivatives agree with difference quotients", arguments: functions)
  func derivatives(_ function: Function) {
    let report = FunctionLawChecks.derivative(of: function)
    #expect(report.failures.isEmpty)
    if function.partials != nil || function.realPartials != nil {
      let hasFormula = function.triedCounts.contains { count in
        let symbols = (0..<count).map { Expr.symbol("x\($0)") }
        return (function.partials ?? function.realPartials)?(symbols).contains { $0 != nil } ?? false
      }
      #expect(!hasFormula || report.tried >= 4, "only \(report.tried) points could be tried")
    }
  }

  @Test("symmetry, period, inverse, homogeneity and conjugation hold", arguments: functions)
  func identities(_ function: Function) {
    #expect(FunctionLawChecks.identities(of: function).failures.isEmpty)
  }

  @Test("values are real, and within the range, where the record says so", arguments: functions)
  func range(_ function: Function) {
    let report = FunctionLawChecks.range(of: function)
    #expect(report.failures.isEmpty)
  }

  @Test("machine kernels agree with ball kernels", arguments: functions)
  func kernels(_ function: Function) {
    #expect(FunctionLawChecks.kernels(of: function).failures.isEmpty)
  }

  @Test("exact values agree with ball kernels", arguments: functions)
  func values(_ function: Function) {
    #expect(FunctionLawChecks.values(of: function).failures.isEmpty)
  }
}
