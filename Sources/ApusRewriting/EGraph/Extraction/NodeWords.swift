/// Every word, or every second word, of what a node has as children, read in place.
///
/// It is to be used up before the graph changes.
struct NodeWords: Sequence, IteratorProtocol {
  private var first: UInt32
  private var second: UInt32
  private var words: UnsafePointer<UInt32>?
  private let step: Int
  /// How many are left.
  private var rest: Int

  /// Words that stand in a list.
  fileprivate init(_ words: UnsafePointer<UInt32>?, count: Int, step: Int) {
    (first, second) = (0, 0)
    self.words = words
    self.step = step
    rest = count
  }

  /// At most two words.
  fileprivate init(_ first: UInt32, _ second: UInt32, count: Int) {
    (self.first, self.second) = (first, second)
    words = nil
    step = 0
    rest = count
  }

  var underestimatedCount: Int { rest }

  @inline(__always)
  mutating func next() -> UInt32? {
    if rest == 0 { return nil }
    rest -= 1
    if let words {
      let word = words.pointee
      self.words = words + step
      return word
    }
    let word = first
    first = second
    return word
  }
}

extension EGraph {
  /// The classes of the children of a node, without their coefficients.
  @inline(__always)
  func operands(_ record: NodeRecord) -> NodeWords {
    switch Operator.Shape(rawValue: record.op & Operator.shapeMask) ?? .leaf {
    case .leaf: NodeWords(0, 0, count: 0)
    case .unary: NodeWords(record.c0, 0, count: 1)
    case .binary: NodeWords(record.c0, record.c1, count: 2)
    case .spilled: NodeWords(children.base + Int(record.c0), count: Int(record.c1), step: 1)
    case .weighted: NodeWords(children.base + Int(record.c0), count: Int(record.c1) / 2, step: 2)
    }
  }

  /// The coefficients or exponents of the children of an n-ary sum or product, by their ids.
  @inline(__always)
  func weights(_ record: NodeRecord) -> NodeWords {
    guard record.op & Operator.shapeMask == Operator.Shape.weighted.rawValue else {
      return NodeWords(0, 0, count: 0)
    }
    return NodeWords(children.base + Int(record.c0) + 1, count: Int(record.c1) / 2, step: 2)
  }
}
