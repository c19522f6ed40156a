/// What a source shows about one name: how it is used, everywhere.
struct LaTeXNameEvidence: Sendable {
  /// Uses without an argument in parentheses.
  var bare = 0
  /// The single names it is applied to, without repetition.
  var singleArguments: [Int] = []
  var numberArguments = 0
  /// Uses before parentheses with a sum or product in them.
  var compoundArguments = 0
  /// Uses before parentheses with nothing but a product in them, which would not need them as a factor.
  var productArguments = 0
  /// Uses before parentheses that contain the name itself, as in `x(1-x)`.
  var selfContaining = 0
  /// Uses before two groups in a row, as in `a(b)(c)`.
  var chained = 0
  /// Uses before a list of arguments, and how long it is.
  var listLength = 0
  /// Uses before a relation or a bar in parentheses, as in `P(X=k)` and `P(A|B)`.
  var events = 0
  /// How many of these have a bar and no relation.
  var bars = 0
  /// The arguments on the left side of an equation that defines it.
  var definition: [Int]?
  /// Whether the defining equation goes on with an integral, sum or product, as for Γ and ζ.
  var isDefinedByFormula = false
  /// Uses with composed or numeric arguments as a whole left side.
  var wholeSides = 0
  /// The variables by which it is differentiated.
  var variables: [Int] = []
  /// Whether it stands under a derivative beside the variable, so that it may depend on it.
  var isBesideVariable = false
  var isPartial = false
  var isTotal = false
  /// The most primes on it, and whether primed uses have an argument.
  var primes = 0
  /// The highest number in parentheses above it.
  var orders = 0
  var primedArguments: [Int] = []
  var isPrimedApplied = false
  var dots = 0
  /// How often it is alone on one side of an equation with other names on the other.
  var sidesAlone = 0
  /// Uses with an exponent that is no whole number, and with one that is.
  var symbolicPowers = 0
  var integerPowers = 0
  /// Uses as a factor beside other names.
  var factors = 0
  /// Whether it is the index of a sum, product or integral.
  var isBound = false

  /// Whether it is used with anything in parentheses.
  var isApplied: Bool {
    !singleArguments.isEmpty || numberArguments > 0 || compoundArguments > 0 || listLength > 0
      || wholeSides > 0
  }
}

/// Collects the evidence of a source in one pass over its rows.
///
/// - Complexity: O(items).
struct LaTeXEvidence: Sendable {
  private(set) var names: [LaTeXNameEvidence] = []
  /// Words that occur as single letters in subscripts, such as the `i` of `x_{i+1}`.
  private(set) var subscriptLetters: Set<String> = []
  /// All variables of partial derivatives, in order of appearance.
  private(set) var partialVariables: [Int] = []
  /// Whether something only complex numbers have occurs: `\Re`, `\hbar` beside `i`, `2i`, `e^{i…}`.
  private(set) var imaginaryMarks = 0
  private(set) var engineeringMarks = 0
  private(set) var letterTUses = 0
  private(set) var hasUprightI = false
  private(set) var time: Int?
  /// The names that are derivatives by their subscripts, with the function and the variables.
  var subscriptDerivatives: [Int: (base: Int, variables: [String])] = [:]
  private var differentiated: Set<Int> = []

