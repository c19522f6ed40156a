import ApusNumbers
import ApusTerms

/// What stands for a generator of the polynomials: `base^scale`, or a root of it, or its inverse.
///
/// The scale is 1 for powers with rational exponents; x^(a/2) and x^(3a) are both powers of x^(a/2), with base x, scale a.
struct GeneratorKey: Hashable {
  let base: Expr
  let scale: Expr
  /// Whether the generator stands for powers with negative exponents, which expansion keeps apart.
  let isInverse: Bool
}

/// How expressions are taken for polynomials.
enum AlgebraicForm {
  /// Sums of products: negative powers and inexact numbers are generators.
  case expanded
  /// One fraction: negative powers go below the bar, inexact numbers have no place.
  case fraction
}

/// Expressions as sums, products and integer powers over generators: all that is not of that form is a generator.
///
/// Nodes stand after those they refer to, so that a loop evaluates them.
struct AlgebraicOutline {
  enum Node {
    case constant(Rational)
    /// base^(scale·exponent) of a generator.
    case generator(Int, exponent: Rational)
    case sum([Int])
    case product([Int])
    case power(Int, Int)
  }

  let form: AlgebraicForm
  private(set) var nodes: [Node] = []
  private(set) var keys: [GeneratorKey] = []
  /// By which the exponents of a generator are multiplied to be integers.
  private(set) var roots: [Int] = []
  /// Of a root of a number or sum: the node of what is under it.
  private(set) var radicands: [Int?] = []
  private var indices: [GeneratorKey: Int] = [:]
  private var known: [Expr: Int] = [:]
  private let transform: (Expr) -> Expr
  private let transformsArguments: Bool

  /// More generators than this are not worth the rows of exponents.
  private static let largestGeneratorCount = 2_000
  /// Beyond, exponents have no common root worth having.
  private static let largestRoot = 1_000

  /// Creates an empty outline.
  /// - Parameters:
  ///   - transformsArguments: whether `transform` is applied to the arguments of functions too.
  ///   - transform: applied to bases and exponents of powers that are not integer powers.
  init(
    _ form: AlgebraicForm, transformsArguments: Bool, transformingParts transform: @escaping (Expr) -> Expr
  ) {
    self.form = form
    self.transformsArguments = transformsArguments
    self.transform = transform
  }

  /// The outline with generators by name: symbols first, then other terms by size. It decides which term of a polynomial
  /// leads, and so the signs of factors.
  func ordered() -> AlgebraicOutline {
    let names = keys.map { $0.base.symbol?.name }
    let order = keys.indices.sorted { i, j in
      switch (names[i], names[j]) {
      case (let a?, let b?) where a != b: return a < b
      case (.some, nil): return true
      case (nil, .some): return false
      default: break
      }
      let (a, b) = (keys[i], keys[j])
      if a.base.treeSize != b.base.treeSize { return a.base.treeSize < b.base.treeSize }
      if a.base != b.base { return a.base.precedes(b.base) }
      if a.scale != b.scale { return a.scale.precedes(b.scale) }
      return !a.isInverse && b.isInverse
    }
    var result = self
    var places = [Int](repeating: 0, count: keys.count)
    for (place, old) in order.enumerated() {
      places[old] = place
      result.keys[place] = keys[old]
      result.roots[place] = roots[old]
      result.radicands[place] = radicands[old]
    }
    for (key, old) in indices { result.indices[key] = places[old] }
    for (index, node) in nodes.enumerated() {
      if case .generator(let old, let exponent) = node {
        result.nodes[index] = .generator(places[old], exponent: exponent)
      }
    }
    return result
  }

  /// Adds an expression and gives its node; `nil` where there is none.
  mutating func add(_ expr: Expr) -> Int? {
    if let index = known[expr] { return index }
    guard let index = outline(expr) else { return nil }
    if expr.childCount > 0 { known[expr] = index }
    return index
  }

