import ApusTerms

extension LaTeXFormulaReader {
  /// An element of a sequence: the sequence with its indices.
  struct Element {
    let sequence: Int
    let indices: [Expr]
  }

  /// `x_i` and `x^{(i)}` under a sum over i are the i-th element of a sequence, not one symbol, and so are its other elements.
  func indexed(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ width: Int, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard let element = try element(id, item, range) else { return nil }
    let name = formulas.names[id]
    cursor.place += width
    assume("\(name.latex) is an element of a sequence")
    if item.sup == nil || name.takesSuperscript, let next = self.item(cursor),
      case .fence(.paren, .paren, let row) = next.kind, try isApplied(id, row, range, next)
    {
      cursor.place += 1
      let call = call(element, try arguments(row))
      return try scripted(LaTeXOperand(expr: call, range: range.union(next.range)), next)
    }
    let usual = context.sequences.arguments(of: name).map { symbolTerm($0) }
    let operand = LaTeXOperand(expr: call(element, usual), range: range)
    guard let sup = item.sup, !name.takesSuperscript else { return operand }
    if case .letterT = tree.superscript(sup), name.isVector { return try transposed(operand, item) }
    return try scripted(operand, item, subscriptIsRead: true)
  }

  /// The element that a name is, of the sequence that its indices are taken from; nil for any other name.
  func element(_ id: Int, _ item: LaTeXNode?, _ range: SourceRange) throws(Diagnostic) -> Element? {
    let isElement = context.sequences.isElement(id)
    guard hasBound || isElement else { return nil }
    let name = formulas.names[id]
    let subscriptRow = try indexRow(name.subscriptRow, range) ?? (isElement ? name.subscriptRow : nil)
    let superscriptRow = try indexRow(name.takesSuperscript ? item?.sup.map { contentRow($0) } : nil, range)
    guard subscriptRow != nil || superscriptRow != nil else { return nil }
    if let item, item.primes > 0 {
      throw Diagnostic("unclear-prime", "a prime on an indexed name has no reading", at: range)
    }
    let sequence = formulas.intern(sequenceName(name, item, subscriptRow, superscriptRow))
    var indices: [Expr] = []
    if let subscriptRow { indices += try self.indices(subscriptRow) }
    if let superscriptRow { indices += try self.indices(superscriptRow) }
    return Element(sequence: sequence, indices: indices)
  }

  /// The value of an element, at arguments if it is a function.
  func call(_ element: Element, _ arguments: [Expr]) -> Expr {
    .opaque(.undefined(use(element.sequence)), element.indices + arguments)
  }

  /// Refuses a name with a bound index where it would be taken for one name.
  func refuseIndex(_ id: Int, _ range: SourceRange) throws(Diagnostic) {
    guard hasBound, let sub = formulas.names[id].subscriptRow, mentionsBound(sub) else { return }
    throw Diagnostic("indexed-name", "an index occurs in this name in a way that has no reading", at: range)
  }

  /// Whether the brackets behind an element hold its argument: a factor that is no sum would not need them.
  private func isApplied(
    _ id: Int, _ row: Int, _ range: SourceRange, _ next: LaTeXNode
  ) throws(Diagnostic) -> Bool {
    if formulas.arguments(row).ranges.count > 1 { return true }
    let role = context.role(id)
    if case .function = role { return true }
    let content = items(row)
    let isSum = content.indices.dropFirst().contains { content[$0].isSign }
    let isNegative = content.first?.isSign ?? false
    if isSum || isNegative {
      // A power of the brackets, as `(-1)^n`, is a factor.
      if case .unclear = role, !next.hasScripts {
        throw ambiguousApplication(formulas.names[id], range, next)
      }
      return false
    }
    if next.hasScripts {
      if content.count == 1, formulas.name(row, 0) != nil {
        throw ambiguousApplication(formulas.names[id], range, next)
      }
      return false
    }
    return !content.isEmpty
  }

  /// The row between the brackets of a superscript such as `(i)`, or the row itself.
  private func contentRow(_ sup: Int) -> Int {
    guard items(sup).count == 1, let only = items(sup).first, case .fence(_, _, let inner) = only.kind else {
      return sup
    }
    return inner
  }

