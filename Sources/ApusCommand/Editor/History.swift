/// The inputs of a session, and the place among them where the arrow keys stand.
struct History {
  /// The inputs, oldest first.
  private(set) var entries: [String]
  /// A line that the up-arrow offers before the newest input: the corrected form of a line that failed.
  var offer: String?
  /// How many steps back from the draft; 0 is the draft itself.
  private var distance = 0
  private var draft = ""

  init(_ entries: [String] = []) { self.entries = entries }

  /// Adds an input; blank ones and repetitions of the newest are not kept.
  mutating func append(_ entry: String) {
    leave()
    guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return }
    entries.append(entry)
  }

  /// Forgets where the arrow keys stand.
  mutating func leave() {
    distance = 0
    draft = ""
  }

  /// The next older line, or `nil` at the oldest; `current` is kept as the draft when leaving it.
  mutating func older(than current: String) -> String? {
    guard distance < depth else { return nil }
    if distance == 0 { draft = current }
    distance += 1
    return line(at: distance)
  }

  /// The next newer line, at last the draft, or `nil` at the draft.
  mutating func newer() -> String? {
    guard distance > 0 else { return nil }
    distance -= 1
    return distance == 0 ? draft : line(at: distance)
  }

  /// The newest entry older than `limit` that contains `query`, as its index.
  func lastIndex(containing query: String, before limit: Int) -> Int? {
    guard !query.isEmpty else { return nil }
    return entries[..<min(limit, entries.count)].lastIndex { $0.contains(query) }
  }

  private var depth: Int { entries.count + (offer == nil ? 0 : 1) }

  private func line(at distance: Int) -> String {
    guard let offer else { return entries[entries.count - distance] }
    return distance == 1 ? offer : entries[entries.count - distance + 1]
  }
}
