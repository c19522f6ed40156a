/// Elements of which the least can be taken out.
///
/// Which one of several equal elements comes first is not stated; where the order must always be the same, elements that differ
/// must not be equal.
package struct BinaryHeap<Element: Comparable> {
  @usableFromInline var items: [Element] = []

  /// An empty heap.
  @inlinable package init() {}

  /// Puts an element in.
  ///
  /// - Complexity: O(log n).
  @inlinable package mutating func push(_ element: Element) {
    items.append(element)
    var i = items.count - 1
    while i > 0 {
      let parent = (i - 1) / 2
      if !(element < items[parent]) { break }
      items[i] = items[parent]
      i = parent
    }
    items[i] = element
  }

  /// Takes the least element out; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  @inlinable package mutating func pop() -> Element? {
    guard let last = items.popLast() else { return nil }
    guard let first = items.first else { return last }
    var i = 0
    while true {
      var child = 2 * i + 1
      if child >= items.count { break }
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      if !(items[child] < last) { break }
      items[i] = items[child]
      i = child
    }
    items[i] = last
    return first
  }
}
