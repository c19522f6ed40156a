import ApusTerms

/// Straight-line code for the values of several expressions: each instruction has one result, named by its place, and
/// refers only to results before it.
///
/// Every back end executes the same program with the same IEEE operations in the same order, so that their results are
/// the same bit for bit, apart from vector mathematics of stated error and the payloads of NaNs.
public struct Program: Sendable {
  /// A call of a function that has no opcode: its record and its arguments.
  package struct Call: Sendable {
    package var function: Function
    package var arguments: [Operand]
  }

  /// What varies from point to point.
  public let variables: [Symbol]
  /// What is the same at all points of a batch.
  public let parameters: [Symbol]
  package let constants: [Double]
  package let instructions: [Instruction]
  package let calls: [Call]
  package let outputs: [Operand]

  package init(
    variables: [Symbol], parameters: [Symbol], constants: [Double], instructions: [Instruction],
    calls: [Call] = [], outputs: [Operand]
  ) {
    self.variables = variables
    self.parameters = parameters
    self.constants = constants
    self.instructions = instructions
    self.calls = calls
    self.outputs = outputs
  }

  /// The number of values that the program computes.
  public var outputCount: Int { outputs.count }

  /// The number of operations.
  public var operationCount: Int { instructions.count }

  /// The estimated time of one evaluation in cycles, by throughput and a part of the latency of each operation.
  public var estimatedCycles: Double { Double(cost) / 8 }

  package var cost: Int { instructions.reduce(0) { $0 + $1.opcode.cost } }

  /// The operands of an instruction, calls included.
  package func forEachOperand(of instruction: Instruction, _ body: (Operand) -> Void) {
    if instruction.opcode == .call {
      for argument in calls[instruction.a.index].arguments { body(argument) }
    } else {
      instruction.forEachOperand(body)
    }
  }

  /// How many of each operation there are, by name, sorted by name: for reports.
  public var operationCounts: [(name: String, count: Int)] {
    var counts = [Int](repeating: 0, count: Opcode.allCases.count)
    for instruction in instructions { counts[Int(instruction.opcode.rawValue)] += 1 }
    return Opcode.allCases.filter { counts[Int($0.rawValue)] > 0 }
      .map { ("\($0)", counts[Int($0.rawValue)]) }.sorted { $0.0 < $1.0 }
  }
}
