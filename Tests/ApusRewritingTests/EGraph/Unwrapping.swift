import ApusRewriting

/// What is thrown for a value that is missing.
struct MissingValue: Error {}

/// The value, as `#require` gives it; that macro cannot take a call on a graph, which is not copyable.
func unwrapped<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}

extension SaturationOptions {
  /// The options that hold unless others are stated, but for the time: builds without optimisation are slow.
  static let patient = SaturationOptions(limits: .patient)
}

extension SearchLimits {
  static let patient = SearchLimits(iterations: 30, nodes: 8000, time: .seconds(600))
}
