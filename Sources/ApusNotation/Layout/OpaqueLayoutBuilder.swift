import ApusNumbers
import ApusTerms

/// Lays out an expression whose operations stand as they were written.
///
/// Such terms have their order already, so that they are laid out straight from the expression, without the workspace in which
/// canonical sums and products are sorted. It is what converters write.
struct OpaqueLayoutBuilder {
  /// What is still to be done, the next thing last.
  private enum Step {
    case enter(Expr)
    /// Lays out a call whose arguments are the last operands.
    case leave(Expr)
  }

  private var layout: Layout
  private var known: KnownTerms
  private var pending: [Step] = []
  /// What is laid out and waits for the call around it.
  private var operands: [Layout.Part] = []

  /// The layout; `nil` for an expression in which an operation is canonical.
  ///
  /// - Complexity: linear in the number of distinct nodes; iterative.
  static func layout(of expr: Expr) -> Layout? {
    var builder = OpaqueLayoutBuilder(capacity: min(expr.treeSize, 64))
    return builder.build(expr)
  }

  private init(capacity: Int) {
    layout = Layout(capacity: capacity)
    known = KnownTerms(capacity: capacity)
    pending.reserveCapacity(16)
    operands.reserveCapacity(16)
  }

  private mutating func build(_ expr: Expr) -> Layout? {
    pending.append(.enter(expr))
    while let step = pending.popLast() {
      switch step {
      case .enter(let expr): if !enter(expr) { return nil }
      case .leave(let expr): leave(expr)
      }
    }
    layout.root = operands[0].id
    return layout
  }

  /// Lays out what has no parts or is known, and puts off anything else; says whether it can be laid out here.
  private mutating func enter(_ expr: Expr) -> Bool {
    let hash = expr.hash128
    if let id = known[hash] {
      operands.append(Layout.Part(id))
      return true
    }
    switch expr.kind {
    case .sum, .product, .power, .ext: return false
    case .call:
      pending.append(.leave(expr))
      for index in stride(from: expr.childCount - 1, through: 0, by: -1) {
        pending.append(.enter(expr.child(index)))
      }
    case .symbol:
      guard let symbol = expr.symbol else { return false }
      finish(layout.makeSymbol(symbol), hash)
    case .integer, .rational, .complex, .real, .bigReal:
      guard let number = expr.number else { return false }
      finish(layout.unsigned(layout.number(number)), hash)
    }
    return true
  }

  private mutating func leave(_ expr: Expr) {
    guard let function = expr.function else { return }
    let count = expr.childCount
    let id = layout.operation(function, operands.suffix(count))
    operands.removeLast(count)
    finish(id, expr.hash128)
  }

  private mutating func finish(_ id: Int32, _ hash: Hash128) {
    known.insert(hash, id)
    operands.append(Layout.Part(id))
  }
}

/// The nodes of terms by their content hashes: a list while they are few, then a table with linear probing.
private struct KnownTerms {
  private var entries: [(hash: Hash128, id: Int32)] = []
  /// Indices of entries, plus one; 0 is free.
  private var slots: [Int32] = []

  /// The most terms that are compared one by one.
  private static let shortList = 16

  init(capacity: Int) { entries.reserveCapacity(capacity) }

  subscript(hash: Hash128) -> Int32? {
    if slots.isEmpty {
      for index in entries.indices where entries[index].hash == hash { return entries[index].id }
      return nil
    }
    let entry = slots[slot(of: hash)]
    return entry == 0 ? nil : entries[Int(entry) - 1].id
  }

  /// Enters a term that is not known.
  mutating func insert(_ hash: Hash128, _ id: Int32) {
    entries.append((hash, id))
    if entries.count <= Self.shortList { return }
    if entries.count * 2 > slots.count {
      grow()
    } else {
      slots[slot(of: hash)] = Int32(entries.count)
    }
  }

  /// The slot in which the term stands or would stand.
  private func slot(of hash: Hash128) -> Int {
    var slot = Int(truncatingIfNeeded: hash.low) & (slots.count - 1)
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(filledWith: 0, count: max(4 * Self.shortList, 2 * slots.count))
    for (index, entry) in entries.enumerated() { slots[slot(of: entry.hash)] = Int32(index + 1) }
  }
}
