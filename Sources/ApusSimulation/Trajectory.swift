/// States at successive times.
public struct Trajectory: Sendable, Equatable {
  /// The times, ascending.
  public private(set) var times: [Double] = []
  /// The number of elements of a state.
  public let stateCount: Int
  /// The elements of the states, time by time.
  public private(set) var values: [Double] = []
  /// What finding them took.
  public internal(set) var statistics = IntegrationStatistics()

  /// An empty trajectory of states with so many elements.
  public init(stateCount: Int) { self.stateCount = stateCount }

  /// The number of times.
  public var count: Int { times.count }

  /// The state at time number `i`.
  public func state(_ i: Int) -> ArraySlice<Double> { values[i * stateCount..<(i + 1) * stateCount] }

  /// Element number `j` of the state, at all times.
  public func element(_ j: Int) -> [Double] {
    precondition((0..<stateCount).contains(j), "an element of the state")
    return times.indices.map { values[$0 * stateCount + j] }
  }

  /// The state at the last time, if there is any.
  public var last: ArraySlice<Double>? { times.isEmpty ? nil : state(count - 1) }

  mutating func append(_ time: Double, _ state: UnsafeBufferPointer<Double>) {
    times.append(time)
    values.append(contentsOf: state)
  }
}
