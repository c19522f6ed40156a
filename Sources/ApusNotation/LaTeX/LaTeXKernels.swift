/// Finds the kernels of convolutions: names before brackets that hold the variable of an integral or the index of a sum beside an argument
/// of the whole, such as the G of `u(x) = \int G(x - y) f(y) \, dy`.
///
/// As a quantity such a name would stand before the sign, and nobody would hide the variable of a function in a product. So it is a function
/// where the integrand holds another function of the variable, or where its brackets would be needless around a factor; elsewhere it is unclear.
struct LaTeXKernels {
  private enum Verdict {
    case function, unclear
  }

  private let formulas: LaTeXFormulas
  private let context: LaTeXContext
  /// The names that are only ever used before brackets with a sum or fraction in them.
  private var candidates: Set<Int> = []
  private var bound: Set<Int> = []
  private var boundLetters: Set<String> = []
  /// What functions of the source are applied to.
  private var parameters: Set<Int> = []
  private var visited: [Bool] = []
  /// The candidates that were found in an integrand or summand, in order, and whether another function of the bound variable was.
  private var found: [(id: Int, isNeedless: Bool)] = []
  private var hasCompanion = false
  private var verdicts: [Int: Verdict] = [:]

  /// Decides the roles of kernels in a context whose other functions are known.
  ///
  /// - Complexity: O(items); nothing without integrals, sums and brackets.
  static func decide(_ context: LaTeXContext, _ formulas: LaTeXFormulas, _ options: LaTeXOptions) {
    guard formulas.tree.traits.contains([.bigOperator, .parentheses]) else { return }
    var kernels = LaTeXKernels(formulas: formulas, context: context)
    kernels.collectCandidates(options)
    guard !kernels.candidates.isEmpty else { return }
    kernels.collectScopes()
    for (id, verdict) in kernels.verdicts {
      context.roles[id] = verdict == .function ? .function([]) : .unclear
    }
  }

  private init(formulas: LaTeXFormulas, context: LaTeXContext) {
    self.formulas = formulas
    self.context = context
  }

  private mutating func collectCandidates(_ options: LaTeXOptions) {
    for id in context.roles.indices {
      guard context.evidence.names[id].compoundArguments > 0, context.evidence.names[id].bare == 0,
        context.evidence.names[id].definition == nil, context.evidence.names[id].selfContaining == 0,
        context.evidence.names[id].singleArguments.isEmpty
      else { continue }
      let name = formulas.names[id]
      guard LaTeXLetters.isUsualFunction(name) || name.base == "k" || name.base == "\\kappa",
        !options.symbols.contains(name.latex), !context.isSpecial(name, context.evidence.names[id])
      else { continue }
      switch context.roles[id] {
      case .symbol, .unclear: candidates.insert(id)
      default: continue
      }
    }
  }

  // MARK: Scopes

  private mutating func collectScopes() {
    for id in context.roles.indices
    where context.evidence.names[id].isBound || context.evidence.integrationVariables.contains(id) {
      bound.insert(id)
      boundLetters.insert(formulas.names[id].latex)
    }
    for row in formulas.tree.rows.indices where !formulas.tree.rows[row].isScript { collectParameters(row) }
    guard !bound.isEmpty, !parameters.isEmpty else { return }
    visited = Array(repeating: false, count: formulas.tree.rows.count)
    // Rows come before those that contain them, so the outermost scopes are seen first.
    for row in formulas.tree.rows.indices.reversed() {
      let items = formulas.tree.rows[row].items
      if formulas.tree.rows[row].isScript || formulas.tree.rows[row].isMoved || visited[row] { continue }
      guard let start = items.firstIndex(where: \.bindsVariable) else { continue }
      hasCompanion = false
      found = []
      visit(row, from: start)
      for (id, isNeedless) in found {
        let isFunction = isNeedless || hasCompanion
        if verdicts[id] != .function { verdicts[id] = isFunction ? .function : .unclear }
      }
    }
  }

  /// The names that functions of the source stand before.
  private mutating func collectParameters(_ row: Int) {
    let items = formulas.tree.rows[row].items
    for place in items.indices.dropLast() {
      guard let name = formulas.name(row, place),
        case .fence(.paren, .paren, let inner) = items[place + 1].kind,
        isFunction(name)
      else { continue }
      for range in formulas.arguments(inner).ranges where range.count == 1 {
        if let argument = formulas.name(inner, range.lowerBound) { parameters.insert(argument) }
      }
    }
  }

  private func isFunction(_ id: Int) -> Bool {
    if case .function = context.role(id) { return true }
    return false
  }

  // MARK: Integrands

