import ApusNumbers
import ApusTerms

extension Layout {
  /// Lays out an expression.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the sorting of sums and products; iterative.
  package init(_ expr: Expr) {
    var builder = LayoutBuilder(expr)
    self = builder.build()
  }
}

/// Lays out the nodes of a workspace one after another, children first.
private struct LayoutBuilder: ~Copyable {
  private typealias Ref = Workspace.Ref

  private var workspace = Workspace()
  private let rootRef: Workspace.Ref
  private var order: ReadingOrder
  private var layout = Layout()
  /// The layout of every node so far, by its index in the workspace.
  private var laid: [Int32] = []

  init(_ expr: Expr) {
    rootRef = workspace.insert(expr)
    order = ReadingOrder(one: workspace.makeInteger(1))
  }

  mutating func build() -> Layout {
    for index in 0..<workspace.count {
      order.enter(index, workspace)
      laid.append(node(workspace.ref(at: index)))
    }
    layout.root = Int(image(rootRef))
    return layout
  }

  /// The layout of a node entered before; small integers are not nodes and are made on the spot.
  private mutating func image(_ ref: Ref) -> Int32 {
    guard let small = workspace.smallInteger(ref) else { return laid[ref.index] }
    return unsigned(number(Number(small)))
  }

  /// The term with its sign.
  private mutating func unsigned(_ term: Signed) -> Int32 {
    term.isNegative ? layout.make(.negation, [Signed(term.id)]) : term.id
  }

