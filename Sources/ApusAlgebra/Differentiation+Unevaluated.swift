import ApusNumbers
import ApusTerms

// Derivatives of what has none in closed form, of constructs that bind variables, and of containers.
extension Differentiation {
  mutating func derivativeOfCall(_ ref: Ref, _ function: Function) -> Ref {
    let isConstant = (0..<workspace.count(ref)).allSatisfy { known(workspace.child(ref, $0)) == zero }
    if isConstant, function.binder == nil, function !== Function.derivative { return zero }
    switch function {
    case .derivative: return derivativeOfDerivative(ref)
    case .at: return derivativeOfEvaluation(ref)
    case .integral: return derivativeOfIntegral(ref)
    case .sum: return derivativeOfSumOver(ref)
    case .productOver, .limit: return unevaluatedUnlessFree(ref)
    case .list, .equal, .tuple: return elementwise(ref)
    case .multiply: return derivativeOfOrderedProduct(ref)
    case .piecewise: return derivativeOfPiecewise(ref)
    default: break
    }
    if function.isUndefined { return derivativeOfUnknown(ref) }
    return chainRule(ref, function) ?? unevaluated(ref)
  }

  /// `derivative(term, x, 1)`, which says that the derivative is not known in closed form.
  private mutating func unevaluated(_ ref: Ref) -> Ref {
    workspace.call(.derivative, ref, variableRef, one)
  }

  mutating func unevaluatedUnlessFree(_ ref: Ref) -> Ref {
    workspace.expr(ref).contains(variable) ? unevaluated(ref) : zero
  }

  /// Another order of a variable that is there, or another variable.
  private mutating func derivativeOfDerivative(_ ref: Ref) -> Ref {
    if !workspace.expr(ref).contains(variable) { return zero }
    var arguments = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    var i = 1
    while i + 1 < arguments.count {
      if arguments[i] == variableRef {
        arguments[i + 1] = workspace.added(arguments[i + 1], one)
        return workspace.makeCall(of: .derivative, arguments)
      }
      i += 2
    }
    // Sorted by name, so that mixed derivatives in either order are the same term.
    var pairs = stride(from: 1, to: arguments.count - 1, by: 2).map { (arguments[$0], arguments[$0 + 1]) }
    pairs.append((variableRef, one))
    pairs.sort { name($0.0) < name($1.0) }
    return workspace.makeCall(of: .derivative, [arguments[0]] + pairs.flatMap { [$0.0, $0.1] })
  }

  private func name(_ ref: Ref) -> String {
    workspace.kind(ref) == .symbol ? workspace.symbol(ref).name : ""
  }

  /// f(u, v)′ for an unknown f: `derivative(f(x, v), x, 1)` where an argument is the variable itself, and otherwise the
  /// partial derivative at the argument, times the derivative of the argument.
  private mutating func derivativeOfUnknown(_ ref: Ref) -> Ref {
    let arguments = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    let dependent = arguments.indices.filter { known(arguments[$0]) != zero }
    if dependent.count == 1, arguments[dependent[0]] == variableRef { return unevaluated(ref) }
    var terms: [Ref] = []
    for i in dependent {
      let partial = partialOfUnknown(ref, arguments, i)
      terms.append(workspace.multiplied(partial, known(arguments[i])))
    }
    return terms.withUnsafeBufferPointer { workspace.sum($0) }
  }

  private mutating func partialOfUnknown(_ ref: Ref, _ arguments: [Ref], _ i: Int) -> Ref {
    let used = Set(workspace.expr(ref).freeSymbols)
    let argument = arguments[i]
    let isOwnSymbol =
      workspace.kind(argument) == .symbol
      && !arguments.indices.contains {
        $0 != i && workspace.expr(arguments[$0]).contains(workspace.symbol(argument))
      }
    if isOwnSymbol { return workspace.call(.derivative, ref, argument, one) }
    let bound = workspace.makeSymbol(Symbol("t").isIn(used) ? Symbol("t").fresh(avoiding: used) : Symbol("t"))
    var moved = arguments
    moved[i] = bound
    let term = workspace.makeCall(workspace.head(ref), moved)
    let derivative = workspace.call(.derivative, term, bound, one)
    return workspace.call(.at, derivative, bound, argument)
  }

  /// (f at t = v)′ = (∂f/∂x at t = v) + (∂f/∂t at t = v)·v′
  private mutating func derivativeOfEvaluation(_ ref: Ref) -> Ref {
    let (body, bound, value) = (workspace.child(ref, 0), workspace.child(ref, 1), workspace.child(ref, 2))
    var sum = zero
    if bound != variableRef, known(body) != zero {
      sum = workspace.call(.at, known(body), bound, value)
    }
    if known(value) != zero, workspace.kind(bound) == .symbol {
      let inner = workspace.insert(
        workspace.expr(body).derivative(in: workspace.symbol(bound), assuming: facts))
      let chained = workspace.multiplied(workspace.call(.at, inner, bound, value), known(value))
      sum = workspace.added(sum, chained)
    }
    return sum
  }

