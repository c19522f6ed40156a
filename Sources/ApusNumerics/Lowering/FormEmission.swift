import ApusTerms

/// Writes the forms as instructions: depth first from each output, so that results are used soon after they are made.
///
/// Sums and products are added and multiplied pairwise as their operands appear, in the order of the forms: the chains are
/// short, the rounding error grows with the logarithm of the number of terms, and few intermediate results wait at a time.
struct FormEmission {
  typealias ID = FormGraph.ID

  /// A form that is being written.
  private struct Frame {
    var id: ID
    /// How many operands are done.
    var position = 0
    /// Where its waiting results begin.
    var base: Int
    /// The denominators begin here in the list of operands.
    var isDenominator = false
  }

  /// A result that waits for a partner: the number of operands in it is 2 to the level, about.
  private struct Waiting {
    var operand: Operand
    var isNegative: Bool
    var level: Int
  }

  private let graph: FormGraph
  private var builder: ProgramBuilder
  private var results: [Operand?]
  private var frames: [Frame] = []
  private var waiting: [Waiting] = []

  private init(_ graph: FormGraph, sharesResults: Bool, foldsConstants: Bool) {
    self.graph = graph
    builder = ProgramBuilder(
      capacity: graph.count, sharesResults: sharesResults, foldsConstants: foldsConstants)
    results = Array(repeating: nil, count: graph.count)
  }

  /// The program of the outputs; without sharing, products are computed in each place where they stand.
  static func program(
    _ graph: FormGraph, _ outputs: [ID], variables: [Symbol], parameters: [Symbol],
    sharesResults: Bool = true, foldsConstants: Bool = true
  ) throws(CompileError) -> Program {
    var emission = FormEmission(graph, sharesResults: sharesResults, foldsConstants: foldsConstants)
    var operands: [Operand] = []
    operands.reserveCapacity(outputs.count)
    for output in outputs { operands.append(emission.written(output)) }
    let builder = emission.builder
    guard builder.instructions.count < Operand.limit, builder.constants.count < Operand.limit else {
      throw .tooLarge
    }
    return Program(
      variables: variables, parameters: parameters, constants: builder.constants,
      instructions: builder.instructions, calls: builder.calls, outputs: operands
    ).withoutDeadCode()
  }

  private mutating func written(_ output: ID) -> Operand {
    push(output)
    while !frames.isEmpty { step() }
    return results[Int(output)] ?? .none
  }

  /// The result of an operand, once it is there.
  private mutating func result(of id: ID) -> Operand? {
    let result = results[Int(id)]
    if !builder.sharesResults, graph.kind(id) == .product { results[Int(id)] = nil }
    return result
  }

  private mutating func push(_ id: ID) {
    if results[Int(id)] == nil { frames.append(Frame(id: id, base: waiting.count)) }
  }

  /// Writes the next operand of the form on top, or the form itself once its operands are there.
  private mutating func step() {
    let top = frames.count - 1
    let frame = frames[top]
    let header = graph.header(frame.id)
    switch header.kind {
    case .input: finish(Operand(raw: header.payload))
    case .constant: finish(builder.constant(header.value))
    case .sum: stepSum(frame, header)
    case .product: stepProduct(frame, header)
    case .apply, .call: stepApply(frame, header)
    }
  }

  private mutating func finish(_ operand: Operand) {
    let frame = frames.removeLast()
    waiting.removeLast(waiting.count - frame.base)
    results[Int(frame.id)] = operand
  }

  // MARK: - Sums

  private mutating func stepSum(_ frame: Frame, _ header: FormGraph.Header) {
    if frame.position < Int(header.count) {
      let entry = graph.entry(header, frame.position)
      guard let operand = result(of: entry.id) else { return push(entry.id) }
      frames[frames.count - 1].position += 1
      let magnitude = abs(entry.weight)
      let term =
        magnitude == 1 ? operand : builder.emit(.multiply, operand, builder.constant(magnitude))
      return add(Waiting(operand: term, isNegative: entry.weight < 0, level: 0), above: frame.base)
    }
    while waiting.count - frame.base > 1 { addLastTwo() }
    var total = waiting[frame.base]
    if header.value != 0 {
      let opcode: Opcode = total.isNegative ? .subtract : .add
      let constant = builder.constant(header.value)
      total.operand =
        total.isNegative
        ? builder.emit(opcode, constant, total.operand) : builder.emit(opcode, total.operand, constant)
      total.isNegative = false
    }
    finish(total.isNegative ? builder.emit(.negate, total.operand) : total.operand)
  }

