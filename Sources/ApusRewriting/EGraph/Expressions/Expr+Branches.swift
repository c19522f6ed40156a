import ApusTerms

extension Expr {
  /// The expression with the values of the branches of its case distinctions saturated, each under the condition of its branch.
  ///
  /// A branch has a value only where its condition holds and those before it do not, so what the condition says may be used there
  /// and nowhere else.
  ///
  /// - Parameter depth: how many case distinctions this one is within; what is within many is left alone.
  func saturatingBranches(by options: SaturationOptions, depth: Int = 0) -> Expr {
    if depth > 8 { return self }
    var distinctions: [Expr] = []
    forEachNode { node in
      if node.function == .piecewise { distinctions.append(node) }
      return node.function != .piecewise
    }
    if distinctions.isEmpty { return self }
    var replacements: [Expr: Expr] = [:]
    for distinction in distinctions where replacements[distinction] == nil {
      replacements[distinction] = distinction.saturatingOwnBranches(by: options, depth: depth)
    }
    return substituting(replacements)
  }

  private func saturatingOwnBranches(by options: SaturationOptions, depth: Int) -> Expr {
    var parts = arguments
    for place in parts.indices {
      // A value follows its condition; a last one without is for all other cases.
      let isElse = place % 2 == 0 && place == parts.count - 1
      guard place % 2 == 1 || isElse else { continue }
      var options = options
      if !isElse, let facts = options.facts.assuming(parts[place - 1]) { options.facts = facts }
      var run = ExpressionSaturation(
        [parts[place].saturatingBranches(by: options, depth: depth + 1)], options)
      parts[place] = run.result().expressions[0]
    }
    return .call(.piecewise, parts)
  }
}
