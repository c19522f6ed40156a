/// A derivative as it is written: which variables, how often, and where the differentiated thing stands.
struct LaTeXDerivative {
  /// One variable with the row of its order, if it has one.
  struct Variable {
    var name: Int
    var order: Int?
    var range: SourceRange
  }

  var isPartial: Bool
  /// The row with the order in the numerator, if there is one.
  var order: Int?
  /// The items that are differentiated; empty for an operator, which acts on what follows it.
  var bodyRow: Int
  var body: Range<Int>
  var variables: [Variable]
  var range: SourceRange
}

// Recognising derivatives by their looks.
extension LaTeXFormulas {
  /// Whether the item is a d or ∂ that may start a differential, and whether it is ∂.
  func differentialSign(_ item: LaTeXNode) -> (isPartial: Bool, isUpright: Bool)? {
    guard item.sub == nil, item.primes == 0 else { return nil }
    switch item.kind {
    case .letter("d", .italic): return readsDifferentials ? (false, false) : nil
    case .letter("d", .roman), .letter("d", .sans): return (false, true)
    case .text(let word), .operatorName(let word): return tree.texts[word] == "d" ? (false, true) : nil
    case .symbol("partial", _): return (true, true)
    default: return nil
    }
  }

  /// The derivative that a fraction is, or nil.
  func derivative(_ top: Int, _ bottom: Int, _ range: SourceRange) -> LaTeXDerivative? {
    let items = tree.rows[top].items
    guard let first = items.first, let sign = differentialSign(first) else { return nil }
    guard let variables = differentials(bottom, tree.rows[bottom].items.indices, isPartial: sign.isPartial),
      variables.end == tree.rows[bottom].items.count
    else { return nil }
    return LaTeXDerivative(
      isPartial: sign.isPartial, order: first.sup, bodyRow: top, body: 1..<items.count,
      variables: variables.list,
      range: range)
  }

  /// Whether the fraction begins like a derivative above and below the line.
  func looksLikeDerivative(_ top: Int, _ bottom: Int) -> Bool {
    guard let above = tree.rows[top].items.first, let below = tree.rows[bottom].items.first,
      let first = differentialSign(above), let second = differentialSign(below)
    else { return false }
    return first.isPartial || second.isPartial || tree.rows[bottom].items.count > 1
  }

  /// Differentials one after the other, such as `dx^2` or `\partial x\,\partial y`.
  private func differentials(
    _ row: Int, _ range: Range<Int>, isPartial: Bool, limit: Int = .max
  ) -> (list: [LaTeXDerivative.Variable], end: Int)? {
    let items = tree.rows[row].items
    var list: [LaTeXDerivative.Variable] = []
    var index = range.lowerBound
    while list.count < limit, index + 1 < range.upperBound, let sign = differentialSign(items[index]),
      sign.isPartial == isPartial,
      items[index].sup == nil, let name = name(row, index + 1), items[index + 1].primes == 0,
      dotted(items[index + 1]) == nil
    {
      let width =
        itemName(row, index + 1) >= 0 && index + 2 < items.count
          && itemName(row, index + 2) == Self.secondHalf ? 2 : 1
      let last = items[index + width]
      let order = names[name].takesSuperscript ? nil : last.sup
      list.append(
        LaTeXDerivative.Variable(name: name, order: order, range: items[index].range.union(last.range)))
      index += 1 + width
    }
    return list.isEmpty ? nil : (list, index)
  }

  /// The derivative that starts at an item and is written on the line: `dy/dx`, `\partial u/\partial t`,
  /// `d/dx`.
  func inlineDerivative(_ row: Int, _ start: Int) -> (derivative: LaTeXDerivative, end: Int)? {
    let items = tree.rows[row].items
    guard let sign = differentialSign(items[start]) else { return nil }
    var place = start + 1
    if place < items.count, name(row, place) != nil || items[place].isParenthesis {
      place += 1
      while place < items.count, itemName(row, place) == Self.secondHalf { place += 1 }
      if place < items.count, items[place].isParenthesis, items[place - 1].isParenthesis == false {
        place += 1
      }
    }
    guard place + 2 < items.count, case .binary(.slash) = items[place].kind else { return nil }
    let order = items[start].sup.flatMap { integer($0) } ?? 1
    guard
      let variables = differentials(
        row, place + 1..<items.count, isPartial: sign.isPartial, limit: sign.isPartial ? max(1, order) : 1)
    else { return nil }
    let derivative = LaTeXDerivative(
      isPartial: sign.isPartial, order: items[start].sup, bodyRow: row, body: start + 1..<place,
      variables: variables.list, range: items[start].range.union(items[variables.end - 1].range))
    return (derivative, variables.end)
  }

  /// The variables that `\left(\frac{\partial U}{\partial V}\right)_{T,N}` holds constant; nil for anything else.
  func heldConstant(_ item: LaTeXNode) -> [Int]? {
    guard case .fence(let open, let close, let row) = item.kind, let sub = item.sub,
      tree.rows[row].items.count == 1
    else {
      return nil
    }
    switch (open, close) {
    case (.paren, .paren), (.bracket, .bracket), (.none, .bar): break
    default: return nil
    }
    guard let only = tree.rows[row].items.first, !only.hasScripts,
      case .fraction(let top, let bottom) = only.kind,
      let derivative = derivative(top, bottom, only.range), derivative.isPartial, !derivative.body.isEmpty
    else { return nil }
    return variables(below: sub)
  }

  /// Names with commas between them, or capitals side by side.
  private func variables(below row: Int) -> [Int]? {
    let items = tree.rows[row].items
    let hasCommas = items.contains { if case .punctuation(",") = $0.kind { true } else { false } }
    var found: [Int] = []
    for item in items {
      if case .punctuation(",") = item.kind { continue }
      guard let name = tree.name(of: item), item.sup == nil || name.takesSuperscript, item.primes == 0 else {
        return nil
      }
      switch item.kind {
      case .letter(let letter, .italic):
        if items.count > 1, !hasCommas, !letter.properties.isUppercase { return nil }
      case .symbol: break
      default: return nil
      }
      found.append(intern(name))
    }
    return found.isEmpty ? nil : found
  }

  /// The variables of `\partial_x` or `\partial_{xy}`.
  func subscriptedPartial(_ item: LaTeXNode) -> [LaTeXNode]? {
    guard case .symbol("partial", _) = item.kind, let sub = item.sub, item.primes == 0 else { return nil }
    let items = tree.rows[sub].items
    guard !items.isEmpty, items.allSatisfy({ !$0.hasScripts && $0.makesNames && tree.name(of: $0) != nil })
    else { return nil }
    return items
  }

  /// The integer a row is, if it is one numeral.
  func integer(_ row: Int) -> Int? {
    let items = tree.rows[row].items
    guard items.count == 1, let item = items.first, !item.hasScripts, case .number(let index) = item.kind,
      tree.numerals[index].repeating.isEmpty
    else { return nil }
    return Int(tree.numerals[index].text)
  }
}

extension LaTeXNode {
  /// Whether the item is something in parentheses or square brackets.
  var isParenthesis: Bool {
    switch kind {
    case .fence(.paren, .paren, _), .fence(.bracket, .bracket, _): true
    default: false
    }
  }
}
