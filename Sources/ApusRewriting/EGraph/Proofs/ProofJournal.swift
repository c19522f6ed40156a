/// Why nodes of a graph are equal: what justified each union that made two classes one, in order, and what nodes were before they
/// were repaired.
///
/// While rules run, words are appended and nothing else is done; a ``ProofForest`` is grown from them when an explanation is
/// asked for.
struct ProofJournal: ~Copyable {
  /// What justifies a union.
  ///
  /// An entry is a head, with the kind and the number of words of the entry, the two nodes that became equal, and more.
  enum Kind: UInt32 {
    /// Stated from outside.
    case given
    /// Equal children.
    case congruence
    /// A rule: its number, the nodes that matched below the root, and the nodes that were made.
    case rule
    /// Arithmetic: nodes that were looked into, and the sums and products that were made.
    case arithmetic
    /// A rule of a rule file: a number that the owner of the graph knows, and how the term that was rewritten is made of nodes:
    /// for each a node, the number of its children, and their places among the nodes before it.
    case rewriting
    /// Stated under a name, by an analysis or from outside: the number of the name, and how the first term is made of nodes, as for
    /// `rewriting`; if nothing is said of that, it is the term of the node.
    case claim
    /// A sum or product in a factored form: the number of words that say how the first term is made of nodes, these words, as for
    /// `rewriting`, and what was made, as for `arithmetic`.
    case factoring
  }

  /// What happened while arithmetic was done.
  enum Event: UInt32 {
    /// class, node: the term of the node was taken to stand for the class.
    case choice
    /// class, node: the node was taken to stand for the class, and its children were looked at.
    case opening
    /// count, (given class, canonical class, weight)…, operator, returned class, node
    case sum
    /// The same with exponents.
    case product
    /// The same; the weights say nothing.
    case call
  }

  var isOn = false
  var entries = Arena<UInt32>()
  /// The children that nodes had before they were repaired; of several rows of a node the first is the oldest.
  var repairs = Arena<Repair>()
  /// The events since the present piece of arithmetic began.
  var events = Arena<UInt32>()
  /// The names under which something was stated.
  private(set) var names: [String] = []
  /// What has been made of the entries.
  let forest = ProofForest()

  /// The children of a node before a repair.
  struct Repair: BitwiseCopyable {
    var node: UInt32
    var c0: UInt32
    var c1: UInt32
  }

  static let kindBits: UInt32 = 3

  var byteCount: Int { entries.byteCount + repairs.byteCount + events.byteCount }

  /// Takes note of a union, for which nothing more is to be said.
  @inline(__always)
  mutating func note(_ kind: Kind, _ from: UInt32, _ to: UInt32) {
    entries.append(head(kind, count: 3), from, to)
  }

  /// Takes note of a union by what was made since the present piece of arithmetic began.
  mutating func noteArithmetic(_ from: UInt32, _ to: UInt32) {
    entries.append(head(.arithmetic, count: 3 + events.count), from, to)
    appendEvents()
  }

  /// Takes note of an application of a rule of a rule file, and of how the term that it was applied to is made of nodes.
  mutating func noteRewriting(_ number: Int, _ from: UInt32, _ to: UInt32, _ written: [WrittenNode]) {
    entries.append(head(.rewriting, count: 4 + Self.wordCount(written)), from, to)
    entries.append(UInt32(truncatingIfNeeded: number))
    append(written)
  }

  /// Takes note of a union that was stated under a name, and of how the first term is made of nodes.
  mutating func noteClaim(_ name: String, _ from: UInt32, _ to: UInt32, _ written: [WrittenNode] = []) {
    let number = names.firstIndex(of: name) ?? names.count
    if number == names.count { names.append(name) }
    entries.append(head(.claim, count: 4 + Self.wordCount(written)), from, to)
    entries.append(UInt32(number))
    append(written)
  }

  /// Takes note of a factored form: how the sum or product is made of nodes, and what was made.
  mutating func noteFactoring(_ from: UInt32, _ to: UInt32, _ written: [WrittenNode], _ made: [UInt32]) {
    let count = Self.wordCount(written)
    entries.append(head(.factoring, count: 4 + count + made.count), from, to)
    entries.append(UInt32(count))
    append(written)
    for word in made { entries.append(word) }
  }

  private static func wordCount(_ written: [WrittenNode]) -> Int {
    written.reduce(0) { $0 + 2 + $1.children.count }
  }

  private mutating func append(_ written: [WrittenNode]) {
    for item in written {
      entries.append(item.node)
      entries.append(UInt32(item.children.count))
      for child in item.children { entries.append(UInt32(child)) }
    }
  }

  /// The nodes that words of an entry say.
  func written(_ words: Range<Int>) -> [WrittenNode] {
    var list: [WrittenNode] = []
    var next = words.lowerBound
    while next + 1 < words.upperBound {
      let count = Int(entries[next + 1])
      var children: [Int] = []
      for i in 0..<count { children.append(Int(entries[next + 2 + i])) }
      list.append(WrittenNode(node: entries[next], children: children))
      next += 2 + count
    }
    return list
  }

  @inline(__always)
  func head(_ kind: Kind, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: count) << Self.kindBits | kind.rawValue
  }

  mutating func appendEvents() {
    entries.append(events.base, count: events.count)
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
    events.append(Event.opening.rawValue, id, node)
  }

  private mutating func choose(_ id: UInt32, _ node: UInt32) {
    events.append(Event.choice.rawValue, id, node)
  }

  /// Takes note of what was made; `inputs` are triples.
  mutating func note(_ event: Event, _ inputs: [UInt32], _ returned: UInt32, _ node: UInt32, op: UInt32 = 0) {
    if returned == none { return }
    events.append(event.rawValue)
    events.append(UInt32(inputs.count / 3))
    for word in inputs { events.append(word) }
    events.append(op, returned, node)
  }
}
