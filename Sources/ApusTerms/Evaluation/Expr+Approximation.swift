import ApusNumbers

extension Expr {
  /// The expression with its constant parts replaced by decimals of `count` correct digits, or by the nearest machine
  /// numbers: the value itself when there are no symbols.
  ///
  ///     (.pi * x ** 2 + .sqrt(2)).approximated(digits: 5)      // 3.1416*x^2 + 1.4142
  ///
  /// Integers and the rational exponents of symbols stay exact; parts that cannot be evaluated stay as they are, unless the
  /// whole expression is such.
  /// - Throws: as `digits`, when the expression has no symbols.
  public func approximated(
    digits count: Int? = nil, limits: EvaluationLimits = EvaluationLimits()
  ) throws(EvaluationError) -> Expr {
    let expr = flags.contains(.hasOpaque) ? canonical() : self
    if expr.freeSymbols.isEmpty, !expr.isCollection { return try expr.number(count, limits) }
    var workspace = Workspace()
    let root = workspace.insert(expr)
    if root.isInline { return expr }
    var pass = Approximation(workspace, digits: count, limits)
    return try pass.result(root)
  }

  fileprivate func number(_ count: Int?, _ limits: EvaluationLimits) throws(EvaluationError) -> Expr {
    if let count { return try digits(count, limits: limits) }
    return try rounded(toPrecision: 53, limits: limits)
  }

  /// Whether this is a call of a function that is not one of numbers, such as a list or an equation.
  private var isCollection: Bool {
    guard let function else { return false }
    return function.kernels.ball == nil && function.kernels.real == nil && function.binder == nil
  }
}

/// One pass that approximates the constant parts of a term.
struct Approximation: ~Copyable {
  private typealias Ref = Workspace.Ref
  private var workspace: Workspace
  private let count: Int?
  private let limits: EvaluationLimits
  private var images: [Workspace.Ref] = []

  init(_ workspace: consuming Workspace, digits count: Int?, _ limits: EvaluationLimits) {
    self.workspace = workspace
    self.count = count
    self.limits = limits
  }

  mutating func result(_ root: Workspace.Ref) throws(EvaluationError) -> Expr {
    images = (0...root.index).map { workspace.ref(at: $0) }
    for index in 0...root.index {
      if limits.isCancelled() { throw .cancelled }
      let ref = workspace.ref(at: index)
      if isConstant(ref), workspace.kind(ref) != .call { continue }
      images[index] = image(ref)
    }
    return workspace.expr(images[root.index])
  }

  private func isConstant(_ ref: Ref) -> Bool {
    let flags = workspace.flags(ref)
    if !flags.contains(.hasSymbol) { return true }
    return flags.contains(.hasBinder) && workspace.kind(ref) == .call
      && workspace.function(workspace.head(ref)).binder != nil && workspace.expr(ref).freeSymbols.isEmpty
  }
  private func image(of ref: Ref) -> Ref { ref.isInline ? ref : images[ref.index] }

  /// A constant as a decimal; itself if it is an integer, or has no value that is known.
  private mutating func approximation(_ ref: Ref) -> Ref {
    if workspace.kind(ref) == .integer { return ref }
    guard let value = try? workspace.expr(ref).number(count, limits) else { return image(of: ref) }
    return workspace.insert(value)
  }

  private mutating func part(_ ref: Ref) -> Ref { isConstant(ref) ? approximation(ref) : image(of: ref) }

  private mutating func image(_ ref: Ref) -> Ref {
    switch workspace.kind(ref) {
    case .sum: return sum(ref)
    case .product: return product(ref)
    case .power: return power(workspace.child(ref, 0), workspace.child(ref, 1))
    case .call: return call(ref)
    default: return ref
    }
  }

  private mutating func sum(_ ref: Ref) -> Ref {
    var constants = [workspace.child(ref, 0)]
    var terms: [Ref] = []
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      let (term, coefficient) = (workspace.child(ref, i), workspace.child(ref, i + 1))
      if isConstant(term) {
        constants.append(workspace.scaled(term, by: coefficient))
      } else {
        let factor = approximation(coefficient)
        terms.append(workspace.multiplied(factor, image(of: term)))
      }
    }
    let constant = constants.withUnsafeBufferPointer { workspace.sum($0) }
    terms.append(approximation(constant))
    return terms.withUnsafeBufferPointer { workspace.sum($0) }
  }

  private mutating func product(_ ref: Ref) -> Ref {
    var constants = [workspace.child(ref, 0)]
    var factors: [Ref] = []
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      let (base, exponent) = (workspace.child(ref, i), workspace.child(ref, i + 1))
      if isConstant(base), isConstant(exponent) {
        constants.append(workspace.power(base, exponent))
      } else {
        factors.append(power(base, exponent))
      }
    }
    let constant = constants.withUnsafeBufferPointer { workspace.product($0) }
    factors.append(approximation(constant))
    return factors.withUnsafeBufferPointer { workspace.product($0) }
  }

  private mutating func power(_ base: Ref, _ exponent: Ref) -> Ref {
    // E^z is a function, whatever its base is.
    let newBase = workspace.isE(base) ? base : part(base)
    let isExact = workspace.kind(exponent).isNumber
    let newExponent = isExact ? exponent : part(exponent)
    return workspace.power(newBase, newExponent)
  }

  private mutating func call(_ ref: Ref) -> Ref {
    let function = workspace.function(workspace.head(ref))
    // What a binder binds is not to be replaced, and its bounds are to stay exact.
    if function.binder != nil || workspace.count(ref) == 0 { return ref }
    var arguments: [Ref] = []
    for i in 0..<workspace.count(ref) { arguments.append(part(workspace.child(ref, i))) }
    let head = workspace.head(ref)
    return arguments.withUnsafeBufferPointer { workspace.call(head, $0) }
  }
}
