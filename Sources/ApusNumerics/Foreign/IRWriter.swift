/// What all parts of a module share.
struct IRSettings {
  let program: Program
  let layout: BatchLayout
  /// The lanes of `batch`.
  let width: Int
  /// Whether pointers have types, as they have up to version 14.
  let hasTypedPointers: Bool

  var pointer: String { hasTypedPointers ? "double*" : "ptr" }
}

/// Writes a program as a module of LLVM's intermediate language: `scalar` for a point, `batch` for several points at once, both
/// divided into functions of at most a thousand operations, because compilers take more than linear time for long ones.
///
/// Operations are those of IEEE 754 without any licence to change them.
struct IRWriter {
  private let settings: IRSettings
  private var program: Program { settings.program }
  private var layout: BatchLayout { settings.layout }
  private var width: Int { settings.width }
  private var pointer: String { settings.pointer }
  /// The attributes of functions, such as the instructions that may be used.
  private let attributes: String

  /// The operations of one function.
  static let partLength = 1000

  private var lines: [String] = []
  /// Where the results are that a later part needs.
  private var framePlaces: [Int32] = []
  private var frameCount = 0

  init(_ settings: IRSettings, attributes: String) {
    self.settings = settings
    self.attributes = attributes
  }

  /// The module, and how many values its frame has room for.
  mutating func text() throws(CompileError) -> (text: String, frameCount: Int) {
    for instruction in program.instructions where instruction.opcode == .call {
      throw .notCompilable(program.calls[instruction.a.index].function.name)
    }
    declareIntrinsics()
    var largestFrame = 1
    for isBatch in [false, true] {
      giveFramePlaces(isBatch ? layout.body : Array(program.instructions.indices))
      largestFrame = max(largestFrame, frameCount)
      let parts = writeParts(isBatch: isBatch)
      writeEntry(isBatch: isBatch, parts)
    }
    lines.append("attributes #0 = { nounwind \(attributes) }")
    return (lines.joined(separator: "\n") + "\n", largestFrame)
  }

  // MARK: - Types

  private var pointerToPointer: String { settings.hasTypedPointers ? "double**" : "ptr" }

  private func signature(isBatch: Bool) -> String {
    isBatch
      ? "(\(pointerToPointer) %x, \(pointer) %p, \(pointerToPointer) %y, \(pointer) %t, i64 %i)"
      : "(\(pointer) %x, \(pointer) %p, \(pointer) %y, \(pointer) %t)"
  }

  private mutating func declareIntrinsics() {
    for (type, suffix) in [("double", "f64"), ("<\(width) x double>", "v\(width)f64")] {
      for name in ["fabs", "sqrt", "floor", "ceil", "nearbyint", "trunc"] {
        lines.append("declare \(type) @llvm.\(name).\(suffix)(\(type))")
      }
      lines.append("declare \(type) @llvm.fma.\(suffix)(\(type), \(type), \(type))")
    }
  }

  // MARK: - Parts

  private mutating func giveFramePlaces(_ indices: [Int]) {
    framePlaces = Array(repeating: -1, count: program.instructions.count)
    frameCount = 0
    var parts = [Int32](repeating: -1, count: program.instructions.count)
    for (i, index) in indices.enumerated() { parts[index] = Int32(i / Self.partLength) }
    for index in indices {
      program.forEachOperand(of: program.instructions[index]) { operand in
        guard operand.isResult, parts[operand.index] >= 0, parts[operand.index] != parts[index],
          framePlaces[operand.index] < 0
        else { return }
        framePlaces[operand.index] = Int32(frameCount)
        frameCount += 1
      }
    }
  }

  /// Writes the functions of the parts and gives their names.
  private mutating func writeParts(isBatch: Bool) -> [String] {
    let indices = isBatch ? layout.body : Array(program.instructions.indices)
    var outputs: [Int: [Int]] = [:]
    for (place, output) in program.outputs.enumerated() where output.isResult {
      outputs[output.index, default: []].append(place)
    }
    var names: [String] = []
    for start in stride(from: 0, to: indices.count, by: Self.partLength) {
      let name = "@\(isBatch ? "b" : "s")\(names.count)"
      names.append(name)
      var part = IRPart(settings, isBatch: isBatch, framePlaces)
      for index in indices[start..<min(start + Self.partLength, indices.count)] {
        part.write(index, outputs[index] ?? [])
      }
      append(part, name, isBatch: isBatch)
    }
    // Outputs that are inputs, constants or the same for all points.
    var last = IRPart(settings, isBatch: isBatch, framePlaces)
    for (place, output) in program.outputs.enumerated()
    where !output.isResult || (isBatch && layout.uniformPlace(output) != nil) {
      last.storeInput(output, place)
    }
    if last.lines.isEmpty { return names }
    append(last, "@\(isBatch ? "b" : "s")o", isBatch: isBatch)
    return names + ["@\(isBatch ? "b" : "s")o"]
  }

  private mutating func append(_ part: IRPart, _ name: String, isBatch: Bool) {
    lines.append("define internal void \(name)\(signature(isBatch: isBatch)) #0 {")
    lines += part.lines
    lines += ["  ret void", "}"]
  }

  private mutating func writeEntry(isBatch: Bool, _ parts: [String]) {
    if !isBatch {
      lines.append(
        "define void @scalar(\(pointer) %x, \(pointer) %p, \(pointer) %y, \(pointer) %c, \(pointer) %t, \(pointer) %f) #0 {"
      )
      for part in parts {
        lines.append("  call void \(part)(\(pointer) %x, \(pointer) %p, \(pointer) %y, \(pointer) %t)")
      }
      lines += ["  ret void", "}"]
      return
    }
    lines.append(
      "define void @batch(\(pointerToPointer) %x, \(pointer) %p, \(pointerToPointer) %y, \(pointer) %t, i64 %n, \(pointer) %f) #0 {"
    )
    lines += [
      "entry:", "  %count = lshr i64 %n, 3", "  br label %loop", "loop:",
      "  %i = phi i64 [ 0, %entry ], [ %next, %loop ]",
    ]
    for part in parts {
      lines.append(
        "  call void \(part)(\(pointerToPointer) %x, \(pointer) %p, \(pointerToPointer) %y, \(pointer) %t, i64 %i)"
      )
    }
    lines += [
      "  %next = add i64 %i, \(width)", "  %more = icmp ult i64 %next, %count",
      "  br i1 %more, label %loop, label %end", "end:", "  ret void", "}",
    ]
  }
}
