import ApusNumbers
import ApusTerms

/// All derivatives of all nodes with respect to several variables, from one pass over a workspace.
///
/// Every node has a sparse list of its nonzero derivatives, by variable. The lists of a sum or a product are merged variable
/// by variable, so that the work is proportional to the number of nonzeros, not to that of the variables.
struct DerivativeSweep: ~Copyable {
  typealias Ref = Workspace.Ref
  typealias Weighted = (term: Ref, coefficient: Ref)
  typealias Run = (base: Ref, exponent: Ref)

  private(set) var workspace: Workspace
  private let variables: [Symbol]
  private let facts: Facts
  private var templates: PartialTemplates
  /// The lists of the nodes: node i has those from `starts[i]` to `starts[i] + counts[i]` of the pool.
  private var starts: [Int]
  private var counts: [Int32]
  private var poolVariables: [Int32] = []
  private var poolTerms: [Ref] = []
  private var merger: DerivativeMerger
  /// The places of the variables and their derivatives, by node.
  private var seeds: [Int: (variable: Int32, derivative: Ref)] = [:]

  /// - Parameter directions: what the derivatives of the variables are; without, each is 1 for itself. With directions there is
  ///   one derivative, along all of them.
  init(
    _ workspace: consuming Workspace, in variables: [Symbol], along directions: [Ref]? = nil, _ facts: Facts
  ) {
    self.workspace = workspace
    self.variables = variables
    self.facts = facts
    templates = PartialTemplates(facts)
    merger = DerivativeMerger(variableCount: directions == nil ? variables.count : 1)
    starts = []
    counts = []
    let one = self.workspace.inlineInteger(1)
    for (i, variable) in variables.enumerated() {
      let ref = self.workspace.makeSymbol(variable)
      let seed = directions.map { (variable: Int32(0), derivative: $0[i]) } ?? (Int32(i), one)
      seeds[ref.index] = seed
    }
    isDirectional = directions != nil
  }
  private let isDirectional: Bool

  /// Gives the workspace back.
  consuming func finish() -> Workspace { workspace }

  /// The nonzero derivatives of each output, by ascending variable.
  mutating func derivatives(of outputs: [Ref]) -> [[(variable: Int, term: Ref)]] {
    let count = workspace.count
    starts = Array(repeating: 0, count: count)
    counts = Array(repeating: 0, count: count)
    for index in needed(by: outputs, count) { sweep(workspace.ref(at: index)) }
    return outputs.map { output in
      guard !output.isInline else { return [] }
      return list(output).map { (Int(poolVariables[$0]), poolTerms[$0]) }
    }
  }

  /// The nodes with symbols below the outputs, in ascending order.
  private func needed(by outputs: [Ref], _ count: Int) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: count)
    for output in outputs where !output.isInline { isNeeded[output.index] = true }
    var needed: [Int] = []
    for index in stride(from: count - 1, through: 0, by: -1) where isNeeded[index] {
      let ref = workspace.ref(at: index)
      if !workspace.flags(ref).contains(.hasSymbol) { continue }
      needed.append(index)
      for i in 0..<workspace.count(ref) {
        let child = workspace.child(ref, i)
        if !child.isInline { isNeeded[child.index] = true }
      }
    }
    return needed.reversed()
  }

  private func list(_ ref: Ref) -> Range<Int> {
    ref.isInline ? 0..<0 : starts[ref.index]..<starts[ref.index] + Int(counts[ref.index])
  }

  private mutating func sweep(_ ref: Ref) {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: return
    case .symbol:
      guard let seed = seeds[ref.index], seed.derivative != zero else { return }
      starts[ref.index] = poolTerms.count
      counts[ref.index] = 1
      poolVariables.append(seed.variable)
      return poolTerms.append(seed.derivative)
    case .sum where !workspace.flags(ref).contains(.hasList): collectSum(ref)
    case .product where !workspace.flags(ref).contains(.hasList): collectProduct(ref)
    case .power where !workspace.flags(ref).contains(.hasList):
      collect(runs: [(workspace.child(ref, 0), workspace.child(ref, 1))], coefficient: one)
    case .call
    where workspace.function(workspace.head(ref)) == .piecewise
      && !workspace.flags(ref).contains(.hasList):
      collectCases(ref)
    case .call where workspace.hasChainRule(ref):
      guard collectCall(ref) else { return collectOneByOne(ref) }
    default: return collectOneByOne(ref)
    }
    finishNode(ref)
  }

  private var zero: Ref { workspace.inlineInteger(0) }
  private var one: Ref { workspace.inlineInteger(1) }

  /// Makes the list of a node of what was collected.
  private mutating func finishNode(_ ref: Ref) {
    let start = poolTerms.count
    merger.forEachVariable { variable, terms in
      let derivative =
        terms.count == 1
        ? workspace.scaled(terms[0].term, by: terms[0].coefficient)
        : workspace.weightedSum(constant: workspace.inlineInteger(0), terms)
      if derivative == workspace.inlineInteger(0) { return }
      poolVariables.append(variable)
      poolTerms.append(derivative)
    }
    starts[ref.index] = start
    counts[ref.index] = Int32(poolTerms.count - start)
  }
}

