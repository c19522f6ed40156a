import ApusNumbers
import ApusTerms

extension Layout {
  /// Lays out an expression.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the sorting of sums and products; iterative.
  package init(_ expr: Expr) {
    if let layout = OpaqueLayoutBuilder.layout(of: expr) {
      self = layout
    } else {
      var builder = LayoutBuilder(expr)
      self = builder.build()
    }
  }
}

/// Lays out the nodes of a workspace one after another, children first: canonical sums and products in reading order.
private struct LayoutBuilder: ~Copyable {
  private typealias Ref = Workspace.Ref

  private var workspace = Workspace()
  private let rootRef: Workspace.Ref
  private var order: ReadingOrder
  private var layout = Layout(capacity: 0)
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
    return layout.unsigned(layout.number(Number(small)))
  }

  private mutating func node(_ ref: Ref) -> Int32 {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal:
      return layout.unsigned(layout.number(workspace.number(ref)))
    case .symbol: return layout.makeSymbol(workspace.symbol(ref))
    case .sum: return sum(ref)
    case .product:
      return layout.unsigned(term(workspace.number(workspace.child(ref, 0)), ref))
    case .power: return layout.unsigned(term(.one, ref))
    case .call: return call(ref)
    case .ext:
      let arguments = (0..<workspace.count(ref)).map { Layout.Part(image(workspace.child(ref, $0))) }
      return layout.makeCall(workspace.term(ref).head, arguments)
    }
  }

  // MARK: Sums and products

  private mutating func sum(_ ref: Ref) -> Int32 {
    var terms: [Layout.Part] = []
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
    if terms.count == 2, terms[0].isSubtracted, !terms[1].isSubtracted { terms.swapAt(0, 1) }
    return layout.make(.sum, terms)
  }

  /// The constant of a sum; a complex one as two terms.
  private mutating func constant(_ value: Number) -> [Layout.Part] {
    guard case .complex(let parts) = value, !parts.real.isZero else { return [layout.number(value)] }
    return [
      layout.number(parts.real), layout.product([], [], coefficient: parts.imaginary, isImaginary: true),
    ]
  }

  /// The term `coefficient · ref` of a sum, or a whole product with its own coefficient.
  private mutating func term(_ coefficient: Number, _ ref: Ref) -> Layout.Part {
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
    if coefficient.isReal {
      return layout.product(above, below, coefficient: coefficient, isImaginary: false)
    }
    if coefficient.real.isZero {
      return layout.product(above, below, coefficient: coefficient.imaginary, isImaginary: true)
    }
    let isNegative = coefficient.real.isNegative
    above.insert(Int32(layout.complex(isNegative ? -coefficient : coefficient).id), at: 0)
    let result = layout.product(above, below, coefficient: .one, isImaginary: false)
    return Layout.Part(Int32(result.id), isSubtracted: isNegative)
  }

  /// Puts a power above the fraction bar, or below when its exponent is an exact negative number.
  private mutating func factor(
    _ base: Ref, _ exponent: Ref, _ above: inout [Int32], _ below: inout [Int32]
  ) {
    if isE(base), !workspace.isInteger(exponent, 1) {
      above.append(layout.makeCall(.exp, [Layout.Part(image(exponent))]))
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
    guard let value else { return layout.make(.power, [Layout.Part(base), Layout.Part(image(exponent))]) }
    if value.isOne { return base }
    if case .rational(let quotient) = value, quotient.numerator.isOne, quotient.denominator == 2 {
      return layout.make(.squareRoot, [Layout.Part(base)])
    }
    return layout.make(.power, [Layout.Part(base), Layout.Part(layout.unsigned(layout.number(value)))])
  }

  // MARK: Calls

  private mutating func call(_ ref: Ref) -> Int32 {
    let arguments = (0..<workspace.count(ref)).map { Layout.Part(image(workspace.child(ref, $0))) }
    return layout.operation(workspace.function(workspace.head(ref)), arguments[...])
  }
}
