import ApusNumbers
import ApusTerms

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
  private var places: [Pair: [Int]] = [:]
  private var heap = BinaryHeap<CountedPair>()
  /// Lists longer than this are left alone: their pairs are too many.
  private let longest: Int
  /// Whether only pairs count whose ratio is an integer: weights that are exponents cannot be divided otherwise.
  private let needsIntegers: Bool

  /// The forms that several lists had at the beginning, and those of pairs: only these can be shared.
  private var isShared: Set<Int> = []

  /// - Parameter mostPairs: the most pairs that are counted; if there are more, long lists are left alone.
  init(_ lists: [[Entry]], withIntegerRatios needsIntegers: Bool = false, mostPairs: Int = 4_000_000) {
    self.lists = lists
    self.needsIntegers = needsIntegers
    var (seen, several): (Set<Int>, Set<Int>) = ([], [])
    for list in lists {
      for entry in list where !seen.insert(entry.form).inserted { several.insert(entry.form) }
    }
    isShared = several
    let shared = lists.map { list in list.filter { several.contains($0.form) } }
    var pairs = 0
    for list in shared { pairs += list.count * (list.count - 1) / 2 }
    longest = pairs > mostPairs ? 64 : Int.max
    for (place, list) in shared.enumerated() where list.count <= longest {
      for i in list.indices {
        for j in (i + 1)..<max(i + 1, list.count) {
          if let pair = pair(list[i], list[j]) { places[pair, default: []].append(place) }
        }
      }
    }
    for (pair, users) in places where users.count > 1 { heap.push(.init(count: users.count, pair: pair)) }
  }

  private func pair(_ a: Entry, _ b: Entry) -> Pair? {
    guard a.form < b.form else {
      return a.form == b.form ? nil : pair(b, a)
    }
    guard let ratio = b.weight.divided(by: a.weight), !needsIntegers || ratio.smallInteger != nil else {
      return nil
    }
    return Pair(first: a.form, second: b.form, ratio: ratio)
  }

  /// Shares pairs until none is in two lists; `insert` makes the form of a pair, which becomes a list of its own if `isNew`.
  ///
  /// The clock may end it early: what has been shared until then stands.
  mutating func share(
    clock: borrowing SearchClock, _ insert: (Pair) -> (form: Int, place: Int?)
  ) {
    while let best = heap.pop() {
      if clock.mustStop() { return }
      guard let users = places[best.pair] else { continue }
      let living = users.filter { scale(of: best.pair, in: lists[$0]) != nil }
      places[best.pair] = living
      if living.count < 2 { continue }
      if living.count < best.count {
        heap.push(.init(count: living.count, pair: best.pair))
        continue
      }
      let made = insert(best.pair)
      for place in living where place != made.place { replace(best.pair, by: made.form, in: place) }
      if made.place == nil { lists.append(best.pair.entries) }
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
    var list = lists[place]
    list.removeAll { $0.form == pair.first || $0.form == pair.second }
    let entry = Entry(form: form, weight: scale)
    isShared.insert(form)
    for other in list where isShared.contains(other.form) {
      guard let pair = self.pair(entry, other) else { continue }
      places[pair, default: []].append(place)
      if let count = places[pair]?.count, count > 1 { heap.push(.init(count: count, pair: pair)) }
    }
    let at = list.firstIndex { $0.form > form } ?? list.count
    list.insert(entry, at: at)
    lists[place] = list
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
  var count: Int
  var pair: PairSharing.Pair

  static func < (a: CountedPair, b: CountedPair) -> Bool {
    if a.count != b.count { return a.count > b.count }
    if a.pair.first != b.pair.first { return a.pair.first < b.pair.first }
    return a.pair.second != b.pair.second ? a.pair.second < b.pair.second : a.pair.ratio < b.pair.ratio
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
