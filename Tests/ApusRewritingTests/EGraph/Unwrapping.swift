/// What is thrown for a value that is missing.
struct MissingValue: Error {}

/// The value, as `#require` gives it; that macro cannot take a call on a graph, which is not copyable.
func unwrapped<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}
