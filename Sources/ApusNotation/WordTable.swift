/// A fixed table of words with values, for readers that look up every word they meet.
///
/// A lookup costs a few instructions a letter; a `Dictionary` guards against chosen keys, which a fixed table need not, and costs several
/// hundred.
struct WordTable<Value: Sendable>: Sendable {
  private var words: [String] = []
  private var values: [Value] = []
  /// One more than the index of a word, 0 for an empty slot; a power of two of slots, at most half of them full.
  private var slots: [Int32]

  init(_ entries: some Sequence<(key: String, value: Value)>) {
    let entries = Array(entries)
    var count = 8
    while count < 2 * entries.count { count *= 2 }
    slots = Array(repeating: 0, count: count)
    for (word, value) in entries {
      var slot = Self.hash(word) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      words.append(word)
      values.append(value)
      slots[slot] = Int32(words.count)
    }
  }

  /// The value of a word, if the table has it.
  subscript(word: String) -> Value? { index(of: word).map { values[$0] } }

  func contains(_ word: String) -> Bool { index(of: word) != nil }

  /// The value at an index that a lookup gave.
  subscript(index index: Int) -> Value { values[index] }

  /// Where the value of a word is, if the table has it.
  func index(of word: String) -> Int? {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if words[index] == word { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Fowler, Noll and Vo, variant 1a.
  private static func hash(_ word: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var word = word
    word.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & Int.max
  }
}

extension WordTable where Value == Bool {
  /// A table of words that are only asked for.
  init(_ words: some Sequence<String>) { self.init(words.map { (key: $0, value: true) }) }
}
