import ApusNumbers
import ApusTerms

/// The laws that every record must obey; each check gives what is wrong, and how many points it could try.
struct LawReport {
  var failures: [String] = []
  var tried = 0

  mutating func check(_ holds: Bool, _ complaint: @autoclosure () -> String) {
    tried += 1
    if !holds { failures.append(complaint()) }
  }
}

enum FunctionLawChecks {
  static let precision = 384
  static let points = 20

  /// The partial derivatives against difference quotients.
  static func derivative(of function: Function) -> LawReport {
    var report = LawReport()
    for count in function.triedCounts {
      let symbols = (0..<count).map { Symbol("x\($0)") }
      for (partials, isReal) in [(function.partials, false), (function.realPartials, true)] {
        guard let partials = partials?(symbols.map { Expr($0) }) else { continue }
        for (i, partial) in partials.enumerated() {
          guard let partial else { continue }
          tryDerivative(of: function, partial, symbols, at: i, isReal: isReal, &report)
        }
      }
    }
    return report
  }

  private static func tryDerivative(
    of function: Function, _ partial: Expr, _ symbols: [Symbol], at i: Int, isReal: Bool,
    _ report: inout LawReport
  ) {
    var samples = LawSamples(function)
    let step = Number(2).raised(to: -70) ?? .one
    for point in 0..<points {
      guard let arguments = samples.arguments(of: function, count: symbols.count, real: isReal || point < 4)
      else { return }
      var values = Dictionary(uniqueKeysWithValues: zip(symbols, arguments))
      let formula = try? partial.enclosure(
        at: values.mapValues { ComplexBall($0, precision: precision) }, precision: precision)
      values[symbols[i]] = arguments[i]
      guard let formula, formula.isFinite,
        let quotient = differenceQuotient(of: function, arguments, at: i, step), quotient.isFinite
      else { continue }
      report.check(
        formula.isNear(quotient, bits: 90),
        "the derivative of \(function.name) in argument \(i) at \(arguments) is \(quotient), not \(formula)")
    }
  }

  private static func differenceQuotient(
    of function: Function, _ arguments: [Number], at i: Int, _ step: Number
  ) -> ComplexBall? {
    var (above, below) = (arguments, arguments)
    above[i] = above[i] + step
    below[i] = below[i] - step
    guard let high = function.ball(above, precision: precision),
      let low = function.ball(below, precision: precision)
    else { return nil }
    return high.subtracting(low, precision: precision)
      .divided(by: ComplexBall(step + step, precision: precision), precision: precision)
  }

  /// Symmetry, period, inverses, homogeneity and conjugation.
  static func identities(of function: Function) -> LawReport {
    var report = LawReport()
    guard function.kernels.ball != nil else { return report }
    for count in lawCounts(function) {
      var samples = LawSamples(function, salt: 1)
      for point in 0..<points {
        guard let arguments = samples.arguments(of: function, count: count, real: point < 4) else { continue }
        tryIdentities(of: function, arguments, &report)
      }
    }
    return report
  }

  private static func tryIdentities(
    of function: Function, _ arguments: [Number], _ report: inout LawReport
  ) {
    guard let value = function.ball(arguments, precision: precision), value.isFinite else { return }
    func same(_ other: ComplexBall?, _ law: String) {
      guard let other, other.isFinite else { return }
      report.check(other.isNear(value, bits: 200), "\(function.name) at \(arguments) violates its \(law)")
    }
    let laws = function.laws
    let first = ComplexBall(arguments[0], precision: precision)
    switch laws.symmetry {
    case .even where arguments.count == 1:
      same(function.ball([first.negated], precision: precision), "symmetry")
    case .odd where arguments.count == 1:
      same(function.ball([first.negated], precision: precision)?.negated, "symmetry")
    case .commutative: same(function.ball(Array(arguments.reversed()), precision: precision), "symmetry")
    default: break
    }
    if let period = laws.period, let shift = try? period().enclosure(precision: precision) {
      same(function.ball([first.adding(shift, precision: precision)], precision: precision), "period")
    }
    if let degree = laws.homogeneity, let scale = Number(3).raised(to: degree) {
      let scaled = function.ball([first.multiplied(by: 3, precision: precision)], precision: precision)
      same(scaled?.divided(by: ComplexBall(scale, precision: 64), precision: precision), "homogeneity")
    }
    if laws.commutesWithConjugation, !arguments.allSatisfy(\.isReal) {
      same(function.ball(arguments.map(\.conjugate), precision: precision)?.conjugate, "conjugation")
    }
    tryInverses(of: function, arguments, value, &report)
  }

  private static func tryInverses(
    of function: Function, _ arguments: [Number], _ value: ComplexBall, _ report: inout LawReport
  ) {
    guard arguments.count == 1 else { return }
    let x = ComplexBall(arguments[0], precision: precision)
    if let name = function.laws.inverse, let inverse = FunctionTable.standard[name],
      let preimage = inverse.ball([x], precision: precision), preimage.isFinite,
      let image = function.ball([preimage], precision: precision), image.isFinite
    {
      report.check(image.isNear(x, bits: 200), "\(function.name)(\(name)(\(arguments[0]))) is \(image)")
    }
    if let name = function.laws.leftInverse, let inverse = FunctionTable.standard[name],
      let image = inverse.ball([value], precision: precision), image.isFinite
    {
      report.check(image.isNear(x, bits: 200), "\(name)(\(function.name)(\(arguments[0]))) is \(image)")
    }
  }

  /// That values are real on the real domain, and within the range.
  static func range(of function: Function) -> LawReport {
    var report = LawReport()
    guard let domain = function.laws.realDomain, function.kernels.ball != nil else { return report }
    for count in lawCounts(function) {
      var samples = LawSamples(function, salt: 2)
      for _ in 0..<points {
        guard var arguments = samples.arguments(of: function, count: count, real: true) else { continue }
        for i in arguments.indices where parameter(function, i).domain == .complex {
          arguments[i] = samples.real(in: domain)
        }
        guard let value = function.ball(arguments, precision: 256), value.isFinite else { continue }
        let isInRange =
          switch function.laws.range {
          case .positive: value.real.isPositive
          case .nonnegative: value.real.isNonnegative
          case .integer: value.real.isExact && value.real.containsInteger
          case .real, .boolean, nil: true
          }
        report.check(
          isInRange && value.isReal, "\(function.name) at \(arguments) is \(value), not within its range")
      }
    }
    return report
  }

  /// The numbers of arguments that laws speak of: the least, unless there is no limit.
  private static func lawCounts(_ function: Function) -> [Int] {
    let counts = function.arity.maximum == nil ? Array(function.triedCounts) : [function.arity.minimum]
    return counts.filter { $0 > 0 }
  }

  static func parameter(_ function: Function, _ i: Int) -> Parameter {
    function.parameters[min(i, function.parameters.count - 1)]
  }
}
