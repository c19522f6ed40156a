/// The operations of one function in LLVM's intermediate language.
struct IRPart {
  private let settings: IRSettings
  private let isBatch: Bool
  private let framePlaces: [Int32]
  private(set) var lines: [String] = []
  /// The names of what was computed or loaded in this part.
  private var names: [Operand: String] = [:]
  private var temporaryCount = 0

  init(_ settings: IRSettings, isBatch: Bool, _ framePlaces: [Int32]) {
    self.settings = settings
    self.isBatch = isBatch
    self.framePlaces = framePlaces
  }

  // MARK: - Operations

  /// Writes an instruction, and stores its result where it is needed.
  mutating func write(_ index: Int, _ outputs: [Int]) {
    let instruction = settings.program.instructions[index]
    let operand = Operand(.result, index)
    let name = value(instruction)
    names[operand] = name
    if framePlaces[index] < 0, outputs.isEmpty { return }
    let number = instruction.opcode.isCondition ? widened(name) : name
    if framePlaces[index] >= 0 { store(number, framePointer(index)) }
    for output in outputs { store(number, outputPointer(output)) }
  }

  mutating func storeInput(_ operand: Operand, _ output: Int) {
    store(number(operand), outputPointer(output))
  }

  private mutating func value(_ instruction: Instruction) -> String {
    let opcode = instruction.opcode
    if opcode == .and || opcode == .or {
      let (a, b) = (mask(instruction.a), mask(instruction.b))
      return temporary("\(opcode == .and ? "and" : "or") \(maskType) \(a), \(b)")
    }
    if opcode == .select {
      let condition = mask(instruction.a)
      let (yes, no) = (number(instruction.b), number(instruction.c))
      return temporary("select \(maskType) \(condition), \(type) \(yes), \(type) \(no)")
    }
    let a = number(instruction.a)
    let count = opcode.operandCount
    let b = count > 1 ? number(instruction.b) : ""
    if let name = Self.operations[opcode] { return temporary("\(name) \(type) \(a), \(b)") }
    if opcode == .negate { return temporary("fneg \(type) \(a)") }
    if let name = Self.intrinsics[opcode] {
      return temporary("call \(type) @llvm.\(name).\(suffix)(\(type) \(a))")
    }
    if opcode.isFused { return fused(opcode, a, b, number(instruction.c)) }
    return called(opcode, count > 1 ? [a, b] : [a])
  }

  private static let operations: [Opcode: String] = [
    .add: "fadd", .subtract: "fsub", .multiply: "fmul", .divide: "fdiv", .less: "fcmp olt",
    .lessEqual: "fcmp ole", .equal: "fcmp oeq", .unequal: "fcmp one",
  ]
  private static let intrinsics: [Opcode: String] = [
    .absolute: "fabs", .squareRoot: "sqrt", .floor: "floor", .ceiling: "ceil", .round: "nearbyint",
    .truncate: "trunc",
  ]

  private mutating func fused(_ opcode: Opcode, _ a: String, _ b: String, _ c: String) -> String {
    let left = opcode == .negatedMultiplyAdd ? temporary("fneg \(type) \(a)") : a
    let right = opcode == .multiplySubtract ? temporary("fneg \(type) \(c)") : c
    return temporary(
      "call \(type) @llvm.fma.\(suffix)(\(type) \(left), \(type) \(b), \(type) \(right))")
  }

  /// A function of the library, of vectors if the system has it, otherwise lane by lane.
  private mutating func called(_ opcode: Opcode, _ arguments: [String]) -> String {
    if let function = CodeWriter.function(opcode, lanes) { return call(function, type, arguments) }
    guard isBatch, let function = CodeWriter.function(opcode, .one) else { return arguments[0] }
    var result = "undef"
    for lane in 0..<settings.width {
      let parts = arguments.map { temporary("extractelement \(type) \($0), i32 \(lane)") }
      let value = call(function, "double", parts)
      result = temporary("insertelement \(type) \(result), double \(value), i32 \(lane)")
    }
    return result
  }

  private mutating func call(_ address: UInt, _ type: String, _ arguments: [String]) -> String {
    let types = arguments.map { _ in type }.joined(separator: ", ")
    let pointer = settings.hasTypedPointers ? "\(type) (\(types))*" : "ptr"
    let list = arguments.map { "\(type) \($0)" }.joined(separator: ", ")
    return temporary("call \(type) inttoptr (i64 \(address) to \(pointer))(\(list)) #0")
  }

