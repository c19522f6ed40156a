import ApusNotation
import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Laws of generated Python")
struct PythonLawTests {
  private static let point: [String: Double] = ["x": 0.375, "y": -1.75, "n": 3]

  @Test(
    "random terms have their values in Python, as written and in canonical form",
    .enabled(if: PythonRunner.obstacle == nil))
  func randomTerms() throws {
    var terms = WrittenTerms(seed: 20)
    var jobs: [PythonRunner.Job] = []
    for i in 0..<800 {
      let written = terms.term(2 + i % 9)
      for (expr, form) in [(written, "written"), (written.canonical(), "canonical")] {
        jobs += Self.jobs(expr, "\(form) \(written.debugDescription)")
      }
    }
    #expect(jobs.count > 1200)
    for failure in try PythonRunner.failures(of: jobs) { Issue.record("\(failure.prefix(700))") }
  }

  private static func jobs(_ expr: Expr, _ name: String) -> [PythonRunner.Job] {
    let balls = Dictionary(
      uniqueKeysWithValues: point.map { (Symbol($0.key), ComplexBall(Number($0.value), precision: 200)) })
    guard let value = try? expr.enclosure(at: balls, precision: 200), value.isFinite,
      value.relativeAccuracyBits > 60 || value.isZero
    else { return [] }
    let parts = [value.real, value.imaginary].map { $0.midpoint.text(digits: 20) }
    return [NotationTarget.sympy, .numpy, .math].compactMap { target in
      guard let code = try? target.write([Formula(expr)]).text else { return nil }
      return PythonRunner.Job(
        name: "\(target) of \(name)", code: code, point: point, mayBeUndefined: true,
        reference: "mpc('\(parts[0])', '\(parts[1])')")
    }
  }
}
