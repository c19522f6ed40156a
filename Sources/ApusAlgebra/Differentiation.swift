import ApusNumbers
import ApusTerms

/// Differentiation of a directed acyclic graph with respect to one variable.
///
/// Every node is differentiated once, and what is learnt is kept for higher orders. The sum, product and power rules work on
/// the runs of canonical nodes; a function contributes its partial derivatives, made once as templates. Where no derivative
/// is known the answer contains an unevaluated `derivative(…)`, never a wrong zero.
struct Differentiation: ~Copyable {
  typealias Ref = Workspace.Ref

  var workspace: Workspace
  let variable: Symbol
  let variableRef: Ref
  let facts: Facts
  /// Asked now and then, with the number of nodes made so far; `true` ends the pass.
  let shouldStop: (Int) -> Bool
  private var stepsUntilAsked = 256
  /// The derivatives of nodes, by index; only `known` ones are meaningful.
  private var derivatives: [Ref] = []
  private var isKnown: [Bool] = []
  private var templates: PartialTemplates

  init(
    _ workspace: consuming Workspace, in variable: Symbol, _ facts: Facts,
    until shouldStop: @escaping (Int) -> Bool
  ) {
    self.shouldStop = shouldStop
    self.workspace = workspace
    self.variable = variable
    self.facts = facts
    templates = PartialTemplates(facts)
    variableRef = self.workspace.makeSymbol(variable)
  }

  /// Gives the workspace back.
  consuming func finish() -> Workspace { workspace }

  /// The derivative of a term; `nil` when the pass was stopped.
  ///
  /// - Complexity: linear in the number of nodes below the term that have not been differentiated before, times the cost
  ///   of collecting terms; iterative.
  mutating func derivative(of term: Ref) -> Ref? {
    if term.isInline { return zero }
    var pending = [term]
    while let top = pending.last {
      reserve(top)
      if isKnown[top.index] {
        pending.removeLast()
        continue
      }
      let count = pending.count
      pushUnknownChildren(of: top, to: &pending)
      if pending.count > count { continue }
      pending.removeLast()
      if isStopped() { return nil }
      let result = derivativeFromChildren(top)
      derivatives[top.index] = result
      isKnown[top.index] = true
    }
    return derivatives[term.index]
  }

  private mutating func isStopped() -> Bool {
    stepsUntilAsked -= 1
    if stepsUntilAsked > 0 { return false }
    stepsUntilAsked = 256
    return shouldStop(workspace.count)
  }

  private mutating func reserve(_ ref: Ref) {
    let missing = max(ref.index + 1, workspace.count) - isKnown.count
    if missing > 0 {
      derivatives.append(contentsOf: repeatElement(variableRef, count: missing))
      isKnown.append(contentsOf: repeatElement(false, count: missing))
    }
  }

  private func pushUnknownChildren(of ref: Ref, to pending: inout [Ref]) {
    if !workspace.flags(ref).contains(.hasSymbol) { return }
    for i in 0..<workspace.count(ref) {
      let child = workspace.child(ref, i)
      if !child.isInline, !isKnown[child.index] { pending.append(child) }
    }
  }

  /// The derivative of a child that is already known.
  func known(_ ref: Ref) -> Ref { ref.isInline ? zero : derivatives[ref.index] }

  var zero: Ref { workspace.inlineInteger(0) }
  var one: Ref { workspace.inlineInteger(1) }

  private mutating func derivativeFromChildren(_ ref: Ref) -> Ref {
    let flags = workspace.flags(ref)
    if !flags.contains(.hasSymbol) { return zero }
    if flags.contains(.hasList), hasPowerOfList(ref) { return unevaluatedUnlessFree(ref) }
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: return zero
    case .symbol: return ref == variableRef ? one : zero
    case .sum: return derivativeOfSum(ref)
    case .product: return derivativeOfProduct(ref)
    case .power: return derivativeOfPower(ref)
    case .call: return derivativeOfCall(ref, workspace.function(workspace.head(ref)))
    case .ext: return derivativeOfCall(ref, workspace.term(ref).head)
    }
  }
}

// MARK: - Sums, products, powers

extension Differentiation {
  typealias Weighted = (term: Ref, coefficient: Ref)
  typealias Run = (base: Ref, exponent: Ref)

