import ApusTerms

/// A set of functions as bits of a word; different functions may share a bit, so that only absence is certain.
struct FunctionBits: Sendable, Hashable {
  private(set) var bits: UInt64 = 0

  init() {}

  /// Whatever there may be.
  static let all: FunctionBits = {
    var bits = FunctionBits()
    bits.bits = .max
    return bits
  }()

  /// The functions that a pattern needs.
  init(_ pattern: Pattern) {
    for node in pattern.nodes {
      if case .call(let function, _) = node { insert(function) }
      if case .literal(let term) = node {
        term.forEachNode {
          insert($0.function); return true
        }
      }
    }
  }

  mutating func insert(_ function: Function?) {
    if let function { bits |= 1 << UInt64(function.hash128.low >> 58) }
  }

  mutating func formUnion(_ other: FunctionBits) { bits |= other.bits }

  func isSubset(of other: FunctionBits) -> Bool { bits & ~other.bits == 0 }
}
