import ApusNumbers

// What is known of a term follows from what is known of its parts, bottom-up in one loop.
extension Facts {
  /// All properties that can be proved of the expression's value, wherever it has one.
  ///
  /// - Complexity: linear in the number of distinct nodes; iterative.
  public func properties(of expr: Expr) -> Property {
    if let number = expr.number { return Property(of: number) }
    if let symbol = expr.symbol { return self[symbol] }
    if !expr.flags.isDisjoint(with: [.hasInfinity, .hasUndefined]) { return [] }
    var workspace = Workspace()
    let root = workspace.insert(expr)
    var known = [Property](repeating: [], count: workspace.count)
    for index in 0..<workspace.count {
      known[index] = properties(of: workspace.ref(at: index), in: workspace, known)
    }
    return known[root.index]
  }

  private func properties(
    of ref: Workspace.Ref, in workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: Property(of: workspace.number(ref))
    case .symbol: self[workspace.symbol(ref)]
    case .sum: ofSum(ref, workspace, known)
    case .product: ofProduct(ref, workspace, known)
    case .power: ofPower(workspace.child(ref, 0), workspace.child(ref, 1), workspace, known)
    case .call: ofCall(ref, workspace, known)
    case .ext: []
    }
  }

  private func lookup(
    _ ref: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    ref.isInline ? Property(of: workspace.number(ref)) : known[ref.index]
  }

  private func ofSum(
    _ ref: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    var total = lookup(workspace.child(ref, 0), workspace, known)
    for i in 0..<workspace.count(ref) >> 1 {
      let term = lookup(workspace.child(ref, 2 * i + 1), workspace, known)
      let coefficient = lookup(workspace.child(ref, 2 * i + 2), workspace, known)
      total = Self.sum(total, Self.product(term, coefficient))
    }
    return total
  }

  private func ofProduct(
    _ ref: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    var total = lookup(workspace.child(ref, 0), workspace, known)
    for i in 0..<workspace.count(ref) >> 1 {
      let (base, exponent) = (workspace.child(ref, 2 * i + 1), workspace.child(ref, 2 * i + 2))
      total = Self.product(total, ofPower(base, exponent, workspace, known))
    }
    return total
  }

  private func ofPower(
    _ base: Workspace.Ref, _ exponent: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    if workspace.isInteger(exponent, 1) { return lookup(base, workspace, known) }
    return Self.power(lookup(base, workspace, known), lookup(exponent, workspace, known))
  }

  private func ofCall(
    _ ref: Workspace.Ref, _ workspace: borrowing Workspace, _ known: [Property]
  ) -> Property {
    let function = workspace.function(workspace.head(ref))
    let count = workspace.count(ref)
    if count == 0 { return function == .pi || function == .E ? .positive.closed : [] }
    return Self.call(function, (0..<count).map { lookup(workspace.child(ref, $0), workspace, known) })
  }

  /// What holds for a call whose arguments have properties.
  package static func call(_ function: Function, _ arguments: [Property]) -> Property {
    switch function {
    case .abs: return arguments[0].contains(.nonzero) ? .positive : [.real, .nonnegative]
    case .re:
      return arguments[0].contains(.real) ? arguments[0] : arguments[0].contains(.imaginary) ? .zero : .real
    case .im: return arguments[0].contains(.real) ? .zero : .real
    case .arg: return .real
    case .conjugate: return arguments[0]
    default: return ofRealFunction(function, arguments)
    }
  }

  private static func ofRealFunction(_ function: Function, _ arguments: [Property]) -> Property {
    guard let domain = function.laws.realDomain,
      function.arity.maximum == nil || arguments.count == function.arity.minimum,
      arguments.allSatisfy({ $0.contains(.real) })
    else {
      return []
    }
    switch domain {
    case .all: break
    case .positive: if !arguments.allSatisfy({ $0.contains(.positive) }) { return [] }
    case .unitInterval, .fromOne, .upToOne: return []
    }
    switch function.laws.range {
    case .positive: return .positive
    case .nonnegative: return [.real, .nonnegative]
    case .integer: return [.real, .integer]
    case .real, nil: return .real
    case .boolean: return []
    }
  }

  // MARK: - Arithmetic of properties

  /// What holds for the sum of values with properties.
  package static func sum(_ a: Property, _ b: Property) -> Property {
    var all: Property = a.intersection(b).intersection([
      .real, .nonnegative, .nonpositive, .integer, .imaginary,
    ])
    if a.contains(.integer), b.contains(.integer) {
      if a.contains(.even) && b.contains(.even) || a.contains(.odd) && b.contains(.odd) { all.insert(.even) }
      if a.contains(.even) && b.contains(.odd) || a.contains(.odd) && b.contains(.even) { all.insert(.odd) }
    }
    let isSignedSum = !all.isDisjoint(with: [.nonnegative, .nonpositive])
    if isSignedSum, a.contains(.nonzero) || b.contains(.nonzero) { all.insert(.nonzero) }
    return all.closed
  }

  /// What holds for the product of values with properties.
  package static func product(_ a: Property, _ b: Property) -> Property {
    var all: Property = a.intersection(b).intersection([.real, .integer, .odd, .nonzero])
    if a.contains(.integer), b.contains(.integer), a.contains(.even) || b.contains(.even) {
      all.insert(.even)
    }
    let (pa, na) = (a.contains(.nonnegative), a.contains(.nonpositive))
    let (pb, nb) = (b.contains(.nonnegative), b.contains(.nonpositive))
    if pa && pb || na && nb { all.formUnion([.real, .nonnegative]) }
    if pa && nb || na && pb { all.formUnion([.real, .nonpositive]) }
    if a.contains(.imaginary), b.contains(.imaginary) { all.insert(.real) }
    if a.contains(.imaginary) && b.contains(.real) || a.contains(.real) && b.contains(.imaginary) {
      all.insert(.imaginary)
    }
    return all.closed
  }

  /// What holds for a power of values with properties.
  package static func power(_ base: Property, _ exponent: Property) -> Property {
    var all: Property = []
    if base.contains(.nonzero) { all.insert(.nonzero) }
    guard exponent.contains(.real) else { return all }
    if base.contains(.positive) { all.formUnion(.positive) }
    if base.contains(.nonnegative), exponent.contains(.nonnegative) { all.formUnion([.real, .nonnegative]) }
    guard exponent.contains(.integer), base.contains(.real) else { return all.closed }
    let isDefined = base.contains(.nonzero) || exponent.contains(.nonnegative)
    if !isDefined { return all.closed }
    all.insert(.real)
    if exponent.contains(.even) { all.insert(.nonnegative) }
    if exponent.contains(.odd), base.contains(.nonpositive) { all.insert(.nonpositive) }
    if base.contains(.integer), exponent.contains(.nonnegative) { all.insert(.integer) }
    return all.closed
  }
}