  /// Looks at what stands behind a sign, in brackets, fractions and roots, but not in exponents and arguments of other functions.
  private mutating func visit(_ row: Int, from start: Int) {
    var pending = [(row, start)]
    while let (row, start) = pending.popLast() {
      if visited[row] { continue }
      visited[row] = true
      let items = formulas.tree.rows[row].items
      for place in items.indices.dropFirst(start) {
        switch items[place].kind {
        case .fraction(let top, let bottom): pending += [(top, 0), (bottom, 0)]
        case .root(let inner, _): pending.append((inner, 0))
        case .fence(let open, let close, let inner):
          guard place > 0, open == .paren, close == .paren, let name = nameBefore(row, place) else {
            if place == 0 || !items[place - 1].isFunctionName { pending.append((inner, 0)) }
            continue
          }
          note(name, before: inner, items[place])
          if !isFunction(name) { pending.append((inner, 0)) }
        default: continue
        }
      }
    }
  }

  private func nameBefore(_ row: Int, _ place: Int) -> Int? {
    if let name = formulas.name(row, place - 1) { return name }
    guard place > 1, formulas.itemName(row, place - 1) == LaTeXFormulas.secondHalf else { return nil }
    return formulas.name(row, place - 2)
  }

  private mutating func note(_ name: Int, before inner: Int, _ fence: LaTeXNode) {
    let mentioned = formulas.namesUsed(inner, formulas.tree.rows[inner].items.indices)
    guard mentioned.contains(where: isBound) else { return }
    if isFunction(name) { hasCompanion = true }
    guard candidates.contains(name), !carriesIndex(name),
      mentioned.contains(where: { parameters.contains($0) && !bound.contains($0) })
    else { return }
    found.append((name, isNeedless(inner) && !fence.hasScripts))
  }

  /// Whether a name is the variable or an element with the index.
  private func isBound(_ id: Int) -> Bool { bound.contains(id) || carriesIndex(id) }

  private func carriesIndex(_ id: Int) -> Bool {
    guard let sub = formulas.names[id].subscriptRow else { return false }
    return formulas.tree.rows[sub].items.contains { item in
      guard case .letter(let letter, .italic) = item.kind else { return false }
      return boundLetters.contains(String(Character(letter)))
    }
  }

  /// Whether brackets around a row would be needless in a product: it is one fraction of a difference, or a distance.
  private func isNeedless(_ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    guard items.count == 1, !items[0].hasScripts else { return false }
    switch items[0].kind {
    case .fraction(let top, _):
      return formulas.tree.rows[top].items.dropFirst().contains { $0.isMinusSign || $0.isPlus }
        || formulas.tree.rows[top].items.contains(where: \.isDistance)
    default: return items[0].isDistance
    }
  }
}

extension LaTeXEvidence {
  /// Collects the variables of the differentials in rows with an integral, also above their fractions.
  ///
  /// - Complexity: O(items); nothing without big operators and differentials.
  mutating func collectIntegrationVariables(_ formulas: LaTeXFormulas) {
    guard formulas.tree.traits.contains([.bigOperator, .differential]) else { return }
    for row in formulas.tree.rows.indices {
      let items = formulas.tree.rows[row].items
      guard items.contains(where: \.isIntegralSign) else { continue }
      for place in items.indices {
        collectDifferential(formulas, row, place)
        guard case .fraction(let top, _) = items[place].kind else { continue }
        for inner in formulas.tree.rows[top].items.indices { collectDifferential(formulas, top, inner) }
      }
    }
  }

  private mutating func collectDifferential(_ formulas: LaTeXFormulas, _ row: Int, _ place: Int) {
    guard formulas.differentialSign(formulas.tree.rows[row].items[place])?.isPartial == false,
      place + 1 < formulas.tree.rows[row].items.count, let variable = formulas.name(row, place + 1)
    else { return }
    integrationVariables.insert(variable)
  }
}

extension LaTeXNode {
  fileprivate var isIntegralSign: Bool {
    switch kind {
    case .bigOperator(.integral), .bigOperator(.contourIntegral): true
    default: false
    }
  }

  /// Whether the sign has a variable of its own.
  fileprivate var bindsVariable: Bool {
    switch kind {
    case .bigOperator(.sum), .bigOperator(.product): true
    default: isIntegralSign
    }
  }

  fileprivate var isFunctionName: Bool {
    switch kind {
    case .function, .operatorName: true
    default: false
    }
  }

  fileprivate var isMinusSign: Bool { if case .binary(.minus) = kind { true } else { false } }

  /// Something between bars.
  fileprivate var isDistance: Bool {
    switch kind {
    case .fence(.bar, .bar, _), .fence(.doubleBar, .doubleBar, _): true
    default: false
    }
  }
}
