import ApusNumbers

/// Evaluates one expression, in any domain: a loop over the nodes of a workspace, each evaluated once.
///
/// A node that has no value carries the reason, which counts only where the node is needed: the branches of `piecewise` that
/// are not taken do not fail.
struct Evaluator<Domain: EvaluationDomain>: ~Copyable {
  /// What is known of a node.
  enum Slot {
    case value(Domain.Value)
    case truth(Bool)
    case failure(EvaluationError)
  }

  let domain: Domain
  var workspace: Workspace
  let root: Workspace.Ref
  var slots: [Slot]
  /// What the heads of calls mean, by index.
  private var roles: [EvaluationRole?] = []
  /// The values of symbols, by node.
  private var bindings: [(node: Int, value: Domain.Value)] = []
  /// What the variables of sums stand for.
  var scopes = EvaluationScopes()
  /// The nodes evaluated so far, sums included.
  var steps = 0
  /// How many sums the node being evaluated stands in.
  var nesting = 0
  let limits: EvaluationLimits

  init(_ expr: Expr, in domain: Domain, limits: EvaluationLimits) {
    self.domain = domain
    self.limits = limits
    workspace = Workspace(capacity: 64)
    root = workspace.insert(expr.flags.contains(.hasOpaque) ? expr.canonical() : expr)
    slots = []
  }

  /// Gives a symbol its value; symbols that do not occur are ignored.
  mutating func bind(_ symbol: Symbol, to value: Domain.Value) {
    let count = workspace.count
    let ref = workspace.makeSymbol(symbol)
    if ref.index < count { bindings.append((ref.index, value)) }
  }

  /// Evaluates the whole expression.
  mutating func run() throws(EvaluationError) -> Slot {
    if root.isInline { return .value(domain.value(of: root.inlineValue)) }
    slots = Array(repeating: .failure(.cancelled), count: root.index + 1)
    for (node, value) in bindings where node <= root.index { slots[node] = .value(value) }
    if workspace.flags(root).contains(.hasBinder) { scopes = EvaluationScopes(workspace, upTo: root.index) }
    for (node, _) in bindings { scopes.assign(node) }
    let bound = Set(bindings.map(\.node))
    for index in 0...root.index where !bound.contains(index) && (scopes.isTrivial || scopes.isClosed(index)) {
      try countStep()
      slots[index] = evaluated(index)
    }
    return slots[root.index]
  }

  mutating func countStep() throws(EvaluationError) {
    steps += 1
    if steps & 255 == 0, limits.isCancelled() { throw .cancelled }
    if steps > limits.steps { throw .tooLarge("the number of terms") }
  }

  /// What the node is, given its children.
  mutating func evaluated(_ index: Int) -> Slot {
    let ref = workspace.ref(at: index)
    do throws(EvaluationError) {
      switch workspace.kind(ref) {
      case .integer, .rational, .complex, .real, .bigReal:
        return .value(domain.value(of: workspace.number(ref)))
      case .symbol: return .failure(.missingSymbols([workspace.symbol(ref).name]))
      case .sum: return .value(try sum(ref))
      case .product: return .value(try product(ref))
      case .power: return .value(try power(workspace.child(ref, 0), workspace.child(ref, 1)))
      case .call: return try call(ref)
      case .ext: return .failure(.notEvaluable(workspace.term(ref).head.name))
      }
    } catch {
      return .failure(error)
    }
  }

  // MARK: - Operands

  func slot(_ ref: Workspace.Ref) -> Slot {
    ref.isInline ? .value(domain.value(of: ref.inlineValue)) : slots[ref.index]
  }

  /// The value of a node that must be a number.
  func number(_ ref: Workspace.Ref) throws(EvaluationError) -> Domain.Value {
    switch slot(ref) {
    case .value(let value): return value
    case .truth(let truth): throw .notANumber(truth ? "true" : "false")
    case .failure(let error): throw error
    }
  }

  /// The truth value of a node that must have one.
  func truth(_ ref: Workspace.Ref) throws(EvaluationError) -> Bool {
    switch slot(ref) {
    case .truth(let truth): return truth
    case .value: throw .notATruthValue("a number")
    case .failure(let error): throw error
    }
  }

  // MARK: - Sums, products and powers

  private func sum(_ ref: Workspace.Ref) throws(EvaluationError) -> Domain.Value {
    let constant = workspace.child(ref, 0)
    var total: Domain.Value? = workspace.isInteger(constant, 0) ? nil : try number(constant)
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      var term = try number(workspace.child(ref, i))
      let coefficient = workspace.child(ref, i + 1)
      if !workspace.isInteger(coefficient, 1) { term = domain.product(try number(coefficient), term) }
      total = total.map { domain.sum($0, term) } ?? term
    }
    return total ?? domain.value(of: 0)
  }

  private func product(_ ref: Workspace.Ref) throws(EvaluationError) -> Domain.Value {
    let coefficient = workspace.child(ref, 0)
    var total: Domain.Value? = workspace.isInteger(coefficient, 1) ? nil : try number(coefficient)
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      let factor = try power(workspace.child(ref, i), workspace.child(ref, i + 1))
      total = total.map { domain.product($0, factor) } ?? factor
    }
    return total ?? domain.value(of: 1)
  }

  private func power(_ base: Workspace.Ref, _ exponent: Workspace.Ref) throws(EvaluationError) -> Domain.Value
  {
    if workspace.isInteger(exponent, 1) { return try number(base) }
    if workspace.isE(base) { return domain.exponential(try number(exponent)) }
    let value = try number(base)
    if workspace.isNumber(exponent) { return domain.power(value, workspace.number(exponent)) }
    return domain.power(value, try number(exponent))
  }

  // MARK: - Calls

  private mutating func call(_ ref: Workspace.Ref) throws(EvaluationError) -> Slot {
    let head = workspace.head(ref)
    switch role(of: head) {
    case .logic(let connective): return .truth(try connected(connective, ref))
    case .comparison(let comparison): return .truth(try compared(comparison, ref))
    case .cases: return try chosenCase(ref)
    case .binder(let binder): return .value(try bound(binder, ref))
    case .none: throw .notEvaluable(workspace.function(head).name)
    case .kernel: return .value(try applied(head, ref))
    }
  }

  private func applied(_ head: Workspace.Head, _ ref: Workspace.Ref) throws(EvaluationError) -> Domain.Value {
    let function = workspace.function(head)
    if function.isUndefined { throw .unknownFunction(function.name) }
    let count = workspace.count(ref)
    guard function.arity.allows(count) else { throw .notEvaluable(function.name) }
    var arguments: [Domain.Value] = []
    arguments.reserveCapacity(count)
    for i in 0..<count { arguments.append(try number(workspace.child(ref, i))) }
    guard let value = domain.call(function, arguments) else { throw .notEvaluable(function.name) }
    return value
  }

  private mutating func role(of head: Workspace.Head) -> EvaluationRole {
    let index = Int(head.index)
    if index < roles.count, let role = roles[index] { return role }
    let role = EvaluationRole(workspace.function(head))
    while roles.count <= index { roles.append(nil) }
    roles[index] = role
    return role
  }
}
