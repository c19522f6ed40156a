import ApusRewriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures what operations and functions cost on the machine at hand, relative to an addition, which is set to 10 eighths of a
/// cycle as in ``CycleTable/standard``.
struct CycleCalibration {
  /// How often each loop is repeated; the least time counts.
  var repetitions = 40
  private static let count = 1024

  /// The table; takes about two seconds.
  func table() -> CycleTable {
    let unit = weight { $0 + 1.5 }
    var costs: [String: Int] = [:]
    for (name, weight) in weights() { costs[name] = max(1, Int((10 * weight / unit).rounded())) }
    costs["add"] = 10
    return CycleTable(costs)
  }

  private func weights() -> [(String, Double)] {
    [
      ("multiply", weight { $0 * 1.5 }), ("divide", weight { 1.5 / $0 }), ("negate", weight { -$0 }),
      ("sqrt", weight { $0.squareRoot() }), ("cbrt", weight { cbrt($0) }),
      ("power", weight { pow($0, 1.37) }),
      ("abs", weight { abs($0) }), ("exp", weight { exp($0) }), ("log", weight { log($0) }),
      ("sin", weight { sin($0) }), ("cos", weight { cos($0) }), ("tan", weight { tan($0) }),
      ("asin", weight { asin($0 * 0.2) }), ("acos", weight { acos($0 * 0.2) }), ("atan", weight { atan($0) }),
      ("sinh", weight { sinh($0) }), ("cosh", weight { cosh($0) }), ("tanh", weight { tanh($0) }),
      ("asinh", weight { asinh($0) }), ("acosh", weight { acosh($0 + 1) }),
      ("atanh", weight { atanh($0 * 0.19) }),
      ("erf", weight { erf($0) }), ("erfc", weight { erfc($0) }), ("gamma", weight { tgamma($0) }),
      ("loggamma", weight { lgamma($0) }),
    ]
  }

  /// Reciprocal throughput plus a quarter of the latency, in seconds.
  @inline(__always)
  private func weight(_ function: (Double) -> Double) -> Double {
    let arguments = (0..<Self.count).map { 0.1 + 5 * Double($0) / Double(Self.count) }
    var results = arguments
    let throughput = least {
      for i in 0..<Self.count { results[i] = function(arguments[i]) }
    }
    var last = results[Self.count / 2]
    let chain = least {
      // Each argument depends on the result before it, whose bits do not matter.
      for i in 0..<Self.count { last = function(arguments[i] + (last.bitPattern == 1 ? 1 : 0)) }
    }
    // The results are used, so that they are computed.
    let isUsed = results[Self.count / 3].isNaN && last.isNaN
    return throughput + chain / 4 + (isUsed ? 1 : 0)
  }

  private func least(_ body: () -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<repetitions {
      let time = ContinuousClock().measure(body)
      least = min(least, Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
    }
    return least / Double(Self.count)
  }
}