// MARK: - Sums, products, powers

extension DerivativeSweep {
  private mutating func collectSum(_ ref: Ref) {
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      let coefficient = workspace.child(ref, i + 1)
      for place in list(workspace.child(ref, i)) {
        merger.add(poolVariables[place], (poolTerms[place], coefficient))
      }
    }
  }

  private mutating func collectProduct(_ ref: Ref) {
    var runs: [Run] = []
    runs.reserveCapacity(workspace.count(ref) >> 1)
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      runs.append((workspace.child(ref, i), workspace.child(ref, i + 1)))
    }
    collect(runs: runs, coefficient: workspace.child(ref, 0))
  }

  /// (c·Πbᵢ^eᵢ)′ = Σ c·(bᵢ^eᵢ)′·Πⱼ bⱼ^eⱼ
  private mutating func collect(runs: [Run], coefficient: Ref) {
    var runs = runs
    for i in runs.indices {
      let (base, exponent) = runs[i]
      if workspace.kind(exponent).isNumber {
        let places = list(base)
        if places.isEmpty { continue }
        let weight = workspace.product(of: coefficient, exponent)
        runs[i].exponent = workspace.sum(of: exponent, workspace.inlineInteger(-1))
        for place in places { add(runs, times: poolTerms[place], weight, poolVariables[place]) }
        runs[i].exponent = exponent
      } else {
        collectExponential(runs, i, coefficient)
      }
    }
  }

  private mutating func add(_ runs: [Run], times factor: Ref, _ weight: Ref, _ variable: Int32) {
    let parts = runs.withUnsafeBufferPointer { workspace.productParts($0, times: factor) }
    merger.add(variable, (parts.term, workspace.product(of: weight, parts.coefficient)))
  }

  /// (b^e)′ = b^e·(e′·log b + e·b′/b)
  private mutating func collectExponential(_ runs: [Run], _ i: Int, _ coefficient: Ref) {
    let (base, exponent) = runs[i]
    let logarithm = workspace.isE(base) ? one : nil
    for place in list(exponent) {
      let term = poolTerms[place]
      let factor = logarithm == nil ? workspace.multiplied(term, workspace.call(.log, base)) : term
      add(runs, times: factor, coefficient, poolVariables[place])
    }
    for place in list(base) {
      let reciprocal = workspace.power(base, workspace.inlineInteger(-1))
      let quotient = workspace.multiplied(poolTerms[place], reciprocal)
      add(runs, times: workspace.multiplied(exponent, quotient), coefficient, poolVariables[place])
    }
  }
}

// MARK: - Calls

extension DerivativeSweep {
  /// The chain rule over the arguments; false when a partial derivative that is needed is not known.
  private mutating func collectCall(_ ref: Ref) -> Bool {
    let head = workspace.head(ref)
    let arguments = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    if arguments.allSatisfy({ list($0).isEmpty }) { return true }
    let partials = templates.partials(of: head, arguments, in: &workspace)
    for (i, argument) in arguments.enumerated() where !list(argument).isEmpty {
      guard i < partials.count, let template = partials[i] else {
        merger.discard()
        return false
      }
      let partial = templates.instantiated(template, arguments, in: &workspace)
      for place in list(argument) {
        merger.add(poolVariables[place], (workspace.multiplied(partial, poolTerms[place]), one))
      }
    }
    return true
  }

  /// The branches differentiated; the conditions, and the value between them, stay.
  private mutating func collectCases(_ ref: Ref) {
    let count = workspace.count(ref)
    func isBranch(_ i: Int) -> Bool { !i.isMultiple(of: 2) || i == count - 1 }
    var byVariable: [Int32: [Int: Ref]] = [:]
    for i in 0..<count where isBranch(i) {
      for place in list(workspace.child(ref, i)) {
        byVariable[poolVariables[place], default: [:]][i] = poolTerms[place]
      }
    }
    let head = workspace.head(ref)
    for (variable, branches) in byVariable.sorted(by: { $0.key < $1.key }) {
      let parts = (0..<count).map { isBranch($0) ? branches[$0] ?? zero : workspace.child(ref, $0) }
      let derivative = parts.withUnsafeBufferPointer { workspace.call(head, $0) }
      merger.add(variable, (derivative, one))
    }
  }

  /// What has rules of its own is differentiated with respect to one variable after another.
  private mutating func collectOneByOne(_ ref: Ref) {
    let free = workspace.expr(ref).freeSymbols
    for symbol in free {
      let symbolRef = workspace.makeSymbol(symbol)
      guard let seed = seeds[symbolRef.index] else { continue }
      var pass = Differentiation(takeWorkspace(), in: symbol, facts) { _ in false }
      let derivative = pass.derivative(of: ref)
      workspace = pass.finish()
      guard let derivative, derivative != zero else { continue }
      merger.add(seed.variable, (workspace.multiplied(derivative, seed.derivative), one))
    }
    finishNode(ref)
  }

  /// The workspace, for a pass that gives it back.
  private mutating func takeWorkspace() -> Workspace {
    var taken = Workspace(capacity: 1)
    swap(&taken, &workspace)
    return taken
  }
}
