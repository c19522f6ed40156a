import ApusNotation
import ApusNumbers
import ApusTerms

/// Conditions at a point: a symbol that stands for a truth value is true where its numerator is odd.
enum VerificationTruth {
  /// Whether a condition holds.
  static func value(of expr: Expr, at point: VerificationPoint, depth: Int = 0) throws(Unverifiable) -> Bool {
    guard depth < VerificationTerm.depthLimit else { throw Unverifiable("it is nested too deeply") }
    if let symbol = expr.symbol { return (point.numerators[symbol.name] ?? 0) % 2 != 0 }
    guard let function = expr.function else { throw Unverifiable("a number stands for a condition") }
    var parts: [Bool] = []
    if isConnective(function) {
      for part in expr.arguments { parts.append(try value(of: part, at: point, depth: depth + 1)) }
    }
    switch function {
    case .true: return true
    case .false: return false
    case .not: return !parts[0]
    case .and: return parts.allSatisfy { $0 }
    case .or: return parts.contains(true)
    case .implies: return !parts[0] || parts[1]
    case .equivalent: return parts.allSatisfy { $0 == parts[0] }
    case .xor: return parts.count(where: \.self) % 2 == 1
    default: return try relation(expr, at: point)
    }
  }

  /// The symbols that stand for truth values in a condition.
  static func symbols(in expr: Expr) -> Set<String> {
    if let symbol = expr.symbol { return [symbol.name] }
    guard let function = expr.function, isConnective(function) else { return [] }
    return expr.arguments.reduce(into: []) { $0.formUnion(symbols(in: $1)) }
  }

  private static func isConnective(_ function: Function) -> Bool {
    [.not, .and, .or, .implies, .equivalent, .xor].contains(function)
  }

  private static func relation(_ expr: Expr, at point: VerificationPoint) throws(Unverifiable) -> Bool {
    let image = try VerificationTerm.image(of: expr)
    var numbers: [Symbol: Number] = [:]
    for symbol in image.freeSymbols { numbers[symbol] = point.number(symbol.name) }
    do throws(EvaluationError) {
      return try image.truth(at: numbers, limits: EvaluationLimits(steps: 200_000, precision: 512))
    } catch {
      throw Unverifiable(error.message)
    }
  }
}

/// Sets by their members among some numbers.
enum VerificationSet {
  /// Whole and half numbers.
  static let probes = (-12...12).map { VerificationTerm.rational($0, 2) }

  /// Whether a number is in a set without symbols.
  static func contains(_ number: Expr, in set: Expr) throws(Unverifiable) -> Bool {
    if let symbol = set.symbol, let numbers = NumberSet(symbol) { return contains(number, in: numbers) }
    let parts = set.arguments
    switch set.function?.name {
    case "set":
      var isMember = false
      for part in parts where try holds(.equal, number, part) { isMember = true }
      return isMember
    case "union", "intersection":
      var memberships: [Bool] = []
      for part in parts { memberships.append(try contains(number, in: part)) }
      return set.function?.name == "union" ? memberships.contains(true) : !memberships.contains(false)
    case "interval" where parts.count == 4:
      let lower: Function = parts[2].function == .true ? .less : .lessEqual
      let upper: Function = parts[3].function == .true ? .less : .lessEqual
      let isAbove = try holds(lower, parts[0], number)
      return isAbove ? try holds(upper, number, parts[1]) : false
    default: throw Unverifiable("of the kind of a set")
    }
  }

  /// Whether a probe, which is a whole or half number, is in a set of numbers.
  private static func contains(_ probe: Expr, in set: NumberSet) -> Bool {
    let value = probe.canonical().number
    switch set {
    case .naturals: return value?.asInt ?? -1 >= 0
    case .positiveIntegers: return value?.asInt ?? -1 > 0
    case .integers: return value?.asInt != nil
    case .rationals, .reals, .complexes: return true
    }
  }

  private static func holds(_ relation: Function, _ a: Expr, _ b: Expr) throws(Unverifiable) -> Bool {
    let statement = Expr.call(relation, [a.canonical(), b.canonical()])
    if let truth = statement.function, truth == .true || truth == .false { return truth == .true }
    do throws(EvaluationError) {
      return try statement.truth(at: [:])
    } catch {
      throw Unverifiable("the members of a set depend on symbols")
    }
  }
}
