import Apus
import ApusAlgebra
import ApusNumbers
import ApusTerms

/// Why an answer cannot be compared.
struct Unverifiable: Error {
  var reason: String
  init(_ reason: String) { self.reason = reason }
}

/// Expressions as they are compared: without unknown functions, derivatives, integrals, infinite sums and limits.
///
/// An unknown function f is a certain smooth function on both sides, derivatives are worked out, and an integral, sum,
/// product or limit is a certain function of its body at two places and of its bounds: what has to agree is what was written,
/// not how well two systems integrate.
///
/// A Python function computes sums and products itself, so there they stay as they are.
struct VerificationTerm {
  /// Whether sums and products with finite bounds are computed.
  var computesSums = false

  /// Deeper terms are not compared.
  static let depthLimit = 150

  /// The expression in a form that has values.
  static func image(of expr: Expr) throws(Unverifiable) -> Expr {
    try VerificationTerm().image(of: expr, depth: 0)
  }

  /// The same for an expression inside others.
  func image(of expr: Expr, depth: Int = 0) throws(Unverifiable) -> Expr {
    guard depth < Self.depthLimit else { throw Unverifiable("it is nested too deeply") }
    guard !expr.isNumber, expr.symbol == nil else { return expr }
    if let function = expr.function, !function.isUndefined, let special = try special(function, expr, depth) {
      return special
    }
    var parts: [Expr] = []
    for part in expr.arguments { parts.append(try image(of: part, depth: depth + 1)) }
    if let function = expr.function, !function.isUndefined, function.name != "list",
      let value = try VerificationMatrix.value(of: function, parts)
    {
      return value
    }
    switch expr.kind {
    case .sum: return .sum(parts)
    case .product: return .product(parts)
    case .power: return .power(parts[0], parts[1])
    default:
      guard let function = expr.function else { throw Unverifiable("of its form") }
      return function.isUndefined ? Self.testFunction(function.name, parts) : .call(function, parts)
    }
  }

  /// The function that stands for an unknown one: 3 + 2 sin(c + x + y/3 + z/5 + …), where c depends on the name.
  static func testFunction(_ name: String, _ arguments: [Expr]) -> Expr {
    let letters = name.utf8.reduce(0) { $0 + Int($1) }
    var angle = rational(letters % 17, 10)
    for (index, argument) in arguments.enumerated() { angle += argument / Expr(2 * index + 1) }
    return Expr(3) + Expr(2) * .call(.sin, [angle])
  }

  static func rational(_ numerator: Int, _ denominator: Int) -> Expr { Expr(numerator) / Expr(denominator) }

  // MARK: Constructs

  private func special(
    _ function: Function, _ expr: Expr, _ depth: Int
  ) throws(Unverifiable) -> Expr? {
    switch function {
    case .derivative: return try derivative(expr.arguments, depth)
    case .at:
      let parts = expr.arguments
      guard let variable = parts[1].symbol else { throw Unverifiable("of an evaluation at a term") }
      let value = try image(of: parts[2], depth: depth + 1)
      return try image(of: parts[0], depth: depth + 1).substituting(variable, with: value)
    case .sum where computesSums, .productOver where computesSums:
      var parts = expr.arguments
      for index in parts.indices where index != 1 {
        parts[index] = try image(of: parts[index], depth: depth + 1)
      }
      return .call(function, parts)
    case .integral, .sum, .productOver, .limit: return try functional(function, expr.arguments, depth)
    default: return nil
    }
  }

  private func derivative(_ parts: [Expr], _ depth: Int) throws(Unverifiable) -> Expr {
    var body = try image(of: parts[0], depth: depth + 1)
    var place = 1
    while place < parts.count {
      guard let variable = parts[place].symbol else { throw Unverifiable("it differentiates by a term") }
      guard place + 1 >= parts.count || parts[place + 1].number?.asInt != nil else {
        throw Unverifiable("a derivative has a symbolic order")
      }
      let order = place + 1 < parts.count ? parts[place + 1].number?.asInt ?? 1 : 1
      guard (0...8).contains(order) else { throw Unverifiable("a derivative has a high order") }
      if order > 0 { body = body.derivative(in: variable, order: order) }
      place += 2
    }
    return body
  }

  /// The function that stands for a construct with a variable of its own; the same is written in Python.
  private func functional(
    _ function: Function, _ parts: [Expr], _ depth: Int
  ) throws(Unverifiable) -> Expr {
    guard parts.count >= 2, let variable = parts[1].symbol else {
      throw Unverifiable("of its bound variable")
    }
    let body = try image(of: parts[0], depth: depth + 1)
    func value(_ numerator: Int, _ denominator: Int) -> Expr {
      body.substituting(variable, with: Self.rational(numerator, denominator))
    }
    var bounds: [Expr] = []
    for bound in parts.dropFirst(2) {
      bounds.append(Self.finite(try image(of: bound.canonical(), depth: depth + 1)))
    }
    switch function {
    case .integral where bounds.isEmpty:
      return Self.rational(3, 2) * value(7, 20) + Self.rational(4, 5) * value(13, 20) + Self.rational(2, 5)
        * Expr(variable)
    case .integral where bounds.count == 2:
      return Self.rational(3, 2) * value(7, 20) + Self.rational(4, 5) * value(13, 20) + Self.rational(7, 10)
        * bounds[0]
        - Self.rational(9, 10) * bounds[1]
    case .sum where bounds.count == 2:
      return Self.rational(13, 10) * value(2, 1) + Self.rational(7, 5) * value(3, 1) + Self.rational(3, 5)
        * bounds[0]
        + Self.rational(11, 10) * bounds[1]
    case .productOver where bounds.count == 2:
      return Self.rational(9, 10) * value(2, 1) + Self.rational(6, 5) * value(3, 1) + Self.rational(4, 5)
        * bounds[0]
        - Self.rational(13, 10) * bounds[1]
    case .limit where bounds.count == 1 || bounds.count == 2:
      // From which side infinity is approached says nothing.
      let side = bounds.count == 2 && !Self.mentionsInfinity(parts[2]) ? bounds[1] : Expr(0)
      return Self.rational(17, 10) * value(7, 20) + Self.rational(3, 10) * value(13, 20) + Self.rational(6, 5)
        * bounds[0]
        + Self.rational(1, 2) * side
    default: throw Unverifiable("of the form of a \(function.name)")
    }
  }

  private static func mentionsInfinity(_ expr: Expr) -> Bool {
    var isFound = false
    expr.forEachNode { node in
      isFound = isFound || node.function == .infinity
      return !isFound
    }
    return isFound
  }

  /// A bound, with numbers for the infinities.
  static func finite(_ bound: Expr) -> Expr {
    if bound == Expr.infinity { return rational(11, 2) }
    if bound == Expr(-1) * Expr.infinity { return rational(-21, 4) }
    return bound
  }
}