  private mutating func outline(_ expr: Expr) -> Int? {
    if let number = expr.number { return constant(number) }
    switch expr.kind {
    case .sum: return sum(expr)
    case .product: return product(expr)
    case .power: return power(expr.child(0), expr.child(1))
    case .call where expr != .E: return call(expr)
    default: return generator(expr)
    }
  }

  private mutating func constant(_ number: Number) -> Int? {
    if let rational = number.asRational { return append(.constant(rational)) }
    if number.isExact, let real = number.real.asRational, let imaginary = number.imaginary.asRational {
      guard let i = generator(.imaginaryUnit), let factor = append(.constant(imaginary)),
        let product = append(.product([factor, i]))
      else { return nil }
      if real.isZero { return product }
      guard let constant = append(.constant(real)) else { return nil }
      return append(.sum([constant, product]))
    }
    return form == .expanded && number.isFinite ? generator(Expr(number)) : nil
  }

  private mutating func sum(_ expr: Expr) -> Int? {
    var terms: [Int] = []
    if !expr.child(0).isZero {
      guard let constant = add(expr.child(0)) else { return nil }
      terms.append(constant)
    }
    for (term, weight) in expr.runs {
      guard let index = add(term) else { return nil }
      if weight.isOne {
        terms.append(index)
      } else {
        guard let factor = add(weight), let product = append(.product([factor, index])) else { return nil }
        terms.append(product)
      }
    }
    return append(.sum(terms))
  }

  private mutating func product(_ expr: Expr) -> Int? {
    var factors: [Int] = []
    if !expr.child(0).isOne {
      guard let coefficient = add(expr.child(0)) else { return nil }
      factors.append(coefficient)
    }
    for (base, exponent) in expr.runs {
      guard let index = exponent.isOne ? add(base) : add(.power(base, exponent)) else { return nil }
      factors.append(index)
    }
    return append(.product(factors))
  }

  /// A call whose arguments are brought to form first; what they make of it may no longer be a call.
  private mutating func call(_ expr: Expr) -> Int? {
    let prepared = prepared(expr)
    return prepared.kind == .call && prepared != .E ? generator(prepared) : outline(prepared)
  }

  private func prepared(_ call: Expr) -> Expr {
    guard transformsArguments, call.childCount > 0, let function = call.function,
      call.flags.isDisjoint(with: [.hasBinder, .hasOpaque])
    else { return call }
    let arguments = call.storedChildren
    let parts = arguments.map(transform)
    return parts == arguments ? call : Expr.call(function, parts)
  }

  private mutating func generator(_ expr: Expr) -> Int? {
    power(of: GeneratorKey(base: expr, scale: 1, isInverse: false), exponent: Rational(1))
  }

  private mutating func power(of key: GeneratorKey, exponent: Rational) -> Int? {
    guard let root = exponent.denominator.asInt, root <= Self.largestRoot else { return nil }
    let index = indices[key] ?? keys.count
    if index == keys.count {
      guard index < Self.largestGeneratorCount else { return nil }
      indices[key] = index
      keys.append(key)
      roots.append(1)
      radicands.append(nil)
    }
    let common = Integer.lcm(Integer(roots[index]), Integer(root)).asInt ?? .max
    guard common <= Self.largestRoot else { return nil }
    roots[index] = common
    return append(.generator(index, exponent: exponent))
  }

  private mutating func append(_ node: Node) -> Int? {
    nodes.append(node)
    return nodes.count - 1
  }
}

// MARK: - Powers

extension AlgebraicOutline {
  private mutating func power(_ base: Expr, _ exponent: Expr) -> Int? {
    if let n = exponent.smallInteger { return integerPower(base, n) }
    let (newBase, newExponent) = (transform(base), transform(exponent))
    if newBase != base || newExponent != exponent {
      let changed = Expr.power(newBase, newExponent)
      if changed.kind != .power || changed.child(1).smallInteger != nil { return add(changed) }
      return splitPower(changed)
    }
    return splitPower(.power(base, exponent))
  }