  private mutating func add(_ term: Waiting, above base: Int) {
    waiting.append(term)
    while waiting.count - base > 1, waiting[waiting.count - 2].level == waiting[waiting.count - 1].level {
      addLastTwo()
    }
  }

  private mutating func addLastTwo() {
    let right = waiting.removeLast()
    let left = waiting.removeLast()
    let sum: Operand
    var isNegative = left.isNegative
    if left.isNegative == right.isNegative {
      sum = builder.emit(.add, left.operand, right.operand)
    } else if left.isNegative {
      sum = builder.emit(.subtract, right.operand, left.operand)
      isNegative = false
    } else {
      sum = builder.emit(.subtract, left.operand, right.operand)
    }
    waiting.append(Waiting(operand: sum, isNegative: isNegative, level: max(left.level, right.level) + 1))
  }

  // MARK: - Products

  private mutating func stepProduct(_ frame: Frame, _ header: FormGraph.Header) {
    let count = Int(header.count)
    // Numerators first, then denominators: two passes over the entries.
    if frame.position < 2 * count {
      let entry = graph.entry(header, frame.position % count)
      let isDenominator = frame.position >= count
      if (entry.weight < 0) != isDenominator {
        frames[frames.count - 1].position += 1
        return
      }
      guard let operand = result(of: entry.id) else { return push(entry.id) }
      frames[frames.count - 1].position += 1
      if isDenominator, !frame.isDenominator { beginDenominators(frame) }
      let floor = frames[frames.count - 1].base + (isDenominator ? 1 : 0)
      return multiply(power(operand, Int(abs(entry.weight))), above: floor)
    }
    let floor = frame.base + (frame.isDenominator ? 1 : 0)
    while waiting.count - floor > 1 { multiplyLastTwo() }
    if !frame.isDenominator { return finish(waiting[frame.base].operand) }
    let numerator = waiting[frame.base].operand
    finish(builder.emit(.divide, numerator, waiting[floor].operand))
  }

  /// Leaves the product of the numerators as one result.
  private mutating func beginDenominators(_ frame: Frame) {
    while waiting.count - frame.base > 1 { multiplyLastTwo() }
    if waiting.count == frame.base {
      waiting.append(Waiting(operand: builder.constant(1), isNegative: false, level: 0))
    }
    frames[frames.count - 1].isDenominator = true
  }

  private mutating func multiply(_ factor: Operand, above base: Int) {
    waiting.append(Waiting(operand: factor, isNegative: false, level: 0))
    while waiting.count - base > 1, waiting[waiting.count - 2].level == waiting[waiting.count - 1].level {
      multiplyLastTwo()
    }
  }

  private mutating func multiplyLastTwo() {
    let right = waiting.removeLast()
    let left = waiting.removeLast()
    let product = builder.emit(.multiply, left.operand, right.operand)
    waiting.append(
      Waiting(operand: product, isNegative: false, level: max(left.level, right.level) + 1))
  }

  /// A positive power by squaring; the squares are shared with other powers.
  private mutating func power(_ base: Operand, _ exponent: Int) -> Operand {
    if exponent <= 1 { return base }
    if exponent % 2 == 0 {
      let root = power(base, exponent / 2)
      return builder.emit(.multiply, root, root)
    }
    return builder.emit(.multiply, power(base, exponent - 1), base)
  }

  // MARK: - Operations and calls

  private mutating func stepApply(_ frame: Frame, _ header: FormGraph.Header) {
    while frames[frames.count - 1].position < Int(header.count) {
      let entry = graph.entry(header, frames[frames.count - 1].position)
      if results[Int(entry.id)] == nil { return push(entry.id) }
      frames[frames.count - 1].position += 1
    }
    let operands = (0..<Int(header.count)).map { results[Int(graph.entry(header, $0).id)] ?? .none }
    if header.kind == .call {
      let function = graph.functions[Int(header.payload)]
      return finish(builder.call(Program.Call(function: function, arguments: operands)))
    }
    finish(
      builder.emit(
        header.opcode, operands[0], operands.count > 1 ? operands[1] : .none,
        operands.count > 2 ? operands[2] : .none))
  }
}
