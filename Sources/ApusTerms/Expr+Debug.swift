extension Expr: CustomDebugStringConvertible {
  /// The stored structure as an S-expression: `(sum 1 (x 2))` is 1 + 2x, `(product 1 (x 2))` is x².
  public var debugDescription: String {
    var output = ""
    var pending: [DebugStep] = [.term(self)]
    while let step = pending.popLast() {
      switch step {
      case .text(let text): output += text
      case .term(let expr): expr.writeDebug(to: &output, &pending)
      }
    }
    return output
  }

  private enum DebugStep {
    case term(Expr)
    case text(String)
  }

  private func writeDebug(to output: inout String, _ pending: inout [DebugStep]) {
    if let number {
      output += number.description
    } else if let symbol {
      output += symbol.name
    } else if childCount == 0 {
      output += debugHead
    } else {
      output += "(" + debugHead
      var steps: [DebugStep] = []
      if kind == .sum || kind == .product {
        steps += [.text(" "), .term(child(0))]
        for (term, weight) in runs {
          steps += [.text(" ("), .term(term), .text(" "), .term(weight), .text(")")]
        }
      } else {
        for child in storedChildren { steps += [.text(" "), .term(child)] }
      }
      pending.append(.text(")"))
      pending += steps.reversed()
    }
  }

  private var debugHead: String {
    switch kind {
    case .sum: "sum"
    case .product: "product"
    case .power: "power"
    case .ext: term?.head.name ?? "ext"
    default: function?.name ?? "?"
    }
  }
}
