import ApusAlgebra
import ApusNotation
import ApusNumerics
import ApusTerms

extension Benchmarks {
  /// The Jacobian matrix of the reaction network, and both compiled and evaluated.
  static let networkNumerics =
    [jacobian, compileSides, compileJacobian]
    + Optimization.allCases.map { evaluateSides($0) } + [evaluateJacobian]

  private static let sidesCheck = Benchmark.Check.text("OK sum|.|=1541074.3")
  private static let jacobianCheck = Benchmark.Check.text("OK sum|.|=3144038.36")

  /// What all of them start from.
  private struct Network {
    let network: ReactionNetwork
    let sides: [Expr]
    let species: [Symbol]
    let parameters: [Symbol]
    let reference: NetworkReference

    init() throws {
      network = try ReactionNetwork(netFile: networkFile())
      sides = network.rightHandSides
      species = network.species.map(\.symbol)
      parameters = network.parameters.map(\.symbol)
      reference = try NetworkReference(network)
    }

    func compiledSides(_ optimization: Optimization = .full) throws -> CompiledFunction {
      try sides.compiled(
        over: species, parameters: parameters, options: CompileOptions(optimization: optimization))
    }

    func values(_ function: CompiledFunction) -> [Double] {
      function.values(at: reference.state, parameters: reference.parameters)
    }
  }

  private static let jacobian = Benchmark(
    "bcr/jac", size: 1122, expected: .text("31369 entries, 4165 distinct")
  ) {
    let network = try Network()
    return (
      run: { network.sides.jacobian(in: network.species) },
      check: { (matrix: SparseMatrix<Expr>) in
        .text("\(matrix.count) entries, \(Set(matrix.values).count) distinct")
      }
    )
  }

  private static let compileSides = Benchmark("bcr/compile_rhs", size: 1122, expected: sidesCheck) {
    let network = try Network()
    return (
      run: { try network.compiledSides() },
      check: { network.reference.check(sides: network.values($0)) }
    )
  }

  private static let compileJacobian = Benchmark("bcr/compile_jac", size: 31_369, expected: jacobianCheck) {
    let network = try Network()
    let matrix = network.sides.jacobian(in: network.species)
    return (
      run: { try matrix.compiled(over: network.species, parameters: network.parameters) },
      check: { network.reference.check(jacobian: network.values($0), matrix.pattern) }
    )
  }

  private static func evaluateSides(_ optimization: Optimization) -> Benchmark {
    let suffix = optimization == .full ? "" : optimization == .sharing ? ":sharing" : ":naive"
    return Benchmark("bcr/eval_rhs" + suffix, size: 1122, expected: sidesCheck, calls: 500) {
      let network = try Network()
      let function = try network.compiledSides(optimization)
      return (
        run: { evaluated(function, network.reference, calls: 500) },
        check: { network.reference.check(sides: $0) }
      )
    }
  }

  private static let evaluateJacobian = Benchmark(
    "bcr/eval_jac", size: 31_369, expected: jacobianCheck, calls: 200
  ) {
    let network = try Network()
    let matrix = network.sides.jacobian(in: network.species)
    let function = try matrix.compiled(over: network.species, parameters: network.parameters)
    return (
      run: { evaluated(function, network.reference, calls: 200) },
      check: { network.reference.check(jacobian: $0, matrix.pattern) }
    )
  }

  /// The values, computed over and over into the same buffer.
  private static func evaluated(
    _ function: CompiledFunction, _ reference: NetworkReference, calls: Int
  ) -> [Double] {
    reference.state.withUnsafeBufferPointer { state in
      reference.parameters.withUnsafeBufferPointer { parameters in
        [Double](unsafeUninitializedCapacity: function.outputCount) { values, count in
          for _ in 0..<calls { function.evaluate(at: state, parameters: parameters, into: values) }
          count = function.outputCount
        }
      }
    }
  }
}
