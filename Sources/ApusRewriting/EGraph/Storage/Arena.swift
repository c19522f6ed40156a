#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A growing array of plain values behind a raw pointer.
///
/// An array of Swift checks exclusive access and bounds at every step; the inner loops of the e-graph touch memory at
/// random and little else, so those checks are a large part of their time. `realloc` moves pages instead of copying them.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private(set) var capacity: Int

  init(minimumCapacity: Int = 16) {
    capacity = max(minimumCapacity, 1)
    base = Self.allocate(nil, capacity: capacity)
    count = 0
  }

  deinit {
    free(base)
  }

  /// The bytes that are reserved, touched or not.
  var byteCount: Int { capacity * MemoryLayout<Element>.stride }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(toAtLeast: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Appends three elements.
  @inline(__always)
  mutating func append(_ first: Element, _ second: Element, _ third: Element) {
    if count + 3 > capacity { grow(toAtLeast: count + 3) }
    let end = base + count
    end.initialize(to: first)
    (end + 1).initialize(to: second)
    (end + 2).initialize(to: third)
    count += 3
  }

  /// Appends elements that are not in this arena.
  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count more: Int) {
    if count + more > capacity { grow(toAtLeast: count + more) }
    let end = base + count
    for i in 0..<more { (end + i).initialize(to: elements[i]) }
    count += more
  }

  /// Removes and returns the last element; the arena must not be empty.
  @inline(__always)
  mutating func removeLast() -> Element {
    count -= 1
    return base[count]
  }

  mutating func removeAll() {
    count = 0
  }

  mutating func truncate(to newCount: Int) {
    count = min(count, newCount)
  }

  /// Makes the arena `newCount` long; elements beyond the old count are not initialised.
  mutating func resize(to newCount: Int) {
    if newCount > capacity { grow(toAtLeast: newCount) }
    count = newCount
  }

  private mutating func grow(toAtLeast minimum: Int) {
    capacity = max(minimum, capacity + capacity / 2 + 16)
    base = Self.allocate(base, capacity: capacity)
  }

  private static func allocate(
    _ old: UnsafeMutablePointer<Element>?, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory = realloc(old, capacity * MemoryLayout<Element>.stride) else {
      preconditionFailure("out of memory")
    }
    return memory.assumingMemoryBound(to: Element.self)
  }
}
