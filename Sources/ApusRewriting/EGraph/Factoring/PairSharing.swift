import ApusNumbers

/// Finds pairs that many lists have in common and makes each pair an entry of its own, the most frequent pair first.
///
/// The lists are sums or products; an entry is a form with a weight, and a pair is the same in two lists if the ratio of its
/// weights is. So `a + b` and `3*c - 2*a - 2*b` share `a + b`.
struct PairSharing {
  /// An entry of a list.
  struct Entry: Hashable {
    var form: Int
    var weight: Rational
  }

  /// Two forms, the first one with the smaller number, and the weight of the second relative to the first.
  struct Pair: Hashable {
    var first: Int
    var second: Int
    var ratio: Rational

    /// The pair as a list.
    var entries: [Entry] { [Entry(form: first, weight: .one), Entry(form: second, weight: ratio)] }
  }

  /// The lists by their places; entries are sorted by form.
  private(set) var lists: [[Entry]]
  /// The lists in which a pair was seen; some may have lost it since.
  private var table = PairTable()
  private var ratios = RationalTable()
  private var heap = BinaryHeap<CountedPair>()
  /// Lists longer than this are left alone: their pairs are too many.
  private let longest: Int
  /// Whether only pairs count whose ratio is an integer: weights that are exponents cannot be divided otherwise.
  private let needsIntegers: Bool

  /// Whether several lists had a form at the beginning, or it is that of a pair: only these can be shared.
  private var isShared: [Bool] = []

  /// - Parameter mostPairs: the most pairs that are counted; if there are more, long lists are left alone.
  init(_ lists: [[Entry]], withIntegerRatios needsIntegers: Bool = false, mostPairs: Int = 4_000_000) {
    self.lists = lists
    self.needsIntegers = needsIntegers
    let isShared = Self.shared(lists)
    let shared = lists.map { list in list.filter { isShared[$0.form] } }
    var pairs = 0
    for list in shared { pairs += list.count * (list.count - 1) / 2 }
    self.isShared = isShared
    longest = pairs > mostPairs ? 64 : Int.max
    for (place, list) in shared.enumerated() where list.count <= longest {
      for i in list.indices {
        for j in (i + 1)..<max(i + 1, list.count) { _ = note(list[i], list[j], in: place) }
      }
    }
    for pair in 0..<table.count where table[pair].count > 1 { heap.push(counted(pair)) }
  }

  /// Which forms are in several lists.
  private static func shared(_ lists: [[Entry]]) -> [Bool] {
    var uses: [UInt8] = []
    for list in lists {
      for entry in list {
        while uses.count <= entry.form { uses.append(0) }
        if uses[entry.form] < 2 { uses[entry.form] += 1 }
      }
    }
    return uses.map { $0 > 1 }
  }

  /// Takes note of a pair in a list; its number, if it can be shared.
  private mutating func note(_ a: Entry, _ b: Entry, in place: Int) -> Int? {
    guard a.form < b.form else { return a.form == b.form ? nil : note(b, a, in: place) }
    guard let ratio = a.weight == .one ? b.weight : b.weight.dividing(by: a.weight),
      !needsIntegers || ratio.smallInteger != nil
    else { return nil }
    let key = PairTable.Key(
      first: UInt32(clamping: a.form), second: UInt32(clamping: b.form), ratio: ratios.id(ratio))
    return table.note(key, in: UInt32(clamping: place))
  }

  private func counted(_ pair: Int) -> CountedPair {
    CountedPair(count: table[pair].count, pair: pair, key: table[pair].key)
  }

  /// Shares pairs until none is in two lists; `insert` makes the form of a pair, which becomes a list of its own if its place is
  /// not known.
  ///
  /// The clock may end it early: what has been shared until then stands.
  mutating func share(
    clock: borrowing SearchClock, _ insert: (Pair) -> (form: Int, place: Int?)
  ) {
    while let best = heap.pop() {
      if clock.mustStop() { return }
      if table[best.pair].count != best.count { continue }
      let pair = Pair(
        first: Int(best.key.first), second: Int(best.key.second), ratio: ratios[best.key.ratio])
      let living = table.places(of: best.pair).filter { scale(of: pair, in: lists[$0]) != nil }
      if living.count < Int(best.count) {
        table.replacePlaces(of: best.pair, by: living)
        if living.count > 1 { heap.push(counted(best.pair)) }
        continue
      }
      let made = insert(pair)
      while isShared.count <= made.form { isShared.append(false) }
      isShared[made.form] = true
      for place in living where place != made.place { replace(pair, by: made.form, in: place) }
      if made.place == nil { lists.append(pair.entries) }
    }
  }

  /// The weight with which a list has a pair.
  private func scale(of pair: Pair, in list: [Entry]) -> Rational? {
    guard let first = Self.find(pair.first, in: list), let second = Self.find(pair.second, in: list) else {
      return nil
    }
    let scale = list[first].weight
    return list[second].weight == scale * pair.ratio ? scale : nil
  }

  private mutating func replace(_ pair: Pair, by form: Int, in place: Int) {
    guard let scale = scale(of: pair, in: lists[place]), Self.find(form, in: lists[place]) == nil else {
      return
    }
    let entry = Entry(form: form, weight: scale)
    lists[place].removeAll { $0.form == pair.first || $0.form == pair.second }
    for i in lists[place].indices where isShared[lists[place][i].form] {
      guard let pair = note(entry, lists[place][i], in: place) else { continue }
      if table[pair].count > 1 { heap.push(counted(pair)) }
    }
    let at = lists[place].firstIndex { $0.form > form } ?? lists[place].count
    lists[place].insert(entry, at: at)
  }

  private static func find(_ form: Int, in list: [Entry]) -> Int? {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].form < form { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].form == form ? low : nil
  }
}

/// A pair and how often it occurs: frequent ones come first, equally frequent ones by their forms, so that the order is always
/// the same.
private struct CountedPair: Comparable {
  var count: UInt32
  var pair: Int
  var key: PairTable.Key

  static func < (a: CountedPair, b: CountedPair) -> Bool {
    if a.count != b.count { return a.count > b.count }
    if a.key.first != b.key.first { return a.key.first < b.key.first }
    return a.key.second != b.key.second ? a.key.second < b.key.second : a.key.ratio < b.key.ratio
  }
}

extension FactoredForms {
  /// Sums with coefficients, or products with integer exponents: lists of forms with weights.
  enum Kind {
    case sum, product

    /// What a form is made of, if it is of this kind.
    func entries(of form: Form) -> [PairSharing.Entry]? {
      switch (self, form) {
      case (.sum, .sum(let terms)): terms.map { .init(form: $0.form, weight: $0.weight) }
      case (.product, .product(let factors)):
        factors.map { .init(form: $0.form, weight: Rational($0.exponent)) }
      default: nil
      }
    }

    /// The sum or product of some entries; weights of products are small integers.
    func form(of entries: [PairSharing.Entry]) -> Form {
      switch self {
      case .sum: .sum(entries.map { .init(form: $0.form, weight: $0.weight) })
      case .product: .product(entries.map { .init(form: $0.form, exponent: $0.weight.smallInteger ?? 0) })
      }
    }
  }
}