  /// A script that holds indices: it mentions a bound variable, and all its letters can be indices.
  private func indexRow(_ row: Int?, _ range: SourceRange) throws(Diagnostic) -> Int? {
    guard let row, mentionsBound(row) else { return nil }
    var letters = 0
    var others = 0
    for item in items(row) {
      guard case .letter(let letter, .italic) = item.kind else { continue }
      letters += 1
      let isIndex = "ijklmnpqrst".unicodeScalars.contains(letter)
      if !isIndex, !isBoundItem(item) { others += 1 }
    }
    // A word such as `max` contains letters that happen to be bound.
    if others > 0, letters > 2 { return nil }
    let isDirect = items(row).contains { isBoundItem($0) }
    guard isDirect, others == 0, !items(row).contains(where: { $0.sub != nil || $0.primes > 0 }) else {
      throw Diagnostic("indexed-name", "an index occurs in this name in a way that has no reading", at: range)
    }
    return row
  }

  private func isBoundItem(_ item: LaTeXNode) -> Bool {
    guard item.sub == nil, let name = tree.name(of: item), let id = formulas.names.id(name.latex)
    else { return false }
    return isBound(id)
  }

  /// Whether a bound variable occurs anywhere in a script.
  private func mentionsBound(_ row: Int) -> Bool {
    var pending = [row]
    while let row = pending.popLast() {
      for item in items(row) {
        if isBoundItem(item) { return true }
        pending += formulas.contents(of: item)
      }
    }
    return false
  }

  /// The name of the sequence: the letter, unless that is a quantity of its own.
  private func sequenceName(
    _ name: LaTeXName, _ item: LaTeXNode?, _ sub: Int?, _ sup: Int?
  ) -> LaTeXName {
    var sequence = name
    var removed: [String] = []
    if let sub {
      removed.append("_{\(tree.spelling(ofRow: sub))}")
      sequence.words = without(tree.words(ofRow: sub), sequence.words)
    }
    if sup != nil, let whole = item?.sup {
      removed.append("^{\(tree.spelling(ofRow: whole))}")
      sequence.words = without(tree.words(ofRow: whole), sequence.words)
    }
    for part in removed { sequence.scripts = sequence.scripts.replacing(part, with: "", maxReplacements: 1) }
    sequence.subscriptRow = nil
    guard let plain = formulas.names.id(sequence.latex), context[uses: plain].bare > 0 else {
      return sequence
    }
    // The letter is taken, and all elements have to share the name.
    sequence.scripts += sequence.scripts.contains("_") ? "^{\\mathrm{seq}}" : "_{\\mathrm{seq}}"
    sequence.words.append("seq")
    return sequence
  }

  /// The words without one run of others.
  private func without(_ run: [String], _ words: [String]) -> [String] {
    guard !run.isEmpty, run.count < words.count else { return words }
    for start in (0...(words.count - run.count)).reversed()
    where Array(words[start..<start + run.count]) == run {
      return Array(words[..<start] + words[(start + run.count)...])
    }
    return words
  }

  /// The indices in a script: letters side by side or between commas are several; a number before a letter multiplies it, but for
  /// 0 and 1, which count.
  private func indices(_ script: Int) throws(Diagnostic) -> [Expr] {
    let isList = items(script).enumerated().allSatisfy { place, item in
      if item.hasScripts { return false }
      switch item.kind {
      case .letter, .symbol, .punctuation(","): return true
      case .number: return place > 0 || items(script).count == 1 || tree.countsFrom(item)
      default: return false
      }
    }
    // Script rows carry no names of their own, so their items are read in a row that does.
    let row = formulas.add(items(script), formulas.tree.rows[script].range)
    guard isList else { return try arguments(row) }
    var values: [Expr] = []
    for index in items(row).indices {
      if case .punctuation = items(row)[index].kind { continue }
      values.append(try whole(row, index..<index + 1, gap: items(row)[index].range).expr)
    }
    return values
  }
}
