import ApusRewriting
import CApusKernels
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures what operations and functions cost on the machine at hand, in eighths of a cycle as ``CycleTable/standard``.
///
/// The length of a cycle is that of a chain of shifts and additions of integers, which take one each. The cost of an operation is its
/// reciprocal throughput, from many independent ones, plus a quarter of its latency, from a chain in which each waits for
/// the one before. Operations that take a few cycles are timed in registers, twelve chains side by side and one alone, where nothing
/// else is done; functions on arrays, and what the loop costs by itself is measured and taken off. The least of many times counts.
struct CycleCalibration {
  /// How often each loop is repeated.
  var repetitions = 40
  private static let count = 1024

  /// Whether the build has checks that take longer than what is measured.
  static var isMeaningless: Bool {
    var hasAssertions = false
    assert(
      {
        hasAssertions = true; return true
      }())
    return hasAssertions
  }

  /// The table; takes less than two seconds.
  func table() -> CycleTable {
    let gauge = Gauge(
      cycle: secondsOfCycle(), copying: throughput { $0 }, waiting: chain { $0 })
    var costs: [String: Int] = [:]
    for (name, function) in Self.functions {
      costs[name] = gauge.cost(throughput: throughput(function), chain: chain(function))
    }
    let basic = basicOperations(gauge)
    costs.merge(basic) { $1 }
    // What no library has is a quotient.
    let divide = basic["divide"] ?? 0
    for (name, below) in [("cot", "tan"), ("sec", "cos"), ("csc", "sin")] {
      costs[name] = (costs[below] ?? 0) + divide
    }
    return CycleTable(costs)
  }

  /// What a measurement is compared with, all in seconds.
  private struct Gauge {
    var cycle: Double
    /// A round of the loop of independent operations, without an operation.
    var copying: Double
    /// A round of the loop of operations that wait, without an operation.
    var waiting: Double

    /// The cost of a function in eighths of a cycle.
    ///
    /// What is hidden behind the loads and stores of its loop counts half a cycle.
    func cost(throughput: Double, chain: Double) -> Int {
      let isHidden = throughput < 2.5 * copying
      return cost(interval: isHidden ? cycle / 2 : throughput, latency: max(chain - waiting, 0))
    }

    /// The cost in eighths of a cycle of what begins so often and takes so long.
    func cost(interval: Double, latency: Double) -> Int {
      max(1, Int((8 * (interval + latency / 4) / cycle).rounded()))
    }
  }

  // MARK: - What is measured

  /// Written out one by one, so that they are compiled into the loops.
  private func basicOperations(_ gauge: Gauge) -> [String: Int] {
    [
      "add": gauge.cost(interval: interval { $0 + 1.5 }, latency: latency { $0 + 1.5 }),
      "multiply": gauge.cost(interval: interval { $0 * 1.0009 }, latency: latency { $0 * 1.0009 }),
      "divide": gauge.cost(interval: interval { 1.5 / $0 }, latency: latency { 1.5 / $0 }),
      "negate": gauge.cost(interval: interval { -$0 }, latency: latency { -$0 }),
      "abs": gauge.cost(interval: interval { abs($0) }, latency: latency { abs($0) }),
      "sqrt": gauge.cost(throughput: throughput { $0.squareRoot() }, chain: chain { $0.squareRoot() }),
    ]
  }

  /// Functions with arguments between 0.1 and 5.1, or within their domains.
  private static let functions: [(String, @Sendable (Double) -> Double)] = [
    ("cbrt", { cbrt($0) }), ("power", { pow($0, 1.37) }), ("exp", { exp($0) }), ("log", { log($0) }),
    ("sin", { sin($0) }), ("cos", { cos($0) }), ("tan", { tan($0) }),
    ("asin", { asin($0 * 0.19) }), ("acos", { acos($0 * 0.19) }), ("atan", { atan($0) }),
    ("sinh", { sinh($0) }), ("cosh", { cosh($0) }), ("tanh", { tanh($0) }),
    ("asinh", { asinh($0) }), ("acosh", { acosh($0 + 1) }), ("atanh", { atanh($0 * 0.19) }),
    ("erf", { erf($0) }), ("erfc", { erfc($0) }), ("gamma", { tgamma($0) }), ("loggamma", { lgamma($0) }),
  ]

  // MARK: - How it is measured

  /// Each step shifts and adds, and must wait for the step before.
  private func secondsOfCycle() -> Double {
    var least = Double.infinity
    for repetition in 0..<repetitions {
      var state = UInt64(repetition) | 1
      let start = ContinuousClock.now
      for _ in 0..<Self.count { state = state &+ (state >> 1) }
      least = min(least, Self.seconds(since: start))
      keep(Double(state))
    }
    return least / Double(2 * Self.count)
  }

