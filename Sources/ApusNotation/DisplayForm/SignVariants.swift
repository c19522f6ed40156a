import ApusTerms

extension Expr {
  /// The expression for the upper and for the lower signs of all `±` in it; the expression itself when there is none.
  ///
  /// `∓` is written `a ± (−b)`, so that signs go together as in print.
  package var signVariants: [Expr] {
    var hasChoice = false
    forEachNode { node in
      hasChoice = hasChoice || node.isSignChoice
      return !hasChoice
    }
    return hasChoice ? [choosingSigns(isLower: false), choosingSigns(isLower: true)] : [self]
  }

  private var isSignChoice: Bool {
    guard let function, !function.isUndefined else { return false }
    return function.name == "plusMinus" && (childCount == 1 || childCount == 2)
  }

  /// Rebuilds the nodes above every `±`, children first.
  private func choosingSigns(isLower: Bool) -> Expr {
    var images: [Expr: Expr] = [:]
    var pending = [self]
    while let node = pending.last {
      let missing = node.arguments.filter { images[$0] == nil }
      if images[node] == nil, !missing.isEmpty {
        pending.append(contentsOf: missing)
        continue
      }
      pending.removeLast()
      if images[node] == nil {
        images[node] = node.rebuilt(node.arguments.map { images[$0] ?? $0 }, isLower: isLower)
      }
    }
    return images[self] ?? self
  }

  private func rebuilt(_ parts: [Expr], isLower: Bool) -> Expr {
    if isSignChoice, let last = parts.last {
      if parts.count == 1 { return isLower ? .opaque(.negate, [last]) : last }
      return .opaque(isLower ? .subtract : .add, parts)
    }
    if parts == arguments { return self }
    switch kind {
    case .sum: return .sum(parts)
    case .product: return .product(parts)
    case .power: return .power(parts[0], parts[1])
    case .ext: return term.map { $0.makeTerm(head: $0.head, arguments: parts) } ?? self
    default: return function.map { .opaque($0, parts) } ?? self
    }
  }
}