  private mutating func integerPower(_ base: Expr, _ n: Int) -> Int? {
    if base.isNumber { return generator(.power(base, Expr(n))) }
    if base.kind == .sum {
      if n > 0 { return add(base).flatMap { append(.power($0, n)) } }
      if form == .fraction { return add(base).flatMap { append(.power($0, n)) } }
      let key = GeneratorKey(base: transform(base), scale: 1, isInverse: true)
      return power(of: key, exponent: Rational(-n))
    }
    if base.kind == .call {
      let prepared = prepared(base)
      if prepared != base, prepared.kind != .call { return outline(.power(prepared, Expr(n))) }
      return powers(of: prepared, scale: 1, exponent: Rational(n))
    }
    return powers(of: base, scale: 1, exponent: Rational(n))
  }

  /// b^(c₁·t₁ + c₂·t₂ + …) as a product of powers of b^t₁, b^t₂, …, which holds for every b but 0.
  private mutating func splitPower(_ expr: Expr) -> Int? {
    guard expr.kind == .power else { return add(expr) }
    let base = expr.child(0)
    guard let parts = exponentParts(expr.child(1)) else { return generator(expr) }
    var factors: [Int] = []
    for (coefficient, scale) in parts {
      let factor: Int?
      if scale.isOne, let n = coefficient.asInteger?.asInt, base.kind == .sum {
        factor = integerPower(base, n)
      } else if scale.isOne, !base.isAtomic {
        factor = root(of: base, exponent: coefficient)
      } else {
        factor = powers(of: base, scale: scale, exponent: coefficient)
      }
      guard let factor else { return nil }
      factors.append(factor)
    }
    return factors.count == 1 ? factors[0] : append(.product(factors))
  }

  private mutating func powers(of base: Expr, scale: Expr, exponent: Rational) -> Int? {
    let isInverse = form == .expanded && exponent.isNegative
    let key = GeneratorKey(base: base, scale: scale, isInverse: isInverse)
    return power(of: key, exponent: isInverse ? -exponent : exponent)
  }

  /// A root of a number, sum, product or power: a generator of which a power is known.
  private mutating func root(of base: Expr, exponent: Rational) -> Int? {
    let radicand = form == .expanded && exponent.isNegative ? nil : add(base)
    guard let node = powers(of: base, scale: 1, exponent: exponent) else { return nil }
    if let radicand, case .generator(let index, _) = nodes[node] { radicands[index] = radicand }
    return node
  }

  private func exponentParts(_ exponent: Expr) -> [(coefficient: Rational, scale: Expr)]? {
    var parts: [(coefficient: Rational, scale: Expr)] = []
    func append(_ weight: Expr, _ term: Expr) -> Bool {
      guard let number = weight.number, number.isExact else { return false }
      if let rational = number.asRational {
        if !rational.isZero { parts.append((rational, term)) }
        return true
      }
      guard let real = number.real.asRational, let imaginary = number.imaginary.asRational else {
        return false
      }
      if !real.isZero { parts.append((real, term)) }
      parts.append((imaginary, .imaginaryUnit * term))
      return true
    }
    switch exponent.kind {
    case .sum:
      guard append(exponent.child(0), 1) else { return nil }
      for (term, weight) in exponent.runs where !append(weight, term) { return nil }
    case .product:
      let coefficient = exponent.child(0)
      let rest = exponent.arguments.filter { !$0.isNumber }
      guard append(coefficient, .product(rest)) else { return nil }
    case .integer, .rational, .complex:
      guard append(exponent, 1) else { return nil }
    case .real, .bigReal: return nil
    default: parts.append((Rational(1), exponent))
    }
    return parts.isEmpty ? nil : parts
  }
}

extension Expr {
  /// The imaginary unit.
  static var imaginaryUnit: Expr { Expr(Number.i) }

  /// An order that is the same in every process.
  fileprivate func precedes(_ other: Expr) -> Bool {
    (hash128.high, hash128.low) < (other.hash128.high, other.hash128.low)
  }

  /// Whether the term is a generator by itself, so that its roots have nothing under them.
  fileprivate var isAtomic: Bool {
    switch kind {
    case .symbol, .call, .ext: true
    default: self == .imaginaryUnit
    }
  }
}
