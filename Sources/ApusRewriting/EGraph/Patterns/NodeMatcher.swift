/// The matching machine: registers, one frame for each nested node of a pattern, and the matches found.
///
/// A match is reported when at least one of its nodes changed since the rule's last search; all others were reported then.
struct NodeMatcher: ~Copyable {
  /// Root class and variables of each match, one after the other.
  var matches = Arena<UInt32>()
  private var registers = Arena<UInt32>()
  private var groundClasses = Arena<UInt32>()
  private var groundNodes = Arena<UInt32>()
  /// The node at the root of the pattern.
  private var rootNode = none
  private var frames = Arena<Frame>()
  /// The open frames.
  private var depth = 0
  /// Whether frames are still open although the last call returned.
  private var isUnfinished = false
  /// How long the list of matches may become.
  private var bound = Int.max
  /// The nodes tried since the clock was last read.
  private var steps = 0
  private static let patience = 1024

  /// Where the search among the nodes of one class stands.
  struct Frame: BitwiseCopyable {
    var next: UInt32
    var end: UInt32
    /// The instruction that opened the frame.
    var pc: UInt32
    /// Whether a node that was bound before this frame is new.
    var isFresh: Bool
  }

  /// How a search ended.
  enum Outcome {
    case complete
    case tooManyMatches
    case stopped
  }

  /// Appends the matches of a program that involve a node changed in round `since` or later.
  mutating func search(
    _ program: MatchProgram, in graph: borrowing EGraph, since: UInt32, limit: Int,
    clock: borrowing SearchClock
  ) -> Outcome {
    guard resolveGroundTerms(program, in: graph) else { return .complete }
    registers.resize(to: program.registerCount)
    frames.resize(to: program.frameCount)
    if let slot = program.groundRoot {
      matches.append(groundClasses[slot])
      rootNode = groundNodes[slot]
      if graph.journal.isOn { reportNodes(program, graph) }
      return .complete
    }
    guard let op = program.rootOperator else {
      return everyClass(program, in: graph, since: since, limit: limit)
    }
    return everyNode(op, program, in: graph, since: since, limit: limit, clock: clock)
  }

  /// Looks up the terms without variables; if one is missing, nothing matches.
  private mutating func resolveGroundTerms(_ program: MatchProgram, in graph: borrowing EGraph) -> Bool {
    groundClasses.removeAll()
    groundNodes.removeAll()
    for term in program.groundTerms {
      let found = graph.lookup(term, groundClasses)
      if found == none { return false }
      groundClasses.append(graph.find(found))
      groundNodes.append(found)
    }
    return true
  }

  /// Matches of a pattern that is a variable: every class that has a new node.
  private mutating func everyClass(
    _ program: MatchProgram, in graph: borrowing EGraph, since: UInt32, limit: Int
  ) -> Outcome {
    let stride = program.stride(graph)
    let start = matches.count
    for id in 0..<graph.nodes.count where graph.forest[id] == UInt32(id) {
      let range = Int(graph.index.classStart[id])..<Int(graph.index.classStart[id + 1])
      guard range.contains(where: { graph.nodes[Int(graph.index.byClass[$0])].stamp >= since }) else {
        continue
      }
      if (matches.count - start) / stride >= limit { return .tooManyMatches }
      for _ in 0..<1 + program.variables.count { matches.append(UInt32(id)) }
      rootNode = UInt32(id)
      if graph.journal.isOn { reportNodes(program, graph) }
    }
    return .complete
  }

  private mutating func everyNode(
    _ op: Operator, _ program: MatchProgram, in graph: borrowing EGraph, since: UInt32, limit: Int,
    clock: borrowing SearchClock
  ) -> Outcome {
    guard op.index + 1 < graph.index.operatorStart.count else { return .complete }
    let first = Int(graph.index.operatorStart[op.index])
    let end = Int(graph.index.operatorStart[op.index + 1])
    let stride = program.stride(graph)
    bound = limit >= Int.max / stride - 1 ? Int.max : matches.count + limit * stride
    let isFlat = program.frameCount == 0
    for i in first..<end {
      let node = Int(graph.index.byOperator.base[i])
      let record = graph.nodes.base[node]
      let isFresh = record.stamp >= since
      if isFlat && !isFresh { continue }
      registers.base[0] = graph.roots.base[node]
      rootNode = UInt32(truncatingIfNeeded: node)
      load(record, to: 1, in: graph)
      run(program, in: graph, since: since, isFresh: isFresh)
      if matches.count > bound { return .tooManyMatches }
      steps &+= 1
      if steps >= Self.patience {
        steps = 0
        if clock.mustStop() { return .stopped }
      }
      while isUnfinished {
        if clock.mustStop() { return .stopped }
        resume(program, in: graph, since: since)
        if matches.count > bound { return .tooManyMatches }
      }
    }
    return .complete
  }

  @inline(__always)
  private func load(_ record: NodeRecord, to register: Int, in graph: borrowing EGraph) {
    let registers = registers.base
    switch record.op & Operator.shapeMask {
    case Operator.Shape.leaf.rawValue: break
    case Operator.Shape.unary.rawValue: registers[register] = record.c0
    case Operator.Shape.binary.rawValue:
      registers[register] = record.c0
      registers[register + 1] = record.c1
    default:
      for i in 0..<Int(record.c1) { registers[register + i] = graph.children.base[Int(record.c0) + i] }
    }
  }

  /// Runs the program below one node for the root; its children are in the registers.
  @inline(__always)
  private mutating func run(
    _ program: MatchProgram, in graph: borrowing EGraph, since: UInt32, isFresh: Bool
  ) {
    depth = 0
    if check(program, from: 0, in: graph, isFresh: isFresh) { resume(program, in: graph, since: since) }
  }

