/// One workload that can be timed: the same work, under the same name, as in the scripts that time other systems.
struct Benchmark: Sendable {
  /// A prepared workload.
  struct Prepared {
    /// The timed work, from scratch in each repetition; gives what `check` looks at.
    var run: () throws -> Any
    /// A cheap fingerprint of the result.
    var check: (Any) throws -> Check
  }

  /// A fingerprint: a count or a text.
  enum Check: Equatable {
    case integer(Int)
    case text(String)
  }

  /// The name, such as `construct/collect_1e5`.
  let name: String
  /// The size of the workload.
  let size: Int
  /// The fingerprint of the right result; another one invalidates the timing.
  let expected: Check?
  /// How often the timed work does what is measured: the seconds are those of one time.
  let calls: Int
  /// Makes the inputs, which is not timed.
  let prepare: @Sendable () throws -> Prepared

  /// A workload whose result has the type `Value`.
  init<Value>(
    _ name: String, size: Int, expected: Check? = nil, calls: Int = 1,
    _ prepare: @escaping @Sendable () throws -> (run: () throws -> Value, check: (Value) throws -> Check)
  ) {
    self.name = name
    self.size = size
    self.expected = expected
    self.calls = calls
    self.prepare = {
      let (run, check) = try prepare()
      return Prepared(run: run) { result in
        guard let value = result as? Value else { return .text("WRONG: no value") }
        return try check(value)
      }
    }
  }
}
