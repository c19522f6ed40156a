import ApusNotation
import ApusTerms
import Testing

@Suite("Values of generated Python")
struct PythonValueTests {
  @Test(
    "SymPy, NumPy and math code has the values of the expression", .enabled(if: PythonRunner.obstacle == nil))
  func hasValues() throws {
    var jobs: [PythonRunner.Job] = []
    for sample in PythonSample.all {
      for target in sample.targets {
        let name = "\(target) of \(sample.expression.debugDescription)"
        let code: String
        do throws(Diagnostic) {
          code =
            switch target {
            case .sympy: try SymPyWriter().text(of: sample.expression)
            case .numpy: try NumPyWriter().text(of: sample.expression)
            case .math: try PythonMathWriter().text(of: sample.expression)
            }
        } catch {
          Issue.record("\(name): \(error.message)")
          continue
        }
        jobs.append(
          PythonRunner.Job(name: name, code: code, point: PythonSample.point, reference: sample.reference))
      }
    }
    let failures = try PythonRunner.failures(of: jobs)
    for failure in failures { Issue.record("\(failure)") }
  }
}
