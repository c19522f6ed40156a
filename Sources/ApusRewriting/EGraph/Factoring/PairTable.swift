/// The places of pairs: an open-addressing table of pairs, and a list threaded through cells for the places of each.
///
/// There are millions of pairs, of which most occur once: an array for each would be most of the work.
struct PairTable {
  /// Two forms and the number of a ratio.
  struct Key: Hashable {
    var first: UInt32
    var second: UInt32
    var ratio: UInt32

    fileprivate var mixed: UInt64 {
      var x = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
      x ^= x >> 29
      x = (x &+ UInt64(ratio)) &* 0xD6E8_FEB8_6659_FD93
      return x ^ x >> 32
    }
  }

  /// A pair, how many places it has, and the last of them.
  struct Row {
    let key: Key
    fileprivate(set) var count: UInt32
    fileprivate var cell: UInt32
  }

  private struct Cell {
    var place: UInt32
    var next: UInt32
  }

  private var rows: [Row] = []
  private var cells: [Cell] = []
  /// Numbers of rows, or ``none``.
  private var slots = Array(repeating: none, count: 64)

  /// The number of pairs.
  var count: Int { rows.count }

  subscript(pair: Int) -> Row { rows[pair] }

  /// Adds a place to a pair.
  ///
  /// - Returns: the number of the pair.
  mutating func note(_ key: Key, in place: UInt32) -> Int {
    if (rows.count + 1) * 3 > slots.count * 2 { grow() }
    let mask = slots.count - 1
    var i = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[i] != none && rows[Int(slots[i])].key != key { i = (i + 1) & mask }
    if slots[i] == none {
      slots[i] = UInt32(rows.count)
      rows.append(Row(key: key, count: 0, cell: none))
    }
    let pair = Int(slots[i])
    cells.append(Cell(place: place, next: rows[pair].cell))
    rows[pair].cell = UInt32(cells.count - 1)
    rows[pair].count += 1
    return pair
  }

  /// The places of a pair, the last first.
  func places(of pair: Int) -> [Int] {
    var places: [Int] = []
    var cell = rows[pair].cell
    while cell != none {
      places.append(Int(cells[Int(cell)].place))
      cell = cells[Int(cell)].next
    }
    return places
  }

  /// Gives a pair some of its places instead of all.
  mutating func replacePlaces(of pair: Int, by places: [Int]) {
    var cell = rows[pair].cell
    rows[pair].count = UInt32(places.count)
    for (i, place) in places.enumerated() {
      cells[Int(cell)].place = UInt32(place)
      if i == places.count - 1 { cells[Int(cell)].next = none } else { cell = cells[Int(cell)].next }
    }
    if places.isEmpty { rows[pair].cell = none }
  }

  private mutating func grow() {
    slots = Array(repeating: none, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, row) in rows.enumerated() {
      var i = Int(truncatingIfNeeded: row.key.mixed) & mask
      while slots[i] != none { i = (i + 1) & mask }
      slots[i] = UInt32(number)
    }
  }
}
