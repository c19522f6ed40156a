import ApusNumerics
import ApusTerms
import ApusTestSupport

/// Random straight-line programs over all operations whose results every back end must give bit for bit.
struct RandomProgram {
  let program: Program
  /// Whether functions of the mathematical library occur, which vectors compute to 4 ulp.
  let usesLibrary: Bool

  private static let arithmetic: [Opcode] = [
    .add, .subtract, .multiply, .divide, .add, .multiply, .subtract, .multiply, .negate, .absolute,
    .squareRoot, .floor, .ceiling, .round, .truncate,
  ]
  private static let comparisons: [Opcode] = [.less, .lessEqual, .equal, .unequal]

  init(seed: UInt64, withLibrary: Bool = false) {
    var random = SplitMix64(seed: seed)
    func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &random) }
    let (variables, parameters, constants) = (below(4), below(3), 1 + below(4))
    let length = 1 + below(below(4) == 0 ? 400 : 40)
    var instructions: [Instruction] = []
    var (numbers, masks): ([Operand], [Operand]) = ([], [])
    for i in 0..<variables { numbers.append(Operand(.variable, i)) }
    for i in 0..<parameters { numbers.append(Operand(.parameter, i)) }
    for i in 0..<constants { numbers.append(Operand(.constant, i)) }
    /// Recent results are preferred, so that the programs are deep.
    func number() -> Operand {
      below(2) == 0
        ? numbers[below(numbers.count)] : numbers[numbers.count - 1 - below(min(numbers.count, 6))]
    }
    for place in 0..<length {
      let result = Operand(.result, place)
      switch below(10) {
      case 0:
        instructions.append(Instruction(Self.comparisons[below(4)], number(), number()))
        masks.append(result)
      case 1 where masks.count > 1:
        let opcode: Opcode = below(2) == 0 ? .and : .or
        instructions.append(Instruction(opcode, masks[below(masks.count)], masks[below(masks.count)]))
        masks.append(result)
      case 2 where !masks.isEmpty:
        instructions.append(Instruction(.select, masks[below(masks.count)], number(), number()))
        numbers.append(result)
      case 4:
        let fused: [Opcode] = [.multiplyAdd, .multiplySubtract, .negatedMultiplyAdd]
        instructions.append(Instruction(fused[below(3)], number(), number(), number()))
        numbers.append(result)
      case 3 where withLibrary:
        let functions = Opcode.allCases.filter(\.isLibraryFunction)
        let opcode = functions[below(functions.count)]
        instructions.append(
          opcode.operandCount == 2 ? Instruction(opcode, number(), number()) : Instruction(opcode, number()))
        numbers.append(result)
      default:
        let opcode = Self.arithmetic[below(Self.arithmetic.count)]
        instructions.append(
          opcode.operandCount == 2 ? Instruction(opcode, number(), number()) : Instruction(opcode, number()))
        numbers.append(result)
      }
    }
    let values = (0..<constants).map { _ in Self.value(&random) }
    let outputs = (0..<(1 + below(5))).map { _ in number() }
    program = Program(
      variables: (0..<variables).map { Symbol("x\($0)") },
      parameters: (0..<parameters).map { Symbol("p\($0)") }, constants: values,
      instructions: instructions, outputs: outputs)
    usesLibrary = withLibrary
  }

  /// A number of ordinary size, and now and then a special one.
  static func value(_ random: inout SplitMix64) -> Double {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e308][
        Int.random(in: 0..<7, using: &random)]
    case 1: Double(Int.random(in: -3...3, using: &random))
    default: Double.random(in: -4...4, using: &random)
    }
  }
}

/// Whether two results are the same: bit for bit, except that all NaNs are one.
func areSame(_ a: Double, _ b: Double) -> Bool {
  a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
}