  /// Leibniz' rule; DLMF 1.5.22. An indefinite integral over the variable itself gives the integrand.
  private mutating func derivativeOfIntegral(_ ref: Ref) -> Ref {
    let (body, bound) = (workspace.child(ref, 0), workspace.child(ref, 1))
    if workspace.count(ref) == 2 {
      if bound == variableRef { return body }
      return known(body) == zero ? zero : workspace.call(.integral, known(body), bound)
    }
    guard workspace.count(ref) == 4 else { return unevaluatedUnlessFree(ref) }
    let (lower, upper) = (workspace.child(ref, 2), workspace.child(ref, 3))
    var terms: [Ref] = []
    if bound != variableRef, known(body) != zero {
      terms.append(workspace.makeCall(of: .integral, [known(body), bound, lower, upper]))
    }
    for (limit, sign) in [(upper, Int32(1)), (lower, Int32(-1))] where known(limit) != zero {
      let value = workspace.insert(
        workspace.expr(body).substituting([workspace.expr(bound): workspace.expr(limit)]))
      let moved = workspace.multiplied(value, known(limit))
      terms.append(workspace.scaled(moved, by: workspace.inlineInteger(sign)))
    }
    return terms.isEmpty ? zero : terms.withUnsafeBufferPointer { workspace.sum($0) }
  }

  /// Term by term, when the bounds do not depend on the variable.
  private mutating func derivativeOfSumOver(_ ref: Ref) -> Ref {
    let arguments = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    guard arguments.count == 4, known(arguments[2]) == zero, known(arguments[3]) == zero else {
      return unevaluatedUnlessFree(ref)
    }
    if arguments[1] == variableRef || known(arguments[0]) == zero { return zero }
    return workspace.makeCall(of: .sum, [known(arguments[0])] + arguments[1...])
  }

  /// Whether the term is, or has as a factor, a power in which a list occurs: (A²)′ is A·A′ + A′·A, not 2·A·A′.
  func hasPowerOfList(_ ref: Ref) -> Bool {
    switch workspace.kind(ref) {
    case .power: return true
    case .product:
      for i in stride(from: 1, to: workspace.count(ref) - 1, by: 2) {
        let (base, exponent) = (workspace.child(ref, i), workspace.child(ref, i + 1))
        let flags = workspace.flags(base).union(workspace.flags(exponent))
        if flags.contains(.hasList), exponent != one { return true }
      }
      return false
    default: return false
    }
  }

  /// The product rule with the factors in their places: (A·B)′ = A′·B + A·B′.
  private mutating func derivativeOfOrderedProduct(_ ref: Ref) -> Ref {
    var factors = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    var terms: [Ref] = []
    for i in factors.indices {
      let factor = factors[i]
      let derivative = known(factor)
      if derivative == zero { continue }
      factors[i] = derivative
      terms.append(factors.withUnsafeBufferPointer { workspace.product($0) })
      factors[i] = factor
    }
    return terms.withUnsafeBufferPointer { $0.isEmpty ? zero : workspace.sum($0) }
  }

  /// The derivatives of the items; the zero of an item that is itself a list has the shape of the item.
  private mutating func elementwise(_ ref: Ref) -> Ref {
    let derivatives = (0..<workspace.count(ref)).map { i in
      let item = workspace.child(ref, i)
      return known(item) == zero ? zero(like: item, levels: 16) : known(item)
    }
    return derivatives.withUnsafeBufferPointer { workspace.call(workspace.head(ref), $0) }
  }

  /// Zero, or a list of zeros of the same shape, down to so many levels.
  private mutating func zero(like ref: Ref, levels: Int) -> Ref {
    guard levels > 0, workspace.kind(ref) == .call, workspace.function(workspace.head(ref)) == .list else {
      return zero
    }
    var items: [Ref] = []
    for i in 0..<workspace.count(ref) {
      items.append(zero(like: workspace.child(ref, i), levels: levels - 1))
    }
    return items.withUnsafeBufferPointer { workspace.call(workspace.head(ref), $0) }
  }

  /// The branches differentiated; the conditions, and the value between them, stay.
  private mutating func derivativeOfPiecewise(_ ref: Ref) -> Ref {
    let count = workspace.count(ref)
    let parts = (0..<count).map { i in
      let child = workspace.child(ref, i)
      return i.isMultiple(of: 2) && i != count - 1 ? child : known(child)
    }
    return parts.withUnsafeBufferPointer { workspace.call(workspace.head(ref), $0) }
  }
}

extension Symbol {
  fileprivate func isIn(_ used: Set<Symbol>) -> Bool { used.contains(self) }
}
