/// Where a value comes from: a result of an earlier instruction, a constant, a variable or a parameter.
package struct Operand: Hashable, Sendable {
  /// The four sources.
  package enum Source: UInt32, Sendable { case result, constant, variable, parameter }

  package let raw: UInt32

  @inline(__always) package init(_ source: Source, _ index: Int) {
    raw = source.rawValue << 30 | UInt32(truncatingIfNeeded: index)
  }

  @inline(__always) init(raw: UInt32) { self.raw = raw }

  /// What stands in operand places that are not used.
  package static let none = Operand(.constant, (1 << 30) - 1)
  /// The number of values of one source that can be told apart.
  static let limit = 1 << 29

  @inline(__always) package var source: Source { Source(rawValue: raw >> 30) ?? .result }
  @inline(__always) package var index: Int { Int(raw & 0x3FFF_FFFF) }
  @inline(__always) package var isResult: Bool { raw >> 30 == 0 }
}

/// One step of a program: its result is named by its place.
package struct Instruction: Hashable, Sendable {
  package var opcode: Opcode
  package var a: Operand
  package var b: Operand
  package var c: Operand

  @inline(__always)
  package init(_ opcode: Opcode, _ a: Operand, _ b: Operand = .none, _ c: Operand = .none) {
    self.opcode = opcode
    self.a = a
    self.b = b
    self.c = c
  }

  /// The operands in use, of instructions that are no calls.
  @inline(__always) package func forEachOperand(_ body: (Operand) -> Void) {
    let count = opcode.operandCount
    if count > 0 { body(a) }
    if count > 1 { body(b) }
    if count > 2 { body(c) }
  }
}