  private mutating func node(_ ref: Ref) -> Int32 {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: return unsigned(number(workspace.number(ref)))
    case .symbol: return layout.makeSymbol(workspace.symbol(ref))
    case .sum: return sum(ref)
    case .product:
      return unsigned(term(workspace.number(workspace.child(ref, 0)), ref))
    case .power: return unsigned(term(.one, ref))
    case .call: return call(ref)
    case .ext:
      let arguments = (0..<workspace.count(ref)).map { image(workspace.child(ref, $0)) }
      return layout.makeCall(workspace.term(ref).head, arguments)
    }
  }

  // MARK: Numbers

  private mutating func number(_ value: Number) -> Signed {
    if case .complex = value { return complex(value) }
    let isNegative = value.isNegative
    let magnitude = isNegative ? -value : value
    guard case .rational(let quotient) = magnitude else {
      return Signed(layout.makeNumber(magnitude), isNegative: isNegative)
    }
    let parts = [
      Signed(layout.makeNumber(.integer(quotient.numerator))),
      Signed(layout.makeNumber(.integer(quotient.denominator))),
    ]
    return Signed(layout.make(.fraction, parts), isNegative: isNegative)
  }

  private mutating func complex(_ value: Number) -> Signed {
    let imaginary = product([], [], coefficient: value.imaginary, isImaginary: true)
    if value.real.isZero { return imaginary }
    let real = number(value.real)
    return Signed(layout.make(.sum, [real, imaginary]))
  }

  // MARK: Sums and products

  private mutating func sum(_ ref: Ref) -> Int32 {
    var terms: [Signed] = []
    let constant = workspace.child(ref, 0)
    var needsConstant = !workspace.isInteger(constant, 0)
    for run in order.order(ref.index) {
      let base = workspace.child(ref, 2 * Int(run) + 1)
      if needsConstant, !order.precedesConstant(base, workspace) {
        terms += self.constant(workspace.number(constant))
        needsConstant = false
      }
      terms.append(term(workspace.number(workspace.child(ref, 2 * Int(run) + 2)), base))
    }
    if needsConstant { terms += self.constant(workspace.number(constant)) }
    // `1 - x` reads better than `-x + 1`.
    if terms.count == 2, terms[0].isNegative, !terms[1].isNegative { terms.swapAt(0, 1) }
    return layout.make(.sum, terms)
  }

  /// The constant of a sum; a complex one as two terms.
  private mutating func constant(_ value: Number) -> [Signed] {
    guard case .complex(let parts) = value, !parts.real.isZero else { return [number(value)] }
    return [number(parts.real), product([], [], coefficient: parts.imaginary, isImaginary: true)]
  }

  /// The term `coefficient · ref` of a sum, or a whole product with its own coefficient.
  private mutating func term(_ coefficient: Number, _ ref: Ref) -> Signed {
    var above: [Int32] = []
    var below: [Int32] = []
    switch workspace.kind(ref) {
    case .product:
      for run in order.order(ref.index) {
        let (base, exponent) = (
          workspace.child(ref, 2 * Int(run) + 1), workspace.child(ref, 2 * Int(run) + 2)
        )
        factor(base, exponent, &above, &below)
      }
    case .power: factor(workspace.child(ref, 0), workspace.child(ref, 1), &above, &below)
    default: above.append(image(ref))
    }
    if coefficient.isReal { return product(above, below, coefficient: coefficient, isImaginary: false) }
    if coefficient.real.isZero {
      return product(above, below, coefficient: coefficient.imaginary, isImaginary: true)
    }
    let isNegative = coefficient.real.isNegative
    above.insert(complex(isNegative ? -coefficient : coefficient).id, at: 0)
    var result = product(above, below, coefficient: .one, isImaginary: false)
    result.isNegative = isNegative
    return result
  }

  /// Puts a power above the fraction bar, or below when its exponent is an exact negative number.
  private mutating func factor(
    _ base: Ref, _ exponent: Ref, _ above: inout [Int32], _ below: inout [Int32]
  ) {
    if isE(base), !workspace.isInteger(exponent, 1) {
      above.append(layout.makeCall(.exp, [image(exponent)]))
      return
    }
    let value = workspace.kind(exponent).isNumber ? workspace.number(exponent) : nil
    guard let value, value.isExact, value.isReal, value.isNegative else {
      above.append(power(image(base), value, exponent))
      return
    }
    below.append(power(image(base), -value, exponent))
  }

  private func isE(_ ref: Ref) -> Bool {
    workspace.kind(ref) == .call && workspace.count(ref) == 0
      && workspace.function(workspace.head(ref)) == Function.E
  }

  private mutating func power(_ base: Int32, _ value: Number?, _ exponent: Ref) -> Int32 {
    guard let value else { return layout.make(.power, [Signed(base), Signed(image(exponent))]) }
    if value.isOne { return base }
    if case .rational(let quotient) = value, quotient.numerator.isOne, quotient.denominator == 2 {
      return layout.make(.squareRoot, [Signed(base)])
    }
    return layout.make(.power, [Signed(base), Signed(unsigned(number(value)))])
  }

  /// A fraction of products with a real coefficient, the sign apart.
  private mutating func product(
    _ above: [Int32], _ below: [Int32], coefficient: Number, isImaginary: Bool
  ) -> Signed {
    let isNegative = coefficient.isNegative
    var (numerator, denominator) = (isNegative ? -coefficient : coefficient, Number.one)
    if case .rational(let quotient) = numerator {
      numerator = .integer(quotient.numerator)
      denominator = .integer(quotient.denominator)
    }
    let unit = isImaginary ? [layout.make(.imaginaryUnit)] : []
    let bottom = chain(denominator, below)
    guard let top = chain(numerator, unit + above) else {
      let one = layout.makeNumber(.one)
      return Signed(
        bottom.map { layout.make(.fraction, [Signed(one), Signed($0)]) } ?? one, isNegative: isNegative)
    }
    guard let bottom else { return Signed(top, isNegative: isNegative) }
    return Signed(layout.make(.fraction, [Signed(top), Signed(bottom)]), isNegative: isNegative)
  }

  /// A product without its ones; nil for nothing.
  private mutating func chain(_ coefficient: Number, _ factors: [Int32]) -> Int32? {
    var all = factors
    if !coefficient.isOne { all.insert(layout.makeNumber(coefficient), at: 0) }
    return all.count <= 1 ? all.first : layout.make(.product, all.map { Signed($0) })
  }

  // MARK: Calls; opaque operations are written as operators, in the order given

  private mutating func call(_ ref: Ref) -> Int32 {
    let function = workspace.function(workspace.head(ref))
    let arguments = (0..<workspace.count(ref)).map { image(workspace.child(ref, $0)) }
    let parts = arguments.map { Signed($0) }
    switch (function.form, arguments.count) {
    case (.sum, 2...): return layout.make(.sum, parts)
    case (.difference, 2): return layout.make(.sum, [parts[0], Signed(arguments[1], isNegative: true)])
    case (.negation, 1): return layout.make(.negation, parts)
    case (.product, 2...): return layout.make(.product, parts)
    case (.quotient, 2): return layout.make(.fraction, parts)
    case (.power, 2): return layout.make(.power, parts)
    case (.squareRoot, 1): return layout.make(.squareRoot, parts)
    default: return layout.makeCall(function, arguments)
    }
  }
}
