import ApusTerms

/// In which of many operands a symbol or call occurs: what a variable stands for already tells where the next part of a
/// pattern can be, so that a long sum is not searched pair by pair.
struct OperandIndex<Ref: Hashable> {
  private var places: [Ref: [Int]] = [:]
  /// Operands too large to be looked through; they may hold anything.
  private var large: [Int] = []

  /// Operands of more nodes than this are not looked through.
  private static var nodeLimit: Int { 96 }

  /// - Complexity: linear in the sizes of the operands, of which no more than a bounded part is looked at.
  init<Store: TermStore & ~Copyable>(_ operands: [Ref], _ store: borrowing Store) where Store.Ref == Ref {
    var pending: [Ref] = []
    for (place, operand) in operands.enumerated() {
      pending.append(operand)
      var seen = 0
      while let term = pending.popLast() {
        seen += 1
        if seen > Self.nodeLimit {
          pending.removeAll(keepingCapacity: true)
          large.append(place)
          break
        }
        if store.isAnchor(term) { note(term, at: place) }
        for i in 0..<store.count(term) {
          let child = store.child(term, i)
          if !store.kind(child).isNumber { pending.append(child) }
        }
      }
    }
  }

  private mutating func note(_ term: Ref, at place: Int) {
    if places[term]?.last == place { return }
    places[term, default: []].append(place)
  }

  /// How many operands may hold the term.
  func count(of anchor: Ref) -> Int { (places[anchor]?.count ?? 0) + large.count }

  /// What two ascending lists have in common.
  static func common(_ a: [Int], _ b: [Int]) -> [Int] {
    var (i, j) = (0, 0)
    var found: [Int] = []
    while i < a.count, j < b.count {
      if a[i] == b[j] { found.append(a[i]) }
      let isLess = a[i] < b[j]
      if a[i] <= b[j] { i += 1 }
      if !isLess { j += 1 }
    }
    return found
  }

  /// The places of the operands that may hold the term, in their order.
  func operands(with anchor: Ref) -> [Int] {
    let found = places[anchor] ?? []
    if large.isEmpty { return found }
    // An operand may have been noted before it turned out large.
    return Set(found).union(large).sorted()
  }
}

extension TermStore where Self: ~Copyable {
  /// Whether a term occurs as it is wherever it is an operand: a symbol, or a call that is no operation.
  func isAnchor(_ term: Ref) -> Bool {
    switch kind(term) {
    case .symbol, .ext: true
    case .call: !traits(head(term)).form.isOperation
    default: false
    }
  }

  /// A symbol or call that occurs in a term and in every term that has it as a part or has its operands among its own; numbers
  /// have none.
  func anchor(of term: Ref) -> Ref? {
    var term = term
    while true {
      switch kind(term) {
      case .symbol, .ext: return term
      case .sum, .product: term = child(term, 1)
      case .power:
        let base = child(term, 0)
        // E^x tells more by its exponent.
        let isConstant = kind(base).isNumber || (kind(base) == .call && count(base) == 0)
        term = isConstant ? child(term, 1) : base
      case .call:
        guard traits(head(term)).form.isOperation else { return term }
        guard let i = (0..<count(term)).first(where: { !kind(child(term, $0)).isNumber }) else { return nil }
        term = child(term, i)
      default: return nil
      }
    }
  }
}
