import ApusTerms

/// Writes the source of a program.
struct SourceWriter {
  let program: Program
  let dialect: Dialect
  let name: String
  let form: SourceForm
  var lines: [String] = []
  /// Where the results are that a later part of the program needs.
  private var framePlaces: [Int32]
  private var frameCount = 0

  /// The operations of one function in C.
  private static let partLength = 1000

  init(_ program: Program, _ dialect: Dialect, _ name: String, _ form: SourceForm) {
    self.program = program
    self.dialect = dialect
    self.name = name
    self.form = form
    framePlaces = Array(repeating: -1, count: program.instructions.count)
  }

  /// The whole text.
  mutating func text() throws(CompileError) -> String {
    let isDivided = dialect.language == .c && program.instructions.count > Self.partLength
    writeHead()
    if isDivided {
      try writeParts()
    } else {
      begin()
      for index in program.instructions.indices { try write(index, indentation) }
      writeOutputs(program.outputs.indices.map { $0 }, indentation)
      end()
    }
    writeTail()
    return lines.joined(separator: "\n") + "\n"
  }

  var indentation: String {
    switch dialect.language {
    case .numpy, .jax, .stan: "    "
    case .matlab: ""
    default: "  "
    }
  }

  // MARK: - Operations

  private mutating func write(_ index: Int, _ indent: String, from start: Int = 0) throws(CompileError) {
    let instruction = program.instructions[index]
    guard instruction.opcode != .call else {
      throw .notCompilable(program.calls[instruction.a.index].function.name)
    }
    let count = instruction.opcode.operandCount
    let value = dialect.operation(
      instruction.opcode, text(instruction.a, from: start, isCondition: isCondition(instruction, 0)),
      count > 1 ? text(instruction.b, from: start, isCondition: isCondition(instruction, 1)) : "",
      count > 2 ? text(instruction.c, from: start) : "")
    guard let value else { throw .notCompilable("\(instruction.opcode)") }
    lines.append(
      indent
        + dialect.declaration("t\(index)", isCondition: instruction.opcode.isCondition, value))
  }

  /// Whether an operand is a condition.
  private func isCondition(_ instruction: Instruction, _ place: Int) -> Bool {
    instruction.opcode == .and || instruction.opcode == .or || (instruction.opcode == .select && place == 0)
  }

  /// An operand; results from before `start` stand in the frame.
  private func text(_ operand: Operand, from start: Int = 0, isCondition: Bool = false) -> String {
    switch operand.source {
    case .constant:
      let value = program.constants[operand.index]
      return isCondition ? dialect.truth(value.bitPattern != 0) : dialect.constant(value)
    case .variable: return dialect.element("x", operand.index)
    case .parameter: return dialect.element("p", operand.index)
    case .result:
      if operand.index >= start { return "t\(operand.index)" }
      let place = "t[\(framePlaces[operand.index])]"
      return program.instructions[operand.index].opcode.isCondition ? "(\(place) != 0)" : place
    }
  }

  /// The outputs, in the order in which the form has them.
  private mutating func writeOutputs(_ outputs: [Int], _ indent: String, from start: Int = 0) {
    let isReturned = dialect.returnsValues(form)
    if isReturned, dialect.isPython {
      let values = outputs.map { text(program.outputs[$0]) }.joined(separator: ", ")
      let list = "[\(values)]"
      // A sparse matrix wants an array, not a list.
      return lines.append(
        indent + "return " + (form.isSparse ? "jnp.stack(jnp.broadcast_arrays(*\(list)))" : list))
    }
    let mark = ["c", "matlab", "stan"].contains(dialect.language.rawValue) ? ";" : ""
    let array = form.isSparse && dialect.language == .matlab ? "v" : "y"
    let places = outputPlaces
    for output in outputs {
      lines.append(
        "\(indent)\(dialect.element(array, places?[output] ?? output)) = \(text(program.outputs[output], from: start))\(mark)"
      )
    }
  }

  /// Of each output its place, where they change places.
  private var outputPlaces: [Int]? {
    guard case .sparse(let pattern) = form, dialect.language == .julia else { return nil }
    var places = [Int](repeating: 0, count: pattern.count)
    for (new, old) in pattern.columnOrder.places.enumerated() { places[old] = new }
    return places
  }

  // MARK: - Parts

  private mutating func writeParts() throws(CompileError) {
    giveFramePlaces()
    let parts = (program.instructions.count + Self.partLength - 1) / Self.partLength
    let signature = "(const double *x, const double *p, double *y, double *t)"
    var outputs = [[Int]](repeating: [], count: parts + 1)
    for (i, output) in program.outputs.enumerated() {
      outputs[output.isResult ? output.index / Self.partLength : parts].append(i)
    }
    for part in 0..<parts {
      lines.append("static void \(name)_\(part)\(signature) {")
      lines.append("  (void)x; (void)p; (void)y; (void)t;")
      let start = part * Self.partLength
      for index in start..<min(start + Self.partLength, program.instructions.count) {
        try write(index, "  ", from: start)
        if framePlaces[index] >= 0 { lines.append("  t[\(framePlaces[index])] = t\(index);") }
      }
      writeOutputs(outputs[part], "  ", from: start)
      lines += ["}", ""]
    }
    lines.append("void \(name)(const double *x, const double *p, double *y) {")
    lines.append("  double t[\(max(1, frameCount))];")
    for part in 0..<parts { lines.append("  \(name)_\(part)(x, p, y, t);") }
    writeOutputs(outputs[parts], "  ")
    lines.append("}")
  }

  /// Gives a place to each result that a later part uses.
  private mutating func giveFramePlaces() {
    for index in program.instructions.indices {
      let part = index / Self.partLength
      program.forEachOperand(of: program.instructions[index]) { operand in
        guard operand.isResult, operand.index / Self.partLength != part, framePlaces[operand.index] < 0 else {
          return
        }
        framePlaces[operand.index] = Int32(frameCount)
        frameCount += 1
      }
    }
  }
}

extension SourceForm {
  var isSparse: Bool {
    if case .sparse = self { true } else { false }
  }
}