  /// Goes through the nodes of the open frames until all are done, there are too many matches, or patience ends.
  private mutating func resume(_ program: MatchProgram, in graph: borrowing EGraph, since: UInt32) {
    let code = program.code.words
    let frames = frames.base
    let byClass = graph.index.byClass.base
    let nodes = graph.nodes.base
    isUnfinished = false
    while depth > 0 {
      let frame = frames[depth - 1]
      guard frame.next < frame.end else {
        depth -= 1
        continue
      }
      let record = nodes[Int(byClass[Int(frame.next)])]
      frames[depth - 1].next = frame.next + 1
      load(record, to: Int(code[Int(frame.pc) + 4]), in: graph)
      _ = check(program, from: Int(frame.pc) + 5, in: graph, isFresh: frame.isFresh || record.stamp >= since)
      steps &+= 1
      if steps >= Self.patience || matches.count > bound {
        steps = 0
        isUnfinished = depth > 0
        return
      }
    }
  }

  /// Runs the checks up to the next nested node, for which a frame is opened, or up to a match, which is reported.
  ///
  /// - Returns: whether a frame was opened.
  @inline(__always)
  private mutating func check(
    _ program: MatchProgram, from start: Int, in graph: borrowing EGraph, isFresh: Bool
  ) -> Bool {
    let code = program.code.words
    let registers = registers.base
    var pc = start
    while true {
      switch code[pc] {
      case MatchProgram.Opcode.compare.rawValue:
        if registers[Int(code[pc + 1])] != registers[Int(code[pc + 2])] { return false }
        pc += 3
      case MatchProgram.Opcode.ground.rawValue:
        if registers[Int(code[pc + 1])] != groundClasses.base[Int(code[pc + 2])] { return false }
        pc += 3
      case MatchProgram.Opcode.bind.rawValue:
        let range = graph.run(of: code[pc + 3], inClass: registers[Int(code[pc + 2])])
        frames.base[depth] = Frame(next: range.0, end: range.1, pc: UInt32(pc), isFresh: isFresh)
        depth += 1
        return true
      default:
        if isFresh {
          report(program)
          if graph.journal.isOn { reportNodes(program, graph) }
        }
        return false
      }
    }
  }

  @inline(__always)
  private mutating func report(_ program: MatchProgram) {
    matches.append(registers.base[0])
    let variables = program.variableRegisters
    for i in 0..<variables.count { matches.append(registers.base[Int(variables.words[i])]) }
  }
}

extension NodeMatcher {
  /// Says which nodes matched, for explanations.
  @inline(__always)
  private mutating func reportNodes(_ program: MatchProgram, _ graph: borrowing EGraph) {
    matches.append(rootNode)
    let frames = frames.base
    for i in 0..<program.frameCount { matches.append(graph.index.byClass.base[Int(frames[i].next - 1)]) }
    let grounds = program.compoundGrounds
    for i in 0..<grounds.count { matches.append(groundNodes[Int(grounds.words[i])]) }
  }
}

extension MatchProgram {
  /// How many words a match takes.
  func stride(_ graph: borrowing EGraph) -> Int {
    1 + variables.count + (graph.journal.isOn ? 1 + frameCount + compoundGrounds.count : 0)
  }
}

extension EGraph {
  /// Where the nodes with an operator stand among those of a class.
  @inline(__always)
  func run(of op: UInt32, inClass id: UInt32) -> (UInt32, UInt32) {
    let byClass = index.byClass.base
    let nodes = nodes.base
    var first = index.classStart.base[Int(id)]
    var end = index.classStart.base[Int(id) + 1]
    if end - first > 24 { (first, end) = narrow(first, end, to: op) }
    while first < end && nodes[Int(byClass[Int(first)])].op < op { first += 1 }
    var last = first
    while last < end && nodes[Int(byClass[Int(last)])].op == op { last += 1 }
    return (first, last)
  }

  /// Skips, by halving, the nodes of a big class that come before an operator.
  private func narrow(_ first: UInt32, _ end: UInt32, to op: UInt32) -> (UInt32, UInt32) {
    var low = first
    var high = end
    while low < high {
      let middle = low + (high - low) / 2
      if nodes[Int(index.byClass[Int(middle)])].op < op { low = middle + 1 } else { high = middle }
    }
    return (low, end)
  }

  /// The node of a term whose children are given by slots, or ``none``.
  func lookup(_ term: MatchProgram.GroundTerm, _ classes: borrowing Arena<UInt32>) -> UInt32 {
    guard term.op.shape.rawValue <= Operator.Shape.binary.rawValue else { return lookupWide(term, classes) }
    var c0 = UInt32(term.payload >> 32)
    var c1 = UInt32(truncatingIfNeeded: term.payload)
    if term.operands.count > 0 { (c0, c1) = (classes[term.operands[0]], 0) }
    if term.operands.count > 1 { c1 = classes[term.operands[1]] }
    return lookup(term.op.code, c0, c1, tag: NodeTable.hash(term.op.code, c0, c1))
  }

  private func lookupWide(_ term: MatchProgram.GroundTerm, _ classes: borrowing Arena<UInt32>) -> UInt32 {
    for id in index.operatorStart[term.op.index]..<index.operatorStart[term.op.index + 1] {
      let node = Int(index.byOperator[Int(id)])
      let operands = childClasses(nodes[node])
      let wanted = term.operands.map { classes[$0] }
      if operands == wanted { return UInt32(node) }
    }
    return none
  }
}
