import ApusTerms

/// Why a function could not be traced.
public enum TraceError: Error, Equatable, Sendable {
  /// The function compared numbers that are not known.
  case comparison(String)

  /// A stable name for programs.
  public var code: String { "traced-comparison" }

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .comparison(let text):
      "'\(text)' has no answer while the numbers are not known; use select, which computes both values"
    }
  }
}

extension TraceError: CustomStringConvertible {
  public var description: String { message }
}

/// What a traced function may return: traced values, and arrays of them to any depth.
public protocol TracedOutput {
  /// The expressions, in order.
  var tracedExpressions: [Expr] { get }
}

extension Traced: TracedOutput {
  public var tracedExpressions: [Expr] { [expression] }
}

extension Array: TracedOutput where Element: TracedOutput {
  public var tracedExpressions: [Expr] { flatMap(\.tracedExpressions) }
}

/// The expression that a function of traced values computes.
///
/// - Throws: `TraceError` when the function compares numbers that are not known.
public func trace(_ body: () -> Traced) throws(TraceError) -> Expr {
  try TraceRecorder.recording { body().expression }
}

/// The expressions that a function of traced values computes, arrays of arrays element by element in their order.
///
/// - Throws: `TraceError` when the function compares numbers that are not known.
public func trace<Output: TracedOutput>(_ body: () -> [Output]) throws(TraceError) -> [Expr] {
  try TraceRecorder.recording { body().tracedExpressions }
}

extension Traced {
  /// Symbols `name[1]`, `name[2]`, …, as values.
  public static func array(_ name: String, _ count: Int) -> [Traced] {
    symbols(name, [count]).map { Traced($0) }
  }

  /// A matrix of symbols `name[1,1]`, `name[1,2]`, …, row by row.
  public static func array(_ name: String, _ rows: Int, _ columns: Int) -> [[Traced]] {
    let all = symbols(name, [rows, columns])
    return (0..<rows).map { i in (0..<columns).map { Traced(all[i * columns + $0]) } }
  }

  /// Symbols with three indices, the last one running fastest.
  public static func array(_ name: String, _ n: Int, _ m: Int, _ l: Int) -> [[[Traced]]] {
    let all = symbols(name, [n, m, l])
    return (0..<n).map { i in
      (0..<m).map { j in (0..<l).map { k in Traced(all[(i * m + j) * l + k]) } }
    }
  }

  /// The symbols of an array of so many elements in each direction, the last index running fastest.
  public static func symbols(_ name: String, _ counts: [Int]) -> [Symbol] {
    var indices = [""]
    for count in counts {
      indices = indices.flatMap { prefix in
        (1...Swift.max(1, count)).prefix(count).map { prefix.isEmpty ? "\($0)" : "\(prefix),\($0)" }
      }
    }
    return indices.map { Symbol("\(name)[\($0)]") }
  }
}

/// Remembers the first mistake of the function that is being traced.
///
/// `@unchecked Sendable`: a recorder is used by the thread that traces only.
final class TraceRecorder: @unchecked Sendable {
  @TaskLocal static var current: TraceRecorder?

  private var error: TraceError?

  func record(_ error: TraceError) { self.error = self.error ?? error }

  static func recording<Result>(_ body: () -> Result) throws(TraceError) -> Result {
    let recorder = TraceRecorder()
    let result = $current.withValue(recorder) { body() }
    if let error = recorder.error { throw error }
    return result
  }
}
