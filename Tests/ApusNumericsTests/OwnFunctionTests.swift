import ApusNumbers
import ApusNumerics
import ApusTestSupport
import CApusKernels
import Numerics
import Testing

@Suite("own vector functions")
struct OwnFunctionTests {
  /// A function, a range of arguments, and how many ulp its values are wrong there at most.
  struct Case: CustomTestStringConvertible {
    var opcode: Opcode
    var range: ClosedRange<Double>
    var isLogarithmic = false
    var limit: Double
    var testDescription: String { "\(opcode) in \(range)" }
  }

  static let cases = [
    Case(opcode: .exp, range: -745...709.7, limit: 1), Case(opcode: .exp, range: -1...1, limit: 1),
    Case(opcode: .log, range: -740...709, isLogarithmic: true, limit: 1),
    Case(opcode: .log, range: 0.5...2, limit: 1), Case(opcode: .sin, range: -4...4, limit: 1),
    Case(opcode: .sin, range: -524_288...524_288, limit: 1), Case(opcode: .cos, range: -4...4, limit: 1),
    Case(opcode: .cos, range: -524_288...524_288, limit: 1),
    Case(opcode: .sin, range: -1e9...1e9, limit: 1), Case(opcode: .cos, range: -700...700, limit: 1),
    Case(opcode: .sin, range: -300...0, isLogarithmic: true, limit: 1),
  ]

  static func values(_ opcode: Opcode, _ arguments: [Double], _ set: InstructionSet) -> [Double] {
    let count = (arguments.count + 7) & ~7
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 16 * count, alignment: 64)
    defer { memory.deallocate() }
    let (a, r) = (
      memory.assumingMemoryBound(to: Double.self), (memory + 8 * count).assumingMemoryBound(to: Double.self)
    )
    for i in 0..<count { a[i] = arguments[min(i, arguments.count - 1)] }
    #expect(apus_own_function(Int32(set.rawValue), Int32(opcode.rawValue), a, r, count) == 1)
    return arguments.indices.map { r[$0] }
  }

  static func exact(_ opcode: Opcode, _ x: Double) -> BigFloat {
    let x = BigFloat(x, precision: 120)
    switch opcode {
    case .exp: return .exp(x)
    case .log: return .log(x)
    case .sin: return .sin(x)
    default: return .cos(x)
    }
  }

  /// The error in ulp of the exact value.
  static func error(_ value: Double, _ exact: BigFloat) -> Double {
    let rounded = exact.asDouble
    if rounded == value { return abs((exact - BigFloat(value)).asDouble) / rounded.ulp }
    return rounded.isFinite
      ? abs((exact - BigFloat(value, precision: 120)).asDouble) / rounded.ulp : .infinity
  }

  @Test("values are right to the stated error", arguments: cases)
  func accuracy(_ item: Case) {
    var random = SplitMix64(seed: 11)
    let sets = InstructionSet.allCases.filter { $0 <= .best }
    let count = LongTests.count(4000, long: 1_000_000)
    let arguments = (0..<count).map { _ in
      let x = Double.random(in: item.range, using: &random)
      return item.isLogarithmic ? .exp(x) : x
    }
    let results = sets.map { Self.values(item.opcode, arguments, $0) }
    var worst = (error: 0.0, argument: 0.0)
    for (i, x) in arguments.enumerated() {
      let error = Self.error(results[0][i], Self.exact(item.opcode, x))
      if !(error <= worst.error) { worst = (error, x) }
      for other in results.dropFirst() {
        #expect(areSame(other[i], results[0][i]), "\(item.opcode) of \(x) differs among instruction sets")
      }
    }
    #expect(worst.error <= item.limit, "\(item.opcode): \(worst.error) ulp at \(worst.argument)")
    if LongTests.isEnabled { print("own \(item.testDescription): \(worst.error) ulp at \(worst.argument)") }
  }

  @Test("arguments next to multiples of pi/2 are reduced without loss", arguments: [Opcode.sin, .cos])
  func multiples(_ opcode: Opcode) {
    let half = BigFloat.pi(precision: 200) * BigFloat(0.5, precision: 200)
    var arguments: [Double] = []
    for k in stride(from: 1, through: 333_000, by: 97) {
      let x = (BigFloat(k, precision: 200) * half).asDouble
      arguments += [x, -x, x.nextUp]
    }
    for (x, value) in zip(arguments, Self.values(opcode, arguments, .best)) {
      let error = Self.error(value, Self.exact(opcode, x))
      #expect(error <= 1, "\(opcode) of \(x): \(error) ulp")
    }
  }

  @Test("special arguments", arguments: InstructionSet.allCases.filter { $0 <= .best })
  func special(_ set: InstructionSet) {
    let arguments = [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 0x1p-1030, 1e308, -1e308, 1, 709.78,
      709.79, -745.2,
    ]
    let functions: [(Opcode, (Double) -> Double)] = [
      (.exp, { .exp($0) }), (.log, { .log($0) }), (.sin, { .sin($0) }), (.cos, { .cos($0) }),
    ]
    for (opcode, function) in functions {
      for (x, value) in zip(arguments, Self.values(opcode, arguments, set)) {
        let expected = function(x)
        let isClose = areSame(value, expected) || abs(value - expected) <= expected.ulp
        #expect(isClose, "\(opcode) of \(x): \(value) for \(expected)")
      }
    }
  }
}
