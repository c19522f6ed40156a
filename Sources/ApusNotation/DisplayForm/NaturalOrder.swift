/// The order in which people list names: runs of digits by their value, so that `x_2` stands before `x_10`.
package enum NaturalOrder {
  /// Whether `a` stands before `b`; a total order on strings.
  package static func precedes(_ a: String, _ b: String) -> Bool { compare(a, b) < 0 }

  /// Negative, zero or positive as `a` stands before, is, or stands after `b`.
  package static func compare(_ a: String, _ b: String) -> Int {
    let (left, right) = (Array(a.utf8), Array(b.utf8))
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (first, second) = (digits(left, from: i), digits(right, from: j))
      if first > i, second > j {
        let result = compareDigits(left[i..<first], right[j..<second])
        if result != 0 { return result }
        (i, j) = (first, second)
      } else {
        if left[i] != right[j] { return left[i] < right[j] ? -1 : 1 }
        (i, j) = (i + 1, j + 1)
      }
    }
    let rest = (left.count - i) - (right.count - j)
    // Names that differ in leading zeros only are told apart by their text.
    return rest != 0 ? rest : left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  private static func digits(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    return end
  }

  private static func compareDigits(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    let (left, right) = (a.drop { $0 == 0x30 }, b.drop { $0 == 0x30 })
    if left.count != right.count { return left.count - right.count }
    return left.elementsEqual(right) ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
