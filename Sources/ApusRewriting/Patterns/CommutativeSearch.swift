import ApusTerms

/// The parts of a pattern that are placed on the operands of a term, in any order.
///
/// One object serves the whole search: what is marked as used while a part is tried is unmarked when it fails.
final class CommutativeSearch<Ref: Hashable> {
  let operation: CommutativeOperation
  let parts: [Int]
  let operands: [Ref]
  /// Whether operands may stay unmatched, as in the whole of a pattern.
  let leavesRest: Bool
  /// Which operands are taken.
  var used: PlaceMarks
  private var index: OperandIndex<Ref>?

  init(_ operation: CommutativeOperation, parts: [Int], operands: [Ref], leavesRest: Bool) {
    self.operation = operation
    self.parts = parts
    self.operands = operands
    self.leavesRest = leavesRest
    used = PlaceMarks(count: operands.count)
  }

  /// From this number of operands on it pays to know where terms occur.
  private static var indexedCount: Int { 12 }

  /// Whether the operands are many.
  var isLong: Bool { operands.count >= Self.indexedCount }

  /// Where terms occur among the operands; worked out when it is first needed.
  func index<Store: TermStore & ~Copyable>(_ store: borrowing Store) -> OperandIndex<Ref>
  where Store.Ref == Ref {
    if let index { return index }
    let made = OperandIndex(operands, store)
    index = made
    return made
  }

  /// The operands that are not taken, by their places.
  var unused: [Int] { operands.indices.filter { !used[$0] } }
}

/// Marks of places, in one word where that suffices.
struct PlaceMarks {
  private var first: UInt64 = 0
  private var others: [UInt64] = []

  init(count: Int) {
    if count > 64 { others = Array(repeating: 0, count: (count - 1) / 64) }
  }

  subscript(place: Int) -> Bool {
    get { word(place >> 6) >> UInt64(place & 63) & 1 != 0 }
    set {
      let bit: UInt64 = 1 << UInt64(place & 63)
      if place < 64 {
        first = newValue ? first | bit : first & ~bit
      } else {
        let i = place >> 6 - 1
        others[i] = newValue ? others[i] | bit : others[i] & ~bit
      }
    }
  }

  private func word(_ index: Int) -> UInt64 { index == 0 ? first : others[index - 1] }
}
