/// Pairs vertical bars: `|x|`, `||x| - 1|`, `\|v\|`.
///
/// A bar opens where an operand is due, and closes the innermost open bar of its kind after an operand. What
/// remains unpaired is a
/// separator, as in `P(A|B)`, or an evaluation bar.
enum LaTeXBars {
  private struct Open {
    var delimiter: LaTeXDelimiter
    var index: Int
  }

  /// The items with every pair of bars made a fence.
  ///
  /// - Complexity: O(items).
  static func paired(_ items: [LaTeXNode], in builder: LaTeXTreeBuilder) throws(Diagnostic)
    -> [LaTeXNode]
  {
    let hasBars = items.contains { item in
      if case .bar(let delimiter, _) = item.kind { return delimiter != .none }
      return false
    }
    guard hasBars else { return items }
    var output: [LaTeXNode] = []
    var opens: [Open] = []
    for item in items {
      guard case .bar(let delimiter, let facing) = item.kind, delimiter != .none else {
        output.append(item)
        continue
      }
      let isDue = operandIsDue(after: output.last)
      if let open = opens.last, open.delimiter == delimiter, facing != .open, !isDue || facing == .close {
        opens.removeLast()
        close(&output, open, item, in: builder)
      } else if facing != .close, isDue || facing == .open || !item.hasScripts {
        opens.append(Open(delimiter: delimiter, index: output.count))
        try builder.checkDepth(adding: opens.count, at: item.range)
        output.append(item)
      } else {
        output.append(item)
      }
    }
    return try separated(output, opens)
  }

  private static func close(
    _ output: inout [LaTeXNode], _ open: Open, _ close: LaTeXNode, in builder: LaTeXTreeBuilder
  ) {
    let inner = Array(output[(open.index + 1)...])
    let opening = output[open.index]
    let span = SourceRange(opening.range.upperBound, close.range.lowerBound)
    var fence = LaTeXNode(
      .fence(open.delimiter, open.delimiter, builder.add(inner, span)), opening.range.union(close.range))
    fence.sub = close.sub
    fence.sup = close.sup
    fence.supRange = close.supRange
    fence.subRange = close.subRange
    fence.primes = close.primes
    output.removeSubrange(open.index...)
    output.append(fence)
  }

  /// Bars that stayed open: one between two operands separates them; more are a mistake.
  private static func separated(_ output: [LaTeXNode], _ opens: [Open]) throws(Diagnostic) -> [LaTeXNode] {
    for open in opens {
      let isStart = operandIsDue(after: open.index > 0 ? output[open.index - 1] : nil)
      guard isStart || opens.count > 1 else { continue }
      let next = open.index + 1 < output.count ? output[open.index + 1] : nil
      if case .bar? = next?.kind, let next {
        throw Diagnostic(
          "missing-operand", "there is nothing between these bars",
          at: output[open.index].range.union(next.range))
      }
      throw Diagnostic("unclosed-bar", "this '|' is never closed", at: output[open.index].range)
    }
    return output
  }

  /// Whether the next item must be an operand.
  private static func operandIsDue(after item: LaTeXNode?) -> Bool {
    guard let item else { return true }
    switch item.kind {
    case .binary, .relation, .punctuation, .bigOperator, .function, .wideSpace, .newline, .dots: return true
    case .bar: return !item.hasScripts
    case .text(let text): return text.isConnective
    default: return false
    }
  }
}