  private mutating func derivativeOfSum(_ ref: Ref) -> Ref {
    let runs = workspace.count(ref) >> 1
    return withUnsafeTemporaryAllocation(of: Weighted.self, capacity: runs) { terms in
      var used = 0
      for i in 0..<runs {
        let derivative = known(workspace.child(ref, 2 * i + 1))
        if derivative == zero { continue }
        terms.initializeElement(at: used, to: (derivative, workspace.child(ref, 2 * i + 2)))
        used += 1
      }
      return workspace.weightedSum(constant: zero, UnsafeBufferPointer(rebasing: terms[..<used]))
    }
  }

  /// (c·Πbᵢ^eᵢ)′ = Σ c·(bᵢ^eᵢ)′·Πⱼ bⱼ^eⱼ, each summand collected as it is made.
  private mutating func derivativeOfProduct(_ ref: Ref) -> Ref {
    let count = workspace.count(ref) >> 1
    let coefficient = workspace.child(ref, 0)
    return withUnsafeTemporaryAllocation(of: Run.self, capacity: count) { runs in
      for i in 0..<count {
        runs.initializeElement(
          at: i, to: (workspace.child(ref, 2 * i + 1), workspace.child(ref, 2 * i + 2)))
      }
      return withUnsafeTemporaryAllocation(of: Weighted.self, capacity: count) { terms in
        var used = 0
        for i in 0..<count {
          guard let summand = derivative(ofRun: i, in: runs, coefficient) else { continue }
          terms.initializeElement(at: used, to: summand)
          used += 1
        }
        return workspace.weightedSum(constant: zero, UnsafeBufferPointer(rebasing: terms[..<used]))
      }
    }
  }

  private mutating func derivativeOfPower(_ ref: Ref) -> Ref {
    withUnsafeTemporaryAllocation(of: Run.self, capacity: 1) { runs in
      runs.initializeElement(at: 0, to: (workspace.child(ref, 0), workspace.child(ref, 1)))
      guard let (term, coefficient) = derivative(ofRun: 0, in: runs, one) else { return zero }
      return workspace.scaled(term, by: coefficient)
    }
  }

  /// The product of all runs with run `i` differentiated; `nil` when that is zero.
  private mutating func derivative(
    ofRun i: Int, in runs: UnsafeMutableBufferPointer<Run>, _ coefficient: Ref
  ) -> Weighted? {
    let (base, exponent) = runs[i]
    let baseDerivative = known(base)
    if workspace.kind(exponent).isNumber {
      if baseDerivative == zero { return nil }
      let lowered = workspace.sum(of: exponent, workspace.inlineInteger(-1))
      runs[i].exponent = lowered
      let (own, term) = workspace.productParts(UnsafeBufferPointer(runs), times: baseDerivative)
      runs[i].exponent = exponent
      let weight = workspace.product(of: workspace.product(of: coefficient, exponent), own)
      return (term, weight)
    }
    let factor = logarithmicDerivative(base, exponent, baseDerivative, known(exponent))
    if factor == zero { return nil }
    let (own, term) = workspace.productParts(UnsafeBufferPointer(runs), times: factor)
    return (term, workspace.product(of: coefficient, own))
  }

  /// (b^e)′ / b^e = e′·log b + e·b′/b
  private mutating func logarithmicDerivative(
    _ base: Ref, _ exponent: Ref, _ baseDerivative: Ref, _ exponentDerivative: Ref
  ) -> Ref {
    var sum = zero
    if exponentDerivative != zero {
      sum =
        workspace.isE(base)
        ? exponentDerivative
        : workspace.multiplied(exponentDerivative, workspace.call(.log, base))
    }
    if baseDerivative != zero {
      let quotient = workspace.multiplied(baseDerivative, workspace.power(base, workspace.inlineInteger(-1)))
      sum = workspace.added(sum, workspace.multiplied(exponent, quotient))
    }
    return sum
  }
}

// MARK: - Functions with known partial derivatives

extension Differentiation {
  /// The chain rule over the arguments; `nil` when a partial derivative that is needed is not known.
  mutating func chainRule(_ ref: Ref, _ function: Function) -> Ref? {
    let head = workspace.intern(function)
    let count = workspace.count(ref)
    let arguments = (0..<count).map { workspace.child(ref, $0) }
    let partials = templates.partials(of: head, arguments, in: &workspace)
    var terms: [Ref] = []
    for i in 0..<count {
      let derivative = known(arguments[i])
      if derivative == zero { continue }
      guard i < partials.count, let template = partials[i] else { return nil }
      let partial = templates.instantiated(template, arguments, in: &workspace)
      terms.append(workspace.multiplied(partial, derivative))
    }
    return terms.withUnsafeBufferPointer { $0.isEmpty ? zero : workspace.sum($0) }
  }
}
