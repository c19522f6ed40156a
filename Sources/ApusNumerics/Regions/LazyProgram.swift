/// A stretch of a program that is computed only where a choice takes its value.
package struct LazyRegion: Sendable, Equatable {
  /// The instructions from `start` up to `end`.
  package var start: Int
  package var end: Int
  /// The mask of the choice, made before the region.
  package var mask: Operand
  /// Whether the region is computed where the mask holds, or where it does not.
  package var isTaken: Bool
}

/// A program whose instructions are ordered so that what only one branch of a choice needs stands together, and can be
/// skipped at points where the other branch is taken.
///
/// Regions are nested or apart, and sorted by their start, outer ones first. Results of a skipped region are used by nothing but
/// the choice, which does not take them. A batch computes all of it and chooses by masks.
package struct LazyProgram: Sendable {
  package let program: Program
  package let regions: [LazyRegion]

  /// A jump that is not foreseen costs about 20 cycles, so that less work than this is done in vain.
  package static let smallestCost = 160

  /// Finds the regions.
  ///
  /// - Complexity: linear, for choices that are nested in at most `GuardTree.largestDepth` others.
  package init(_ program: Program, smallestCost: Int = Self.smallestCost) {
    guard program.instructions.contains(where: { $0.opcode == .select }) else {
      self.program = program
      regions = []
      return
    }
    // What nothing needs could use what is skipped.
    let program = program.withoutDeadCode()
    let tree = GuardTree(program)
    var schedule = RegionSchedule(program, tree, smallestCost)
    schedule.run()
    self.program = schedule.reordered()
    regions = schedule.regions
  }
}

/// Under which choices each instruction is needed: the guards form a tree, with the root for what is always needed.
struct GuardTree {
  /// One branch of one choice.
  struct Guard {
    var select: Int32
    var isTaken: Bool
    var parent: Int32
    var depth: Int32
  }

  /// Choices that are nested more deeply belong to the branch around them.
  static let largestDepth: Int32 = 64

  private(set) var guards = [Guard(select: -1, isTaken: true, parent: -1, depth: 0)]
  /// The guard of each instruction; each is needed by an output.
  private(set) var guardOf: [Int32]

  init(_ program: Program) {
    guardOf = Array(repeating: -1, count: program.instructions.count)
    for output in program.outputs where output.isResult { guardOf[output.index] = 0 }
    for index in program.instructions.indices.reversed() where guardOf[index] >= 0 {
      let instruction = program.instructions[index]
      if instruction.opcode == .select {
        need(instruction.a, under: guardOf[index])
        need(instruction.b, under: branch(of: index, isTaken: true))
        need(instruction.c, under: branch(of: index, isTaken: false))
      } else {
        program.forEachOperand(of: instruction) { need($0, under: guardOf[index]) }
      }
    }
  }

  private mutating func branch(of select: Int, isTaken: Bool) -> Int32 {
    let parent = guardOf[select]
    let depth = guards[Int(parent)].depth + 1
    if depth > Self.largestDepth { return parent }
    guards.append(Guard(select: Int32(select), isTaken: isTaken, parent: parent, depth: depth))
    return Int32(guards.count - 1)
  }

  private mutating func need(_ operand: Operand, under other: Int32) {
    guard operand.isResult else { return }
    let known = guardOf[operand.index]
    guardOf[operand.index] = known < 0 ? other : common(known, other)
  }

  /// The innermost guard around both.
  private func common(_ a: Int32, _ b: Int32) -> Int32 {
    var (a, b) = (a, b)
    while a != b {
      if guards[Int(a)].depth >= guards[Int(b)].depth {
        a = guards[Int(a)].parent
      } else {
        b = guards[Int(b)].parent
      }
    }
    return a
  }
}

/// Orders the instructions: those of a branch just before its choice.
private struct RegionSchedule {
  private let program: Program
  private let tree: GuardTree
  private let smallestCost: Int
  /// The instructions under each guard, in their order.
  private var members: [[Int32]]
  /// The branches of each choice.
  private var branches: [Int32: [Int32]] = [:]
  private var order: [Int] = []
  private(set) var regions: [LazyRegion] = []

  init(_ program: Program, _ tree: GuardTree, _ smallestCost: Int) {
    self.program = program
    self.tree = tree
    self.smallestCost = smallestCost
    members = Array(repeating: [], count: tree.guards.count)
    for (index, place) in tree.guardOf.enumerated() { members[Int(place)].append(Int32(index)) }
    for index in tree.guards.indices.dropFirst() where !members[index].isEmpty {
      branches[tree.guards[index].select, default: []].append(Int32(index))
    }
    order.reserveCapacity(program.instructions.count)
  }

  mutating func run() {
    write(0)
    // The masks were named by their old places.
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    for i in regions.indices where regions[i].mask.isResult {
      regions[i].mask = Operand(.result, places[regions[i].mask.index])
    }
    regions.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  /// Writes the instructions under a guard and gives their cost; the depth is that of the tree.
  @discardableResult
  private mutating func write(_ place: Int32) -> Int {
    var cost = 0
    for member in members[Int(place)] {
      for branch in branches[member] ?? [] {
        let start = order.count
        let branchCost = write(branch)
        cost += branchCost
        if branchCost >= smallestCost {
          regions.append(
            LazyRegion(
              start: start, end: order.count, mask: program.instructions[Int(member)].a,
              isTaken: tree.guards[Int(branch)].isTaken))
        }
      }
      order.append(Int(member))
      cost += program.instructions[Int(member)].opcode.cost
    }
    return cost
  }

  /// The program in the new order.
  func reordered() -> Program {
    if regions.isEmpty { return program }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    func moved(_ operand: Operand) -> Operand {
      operand.isResult ? Operand(.result, places[operand.index]) : operand
    }
    var calls = program.calls
    for i in calls.indices { calls[i].arguments = calls[i].arguments.map { moved($0) } }
    let instructions = order.map { index in
      let old = program.instructions[index]
      if old.opcode == .call { return old }
      let count = old.opcode.operandCount
      return Instruction(
        old.opcode, moved(old.a), count > 1 ? moved(old.b) : .none, count > 2 ? moved(old.c) : .none)
    }
    return Program(
      variables: program.variables, parameters: program.parameters, constants: program.constants,
      instructions: instructions, calls: calls, outputs: program.outputs.map { moved($0) })
  }
}
