import ApusTerms
import Synchronization

/// What the exact program of a compiled function is made of, when it is asked for.
final class ExactSource: Sendable {
  private let machineProgram: Program
  private let expressions: [Expr]?
  private let made = Mutex<ExactProgram?>(nil)

  init(_ program: Program, _ expressions: [Expr]? = nil) {
    machineProgram = program
    self.expressions = expressions
  }

  var program: ExactProgram {
    made.withLock { made in
      if let made { return made }
      let program = makeProgram()
      made = program
      return program
    }
  }

  /// What compiles to machine numbers compiles to exact ones, so that the constants of machine numbers are no way out in practice.
  private func makeProgram() -> ExactProgram {
    guard let expressions,
      let program = try? ExactProgram(
        expressions, over: machineProgram.variables, parameters: machineProgram.parameters)
    else { return ExactProgram(machineProgram) }
    return program
  }
}
