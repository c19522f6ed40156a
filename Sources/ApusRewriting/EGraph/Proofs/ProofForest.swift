import ApusNumbers

/// A forest in which an edge leads from each node to one that it was made equal to, grown from a ``ProofJournal`` when it is
/// needed.
///
/// R. Nieuwenhuis and A. Oliveras, Proof-producing congruence closure, RTA 2005, doi:10.1007/978-3-540-32033-3_33. The path
/// between two nodes has only edges that were there when they became equal, so explanations never go round in circles.
///
/// A graph owns its forest and is used on one thread at a time.
final class ProofForest {
  /// The node that a node has an edge to, or ``none``.
  private(set) var edges: [UInt32] = []
  /// Where the entry of the edge begins in the journal.
  private(set) var reasons: [UInt32] = []
  /// For each node that was repaired, the first row that tells of it.
  private var repairs: [UInt32: Int] = [:]
  private var entriesRead = 0
  private var repairsRead = 0

  /// Takes in what the journal has noted since the last call.
  func update(_ journal: borrowing ProofJournal, nodeCount: Int) {
    let missing = nodeCount - edges.count
    if missing > 0 {
      edges.append(contentsOf: repeatElement(none, count: missing))
      reasons.append(contentsOf: repeatElement(0, count: missing))
    }
    while entriesRead < journal.entries.count {
      let entry = entriesRead
      connect(journal.entries[entry + 1], journal.entries[entry + 2], UInt32(entry))
      entriesRead += Int(journal.entries[entry] >> ProofJournal.kindBits)
    }
    while repairsRead < journal.repairs.count {
      let node = journal.repairs[repairsRead].node
      if repairs[node] == nil { repairs[node] = repairsRead }
      repairsRead += 1
    }
  }

  /// The row that tells what a node was made as, if it was repaired.
  func repair(of node: UInt32) -> Int? { repairs[node] }

  /// Adds an edge; those from the first node on are turned round.
  private func connect(_ from: UInt32, _ to: UInt32, _ entry: UInt32) {
    var node = from
    var next = edges[Int(node)]
    var reason = reasons[Int(node)]
    edges[Int(from)] = to
    reasons[Int(from)] = entry
    while next != none {
      let further = edges[Int(next)]
      let furtherReason = reasons[Int(next)]
      edges[Int(next)] = node
      reasons[Int(next)] = reason
      (node, next, reason) = (next, further, furtherReason)
    }
  }
}

extension EGraph {
  /// Operator and children of a node as it was made, also of one that turned out a duplicate.
  private func origin(_ node: UInt32) -> NodeRecord {
    var record = nodes[Int(node)]
    record.op &= ~NodeRecord.deadBit
    if let row = journal.forest.repair(of: node) {
      record.c0 = journal.repairs[row].c0
      record.c1 = journal.repairs[row].c1
    }
    return record
  }

  /// The operator of a node, also of one that turned out a duplicate.
  func operatorOfOrigin(_ node: UInt32) -> Operator {
    Operator(code: nodes[Int(node)].op & ~NodeRecord.deadBit)
  }

  func payloadOfOrigin(_ node: UInt32) -> UInt64 { nodes[Int(node)].payload }

  /// The children with which a node was made.
  func childrenOfOrigin(_ node: UInt32) -> [UInt32] { childClasses(origin(node)) }

  /// The coefficients or exponents of a node.
  func weightsOfOrigin(_ node: UInt32) -> [Rational] {
    let record = nodes[Int(node)]
    guard operatorOfOrigin(node).shape == .weighted else { return [] }
    return stride(from: 1, to: Int(record.c1), by: 2).map { rationals[children[Int(record.c0) + $0]] }
  }
}
