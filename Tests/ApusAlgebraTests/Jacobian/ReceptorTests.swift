import ApusAlgebra
import ApusNotation
import ApusNumerics
import ApusTerms
import ApusTestSupport
import Testing

/// The network of a B-cell receptor: 1,122 species, 24,388 reactions (doi:10.4049/jimmunol.1102003).
@Suite("the receptor network in numbers")
struct ReceptorTests {
  static let file = SharedFile("data/bcr.net")

  @Test("right-hand sides and Jacobian matrix have the reference values", .enabled(if: file.exists))
  func references() throws {
    let network = try ReactionNetwork(netFile: Self.file.bytes)
    let (species, parameters) = (network.species.map(\.symbol), network.parameters.map(\.symbol))
    var known: [Symbol: Double] = [:]
    for parameter in network.parameters { known[parameter.symbol] = try parameter.value.value(at: known) }
    let state = try network.species.map { try $0.initialAmount.value(at: known) }
    let constants = parameters.map { known[$0] ?? .nan }

    let sides = network.rightHandSides
    let rates = try sides.compiled(over: species, parameters: parameters)
      .values(at: state, parameters: constants)
    // The small ones are what is left of terms as large as the first.
    let expected = [-61.028082045663915, 5.9419684042e-05, -1.7585526571e-04, 1.0927351045e-05, -2.3758e-10]
    for i in 0..<5 { #expect(abs(rates[i] - expected[i]) <= 1e-12 * 61) }
    let sum = rates.reduce(0) { $0 + abs($1) }
    #expect(abs(sum - 122.14287395264746) <= 1e-12 * sum)

    let matrix = sides.jacobian(in: species)
    #expect(matrix.count == 31_369)
    #expect(Set(matrix.values).count == 4165)
    #expect(sides.jacobianSparsity(in: species) == matrix.pattern)
    let entries = try matrix.compiled(over: species, parameters: parameters)
      .values(at: state, parameters: constants)
    let norm = entries.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(norm - 71306.72324475452) <= 1e-12 * norm)
    let trace = (0..<1122).reduce(0) { $0 + (matrix.pattern.place($1, $1).map { entries[$0] } ?? 0) }
    #expect(abs(trace + 1554442.734565515) <= 1e-12 * 1554442.734565515)
  }
}
