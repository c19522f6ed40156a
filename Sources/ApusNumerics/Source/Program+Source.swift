import ApusTerms

extension Program {
  /// The program as the source of a function.
  ///
  /// Variables are elements of an array `x`, parameters of `p`, values of `y`, in their order; a comment names them.
  /// Intermediate results are `t0`, `t1`, …, which cannot meet a name of the user, because none of those is used. C is
  /// divided into functions of at most a thousand operations, because compilers take more than linear time for long ones.
  ///
  /// - Throws: `notCompilable` for a function that the language does not have.
  /// - Precondition: the name is an identifier.
  public func source(in language: SourceLanguage, name: String = "f") throws(CompileError) -> String {
    var writer = SourceWriter(self, Dialect(language: language), name)
    return try writer.text()
  }
}

/// Writes the source of a program.
private struct SourceWriter {
  private let program: Program
  private let dialect: Dialect
  private let name: String
  private var lines: [String] = []
  /// Where the results are that a later part of the program needs.
  private var framePlaces: [Int32]
  private var frameCount = 0

  /// The operations of one function in C.
  private static let partLength = 1000

  init(_ program: Program, _ dialect: Dialect, _ name: String) {
    self.program = program
    self.dialect = dialect
    self.name = name
    framePlaces = Array(repeating: -1, count: program.instructions.count)
  }

  mutating func text() throws(CompileError) -> String {
    let isDivided = dialect.language == .c && program.instructions.count > Self.partLength
    if isDivided {
      try writeParts()
    } else {
      begin()
      for index in program.instructions.indices { try write(index, indentation) }
      writeOutputs(program.outputs.indices.map { $0 }, indentation)
      end()
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var indentation: String { dialect.isPython ? "    " : dialect.language == .matlab ? "" : "  " }

  // MARK: - Frame

  private mutating func comment() {
    let mark =
      switch dialect.language {
      case .c, .swift: "// "
      case .matlab: "% "
      default: "# "
      }
    lines.append(mark + "x: " + program.variables.map { Self.oneLine($0.name) }.joined(separator: ", "))
    if !program.parameters.isEmpty {
      lines.append(mark + "p: " + program.parameters.map { Self.oneLine($0.name) }.joined(separator: ", "))
    }
  }

  /// A name that cannot end a comment.
  private static func oneLine(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 32 || $0 == "\\" ? " " : $0 }))
  }

  private var usesSpecialFunctions: Bool {
    program.instructions.contains { [.erf, .erfc, .gamma, .logGamma].contains($0.opcode) }
  }

  private mutating func begin() {
    comment()
    switch dialect.language {
    case .c:
      lines += ["#include <math.h>", ""]
      lines.append("void \(name)(const double *x, const double *p, double *y) {")
      lines.append("  (void)x; (void)p;")
    case .swift:
      lines += [
        "#if canImport(Glibc)", "import Glibc", "#elseif canImport(Darwin)", "import Darwin", "#endif", "",
      ]
      lines.append("func \(name)(")
      lines.append(
        "  _ x: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>")
      lines.append(") {")
    case .numpy:
      lines.append("import numpy as np")
      if usesSpecialFunctions { lines.append("from scipy import special") }
      lines += ["", "def \(name)(x, p=()):"]
    case .jax:
      lines.append("import jax.numpy as jnp")
      if usesSpecialFunctions { lines.append("from jax.scipy import special") }
      lines += ["", "def \(name)(x, p=()):"]
    case .julia:
      if usesSpecialFunctions { lines.append("using SpecialFunctions") }
      lines.append("function \(name)!(y, x, p)")
    case .matlab: lines.append("function y = \(name)(x, p)")
    }
  }

  private mutating func end() {
    switch dialect.language {
    case .c, .swift: lines.append("}")
    case .numpy, .jax: break
    case .julia: lines += ["  return y", "end"]
    case .matlab: lines.append("end")
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
      instruction.opcode, text(instruction.a, from: start),
      count > 1 ? text(instruction.b, from: start) : "", count > 2 ? text(instruction.c, from: start) : "")
    guard let value else { throw .notCompilable("\(instruction.opcode)") }
    lines.append(
      indent
        + dialect.declaration("t\(index)", isCondition: instruction.opcode.isCondition, value))
  }

  /// An operand; results from before `start` stand in the frame.
  private func text(_ operand: Operand, from start: Int = 0) -> String {
    switch operand.source {
    case .constant: return dialect.constant(program.constants[operand.index])
    case .variable: return dialect.element("x", operand.index)
    case .parameter: return dialect.element("p", operand.index)
    case .result:
      if operand.index >= start { return "t\(operand.index)" }
      let place = "t[\(framePlaces[operand.index])]"
      return program.instructions[operand.index].opcode.isCondition ? "(\(place) != 0)" : place
    }
  }

  private mutating func writeOutputs(_ outputs: [Int], _ indent: String, from start: Int = 0) {
    if dialect.isPython {
      lines.append(indent + "return [\(outputs.map { text(program.outputs[$0]) }.joined(separator: ", "))]")
      return
    }
    let mark = dialect.language == .c || dialect.language == .matlab ? ";" : ""
    for output in outputs {
      lines.append(
        "\(indent)\(dialect.element("y", output)) = \(text(program.outputs[output], from: start))\(mark)")
    }
  }

  // MARK: - Parts

  private mutating func writeParts() throws(CompileError) {
    giveFramePlaces()
    comment()
    lines += ["#include <math.h>", ""]
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
