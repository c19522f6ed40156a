import CApusKernels

/// Runs a program at many points: columns in, columns out.
struct BatchExecutor: Sendable {
  private let program: Program
  private let interpreter: Interpreter
  private let layout: BatchLayout
  private let set: InstructionSet
  private let blocks: BlockCode?
  private let machineCode: MachineCode?
  private let scratch: ScratchPool
  /// Where in the scratch memory the slots begin: after the uniform values, at a multiple of 64 bytes.
  private let slotOffset: Int

  init(
    _ lazy: LazyProgram, _ layout: BatchLayout, _ set: InstructionSet, _ code: MachineCode?,
    isInterpreted: Bool
  ) {
    program = lazy.program
    interpreter = Interpreter(lazy)
    self.layout = layout
    self.set = set
    machineCode = code?.hasBatchCode == true ? code : nil
    slotOffset = (layout.tableCount + 7) & ~7
    if isInterpreted {
      blocks = nil
      scratch = ScratchPool(count: interpreter.scratchCount + program.inputCount)
    } else if let machineCode {
      blocks = nil
      scratch = ScratchPool(count: slotOffset + machineCode.batchFrameCount)
    } else {
      let code = BlockCode(lazy, layout)
      blocks = code
      scratch = ScratchPool(count: slotOffset + code.slotCount * code.blockSize)
    }
  }

  func run(
    _ columns: UnsafePointer<UnsafePointer<Double>?>, _ count: Int, _ parameters: UnsafePointer<Double>,
    _ outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    if count == 0 { return }
    scratch.withScratch { scratch in
      if let machineCode {
        layout.computeUniforms(parameters, into: scratch)
        machineCode.runBatch(columns, count, scratch, scratch + slotOffset, outputs)
      } else if let blocks {
        layout.computeUniforms(parameters, into: scratch)
        run(blocks, columns, count, scratch, scratch + slotOffset, outputs)
      } else {
        interpret(columns, count, parameters, scratch, outputs)
      }
    }
  }

  // MARK: - Point by point

  private func interpret(
    _ columns: UnsafePointer<UnsafePointer<Double>?>, _ count: Int, _ parameters: UnsafePointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>, _ outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    let point = scratch + interpreter.scratchCount
    let variableCount = program.variables.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, program.outputCount)) { values in
      guard let base = values.baseAddress else { return }
      for i in 0..<count {
        for j in 0..<variableCount { point[j] = columns[j]?[i] ?? .nan }
        interpreter.run(point, parameters, scratch, into: base)
        for j in 0..<program.outputCount { outputs[j]?[i] = base[j] }
      }
    }
  }

  // MARK: - Block by block

  private func run(
    _ code: BlockCode, _ columns: UnsafePointer<UnsafePointer<Double>?>, _ count: Int,
    _ uniforms: UnsafePointer<Double>, _ slots: UnsafeMutablePointer<Double>,
    _ outputs: UnsafePointer<UnsafeMutablePointer<Double>?>
  ) {
    code.instructions.withUnsafeBufferPointer { instructions in
      withUnsafePointer(to: BlockCallContext(program: program, code: code)) { context in
        var block = ApusBlockProgram(
          instructions: instructions.baseAddress, instructionCount: instructions.count,
          blockSize: code.blockSize, call: callFunction,
          context: UnsafeMutableRawPointer(mutating: context))
        apus_run_blocks(Int32(set.rawValue), &block, columns, outputs, uniforms, slots, count)
      }
    }
  }
}

private struct BlockCallContext {
  let program: Program
  let code: BlockCode
}

/// Evaluates a function that has no opcode at the points of a block.
private func callFunction(
  _ context: UnsafeMutableRawPointer?, _ instruction: UnsafePointer<ApusBlockInstruction>?,
  _ slots: UnsafeMutablePointer<Double>?, _ count: Int
) {
  guard let context = context?.assumingMemoryBound(to: BlockCallContext.self), let instruction, let slots
  else { return }
  let code = context.pointee.code
  let function = context.pointee.program.calls[Int(instruction.pointee.c)].function
  let arguments = code.callArguments[Int(instruction.pointee.a)]
  let result = slots + Int(instruction.pointee.result) * code.blockSize
  for i in 0..<count {
    let values = arguments.map { slots[Int($0) * code.blockSize + i] }
    result[i] = function.machineValue(of: values) ?? .nan
  }
  // Whole registers are read: what lies behind the last point is repeated.
  var i = count
  while i % 8 != 0 {
    result[i] = result[count - 1]
    i += 1
  }
}
