/// Collects the evidence of a source in one pass over its rows.
///
/// - Complexity: O(items).
struct LaTeXEvidence: Sendable {
  var names: [LaTeXNameEvidence] = []
  /// Words that occur as single letters in subscripts, such as the `i` of `x_{i+1}`.
  private(set) var subscriptLetters: Set<String> = []
  /// All variables of partial derivatives, in order of appearance.
  var partialVariables: [Int] = []
  /// The most of them that one source may have: every function depends on all.
  static let mostVariables = 100
  /// How many different arguments and functions are remembered as evidence.
  private static let mostRemembered = 64
  /// Whether something only complex numbers have occurs: `\Re`, `\hbar` beside `i`, `2i`, `e^{i…}`.
  var imaginaryMarks = 0
  var engineeringMarks = 0
  /// Places where e can only be Euler's number: `1/e`, `(n/e)^n`, `\ln e`.
  var eulerMarks = 0
  var letterTUses = 0
  /// All variables that something is differentiated by.
  var derivativeVariables: Set<Int> = []
  /// All variables that something is integrated over.
  var integrationVariables: Set<Int> = []
  /// Letters whose absolute value is taken, as `|z|`.
  var absoluteLetters: Set<Unicode.Scalar> = []
  var hasUprightI = false
  private(set) var time: Int?
  /// For every name that stands alone in brackets the names in front of them.
  private(set) var argumentUses: [Int: [Int]] = [:]
  /// The names that are derivatives by their subscripts, with the function and the variables.
  var subscriptDerivatives: [Int: (base: Int, variables: [String])] = [:]
  var differentiated: Set<Int> = []
  /// For every function that is differentiated by velocities their coordinates.
  var velocities: [Int: [Int]] = [:]

  init(_ formulas: LaTeXFormulas) {
    let traits = formulas.tree.traits
    let hasDots =
      traits.contains(.accent)
      && formulas.tree.rows.contains { row in row.items.contains { formulas.dotted($0) != nil } }
    time =
      hasDots ? formulas.intern(LaTeXName(base: "t", words: ["t"])) : nil
    names.reserveCapacity(formulas.names.count)
    grow(to: formulas.names.count)
    if !traits.isDisjoint(with: [.subscript, .partial]) { recordSubscripts(formulas) }
    if !traits.isDisjoint(with: .derivative) || traits.contains([.bigOperator, .subscript]) {
      for row in formulas.tree.rows.indices { collectDerivatives(formulas, row) }
    }
    collectIntegrationVariables(formulas)
    for row in formulas.tree.rows.indices {
      if formulas.tree.rows[row].isMoved { continue }
      if formulas.tree.rows[row].isScript {
        collectSubscript(formulas, row)
      } else {
        collectRow(formulas, row)
      }
    }
  }

  mutating func grow(to count: Int) {
    while names.count < count { names.append(LaTeXNameEvidence()) }
  }

  static func key(_ row: Int, _ index: Int) -> Int { row << 24 | index }

  // MARK: Rows

  private mutating func collectSubscript(_ formulas: LaTeXFormulas, _ row: Int) {
    for item in formulas.tree.rows[row].items {
      if case .letter(let scalar, .italic) = item.kind { subscriptLetters.insert(String(Character(scalar))) }
    }
  }

  private mutating func collectRow(_ formulas: LaTeXFormulas, _ row: Int) {
    let items = formulas.tree.rows[row].items
    let hasRelation = items.contains { if case .relation = $0.kind { true } else { false } }
    for index in items.indices {
      collectMarks(formulas, items, index)
      guard let name = formulas.name(row, index) else { continue }
      collectOrder(formulas, items, index)
      collectUse(of: name, formulas, items, (row, index))
      // Only names that may be constants have to show that they are not.
      if hasRelation, Self.mayBeConstant(formulas.names[name]), isAlone(items, index) {
        let others = formulas.namesUsed(row, items.indices).filter {
          $0 != name && !Self.isConstant(formulas.names[$0]) && !names[$0].isBound
        }
        if !others.isEmpty { names[name].sidesAlone += 1 }
      }
    }
  }

