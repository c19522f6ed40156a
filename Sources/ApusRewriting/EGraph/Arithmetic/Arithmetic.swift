import ApusNumbers

/// What makes a graph one of sums, products and powers: the operators, the numbers, and what classes are known to be numbers.
///
/// A sum is a multiset of classes with rational coefficients, a product one with rational exponents. So commutativity,
/// associativity, collecting of like terms, signs, units, quotients and rational powers need no rules.
struct Arithmetic: Sendable {
  let sum: Operator
  let product: Operator
  /// A power whose exponent is no rational number.
  let power: Operator
  /// A rational number; the payload is its id.
  let number: Operator

  init(_ language: inout TermLanguage) {
    sum = language.declareWeighted("+")
    product = language.declareWeighted("*")
    power = language.declare("^", arity: 2)
    number = language.declareLeaf("rational")
    language.rational = number
  }
}

/// A child of an n-ary node with its coefficient or exponent.
struct WeightedChild {
  var id: UInt32
  var weight: Rational
}

extension EGraph {
  /// Makes the graph one of sums, products and powers; it must be empty.
  init(_ language: TermLanguage, arithmetic: Arithmetic) {
    self.init(language)
    self.arithmetic = arithmetic
  }

  /// The rational number that a class is known to be.
  func constant(_ id: UInt32) -> Rational? {
    if constants.count == 0 { return nil }
    let known = constants[Int(find(id))]
    return known == none ? nil : rationals[known]
  }

  /// Whether a class is known to be a rational number.
  @inline(__always)
  func isConstant(_ id: UInt32) -> Bool { constants.count > 0 && constants[Int(find(id))] != none }

  /// The class of a rational number; ``none`` if the graph is full.
  mutating func addConstant(_ value: Rational) -> UInt32 {
    guard let number = arithmetic?.number else { return none }
    let id = rationals.id(value)
    let node = addInline(number.code, 0, id)
    return node
  }

  /// The class of a sum with coefficients.
  mutating func makeSum(_ terms: [WeightedChild]) -> UInt32 {
    guard let op = arithmetic?.sum else { return none }
    let unit = addConstant(.one)
    if unit == none { return none }
    let unitNode = lastNode
    var constant = Rational.zero
    var kept: [WeightedChild] = []
    var given: [UInt32] = []
    for term in terms {
      let id = find(term.id)
      if let value = self.constant(id), (value * term.weight).isShort {
        constant += value * term.weight
        noteConstant(id, value)
      } else {
        kept.append(WeightedChild(id: id, weight: term.weight))
        if journal.isOn { given.append(term.id) }
      }
    }
    var making = journal.isOn ? inputs(given, kept) : []
    if journal.isOn && !constant.isZero { making += [unitNode, find(unit), rationals.id(constant)] }
    kept = kept.collected()
    if kept.isEmpty {
      if journal.isOn && !constant.isZero { making[making.count - 2] = unitNode }
      let made = addConstant(constant)
      if journal.isOn { journal.note(.sum, making, made, lastNode) }
      return made
    }
    if kept.count == 1 && kept[0].weight == .one && constant.isZero {
      if journal.isOn { journal.note(.sum, making, kept[0].id, kept[0].id) }
      return kept[0].id
    }
    if !constant.isZero {
      kept.append(WeightedChild(id: find(unit), weight: constant))
      kept.sort { $0.id < $1.id }
    }
    let made = addWeighted(op, kept)
    if journal.isOn { journal.note(.sum, making, made, lastNode) }
    return made
  }

  /// Takes note that a class is known to be a number.
  private mutating func noteConstant(_ id: UInt32, _ value: Rational) {
    if !journal.isOn { return }
    _ = addConstant(value)
    journal.noteChoice(id, lastNode)
  }

  private mutating func inputs(_ given: [UInt32], _ kept: [WeightedChild]) -> [UInt32] {
    var words: [UInt32] = []
    for (id, child) in zip(given, kept) { words += [id, child.id, rationals.id(child.weight)] }
    return words
  }

  /// The class of a coefficient times a product of powers.
  ///
  /// A known number to an integer power goes into the coefficient. Exponents of one base are added, which holds for the
  /// principal branch wherever both powers have a value.
  mutating func makeProduct(_ factors: [WeightedChild], coefficient: Rational = .one) -> UInt32 {
    guard let op = arithmetic?.product else { return none }
    var coefficient = coefficient
    var kept: [WeightedChild] = []
    var given: [UInt32] = []
    for factor in factors {
      let id = find(factor.id)
      if let value = self.constant(id), let folded = Self.power(value, factor.weight),
        (coefficient * folded).isShort
      {
        coefficient *= folded
        noteConstant(id, value)
      } else {
        kept.append(WeightedChild(id: id, weight: factor.weight))
        if journal.isOn { given.append(factor.id) }
      }
    }
    let making = journal.isOn ? inputs(given, kept) : []
    kept = kept.collected()
    if coefficient.isZero || kept.isEmpty {
      let made = addConstant(coefficient)
      if journal.isOn { journal.note(.sum, [lastNode, lastNode, rationals.id(.one)], made, lastNode) }
      return made
    }
    let isSingle = kept.count == 1 && kept[0].weight == .one
    let product = isSingle ? kept[0].id : addWeighted(op, kept)
    if journal.isOn { journal.note(.product, making, product, isSingle ? product : lastNode) }
    if product == none || coefficient == .one { return product }
    return makeSum([WeightedChild(id: product, weight: coefficient)])
  }

  /// The class of a power.
  mutating func makePower(_ base: UInt32, _ exponent: UInt32) -> UInt32 {
    if let value = constant(exponent) {
      noteConstant(find(exponent), value)
      return makeProduct([WeightedChild(id: base, weight: value)])
    }
    guard let op = arithmetic?.power else { return none }
    let made = addInline(op.code, find(base), find(exponent))
    if journal.isOn {
      journal.note(.call, [base, find(base), 0, exponent, find(exponent), 0], made, lastNode, op: op.code)
    }
    return made
  }

  /// A rational power of a rational number, if it is a short rational number.
  static func power(_ base: Rational, _ exponent: Rational) -> Rational? {
    if base == .one { return .one }
    guard let n = exponent.smallInteger else { return nil }
    if base.isZero { return n > 0 ? .zero : n == 0 ? .one : nil }
    let bits = max(base.numerator.bitWidthOfMagnitude, base.denominator.bitWidthOfMagnitude)
    guard bits * abs(n) <= 8192 else { return nil }
    return base.raised(to: n).flatMap { $0.isShort ? $0 : nil }
  }

  private mutating func addWeighted(_ op: Operator, _ kept: [WeightedChild]) -> UInt32 {
    var weights: [UInt32] = []
    for child in kept { weights.append(rationals.id(child.weight)) }
    scratch.removeAll()
    for (child, weight) in zip(kept, weights) {
      scratch.append(child.id)
      scratch.append(weight)
    }
    return addSpilled(op.code)
  }

  /// The children of an n-ary node.
  func weightedChildren(_ record: NodeRecord) -> [WeightedChild] {
    stride(from: 0, to: Int(record.c1), by: 2).map {
      WeightedChild(
        id: find(children[Int(record.c0) + $0]), weight: rationals[children[Int(record.c0) + $0 + 1]])
    }
  }
}
