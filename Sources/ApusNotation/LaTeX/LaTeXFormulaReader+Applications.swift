import ApusTerms

extension LaTeXFormulaReader {
  /// A name that is a function: applied to what follows, or to its usual arguments.
  func application(
    _ id: Int, _ usual: [Int], _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let name = formulas.names[id]
    if let next = self.item(cursor), case .fence(let open, let close, let row) = next.kind, open == close,
      open == .paren || open == .bracket && name.takesBrackets, try isApplied(id, usual, row, next)
    {
      cursor.place += 1
      let identifier = use(id)
      let arguments = try self.arguments(row)
      if !usual.isEmpty, context[uses: id].definition != nil, arguments.count != usual.count {
        throw Diagnostic(
          "argument-count",
          "\(name.latex) is defined with \(usual.count) argument\(usual.count == 1 ? "" : "s")",
          at: next.range)
      }
      try noteCall(id, count: arguments.count, isUsual: false, next.range)
      assume("\(name.latex) is a function")
      let call = Expr.opaque(.undefined(identifier), arguments)
      return try raised(LaTeXOperand(expr: call, range: range.union(next.range)), by: item, next)
    }
    if let expr = try usualCall(id, usual, range) {
      let call = LaTeXOperand(expr: expr, range: range)
      return hasNameSuperscript(item) ? call : try scripted(call, item, subscriptIsRead: true)
    }
    return try prefixed(id, item, range, &cursor)
  }

  /// The call with the usual arguments, which a bare name stands for.
  func usualCall(_ id: Int, _ usual: [Int], _ range: SourceRange) throws(Diagnostic) -> Expr? {
    guard !usual.isEmpty else { return nil }
    let name = formulas.names[id].latex
    var arguments: [Expr] = []
    for argument in usual {
      guard !isBound(argument), case .function(let inner) = context.role(argument), !inner.isEmpty else {
        arguments.append(symbolTerm(argument))
        continue
      }
      guard context[uses: id].isPartial, !inner.contains(where: usual.contains),
        let path = path(argument, inner)
      else {
        throw Diagnostic(
          "chain-rule",
          "\(name) depends on \(formulas.names[argument].latex), which is itself a function here", at: range)
      }
      arguments.append(path)
    }
    arguments += velocities(of: id)
    try noteCall(id, count: arguments.count, isUsual: true, range)
    let element = try element(id, nil, range)
    let variables = usual.map { formulas.names[$0].latex } + velocityNames(of: id)
    assume("\(name) is a function of \(variables.joined(separator: ", "))")
    if let element { return call(element, arguments) }
    return Expr.opaque(.undefined(use(id)), arguments)
  }

  /// The value `q(t)` of a path, at which a function such as H(q, p) is taken in Hamilton's equations.
  ///
  /// A path depends on one variable, which depends on nothing, and has no partial derivatives of its own: otherwise the
  /// dependences would be those of a chain rule.
  func path(_ id: Int, _ inner: [Int]) -> Expr? {
    guard !context[uses: id].isPartial, inner.count == 1, let time = inner.first else { return nil }
    if case .function(let further) = context.role(time), !further.isEmpty { return nil }
    return Expr.opaque(.undefined(use(id)), [symbolTerm(time)])
  }

  /// `\operatorname{tr} A`: a named operator without parentheses.
  private func prefixed(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    let name = formulas.names[id]
    guard name.base.hasPrefix("\\operatorname") else {
      throw Diagnostic("missing-argument", "\(name.latex) is a function and has no argument here", at: range)
    }
    let identifier = use(id)
    let argument = try functionArgument("", item, &cursor)
    let call = Expr.opaque(.undefined(identifier), [argument.expr])
    return try raised(LaTeXOperand(expr: call, range: range.union(argument.range)), by: item, nil)
  }

  /// The power that stands on the function's name or behind its brackets.
  private func raised(
    _ call: LaTeXOperand, by item: LaTeXNode, _ brackets: LaTeXNode?
  ) throws(Diagnostic) -> LaTeXOperand {
    var result = call
    if let sup = item.sup, !hasNameSuperscript(item) {
      guard formulas.integer(sup) != nil else {
        throw Diagnostic(
          "inverse-function", "this exponent on a function may be a power or an inverse",
          at: item.supRange ?? item.range,
          help: ["write the exponent behind the brackets"])
      }
      result = try power(call, sup, item)
    }
    if let brackets { result = try scripted(result, brackets) }
    return result
  }

  private func hasNameSuperscript(_ item: LaTeXNode) -> Bool {
    tree.name(of: item)?.takesSuperscript ?? false
  }