  /// `y^{(4)}` is a derivative where y has primes too, and `f^{(4)}(x)` of a letter that is usually a function.
  private mutating func collectOrder(_ formulas: LaTeXFormulas, _ items: [LaTeXNode], _ index: Int) {
    guard let sup = items[index].sup, case .parenthesised(_, let inner) = formulas.tree.superscript(sup),
      let order = formulas.integer(inner)
    else { return }
    var stripped = items[index]
    stripped.sup = nil
    guard let name = formulas.tree.name(of: stripped), let id = formulas.names.id(name.latex),
      id < names.count
    else { return }
    names[id].orders = max(names[id].orders, order)
    names[id].lowestOrder = min(names[id].lowestOrder, order)
    guard index + 1 < items.count, case .fence(.paren, .paren, let argument) = items[index + 1].kind,
      LaTeXLetters.isTypicalFunction(name)
    else { return }
    names[id].primes = max(names[id].primes, order)
    names[id].isPrimedApplied = true
    if let argument = singleName(formulas, argument) { names[id].primedArguments.append(argument) }
  }

  private mutating func collectUse(
    of name: Int, _ formulas: LaTeXFormulas, _ items: [LaTeXNode], _ place: (row: Int, index: Int)
  ) {
    let (row, index) = place
    let primes = items[index].primes
    let width =
      index + 1 < items.count && formulas.itemName(row, index + 1) == LaTeXFormulas.secondHalf ? 2 : 1
    let isDifferentiated = differentiated.contains(Self.key(row, index))
    collectPower(of: name, formulas, items[index + width - 1].sup, items, index)
    let next = index + width < items.count ? items[index + width].kind : nil
    if primes > 0 {
      names[name].primes = max(names[name].primes, primes)
      if let next, case .fence(.paren, .paren, let inner) = next {
        names[name].isPrimedApplied = true
        if let argument = singleName(formulas, inner) { names[name].primedArguments.append(argument) }
      } else {
        names[name].barePrimes += 1
      }
      return
    }
    guard let next, case .fence(let open, let close, let inner) = next, open == close,
      open == .paren || open == .bracket && formulas.names[name].takesBrackets
    else {
      if !isDifferentiated { names[name].bare += 1 }
      return
    }
    collectApplication(of: name, formulas, row, index, next: index + width, inner)
  }

  private mutating func collectPower(
    of name: Int, _ formulas: LaTeXFormulas, _ sup: Int?, _ items: [LaTeXNode], _ index: Int
  ) {
    if let sup, !formulas.names[name].takesSuperscript {
      if formulas.integer(sup) == nil, !isNegativeInteger(formulas, sup) {
        names[name].symbolicPowers += 1
      } else {
        names[name].integerPowers += 1
      }
    } else if isFactor(items, index) {
      names[name].factors += 1
    }
  }

  private func isNegativeInteger(_ formulas: LaTeXFormulas, _ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    guard items.count == 2, case .binary(.minus) = items[0].kind, case .number = items[1].kind else {
      return false
    }
    return !items[1].hasScripts
  }

  /// Whether the item stands beside another operand without a sign of addition between them.
  private func isFactor(_ items: [LaTeXNode], _ index: Int) -> Bool {
    if index > 0, items[index - 1].isOperand, !items[index - 1].isNumber { return true }
    return index + 1 < items.count && items[index + 1].isOperand
  }

  private mutating func collectApplication(
    of name: Int, _ formulas: LaTeXFormulas, _ row: Int, _ index: Int, next: Int, _ inner: Int
  ) {
    let items = formulas.tree.rows[row].items
    if next + 1 < items.count, case .fence(.paren, .paren, let second) = items[next + 1].kind,
      !items[next].hasScripts,
      singleName(formulas, inner) != nil, singleName(formulas, second) != nil
    {
      names[name].chained += 1
    }
    let arguments = formulas.arguments(inner)
    if arguments.isEvent { names[name].events += 1 }
    if arguments.hasBar { names[name].bars += 1 }
    let isWhole = isDefinition(items, index, next)
    if isWhole, next + 2 < items.count, case .bigOperator = items[next + 2].kind {
      names[name].isDefinedByFormula = true
    }
    if arguments.ranges.count > 1 {
      names[name].listLength = max(names[name].listLength, arguments.ranges.count)
      let plain = arguments.ranges.compactMap { $0.count == 1 ? formulas.name(inner, $0.lowerBound) : nil }
      if isWhole, plain.count == arguments.ranges.count, names[name].definition == nil {
        names[name].definition = plain
      }
      return
    }
    // The brackets of `C(\Delta K)^m` are needed for the power, so they hold no argument.
    let isBase = items[next].hasSuperscript && formulas.tree.rows[inner].items.count == 2
    if !isBase, let single = singleName(formulas, inner) {
      Self.remember(name, in: &argumentUses[single, default: []])
      Self.remember(single, in: &names[name].singleArguments)
      if single == name { names[name].selfContaining += 1 }
      if isWhole, names[name].definition == nil { names[name].definition = [single] }
    } else if isNumber(formulas, inner) {
      names[name].numberArguments += 1
      if isWhole { names[name].wholeSides += 1 }
    } else {
      names[name].compoundArguments += 1
      if isProduct(formulas, inner), !items[next].hasScripts { names[name].productArguments += 1 }
      let content = formulas.tree.rows[inner].items
      if !items[next].hasScripts, holdsValue(content) { names[name].functionArguments += 1 }
      if content.indices.dropFirst().contains(where: { content[$0].isPlus }) {
        // The power of an activation stands behind its brackets.
        if items[index].sup == nil { names[name].plusArguments += 1 }
        let begins = index > 0 && items[index - 1].isRelation
        let ends = next + 1 == items.count || items[next + 1].isRelation || items[next + 1].endsStatement
        if begins, ends { names[name].wholePlusSides += 1 }
      }
      if content.count == 2, let function = formulas.name(inner, 0),
        case .fence(.paren, .paren, _) = content[1].kind,
        !items[next].hasScripts
      {
        names[name].nestedArguments += 1
        names[name].nestedFunction = function
      }
      if isWhole { names[name].wholeSides += 1 }
      if formulas.namesUsed(inner, formulas.tree.rows[inner].items.indices).contains(name) {
        names[name].selfContaining += 1
      }
    }
  }

