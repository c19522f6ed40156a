/// Many equal terms at once: nodes whose children are equivalence classes of nodes.
///
/// The graph is built bottom-up with ``add(_:_:)``; ``union(_:_:)`` states that two classes are equal, and ``rebuild()``
/// draws the conclusions (equal children make equal nodes). Ids are given in a fixed order, so the same calls give the same
/// graph in every process.
///
/// Storage is flat: 16-byte records, a table of tagged 8-byte slots, and lists threaded through 32-bit arrays. Structure
/// after M. Willsey and others, egg: fast and extensible equality saturation, POPL 2021, doi:10.1145/3434304.
public struct EGraph: ~Copyable {
  /// The operators and the names of symbols.
  public var language: TermLanguage

  /// The largest number of live nodes; ``add(_:_:)`` refuses beyond it.
  public var nodeLimit = Int(Int32.max) - 1

  /// Whether a node was refused because of ``nodeLimit``.
  public internal(set) var isFull = false

  /// The number of nodes that are no duplicates of one another.
  public internal(set) var nodeCount = 0

  /// The number of equivalence classes.
  public internal(set) var classCount = 0

  var nodes = Arena<NodeRecord>()
  /// Union-find: the parent in the forest of equal ids; a root is its own parent.
  var forest = Arena<UInt32>()
  /// The root of each node when the index was last built, to see which nodes changed class since.
  var roots = Arena<UInt32>()
  /// The nodes that have a class among their children, as a list of cells.
  var parents = Arena<ParentList>()
  var cells = Arena<ParentCell>()
  /// The children of nodes with more than two.
  var children = Arena<UInt32>()
  /// Classes that were absorbed and whose parents are not repaired yet.
  var pending = Arena<UInt32>()
  /// The children of the node being added, when it has more than two.
  var scratch = Arena<UInt32>()
  var table = NodeTable()
  var index = NodeIndex()
  /// The operators of sums and products, if the graph is one of expressions.
  var arithmetic: Arithmetic?
  var rationals = RationalTable()
  /// Whether a multiple in a sum, and a power in a product, may stand as a part of its own, for what equals it, and sums that are
  /// divided by are freed of fractions: for graphs with rules of rule files.
  var isThorough = false
  /// Whether a root in a product may stand as a part of its own, so that it is computed once: for costs that count equal parts once.
  var sharesRoots = false
  /// The id of the number that a class is known to be, by root; empty unless the graph is one of expressions.
  var constants = Arena<UInt32>()
  /// Classes that became known numbers and whose parents have not been simplified yet.
  var newConstants: [UInt32] = []
  /// Whether two different numbers became equal.
  var hasContradiction = false
  /// Why nodes are equal, if that is kept.
  var journal = ProofJournal()
  /// The node that was added last, or found to be there.
  var lastNode = none
  /// The values of attached analyses.
  var analyses: [any AnyAnalysisTable] = []
  /// Whether a class, by root, is known to be a term of which nothing more is to be learnt; empty without analyses.
  var isSettled: [Bool] = []
  /// The present round; see ``NodeRecord/stamp``.
  var now: UInt32 = 1

  /// An empty graph over a language.
  public init(_ language: TermLanguage) {
    self.language = language
  }

  /// Whether the graph remembers why nodes are equal, so that it can explain it; to be set while it is empty.
  public var keepsProofs: Bool {
    get { journal.isOn }
    set {
      precondition(nodes.count == 0, "proofs are kept from the first node on or not at all")
      journal.isOn = newValue
    }
  }

  /// The bytes reserved for everything in the graph.
  public var byteCount: Int {
    nodes.byteCount + forest.byteCount + roots.byteCount + parents.byteCount + cells.byteCount
      + children.byteCount + constants.byteCount + pending.byteCount + scratch.byteCount + table.byteCount
      + index.byteCount + journal.byteCount
  }

  /// The id that stands for a class after all unions so far.
  public mutating func find(_ id: ClassID) -> ClassID {
    ClassID(find(id.raw))
  }

  /// Whether two classes are known to be equal.
  public mutating func areEqual(_ a: ClassID, _ b: ClassID) -> Bool {
    find(a.raw) == find(b.raw)
  }

  @inline(__always)
  func find(_ id: UInt32) -> UInt32 {
    let forest = forest.base
    var i = id
    while true {
      let up = forest[Int(i)]
      if up == i { return i }
      let upper = forest[Int(up)]
      forest[Int(i)] = upper
      i = upper
    }
  }

  /// States that two classes are equal; ``rebuild()`` draws the conclusions.
  ///
  /// - Returns: whether this was news.
  @discardableResult
  public mutating func union(_ a: ClassID, _ b: ClassID) -> Bool {
    union(a.raw, b.raw)
  }

  /// States that two classes are equal, and under which name a proof refers to that.
  ///
  /// A proof that needs it is accepted by a ``PatternProofLanguage`` that accepts what is stated under this name.
  /// - Returns: whether this was news.
  @discardableResult
  public mutating func union(_ a: ClassID, _ b: ClassID, because name: String) -> Bool {
    let (first, second) = (find(a.raw), find(b.raw))
    if first == second { return false }
    if journal.isOn { journal.noteClaim(name, a.raw, b.raw) }
    merge(first, second)
    return true
  }

  @discardableResult
  mutating func union(_ a: UInt32, _ b: UInt32) -> Bool {
    let (first, second) = (find(a), find(b))
    if first == second { return false }
    if journal.isOn { journal.note(.given, a, b) }
    merge(first, second)
    return true
  }

  /// Makes two different roots one.
  @inline(__always)
  mutating func merge(_ first: UInt32, _ second: UInt32) {
    var (keep, absorbed) = (first, second)
    if parents[Int(keep)].count < parents[Int(absorbed)].count { swap(&keep, &absorbed) }
    forest[Int(absorbed)] = keep
    parents.base[Int(keep)].count &+= parents[Int(absorbed)].count
    classCount -= 1
    pending.append(absorbed)
    if arithmetic != nil { mergeConstants(absorbed, into: keep) }
  }
}

/// The parents of a class: the first cell of the list, and about how many there are.
struct ParentList: BitwiseCopyable {
  var first: UInt32
  var count: UInt32
}

/// One parent of a class.
struct ParentCell: BitwiseCopyable {
  var next: UInt32
  var node: UInt32
}
