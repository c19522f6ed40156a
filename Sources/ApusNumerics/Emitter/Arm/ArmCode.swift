/// The AArch64 code of a program, on whatever computer: for tests under emulation.
package struct ArmCode {
  /// One of the two functions, with the operations whose functions it calls, in the order of their table.
  package struct Part {
    package var bytes: [UInt8]
    /// How many reals the frame has room for.
    package var frameCount: Int
    package var functions: [Opcode]
  }

  package let scalar: Part
  package let batch: Part
  /// What the fourth argument of the scalar code points to.
  package let constants: [Double]
  private let layout: BatchLayout

  /// `nil` for a program with functions that have no opcode.
  package init?(_ program: Program, smallestLazyCost: Int = LazyProgram.smallestCost) {
    let lazy = LazyProgram(program, smallestCost: smallestLazyCost)
    layout = BatchLayout(lazy.program)
    guard let scalar = ArmCodeWriter.code(CodeModel(scalar: lazy, layout, .arm)),
      let batch = ArmCodeWriter.code(CodeModel(batch: lazy.program, layout, .two, .arm))
    else { return nil }
    self.scalar = Part(bytes: scalar.bytes, frameCount: scalar.slotCount, functions: scalar.functions)
    self.batch = Part(bytes: batch.bytes, frameCount: 2 * batch.slotCount, functions: batch.functions)
    constants = lazy.program.constants
  }

  /// What the second argument of the batch code points to.
  package func uniforms(_ parameters: [Double]) -> [Double] {
    var uniforms = [Double](repeating: 0, count: layout.tableCount)
    layout.computeUniforms(parameters + [0], into: &uniforms)
    return uniforms
  }
}