  /// Whether the brackets behind a function hold its argument, or are a factor as in `p(1-p)`.
  private func isApplied(_ id: Int, _ usual: [Int], _ row: Int, _ next: LaTeXNode) throws(Diagnostic) -> Bool
  {
    let uses = context[uses: id]
    if uses.definition != nil || uses.variables.isEmpty && !uses.isPrimedApplied
      || options.functions.contains(formulas.names[id].latex)
    {
      return true
    }
    let arguments = formulas.arguments(row)
    if arguments.ranges.count > 1 { return true }
    let mentioned = formulas.namesUsed(row, items(row).indices)
    if mentioned.contains(id) { return false }
    let isSingle = items(row).count == 1
    if isSingle, items(row)[0].isNumber { return usual.count <= 1 }
    let variables = mentioned.filter { usual.contains($0) || isBound($0) }
    if isSingle, let argument = mentioned.first {
      return usual.contains(argument) || isBound(argument) || uses.definition != nil || uses.isPrimedApplied
        || LaTeXLetters.isUsualVariable(formulas.names[argument])
    }
    guard !variables.isEmpty else { return uses.isPrimedApplied && uses.bare == 0 }
    let isExplicit = uses.singleArguments.contains { usual.contains($0) } || uses.isPrimedApplied
    let isTime = variables.allSatisfy { ["t", "\\tau"].contains(formulas.names[$0].latex) || isBound($0) }
    guard usual.count == 1, isExplicit || isTime else {
      throw ambiguousApplication(formulas.names[id], next.range, next)
    }
    return true
  }

  /// The arguments in brackets.
  func arguments(_ row: Int) throws(Diagnostic) -> [Expr] {
    let parts = formulas.arguments(row)
    var values: [Expr] = []
    for (index, range) in parts.ranges.enumerated() {
      let gap: SourceRange
      if parts.separators.isEmpty {
        gap = formulas.tree.rows[row].range
      } else {
        gap = parts.separators[min(index, parts.separators.count - 1)]
      }
      let operand = try whole(row, range, gap: gap)
      if operand.isTruth {
        throw Diagnostic("relation-in-term", "a relation is no argument of a function", at: operand.range)
      }
      values.append(operand.expr)
    }
    return values
  }

  // MARK: Events

  /// `P(X = k)` and `P(A|B)`: the name and its brackets are one symbol.
  func event(
    _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let next = self.item(cursor), case .fence(let open, _, let row) = next.kind, next.isParenthesis
    else {
      return try symbol(id, item, range)
    }
    for name in formulas.namesUsed(row, items(row).indices) where isBound(name) {
      throw Diagnostic(
        "event-index", "the event depends on an index, so this is a sequence of symbols",
        at: range.union(next.range))
    }
    guard !items(row).isEmpty else { throw missingOperand(formulas.tree.rows[row].range) }
    for inner in items(row) { if case .dots = inner.kind { throw unexpected(inner) } }
    cursor.place += 1
    var name = formulas.names[id]
    let brackets = open == .paren ? ("(", ")") : ("[", "]")
    name.scripts += brackets.0 + tree.spelling(ofRow: row) + brackets.1
    name.words += tree.words(ofRow: row)
    assume("\(name.latex) is one symbol")
    let event = formulas.intern(name)
    var operand = LaTeXOperand(expr: symbolTerm(event), range: range.union(next.range))
    operand = try scripted(operand, next)
    return operand
  }

  // MARK: Greek letters that are functions

  /// Γ(z) and ζ(s), where the letter is nowhere a plain symbol.
  func knownGreek(
    _ name: LaTeXName, _ id: Int, _ item: LaTeXNode, _ range: SourceRange, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand? {
    guard let next = self.item(cursor), case .fence(.paren, .paren, let row) = next.kind,
      context[uses: id].bare == 0, !options.symbols.contains(name.latex)
    else { return nil }
    let count = formulas.arguments(row).ranges.count
    var order: Expr?
    let function: String
    if count == 2, let known = LaTeXFunctions.ofTwo[name.latex] {
      function = known
    } else if count == 1, name.scripts.isEmpty,
      let known = LaTeXFunctions.greek[String(name.base.dropFirst())], name.base.hasPrefix("\\")
    {
      function = known
    } else if count == 1, name.isIndexedBySmallLetter, let known = LaTeXFunctions.withIndex[name.base],
      let sub = name.subscriptRow
    {
      function = known
      order = try value(ofRow: formulas.add(items(sub), formulas.tree.rows[sub].range))
    } else {
      return nil
    }
    cursor.place += 1
    let arguments = (order.map { [$0] } ?? []) + (try self.arguments(row))
    assume("\(name.latex) is the function \(function)")
    let call = LaTeXOperand(
      expr: LaTeXTerms.call(function, arguments), range: range.union(next.range), shape: .scalar)
    return try raised(call, by: item, next)
  }
}
