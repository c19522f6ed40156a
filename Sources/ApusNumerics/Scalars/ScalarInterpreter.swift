import ApusTerms

/// Evaluates a program with numbers of any type: one instruction after another, the branch that is not taken left out.
struct ScalarInterpreter<Scalar: ProgramScalar> {
  private let lazy: LazyProgram
  private let precision: Int
  private let variables: [Scalar]
  private let parameters: [Scalar]
  private let constants: [Scalar]
  private var numbers: [Scalar] = []
  /// Whether each condition holds; `nil` for what is undecided or no condition.
  private var truths: [Bool?] = []

  /// - Parameter parameters: those of the program, then the constants that are no machine numbers.
  init(_ lazy: LazyProgram, variables: [Scalar], parameters: [Scalar], precision: Int) {
    self.lazy = lazy
    self.precision = precision
    self.variables = variables
    self.parameters = parameters
    constants = lazy.program.constants.map { Scalar.constant($0, precision) }
  }

  /// The outputs.
  mutating func values() -> [Scalar] {
    let instructions = lazy.program.instructions
    numbers.reserveCapacity(instructions.count)
    truths.reserveCapacity(instructions.count)
    var region = 0
    var index = 0
    while index < instructions.count {
      if let end = skipped(at: index, &region) {
        while index < end {
          append(Scalar.undefined(precision), nil)
          index += 1
        }
        continue
      }
      execute(instructions[index])
      index += 1
    }
    return lazy.program.outputs.map { number($0) }
  }

  /// Where to go on, if a region begins here that is not needed.
  private func skipped(at index: Int, _ region: inout Int) -> Int? {
    while region < lazy.regions.count, lazy.regions[region].start <= index {
      let next = lazy.regions[region]
      region += 1
      // An inner region of one that was skipped lies behind.
      if next.start == index, truth(next.mask) != next.isTaken { return next.end }
    }
    return nil
  }

  private mutating func execute(_ instruction: Instruction) {
    switch instruction.opcode {
    case .less, .lessEqual, .equal, .unequal:
      append(
        Scalar.undefined(precision),
        Scalar.holds(instruction.opcode, number(instruction.a), number(instruction.b)))
    case .and: append(Scalar.undefined(precision), both(truth(instruction.a), truth(instruction.b)))
    case .or: append(Scalar.undefined(precision), either(truth(instruction.a), truth(instruction.b)))
    case .select:
      let value =
        switch truth(instruction.a) {
        case true?: number(instruction.b)
        case false?: number(instruction.c)
        case nil: Scalar.undefined(precision)
        }
      append(value, nil)
    case .call:
      let call = lazy.program.calls[instruction.a.index]
      append(Scalar.called(call.function, call.arguments.map { number($0) }, precision), nil)
    default:
      let count = instruction.opcode.operandCount
      let a = number(instruction.a)
      append(
        Scalar.applied(
          instruction.opcode, a, count > 1 ? number(instruction.b) : a,
          count > 2 ? number(instruction.c) : a, precision), nil)
    }
  }

  private mutating func append(_ number: Scalar, _ truth: Bool?) {
    numbers.append(number)
    truths.append(truth)
  }

  private func number(_ operand: Operand) -> Scalar {
    switch operand.source {
    case .result: numbers[operand.index]
    case .constant: constants[operand.index]
    case .variable: variables[operand.index]
    case .parameter: parameters[operand.index]
    }
  }

  /// Constants are conditions too, as masks.
  private func truth(_ operand: Operand) -> Bool? {
    switch operand.source {
    case .result: truths[operand.index]
    case .constant: lazy.program.constants[operand.index].bitPattern != 0
    case .variable, .parameter: nil
    }
  }

  private func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    a == false || b == false ? false : a == true && b == true ? true : nil
  }

  private func either(_ a: Bool?, _ b: Bool?) -> Bool? {
    a == true || b == true ? true : a == false && b == false ? false : nil
  }
}
