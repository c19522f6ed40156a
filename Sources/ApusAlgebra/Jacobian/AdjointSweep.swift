import ApusNumbers
import ApusTerms

/// The derivatives of one expression with respect to all variables, from one pass backwards over a workspace: what each node
/// contributes to the result is known once all nodes above it are done.
///
/// The work does not grow with the number of variables, and the results share what they have in common; they are not
/// collected as derivatives in forward order are.
struct AdjointSweep: ~Copyable {
  typealias Ref = Workspace.Ref
  typealias Run = (base: Ref, exponent: Ref)

  var workspace: Workspace
  private let facts: Facts
  private var templates: PartialTemplates
  /// What is added to the adjoint of each node: chains in the pool.
  private var last: [Int32] = []
  /// The nodes to whose adjoints something was added.
  private var touched: [Int] = []
  private var pool: [(term: Ref, coefficient: Ref, previous: Int32)] = []

  init(_ workspace: consuming Workspace, _ facts: Facts) {
    self.workspace = workspace
    self.facts = facts
    templates = PartialTemplates(facts)
  }

  /// Gives the workspace back.
  consuming func finish() -> Workspace { workspace }

  private var zero: Ref { workspace.inlineInteger(0) }
  private var one: Ref { workspace.inlineInteger(1) }

  /// The derivatives of a term, in the order of the variables.
  mutating func gradient(of output: Ref, in variables: [Symbol]) -> [Ref] {
    let symbols = variables.map { workspace.makeSymbol($0) }
    if output.isInline { return symbols.map { _ in zero } }
    last = Array(repeating: -1, count: workspace.count)
    var adjoints: [Int: Ref] = [:]
    contribute(one, one, to: output)
    for index in stride(from: output.index, through: 0, by: -1) where last[index] >= 0 {
      let ref = workspace.ref(at: index)
      let adjoint = collected(index)
      if workspace.kind(ref) == .symbol {
        adjoints[index] = adjoint
      } else if adjoint != zero {
        distribute(adjoint, below: ref, symbols)
      }
    }
    return symbols.map { adjoints[$0.index] ?? zero }
  }

  /// The derivatives of a node with respect to the nodes right below it, or to the variables where it has rules of its own; the
  /// nodes ascend.
  mutating func localPartials(of ref: Ref, _ symbols: [Ref]) -> [(node: Int, partial: Ref)] {
    if last.count < workspace.count {
      last.append(contentsOf: repeatElement(-1, count: workspace.count - last.count))
    }
    touched.removeAll(keepingCapacity: true)
    distribute(one, below: ref, symbols)
    var partials: [(node: Int, partial: Ref)] = []
    for node in touched.sorted() {
      let partial = collected(node)
      last[node] = -1
      if partial != zero { partials.append((node, partial)) }
    }
    pool.removeAll(keepingCapacity: true)
    return partials
  }

  /// Adds coefficient·term to the adjoint of a node that contains symbols.
  private mutating func contribute(_ term: Ref, _ coefficient: Ref, to node: Ref) {
    if node.isInline || !workspace.flags(node).contains(.hasSymbol) { return }
    if last[node.index] < 0 { touched.append(node.index) }
    pool.append((term, coefficient, last[node.index]))
    last[node.index] = Int32(pool.count - 1)
  }

  private mutating func collected(_ index: Int) -> Ref {
    var terms: [DerivativeMerger.Weighted] = []
    var place = last[index]
    while place >= 0 {
      terms.append((pool[Int(place)].term, pool[Int(place)].coefficient))
      place = pool[Int(place)].previous
    }
    if terms.count == 1 { return workspace.scaled(terms[0].term, by: terms[0].coefficient) }
    return terms.withUnsafeBufferPointer { workspace.weightedSum(constant: zero, $0) }
  }

