/// What operations and functions cost on a processor, in eighths of a cycle.
///
/// `apus bench --calibrate` measures one for the machine that it runs on.
public struct CycleTable: Sendable, Hashable {
  /// The costs by name: `add`, `multiply`, `divide`, `negate`, `sqrt`, `cbrt`, `power`, and names of functions.
  public var costs: [String: Int]

  /// A table of costs; what it does not name costs what ``standard`` says.
  public init(_ costs: [String: Int]) {
    self.costs = costs
  }

  /// The table that a text gives: a name and a number in each line; lines that begin with `#` are remarks.
  ///
  /// - Returns: `nil` if a line is not of that form, or a number is not between 1 and ``largestCost``.
  public init?(text: String) {
    costs = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      guard words.count == 2, let cost = Int(words[1]), (1...Self.largestCost).contains(cost) else {
        return nil
      }
      costs[String(words[0])] = cost
    }
  }

  /// A name and a number in each line, sorted by name.
  public var text: String {
    costs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
  }

  /// The largest cost; what is stated to be more counts as this.
  public static let largestCost = 1_000_000

  /// The cost of an operation or function; what no table names costs as much as many operations.
  public func cost(of name: String) -> Int {
    min(max(costs[name] ?? Self.standard.costs[name] ?? 1000, 1), Self.largestCost)
  }

  /// Reciprocal throughput plus a quarter of the latency, as measured with glibc 2.36 on AMD Zen 4.
  public static let standard = CycleTable([
    "add": 10, "multiply": 10, "divide": 62, "negate": 4, "sqrt": 109, "cbrt": 464, "power": 464,
    "abs": 4, "exp": 208, "log": 216, "sin": 364, "cos": 366, "tan": 432, "cot": 494, "sec": 428, "csc": 426,
    "asin": 216, "acos": 240, "atan": 384, "sinh": 544, "cosh": 304, "tanh": 520, "asinh": 448, "acosh": 384,
    "atanh": 472, "erf": 552, "erfc": 552, "gamma": 1072, "loggamma": 400,
  ])
}
