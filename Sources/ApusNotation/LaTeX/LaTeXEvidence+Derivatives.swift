// What derivatives say about the names in them.
extension LaTeXEvidence {
  mutating func collectDerivatives(_ formulas: LaTeXFormulas, _ row: Int) {
    let items = formulas.tree.rows[row].items
    if formulas.tree.rows[row].isScript || formulas.tree.rows[row].isMoved { return }
    for (index, item) in items.enumerated() {
      if case .bigOperator = item.kind, item.sub != nil { collectIndex(formulas, item) }
      if case .fence(let open, let close, let inner) = item.kind, open == close,
        formulas.holdsOperators(inner)
      {
        for derivative in formulas.operatorDerivatives(inner) {
          record(derivative, formulas, after: (row, index + 1))
        }
      }
      if let held = formulas.heldConstant(item) { recordHeld(held, item, formulas) }
      if case .fraction(let top, let bottom) = item.kind,
        let derivative = formulas.derivative(top, bottom, item.range)
      {
        record(derivative, formulas, after: (row, index + 1))
      } else if let (function, coordinate) = formulas.velocityDerivative(item) {
        recordVelocity(function, coordinate, formulas)
      } else if let (derivative, end) = formulas.inlineDerivative(row, index) {
        record(derivative, formulas, after: (row, end))
        for place in derivative.body { differentiated.insert(Self.key(row, place)) }
      } else if let variables = formulas.subscriptedPartial(item), index + 1 < items.count {
        let ids = variables.compactMap { variable in
          formulas.tree.name(of: variable).flatMap { formulas.names.id($0.latex) }
        }
        let derivative = LaTeXDerivative(
          isPartial: true, bodyRow: row, body: index + 1..<index + 1,
          variables: ids.map { LaTeXDerivative.Variable(name: $0, range: item.range) }, range: item.range)
        record(derivative, formulas, after: (row, index + 1), isFactor: true)
      } else if let (_, order) = formulas.dotted(item), let name = formulas.name(row, index), let time {
        names[name].dots = max(names[name].dots, order)
        differentiated.insert(Self.key(row, index))
        depend(name, on: [time], isPartial: false, formulas)
      }
    }
  }

  mutating func record(
    _ derivative: LaTeXDerivative, _ formulas: LaTeXFormulas, after place: (row: Int, index: Int),
    isFactor: Bool = false
  ) {
    let variables = derivative.variables.map(\.name)
    derivativeVariables.formUnion(variables)
    if derivative.isPartial { notePartial(variables) }
    var (row, range) = (derivative.bodyRow, derivative.body)
    if range.isEmpty {
      // A subscripted ∂ acts on the next factor only.
      (row, range) = operand(formulas, place.row, place.index, most: isFactor ? 1 : Self.mostFactors)
      if isOfVelocity(formulas, row, range) { return }
    } else {
      for index in range { differentiated.insert(Self.key(row, index)) }
    }
    let isSingle =
      !range.isEmpty && isPlainName(formulas, row, range.lowerBound)
      && range.dropFirst().allSatisfy {
        formulas.tree.rows[row].items[$0].isParenthesis
          || formulas.itemName(row, $0) == LaTeXFormulas.secondHalf
      }
    if isSingle, let name = formulas.name(row, range.lowerBound) {
      depend(name, on: variables, isPartial: derivative.isPartial, formulas)
      return
    }
    let used = formulas.namesUsed(row, range)
    if !derivative.isPartial, used.contains(where: { variables.contains($0) }) {
      for name in used where formulas.names[name].latex == "y" { names[name].isBesideVariable = true }
    }
    guard !used.isEmpty, !used.contains(where: { variables.contains($0) }) else { return }
    for name in used where !Self.isConstant(formulas.names[name]) {
      depend(name, on: variables, isPartial: derivative.isPartial, formulas)
    }
  }

  /// What is differentiated depends on the variables held constant, too.
  private mutating func recordHeld(_ held: [Int], _ item: LaTeXNode, _ formulas: LaTeXFormulas) {
    grow(to: formulas.names.count)
    guard case .fence(_, _, let row) = item.kind,
      case .fraction(let top, _)? = formulas.tree.rows[row].items.first?.kind,
      let name = formulas.name(top, 1)
    else { return }
    depend(name, on: held, isPartial: true, formulas)
  }

  private func isPlainName(_ formulas: LaTeXFormulas, _ row: Int, _ index: Int) -> Bool {
    guard let name = formulas.name(row, index),
      !Self.isConstant(formulas.names[name]) || formulas.tree.rows[row].items[index].sup == nil
    else { return false }
    return formulas.tree.rows[row].items[index].sup == nil || formulas.names[name].takesSuperscript
  }

  static func mayBeConstant(_ name: LaTeXName) -> Bool {
    guard name.scripts.isEmpty else { return false }
    if name.base.utf8.count == 1 { return name.base == "e" || name.base == "i" || name.base == "j" }
    return name.base == "\\pi"
  }

  static func isConstant(_ name: LaTeXName) -> Bool {
    ["\\pi", "e", "i", "\\mathrm{e}", "\\mathrm{i}", "\\hbar"].contains(name.latex)
  }

  /// What a derivative operator acts on: a bracket at once, otherwise the product up to the next sign, of which no more than `most`
  /// items are looked at, since long products have many operators.
  private func operand(
    _ formulas: LaTeXFormulas, _ row: Int, _ start: Int, most: Int
  ) -> (Int, Range<Int>) {
    let items = formulas.tree.rows[row].items
    guard start < items.count else { return (row, start..<start) }
    if case .fence(_, _, let inner) = items[start].kind {
      return (inner, formulas.tree.rows[inner].items.indices)
    }
    var end = start
    scan: while end < items.count, end - start < most {
      switch items[end].kind {
      case .binary(let sign) where sign.isAdditive: break scan
      case .relation, .punctuation, .newline, .wideSpace, .text: break scan
      default: end += 1
      }
    }
    return (row, start..<end)
  }

  private static let mostFactors = 500

  mutating func depend(_ name: Int, on variables: [Int], isPartial: Bool, _ formulas: LaTeXFormulas) {
    for variable in variables where variable != name && !names[name].variables.contains(variable) {
      names[name].variables.append(variable)
    }
    if isPartial {
      names[name].isPartial = true
      notePartial(variables)
    } else {
      names[name].isTotal = true
    }
  }

  private mutating func notePartial(_ variables: [Int]) {
    for variable in variables
    where partialVariables.count <= Self.mostVariables && !partialVariables.contains(variable) {
      partialVariables.append(variable)
    }
  }
}