  private mutating func distribute(_ adjoint: Ref, below ref: Ref, _ symbols: [Ref]) {
    let hasList = workspace.flags(ref).contains(.hasList)
    switch workspace.kind(ref) {
    case .sum where !hasList:
      for i in stride(from: 1, to: workspace.count(ref), by: 2) {
        contribute(adjoint, workspace.child(ref, i + 1), to: workspace.child(ref, i))
      }
    case .product where !hasList:
      var runs: [Run] = []
      for i in stride(from: 1, to: workspace.count(ref), by: 2) {
        runs.append((workspace.child(ref, i), workspace.child(ref, i + 1)))
      }
      distribute(adjoint, runs, workspace.child(ref, 0))
    case .power where !hasList:
      distribute(adjoint, [(workspace.child(ref, 0), workspace.child(ref, 1))], one)
    case .call where !hasList && workspace.hasChainRule(ref):
      if !distributeCall(adjoint, ref) { distributeOneByOne(adjoint, ref, symbols) }
    default: distributeOneByOne(adjoint, ref, symbols)
    }
  }

  /// ∂/∂bᵢ of c·Πb^e is c·eᵢ·bᵢ^(eᵢ−1)·Πⱼ b^e, and ∂/∂eᵢ is the product times log bᵢ.
  private mutating func distribute(_ adjoint: Ref, _ runs: [Run], _ coefficient: Ref) {
    var runs = runs
    for i in runs.indices {
      let (base, exponent) = runs[i]
      if workspace.kind(exponent).isNumber {
        runs[i].exponent = workspace.sum(of: exponent, workspace.inlineInteger(-1))
        contribute(
          adjoint, runs, workspace.product(of: coefficient, exponent), to: base)
        runs[i].exponent = exponent
        continue
      }
      let logarithm =
        workspace.isE(base) ? adjoint : workspace.multiplied(adjoint, workspace.call(.log, base))
      contribute(logarithm, runs, coefficient, to: exponent)
      if workspace.flags(base).contains(.hasSymbol) {
        let reciprocal = workspace.power(base, workspace.inlineInteger(-1))
        let factor = workspace.multiplied(workspace.multiplied(exponent, reciprocal), adjoint)
        contribute(factor, runs, coefficient, to: base)
      }
    }
  }

  private mutating func contribute(_ factor: Ref, _ runs: [Run], _ weight: Ref, to node: Ref) {
    if node.isInline || !workspace.flags(node).contains(.hasSymbol) { return }
    let parts = runs.withUnsafeBufferPointer { workspace.productParts($0, times: factor) }
    contribute(parts.term, workspace.product(of: weight, parts.coefficient), to: node)
  }

  private mutating func distributeCall(_ adjoint: Ref, _ ref: Ref) -> Bool {
    let arguments = (0..<workspace.count(ref)).map { workspace.child(ref, $0) }
    let partials = templates.partials(of: workspace.head(ref), arguments, in: &workspace)
    var factors: [(Int, Ref)] = []
    for i in arguments.indices where workspace.flags(arguments[i]).contains(.hasSymbol) {
      guard i < partials.count, let template = partials[i] else { return false }
      factors.append((i, templates.instantiated(template, arguments, in: &workspace)))
    }
    for (i, partial) in factors { contribute(workspace.multiplied(adjoint, partial), one, to: arguments[i]) }
    return true
  }

  /// What has rules of its own is differentiated with respect to one variable after another.
  private mutating func distributeOneByOne(_ adjoint: Ref, _ ref: Ref, _ symbols: [Ref]) {
    let free = Set(workspace.expr(ref).freeSymbols)
    for symbolRef in symbols where free.contains(workspace.symbol(symbolRef)) {
      let symbol = workspace.symbol(symbolRef)
      var taken = Workspace(capacity: 1)
      swap(&taken, &workspace)
      var pass = Differentiation(taken, in: symbol, facts) { _ in false }
      let derivative = pass.derivative(of: ref)
      workspace = pass.finish()
      guard let derivative, derivative != zero else { continue }
      contribute(workspace.multiplied(adjoint, derivative), one, to: symbolRef)
    }
  }
}

extension Workspace {
  /// Whether the chain rule holds for the call as it stands.
  func hasChainRule(_ ref: Ref) -> Bool {
    let function = function(head(ref))
    if function.isUndefined || function.binder != nil { return false }
    switch function {
    case .derivative, .list, .equal, .tuple, .multiply, .piecewise, .at, .integral, .sum, .productOver,
      .limit:
      return false
    default: return true
    }
  }
}