  // MARK: - Operands

  private var lanes: Assembler.Lanes {
    if !isBatch { return .one }
    return settings.width == 8 ? .eight : settings.width == 4 ? .four : .two
  }
  private var type: String { isBatch ? "<\(settings.width) x double>" : "double" }
  private var maskType: String { isBatch ? "<\(settings.width) x i1>" : "i1" }
  private var bitsType: String { isBatch ? "<\(settings.width) x i64>" : "i64" }
  private var suffix: String { isBatch ? "v\(settings.width)f64" : "f64" }

  private mutating func temporary(_ text: String) -> String {
    temporaryCount += 1
    lines.append("  %v\(temporaryCount) = \(text)")
    return "%v\(temporaryCount)"
  }

  /// The same in all lanes.
  private func spread(_ text: String, _ type: String) -> String {
    isBatch
      ? "<" + Array(repeating: "\(type) \(text)", count: settings.width).joined(separator: ", ") + ">" : text
  }

  private mutating func number(_ operand: Operand) -> String {
    if operand.source == .constant {
      return spread(Self.literal(settings.program.constants[operand.index]), "double")
    }
    if let name = names[operand] { return name }
    let name = loaded(operand)
    names[operand] = name
    return name
  }

  private mutating func loaded(_ operand: Operand) -> String {
    if isBatch, let place = settings.layout.uniformPlace(operand) {
      let scalar = temporary("load double, \(settings.pointer) \(element("%p", place)), align 8")
      let first = temporary("insertelement \(type) undef, double \(scalar), i32 0")
      return temporary(
        "shufflevector \(type) \(first), \(type) undef, <\(settings.width) x i32> zeroinitializer")
    }
    switch operand.source {
    case .result: return load(framePointer(operand.index))
    case .parameter: return load(element("%p", operand.index))
    default: return load(isBatch ? columnPointer("%x", operand.index) : element("%x", operand.index))
    }
  }

  private static func literal(_ value: Double) -> String {
    let digits = String(value.bitPattern, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A condition; results of other parts and constants are masks of bits.
  private mutating func mask(_ operand: Operand) -> String {
    if operand.source == .constant {
      let isTrue = settings.program.constants[operand.index].bitPattern != 0
      return spread(isTrue ? "true" : "false", "i1")
    }
    if let name = names[operand] { return name }
    let bits = temporary("bitcast \(type) \(loaded(operand)) to \(bitsType)")
    let name = temporary("icmp ne \(bitsType) \(bits), \(isBatch ? "zeroinitializer" : "0")")
    names[operand] = name
    return name
  }

  /// The mask of bits of a condition.
  private mutating func widened(_ condition: String) -> String {
    let bits = temporary("sext \(maskType) \(condition) to \(bitsType)")
    return temporary("bitcast \(bitsType) \(bits) to \(type)")
  }

  // MARK: - Memory

  private mutating func element(_ base: String, _ index: Int) -> String {
    temporary("getelementptr double, \(settings.pointer) \(base), i64 \(index)")
  }

  private mutating func columnPointer(_ base: String, _ index: Int) -> String {
    let (one, two) = settings.hasTypedPointers ? ("double*", "double**") : ("ptr", "ptr")
    let place = temporary("getelementptr \(one), \(two) \(base), i64 \(index)")
    let column = temporary("load \(one), \(two) \(place), align 8")
    return temporary("getelementptr double, \(one) \(column), i64 %i")
  }

  private mutating func framePointer(_ index: Int) -> String {
    element("%t", Int(framePlaces[index]) * (isBatch ? settings.width : 1))
  }

  private mutating func outputPointer(_ output: Int) -> String {
    isBatch ? columnPointer("%y", output) : element("%y", output)
  }

  private mutating func access(_ pointer: String) -> String {
    guard isBatch, settings.hasTypedPointers else { return "\(settings.pointer) \(pointer)" }
    return "\(type)* " + temporary("bitcast double* \(pointer) to \(type)*")
  }

  private mutating func load(_ pointer: String) -> String {
    let place = access(pointer)
    return temporary("load \(type), \(place), align 8")
  }

  private mutating func store(_ value: String, _ pointer: String) {
    let place = access(pointer)
    lines.append("  store \(type) \(value), \(place), align 8")
  }
}