  init(_ formulas: LaTeXFormulas) {
    let hasDots = formulas.tree.rows.contains { row in row.items.contains { formulas.dotted($0) != nil } }
    time =
      hasDots ? formulas.intern(LaTeXName(base: "t", words: ["t"])) : nil
    names = Array(repeating: LaTeXNameEvidence(), count: formulas.names.count)
    recordSubscripts(formulas)
    for row in formulas.tree.rows.indices { collectDerivatives(formulas, row) }
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

  private static func key(_ row: Int, _ index: Int) -> Int { row << 24 | index }

  // MARK: Derivatives

  private mutating func collectDerivatives(_ formulas: LaTeXFormulas, _ row: Int) {
    let items = formulas.tree.rows[row].items
    if formulas.tree.rows[row].isScript || formulas.tree.rows[row].isMoved { return }
    for (index, item) in items.enumerated() {
      if case .fraction(let top, let bottom) = item.kind,
        let derivative = formulas.derivative(top, bottom, item.range)
      {
        record(derivative, formulas, after: (row, index + 1))
      } else if let (derivative, end) = formulas.inlineDerivative(row, index) {
        record(derivative, formulas, after: (row, end))
        for place in derivative.body { differentiated.insert(Self.key(row, place)) }
      } else if let variables = formulas.subscriptedPartial(item), index + 1 < items.count {
        let ids = variables.compactMap { formulas.tree.name(of: $0).flatMap { formulas.names.id($0.latex) } }
        if let name = formulas.name(row, index + 1) { depend(name, on: ids, isPartial: true, formulas) }
      } else if let (_, order) = formulas.dotted(item), let name = formulas.name(row, index), let time {
        names[name].dots = max(names[name].dots, order)
        differentiated.insert(Self.key(row, index))
        depend(name, on: [time], isPartial: false, formulas)
      }
    }
  }

  private mutating func record(
    _ derivative: LaTeXDerivative, _ formulas: LaTeXFormulas, after place: (row: Int, index: Int)
  ) {
    let variables = derivative.variables.map(\.name)
    var (row, range) = (derivative.bodyRow, derivative.body)
    if range.isEmpty {
      (row, range) = operand(formulas, place.row, place.index)
    } else {
      for index in range { differentiated.insert(Self.key(row, index)) }
    }
    let isSingle =
      !range.isEmpty && isPlainName(formulas, row, range.lowerBound)
      && range.dropFirst().allSatisfy {
        formulas.tree.rows[row].items[$0].isParenthesis
          || formulas.itemNames[row][$0] == LaTeXFormulas.secondHalf
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

  private func isPlainName(_ formulas: LaTeXFormulas, _ row: Int, _ index: Int) -> Bool {
    guard let name = formulas.name(row, index),
      !Self.isConstant(formulas.names[name]) || formulas.tree.rows[row].items[index].sup == nil
    else { return false }
    return formulas.tree.rows[row].items[index].sup == nil || formulas.names[name].takesSuperscript
  }

  private static func isConstant(_ name: LaTeXName) -> Bool {
    ["\\pi", "e", "i", "\\mathrm{e}", "\\mathrm{i}", "\\hbar"].contains(name.latex)
  }

  /// What a derivative operator acts on: a bracket at once, otherwise the product up to the next sign.
  private func operand(_ formulas: LaTeXFormulas, _ row: Int, _ start: Int) -> (Int, Range<Int>) {
    let items = formulas.tree.rows[row].items
    guard start < items.count else { return (row, start..<start) }
    if case .fence(_, _, let inner) = items[start].kind {
      return (inner, formulas.tree.rows[inner].items.indices)
    }
    var end = start
    scan: while end < items.count {
      switch items[end].kind {
      case .binary(let sign) where sign.isAdditive: break scan
      case .relation, .punctuation, .newline, .wideSpace, .text: break scan
      default: end += 1
      }
    }
    return (row, start..<end)
  }

  mutating func depend(_ name: Int, on variables: [Int], isPartial: Bool, _ formulas: LaTeXFormulas) {
    for variable in variables where variable != name && !names[name].variables.contains(variable) {
      names[name].variables.append(variable)
    }
    if isPartial {
      names[name].isPartial = true
      for variable in variables where !partialVariables.contains(variable) {
        partialVariables.append(variable)
      }
    } else {
      names[name].isTotal = true
    }
  }

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
      collectMarks(formulas, row, index)
      guard let name = formulas.name(row, index) else { continue }
      collectOrder(formulas, row, index)
      collectUse(of: name, formulas, row, index)
      if hasRelation, isAlone(items, index, formulas.itemNames[row]) {
        let others = formulas.namesUsed(row, items.indices).filter {
          $0 != name && !Self.isConstant(formulas.names[$0])
        }
        if !others.isEmpty { names[name].sidesAlone += 1 }
      }
    }
  }

  /// `y^{(4)}` is a derivative where y has primes too, and `f^{(4)}(x)` of a letter that is usually a function.
  private mutating func collectOrder(_ formulas: LaTeXFormulas, _ row: Int, _ index: Int) {
    let items = formulas.tree.rows[row].items
    guard let sup = items[index].sup, case .parenthesised(_, let inner) = formulas.tree.superscript(sup),
      let order = formulas.integer(inner)
    else { return }
    var stripped = items[index]
    stripped.sup = nil
    guard let name = formulas.tree.name(of: stripped), let id = formulas.names.id(name.latex),
      id < names.count
    else { return }
    names[id].orders = max(names[id].orders, order)
    guard index + 1 < items.count, case .fence(.paren, .paren, let argument) = items[index + 1].kind,
      LaTeXLetters.isTypicalFunction(name)
    else { return }
    names[id].primes = max(names[id].primes, order)
    names[id].isPrimedApplied = true
    if let argument = singleName(formulas, argument) { names[id].primedArguments.append(argument) }
  }

  private mutating func collectUse(of name: Int, _ formulas: LaTeXFormulas, _ row: Int, _ index: Int) {
    let items = formulas.tree.rows[row].items
    let item = items[index]
    let width =
      index + 1 < items.count && formulas.itemNames[row][index + 1] == LaTeXFormulas.secondHalf ? 2 : 1
    let isDifferentiated = differentiated.contains(Self.key(row, index))
    collectPower(of: name, formulas, items[index + width - 1], items, index)
    let next = index + width < items.count ? items[index + width] : nil
    if item.primes > 0 {
      names[name].primes = max(names[name].primes, item.primes)
      if let next, case .fence(.paren, .paren, let inner) = next.kind {
        names[name].isPrimedApplied = true
        if let argument = singleName(formulas, inner) { names[name].primedArguments.append(argument) }
      }
      return
    }
    guard let next, case .fence(let open, let close, let inner) = next.kind, open == close,
      open == .paren || open == .bracket && formulas.names[name].takesBrackets
    else {
      if !isDifferentiated { names[name].bare += 1 }
      return
    }
    collectApplication(of: name, formulas, row, index, next: index + width, inner)
  }

  private mutating func collectPower(
    of name: Int, _ formulas: LaTeXFormulas, _ item: LaTeXNode, _ items: [LaTeXNode], _ index: Int
  ) {
    if let sup = item.sup, !formulas.names[name].takesSuperscript {
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
    if next + 1 < items.count, items[next + 1].isParenthesis, !items[next].hasScripts {
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
    if let single = singleName(formulas, inner) {
      if !names[name].singleArguments.contains(single) { names[name].singleArguments.append(single) }
      if single == name { names[name].selfContaining += 1 }
      if isWhole, names[name].definition == nil { names[name].definition = [single] }
    } else if isNumber(formulas, inner) {
      names[name].numberArguments += 1
      if isWhole { names[name].wholeSides += 1 }
    } else {
      names[name].compoundArguments += 1
      if isProduct(formulas, inner), !items[next].hasScripts { names[name].productArguments += 1 }
      if isWhole { names[name].wholeSides += 1 }
      if formulas.namesUsed(inner, formulas.tree.rows[inner].items.indices).contains(name) {
        names[name].selfContaining += 1
      }
    }
  }

  private func singleName(_ formulas: LaTeXFormulas, _ row: Int) -> Int? {
    let items = formulas.tree.rows[row].items
    guard let first = items.first, let name = formulas.name(row, 0) else { return nil }
    if items.count == 2, formulas.itemNames[row][1] == LaTeXFormulas.secondHalf { return name }
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
  private func isAlone(_ items: [LaTeXNode], _ index: Int, _ names: [Int32]) -> Bool {
    if items[index].primes > 0 || items[index].sup != nil { return false }
    let isStart = index == 0 || items[index - 1].endsStatement
    let isAfterRelation = index > 0 && items[index - 1].isRelation
    let isBeforeRelation = index + 1 < items.count && items[index + 1].isRelation
    let isEnd = index + 1 >= items.count || items[index + 1].endsStatement
    return isStart && isBeforeRelation || isAfterRelation && (isEnd || isBeforeRelation)
  }

  // MARK: Signs of complex numbers

  private mutating func collectMarks(_ formulas: LaTeXFormulas, _ row: Int, _ index: Int) {
    let items = formulas.tree.rows[row].items
    let item = items[index]
    switch item.kind {
    case .function("re"), .function("im"): imaginaryMarks += 1
    case .letter("i", .roman), .letter("j", .roman):
      imaginaryMarks += 1
      hasUprightI = true
    case .letter("T", .italic): letterTUses += 1
    case .letter("i", .italic) where item.sub == nil:
      if index > 0, items[index - 1].isNumber { imaginaryMarks += 1 }
      if let next = index + 1 < items.count ? items[index + 1] : nil { noteNeighbour(next) }
      if isComplexPair(items, index) { imaginaryMarks += 1 }
    case .letter("j", .italic) where item.sub == nil:
      if index + 1 < items.count, case .symbol("omega", _) = items[index + 1].kind { engineeringMarks += 1 }
    case .letter("e", _), .function("exp"):
      if let sup = item.sup { noteExponent(formulas, sup) }
      if case .function = item.kind, index + 1 < items.count,
        case .fence(_, _, let inner) = items[index + 1].kind
      {
        noteExponent(formulas, inner)
      }
    case .bigOperator where item.sub != nil: collectIndex(formulas, item)
    default: break
    }
    if let sup = item.sup, case .letterT = formulas.tree.superscript(sup) { letterTUses -= 1 }
  }

  private mutating func noteNeighbour(_ next: LaTeXNode) {
    switch next.kind {
    case .symbol("hbar", _), .function("sin"): imaginaryMarks += 1
    default: break
    }
  }

  /// `a + bi`, `x + iy`, `\cos x + i\sin x`.
  private func isComplexPair(_ items: [LaTeXNode], _ index: Int) -> Bool {
    func letter(_ place: Int) -> Unicode.Scalar? {
      guard items.indices.contains(place), case .letter(let scalar, .italic) = items[place].kind else {
        return nil
      }
      return scalar
    }
    func isSign(_ place: Int) -> Bool {
      guard items.indices.contains(place), case .binary(let sign) = items[place].kind else { return false }
      return sign == .plus || sign == .minus
    }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("a", "b"), ("x", "y"), ("u", "v"), ("c", "d"), ("p", "q"),
    ]
    for (real, imaginary) in pairs {
      if isSign(index - 1), letter(index - 2) == real, letter(index + 1) == imaginary { return true }
      if letter(index - 1) == imaginary, isSign(index - 2), letter(index - 3) == real { return true }
    }
    return false
  }

  /// An i in the exponent of e is imaginary.
  private mutating func noteExponent(_ formulas: LaTeXFormulas, _ row: Int) {
    for name in formulas.namesUsed(row, formulas.tree.rows[row].items.indices, limit: 100) {
      if formulas.names[name].latex == "i" { imaginaryMarks += 1 }
      if formulas.names[name].latex == "j" { engineeringMarks += 1 }
    }
  }

  private mutating func collectIndex(_ formulas: LaTeXFormulas, _ item: LaTeXNode) {
    guard let sub = item.sub, let name = formulas.name(sub, 0), formulas.tree.rows[sub].items.count > 1 else {
      return
    }
    names[name].isBound = true
  }
}