  /// The time from one operation to the next where none waits: of twelve chains in registers, which is more than processors have under
  /// way, twenty-four operations in a turn of the loop.
  @inline(__always)
  private func interval(_ f: (Double) -> Double) -> Double {
    var least = Double.infinity
    for repetition in 0..<repetitions {
      var (a, b, c) = (1.1 + Double(repetition), 1.2, 1.3)
      var (d, e, g) = (1.4, 1.5, 1.6)
      var (h, i, j) = (1.7, 1.8, 1.9)
      var (k, l, m) = (2.1, 2.2, 2.3)
      let start = ContinuousClock.now
      for _ in 0..<Self.count {
        (a, b, c) = (apus_opaque(f(a)), apus_opaque(f(b)), apus_opaque(f(c)))
        (d, e, g) = (apus_opaque(f(d)), apus_opaque(f(e)), apus_opaque(f(g)))
        (h, i, j) = (apus_opaque(f(h)), apus_opaque(f(i)), apus_opaque(f(j)))
        (k, l, m) = (apus_opaque(f(k)), apus_opaque(f(l)), apus_opaque(f(m)))
        (a, b, c) = (apus_opaque(f(a)), apus_opaque(f(b)), apus_opaque(f(c)))
        (d, e, g) = (apus_opaque(f(d)), apus_opaque(f(e)), apus_opaque(f(g)))
        (h, i, j) = (apus_opaque(f(h)), apus_opaque(f(i)), apus_opaque(f(j)))
        (k, l, m) = (apus_opaque(f(k)), apus_opaque(f(l)), apus_opaque(f(m)))
      }
      least = min(least, Self.seconds(since: start))
      keep(a + b + c + d + e + g + h + i + j + k + l + m)
    }
    return least / Double(24 * Self.count)
  }

  /// The time of an operation that the next one waits for: of one chain in a register, eight operations in a turn of the loop.
  @inline(__always)
  private func latency(_ f: (Double) -> Double) -> Double {
    var least = Double.infinity
    for repetition in 0..<repetitions {
      var a = 1.1 + Double(repetition)
      let start = ContinuousClock.now
      for _ in 0..<Self.count {
        a = apus_opaque(f(apus_opaque(f(apus_opaque(f(apus_opaque(f(a))))))))
        a = apus_opaque(f(apus_opaque(f(apus_opaque(f(apus_opaque(f(a))))))))
      }
      least = min(least, Self.seconds(since: start))
      keep(a)
    }
    return least / Double(8 * Self.count)
  }

  /// The time of one of many independent operations.
  @inline(__always)
  private func throughput(_ function: (Double) -> Double) -> Double {
    var least = Double.infinity
    let results = UnsafeMutablePointer<Double>.allocate(capacity: Self.count)
    defer { results.deallocate() }
    Self.arguments.withUnsafeBufferPointer { arguments in
      for _ in 0..<repetitions {
        let start = ContinuousClock.now
        for i in 0..<Self.count {
          // In an order in which no two operations can be made one of vectors.
          let place = (i &* 37) & (Self.count - 1)
          (results + place).initialize(to: function(arguments[place]))
        }
        least = min(least, Self.seconds(since: start))
        keep(results[Self.count / 3])
      }
    }
    return least / Double(Self.count)
  }

  /// The time of one of many operations, each of which waits for the one before.
  @inline(__always)
  private func chain(_ function: (Double) -> Double) -> Double {
    var least = Double.infinity
    // No bit of a result passes the mask, which is zero without the compiler knowing it.
    let mask = Self.zero.load(ordering: .relaxed)
    Self.arguments.withUnsafeBufferPointer { arguments in
      for _ in 0..<repetitions {
        var last = 0.0
        let start = ContinuousClock.now
        for i in 0..<Self.count {
          last = function(Double(bitPattern: arguments[i].bitPattern | (last.bitPattern & mask)))
        }
        least = min(least, Self.seconds(since: start))
        keep(last)
      }
    }
    return least / Double(Self.count)
  }

  private static let arguments = (0..<count).map { 0.1 + 5 * Double($0) / Double(count) }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let time = ContinuousClock.now - start
    return Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
  }

  /// Uses a result, so that it has to be computed.
  private func keep(_ value: Double) { Self.sink.store(value.bitPattern, ordering: .relaxed) }

  private static let sink = Atomic<UInt64>(0)
  private static let zero = Atomic<UInt64>(0)
}