  private static func remember(_ id: Int, in list: inout [Int]) {
    if list.count < mostRemembered, !list.contains(id) { list.append(id) }
  }

  private func singleName(_ formulas: LaTeXFormulas, _ row: Int) -> Int? {
    let items = formulas.tree.rows[row].items
    guard let first = items.first, let name = formulas.name(row, 0) else { return nil }
    if items.count == 2, formulas.itemName(row, 1) == LaTeXFormulas.secondHalf { return name }
    guard items.count == 1, first.sup == nil || formulas.names[name].takesSuperscript else { return nil }
    return name
  }

  /// Names and numbers side by side, without a sum, fraction or function.
  private func isProduct(_ formulas: LaTeXFormulas, _ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    guard items.count > 1 else { return false }
    return items.allSatisfy { item in
      switch item.kind {
      case .number, .letter, .symbol, .word, .accent, .binary(.dot): true
      default: false
      }
    }
  }

  /// Whether nothing but the value of a function is between brackets, as in `P_l(\cos\theta)`, `Q(\sqrt{x})` and `H(e^{j\omega})`: a
  /// factor would not need them.
  private func holdsValue(_ content: [LaTeXNode]) -> Bool {
    guard let first = content.first else { return false }
    switch first.kind {
    case .function:
      return !content.contains { $0.isPlus || $0.isMinus }
        && !content.dropFirst().contains { if case .function = $0.kind { true } else { false } }
    case .root: return content.count == 1
    case .letter("e", .italic), .letter("e", .roman): return content.count == 1 && first.hasSuperscript
    default: return false
    }
  }

  private func isNumber(_ formulas: LaTeXFormulas, _ row: Int) -> Bool {
    let items = formulas.tree.rows[row].items
    let last = items.last.map { if case .number = $0.kind { true } else { false } } ?? false
    if items.count == 2, case .binary(.minus) = items[0].kind { return last }
    return items.count == 1 && last
  }

  /// Whether the item at `index`, applied to the brackets at `next`, is the whole left side of an equation.
  private func isDefinition(_ items: [LaTeXNode], _ index: Int, _ next: Int) -> Bool {
    guard next + 1 < items.count, case .relation(let relation) = items[next + 1].kind, !items[next].hasScripts
    else { return false }
    guard [.equal, .definition, .approximately, .equivalent].contains(relation) else { return false }
    return index == 0 || items[index - 1].endsStatement
  }

  /// Whether the item is all there is on one side of a relation.
  private func isAlone(_ items: [LaTeXNode], _ index: Int) -> Bool {
    if items[index].primes > 0 || items[index].sup != nil { return false }
    let isStart = index == 0 || items[index - 1].endsStatement
    let isAfterRelation = index > 0 && items[index - 1].isRelation
    let isBeforeRelation = index + 1 < items.count && items[index + 1].isRelation
    let isEnd = index + 1 >= items.count || items[index + 1].endsStatement
    return isStart && isBeforeRelation || isAfterRelation && (isEnd || isBeforeRelation)
  }
}
