import ApusTerms

/// A way of rewriting: from an expression to another, or to `nil` when it does not apply.
///
/// Rules, rule sets and other rewriters are combined as ordinary values:
///
///     let tidy = Rewriter.fixpoint(.bottomUp(.chain([.rules(powers), .rules(trigonometry)])))
///     tidy(expression)
public struct Rewriter: Sendable {
  private let rewrite: @Sendable (Expr, Facts) -> Expr?

  /// A rewriter that does what the closure does; it answers `nil` where it does not apply.
  public init(_ rewrite: @escaping @Sendable (Expr, Facts) -> Expr?) { self.rewrite = rewrite }

  /// The rewritten expression, or `nil` when the rewriter does not apply.
  public func callAsFunction(_ expr: Expr, assuming facts: Facts = Facts()) -> Expr? { rewrite(expr, facts) }

  // MARK: Rules

  /// Never applies.
  public static let empty = Rewriter { _, _ in nil }

  /// Applies a rule at the root; its pattern is laid out here, once.
  public static func rule(_ rule: Rule) -> Rewriter {
    let compiled = CompiledRule(rule)
    return Rewriter { compiled.applied(to: $0, assuming: $1) }
  }

  /// Applies the first rule of a set that applies at the root; the patterns are laid out and arranged by their outermost forms
  /// here, once.
  public static func rules(_ set: RuleSet) -> Rewriter {
    let compiled = CompiledRules(set)
    return Rewriter { compiled.applied(to: $0, assuming: $1) }
  }

  // MARK: Sequences

  /// Applies each rewriter to the result of those before it; those that do not apply are passed over.
  public static func chain(_ rewriters: [Rewriter], stoppingAtFirst: Bool = false) -> Rewriter {
    Rewriter { expr, facts in
      var result: Expr?
      for rewriter in rewriters {
        guard let next = rewriter(result ?? expr, assuming: facts) else { continue }
        result = next
        if stoppingAtFirst { break }
      }
      return result
    }
  }

  /// Applies the rewriters in turn and begins again with the first whenever one applies, until none does.
  ///
  /// A form that comes up a second time ends the repetition.
  public static func restartedChain(_ rewriters: [Rewriter], limit: Int = 1000) -> Rewriter {
    .fixpoint(.chain(rewriters, stoppingAtFirst: true), limit: limit)
  }

  /// Applies a rewriter again and again until it does not apply, a form comes up a second time, or `limit` is reached.
  public static func fixpoint(_ rewriter: Rewriter, limit: Int = 1000) -> Rewriter {
    Rewriter { expr, facts in
      var seen: Set<Expr> = [expr]
      var result: Expr?
      for _ in 0..<limit {
        guard let next = rewriter(result ?? expr, assuming: facts), seen.insert(next).inserted else { break }
        result = next
      }
      return result
    }
  }

  // MARK: Choices

  /// One rewriter or the other, as a predicate says.
  public static func `if`(
    _ predicate: @escaping @Sendable (Expr) -> Bool, _ then: Rewriter, else other: Rewriter = .empty
  ) -> Rewriter {
    Rewriter { predicate($0) ? then($0, assuming: $1) : other($0, assuming: $1) }
  }

  /// Applies always: where the rewriter does not, the expression stays as it is.
  public static func passThrough(_ rewriter: Rewriter) -> Rewriter {
    Rewriter { rewriter($0, assuming: $1) ?? $0 }
  }

  /// Tells `report` of every application.
  public static func instrumented(
    _ rewriter: Rewriter, _ report: @escaping @Sendable (_ before: Expr, _ after: Expr) -> Void
  ) -> Rewriter {
    Rewriter { expr, facts in
      let result = rewriter(expr, assuming: facts)
      if let result { report(expr, result) }
      return result
    }
  }

  // MARK: Places

  /// Applies at every place, children before their parents, once each; equal subterms share the work.
  public static func bottomUp(_ rewriter: Rewriter) -> Rewriter {
    Rewriter { expr, facts in changed(expr, to: Walk(rewriter, facts, isTopDown: false).image(of: expr)) }
  }

  /// Applies at every place, parents before their children; what takes the place of a parent is walked in its turn.
  public static func topDown(_ rewriter: Rewriter) -> Rewriter {
    Rewriter { expr, facts in changed(expr, to: Walk(rewriter, facts, isTopDown: true).image(of: expr)) }
  }

  private static func changed(_ expr: Expr, to result: Expr) -> Expr? { result == expr ? nil : result }
}

/// One walk over an expression.
private final class Walk {
  private let rewriter: Rewriter
  private let facts: Facts
  private let isTopDown: Bool
  private var images: [Expr: Expr] = [:]

  init(_ rewriter: Rewriter, _ facts: Facts, isTopDown: Bool) {
    self.rewriter = rewriter
    self.facts = facts
    self.isTopDown = isTopDown
  }

  /// Walks with a list of its own, not by recursion: terms may be deep.
  func image(of root: Expr) -> Expr {
    var pending: [(expr: Expr, current: Expr?)] = [(root, nil)]
    while let (expr, current) = pending.last {
      if images[expr] != nil {
        pending.removeLast()
        continue
      }
      let term = current ?? (isTopDown ? rewriter(expr, assuming: facts) ?? expr : expr)
      let children = term.arguments.filter { !$0.arguments.isEmpty && images[$0] == nil }
      if current == nil, !children.isEmpty {
        pending[pending.count - 1].current = term
        pending += children.map { ($0, nil) }
        continue
      }
      pending.removeLast()
      images[expr] = finished(term)
    }
    return images[root] ?? root
  }

  private func finished(_ term: Expr) -> Expr {
    let arguments = term.arguments
    let mapped = arguments.map { $0.arguments.isEmpty ? leafImage($0) : images[$0] ?? $0 }
    let rebuilt = mapped == arguments ? term : term.replacingArguments(mapped)
    return isTopDown ? rebuilt : rewriter(rebuilt, assuming: facts) ?? rebuilt
  }

  private func leafImage(_ leaf: Expr) -> Expr { rewriter(leaf, assuming: facts) ?? leaf }
}

extension Expr {
  /// The term with other arguments, an opaque operation as an opaque operation.
  fileprivate func replacingArguments(_ arguments: [Expr]) -> Expr {
    switch kind {
    case .sum: return .sum(arguments)
    case .product: return .product(arguments)
    case .power: return .power(arguments[0], arguments[1])
    default: break
    }
    if let term { return term.makeTerm(head: term.head, arguments: arguments) }
    guard let function else { return self }
    return function.traits.form.isOperation ? .opaque(function, arguments) : .call(function, arguments)
  }
}
