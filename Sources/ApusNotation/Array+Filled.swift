extension Array {
  /// An array of one value, so many times.
  ///
  /// `Array(repeating:count:)` asks the runtime for the type of its storage at each call, which takes longer than filling it when
  /// arrays are short.
  init(filledWith value: Element, count: Int) {
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(value) }
  }
}
