/// Why nodes of a graph are equal: a forest in which an edge leads from each node to one that it was made equal to, and for
/// each edge what justified it.
///
/// R. Nieuwenhuis and A. Oliveras, Proof-producing congruence closure, RTA 2005, doi:10.1007/978-3-540-32033-3_33. The path
/// between two nodes has only edges that were there when they became equal, so explanations never go round in circles.
struct ProofJournal: ~Copyable {
  /// What justifies an edge; each entry begins with its kind and the two nodes.
  enum Kind: UInt32 {
    /// Stated from outside.
    case given
    /// Equal children.
    case congruence
    /// A rule: its number, the classes of the variables, the nodes that matched, and what was made.
    case rule
    /// Arithmetic: nodes that were looked into, and the sums and products that were made.
    case arithmetic
  }

  /// What happened while arithmetic was done.
  enum Event: UInt32 {
    /// class, node: the node was taken to stand for the class.
    case choice
    /// count, (given class, canonical class, weight)…, operator, returned class, node
    case sum
    /// The same with exponents.
    case product
    /// The same; the weights say nothing.
    case call
  }

  var isOn = false
  /// Operator and children of each node as it was made.
  var origins = Arena<Origin>()
  /// The node that a node has an edge to, or ``none``.
  var edges = Arena<UInt32>()
  /// Where the entry of the edge begins.
  var reasons = Arena<UInt32>()
  var entries = Arena<UInt32>()
  /// Where the entry begins that justifies the next union.
  private(set) var current = 0
  private var isPending = false
  /// The events since the present piece of arithmetic began.
  var events = Arena<UInt32>()

  struct Origin: BitwiseCopyable {
    var op: UInt32
    var c0: UInt32
    var c1: UInt32
  }

  var byteCount: Int {
    origins.byteCount + edges.byteCount + reasons.byteCount + entries.byteCount + events.byteCount
  }

  mutating func addNode(_ op: UInt32, _ c0: UInt32, _ c1: UInt32) {
    origins.append(Origin(op: op, c0: c0, c1: c1))
    edges.append(none)
    reasons.append(0)
  }

  /// Begins the entry of the next union.
  mutating func begin(_ kind: Kind, _ from: UInt32, _ to: UInt32) {
    current = entries.count
    isPending = true
    entries.append(kind.rawValue)
    entries.append(from)
    entries.append(to)
  }

  /// Begins an entry for what the arithmetic since ``beginEvents(_:)`` has made.
  mutating func beginArithmetic(_ from: UInt32, _ to: UInt32) {
    begin(.arithmetic, from, to)
    appendEvents()
  }

  mutating func append(_ words: [UInt32]) {
    entries.append(UInt32(words.count))
    for word in words { entries.append(word) }
  }

  mutating func appendEvents() {
    entries.append(UInt32(events.count))
    for i in 0..<events.count { entries.append(events[i]) }
  }

  /// Forgets the pending entry, which said nothing new.
  mutating func drop() {
    if isPending { entries.truncate(to: current) }
    isPending = false
  }

  /// Adds the edge of the pending entry, or of one that says that two nodes are equal without a reason.
  mutating func connect(_ a: UInt32, _ b: UInt32) {
    if !isPending { begin(.given, a, b) }
    isPending = false
    let from = entries[current + 1]
    // The edges from the node on are turned round.
    var node = from
    var next = edges[Int(node)]
    var reason = reasons[Int(node)]
    edges[Int(from)] = entries[current + 2]
    reasons[Int(from)] = UInt32(current)
    while next != none {
      let further = edges[Int(next)]
      let furtherReason = reasons[Int(next)]
      edges[Int(next)] = node
      reasons[Int(next)] = reason
      (node, next, reason) = (next, further, furtherReason)
    }
  }

  // MARK: - Events

  /// Begins a piece of arithmetic on the children of a node, as they are now.
  mutating func beginEvents(_ parts: [WeightedChild]) {
    events.removeAll()
    for part in parts { choose(part.id, part.id) }
  }

  /// Takes note that a node was taken to stand for a class, with its children as they are now.
  mutating func noteChoice(_ id: UInt32, _ node: UInt32, _ inner: [WeightedChild] = []) {
    for part in inner { choose(part.id, part.id) }
    choose(id, node)
  }

  private mutating func choose(_ id: UInt32, _ node: UInt32) {
    events.append(Event.choice.rawValue)
    events.append(id)
    events.append(node)
  }

  /// Takes note of what was made; `inputs` are triples.
  mutating func note(_ event: Event, _ inputs: [UInt32], _ returned: UInt32, _ node: UInt32, op: UInt32 = 0) {
    if returned == none { return }
    events.append(event.rawValue)
    events.append(UInt32(inputs.count / 3))
    for word in inputs { events.append(word) }
    events.append(op)
    events.append(returned)
    events.append(node)
  }
}
