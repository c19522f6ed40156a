import ApusTerms

extension LaTeXFormulaReader {
  /// A sum, product, integral, limit, or a function of a list.
  func bigOperator(
    _ big: LaTeXBigOperator, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    switch big {
    case .integral(let signs): return try integral(signs, item, &cursor)
    case .contourIntegral: return try contourIntegral(item, &cursor)
    case .sum: return try overIndex("sum", item, &cursor)
    case .product: return try overIndex("productOver", item, &cursor)
    case .limit: return try limit(item, &cursor)
    case .listFunction(let function): return try listFunction(function.name, item, &cursor)
    }
  }

  // MARK: Sums and products

  private func overIndex(
    _ name: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard let sub = item.sub else {
      throw Diagnostic(
        "missing-index", "this has no index", at: item.range,
        help: ["write it as \(Self.example(name, index: "k"))"])
    }
    let (index, lower, upper) = try range(sub, item, of: name)
    cursor.place += 1
    guard let next = self.item(cursor), next.isOperand || next.isDots else {
      throw missingOperand(item.range)
    }
    bind(index)
    defer { unbind(index) }
    let start = cursor.place
    var place = cursor
    let body = try nested(item.range) { () throws(Diagnostic) in try product(&place) }
    cursor = place
    if body.isTruth { throw Diagnostic("relation-in-term", "a relation cannot be summed", at: body.range) }
    try refuseLooseIndex(index, body.range, item, cursor)
    if name == "productOver" { try refuseLooseFactor(index, start, cursor) }
    let call = LaTeXTerms.call(name, body.expr, symbolTerm(index), lower, upper)
    return LaTeXOperand(expr: call, range: item.range.union(body.range), shape: body.shape)
  }

  /// A factor without the index, behind a sign, may multiply every factor or the whole product.
  private func refuseLooseFactor(_ index: Int, _ start: Int, _ cursor: LaTeXCursor) throws(Diagnostic) {
    let range = start..<cursor.place
    guard let sign = items(cursor.row)[range].lastIndex(where: \.isMultiplication) else { return }
    let letter = formulas.names[index].latex
    let mentions = formulas.namesUsed(cursor.row, sign + 1..<cursor.place).contains { name in
      name == index
        || formulas.names[name].subscriptRow.map { tree.spelling(ofRow: $0).contains(letter) }
          ?? false
    }
    guard !mentions else { return }
    throw Diagnostic(
      "ambiguous-scope", "it is not clear whether this belongs to every factor of the product",
      at: items(cursor.row)[sign].range,
      help: ["put brackets around the product, or around all that is multiplied"])
  }

  /// An index that occurs behind the end of its sum shows that the author meant the sum to go on.
  private func refuseLooseIndex(
    _ index: Int, _ body: SourceRange, _ sign: LaTeXNode, _ cursor: LaTeXCursor
  ) throws(Diagnostic) {
    let letter = formulas.names[index].latex
    for place in cursor.place..<cursor.end {
      let item = items(cursor.row)[place]
      if item.isRelation || item.endsStatement { return }
      if case .bigOperator = item.kind, let sub = item.sub, formulas.name(sub, 0) == index { return }
      let isUsed = formulas.namesUsed(cursor.row, place..<place + 1).contains { name in
        if name == index { return true }
        guard let sub = formulas.names[name].subscriptRow else { return false }
        return items(sub).contains { tree.name(of: $0)?.latex == letter }
      }
      if isUsed {
        throw Diagnostic(
          "ambiguous-scope", "the index \(letter) occurs here, behind the end of its sum", at: item.range,
          help: ["put brackets around all that is summed"]
        ).settled(by: [
          FixIt.brackets(around: body.union(sideAfter(place, cursor))),
          FixIt.brackets(around: sign.range.union(body)),
        ])
      }
    }
  }

  /// The bytes from a place to the end of a side of a relation.
  private func sideAfter(_ place: Int, _ cursor: LaTeXCursor) -> SourceRange {
    let items = items(cursor.row)
    var last = place
    while last + 1 < cursor.end, !items[last + 1].isRelation, !items[last + 1].endsStatement { last += 1 }
    return items[place].range.union(items[last].range)
  }

  /// The index and its bounds: `k=1` below and `n` above, `k \ge 0`, or `1 \le k \le n`.
  private func range(_ sub: Int, _ item: LaTeXNode, of name: String) throws(Diagnostic) -> (
    index: Int, lower: Expr, upper: Expr
  ) {
    let below = items(sub)
    let relations = below.indices.filter { below[$0].isRelation }
    if relations.count == 1, relations[0] == 1, let index = formulas.name(sub, 0),
      case .relation(let relation) = below[1].kind
    {
      let bound = try whole(sub, 2..<below.count, gap: below[1].range).expr
      switch relation {
      case .equal:
        guard let sup = item.sup else { break }
        return (index, bound, try value(ofRow: sup))
      case .greaterEqual where item.sup == nil: return (index, bound, LaTeXTerms.call("oo", []))
      default: break
      }
    }
    if relations.count == 2, item.sup == nil, relations[1] == relations[0] + 2,
      let index = formulas.name(sub, relations[0] + 1),
      case .relation(.lessEqual) = below[relations[0]].kind,
      case .relation(.lessEqual) = below[relations[1]].kind
    {
      let lower = try whole(sub, 0..<relations[0], gap: below[relations[0]].range).expr
      let upper = try whole(sub, relations[1] + 1..<below.count, gap: below[relations[1]].range).expr
      return (index, lower, upper)
    }
    throw missingBound(sub, item, of: name)
  }

  /// No range of values is made up for an index: what it says of it depends on the text around the formula.
  private func missingBound(_ sub: Int, _ item: LaTeXNode, of name: String) -> Diagnostic {
    let below = items(sub)
    let letter = formulas.name(sub, 0).map { formulas.names[$0].latex }
    var message = "the index needs a first and a last value"
    if let letter, below.count == 1 {
      message = "this does not say which values \(letter) takes"
    } else if let letter, below.count > 2, case .relation(.equal) = below[1].kind {
      message = "this does not say what the last value of \(letter) is"
    }
    return Diagnostic(
      "missing-bound", message, at: item.subRange ?? item.range,
      help: ["write it as \(Self.example(name, index: letter ?? "k"))"])
  }

  /// A sum or product over an index, as it is written with its bounds.
  private static func example(_ name: String, index: String) -> String {
    "\(name == "sum" ? "\\sum" : "\\prod")_{\(index)=1}^{n}"
  }

  // MARK: Limits

  private func limit(_ item: LaTeXNode, _ cursor: inout LaTeXCursor) throws(Diagnostic)
    -> LaTeXOperand
  {
    guard let sub = item.sub else {
      throw Diagnostic("missing-index", "this limit does not say what tends where", at: item.range)
    }
    guard item.sup == nil else {
      throw Diagnostic(
        "unsupported-superscript", "a limit has no superscript", at: item.supRange ?? item.range)
    }
    let below = items(sub)
    guard below.count > 1, let variable = formulas.name(sub, 0), let arrow = below[1].arrow else {
      throw Diagnostic(
        "missing-index", "below a limit stands where its variable tends", at: item.subRange ?? item.range,
        help: ["write it as \\lim_{x \\to 0}"])
    }
    var (point, direction) = try self.point(sub, below[1])
    if arrow != 0 { direction = arrow }
    cursor.place += 1
    guard let next = self.item(cursor), next.isOperand || next.isMinus else {
      throw missingOperand(item.range)
    }
    bind(variable)
    defer { unbind(variable) }
    var place = cursor
    let body = try nested(item.range) { () throws(Diagnostic) in try product(&place) }
    cursor = place
    if body.isTruth { throw Diagnostic("relation-in-term", "a relation has no limit", at: body.range) }
    var arguments = [body.expr, symbolTerm(variable), point]
    if direction != 0 { arguments.append(Expr(direction)) }
    return LaTeXOperand(
      expr: LaTeXTerms.call("limit", arguments), range: item.range.union(body.range), shape: .scalar)
  }

  /// The point, and from which side: `0^+`.
  private func point(_ sub: Int, _ arrow: LaTeXNode) throws(Diagnostic) -> (Expr, Int) {
    var below = items(sub)
    guard below.count > 2 else { throw missingOperand(arrow.range) }
    var direction = 0
    let last = below.count - 1
    if let sup = below[last].sup, items(sup).count == 1, case .binary(let sign) = items(sup)[0].kind {
      if sign == .plus { direction = 1 }
      if sign == .minus { direction = -1 }
    }
    guard direction != 0 else { return (try whole(sub, 2..<below.count, gap: arrow.range).expr, 0) }
    below[last].sup = nil
    let row = formulas.add(Array(below[2...]), formulas.tree.rows[sub].range)
    return (try value(ofRow: row), direction)
  }

  // MARK: Functions of a list

  func listFunction(
    _ name: String, _ item: LaTeXNode, _ cursor: inout LaTeXCursor
  ) throws(Diagnostic) -> LaTeXOperand {
    guard item.sub == nil, item.sup == nil else {
      throw Diagnostic(
        "unsupported-operator", "a \(name) over a set has no code",
        at: item.subRange ?? item.supRange ?? item.range)
    }
    cursor.place += 1
    guard let next = self.item(cursor), case .fence(let open, let close, let row) = next.kind, open == close,
      open == .paren || open == .brace || open == .bracket
    else {
      throw Diagnostic("missing-argument", "\\\(name) needs its arguments in brackets", at: item.range)
    }
    cursor.place += 1
    guard !items(row).isEmpty else { throw missingOperand(formulas.tree.rows[row].range) }
    let call = LaTeXTerms.call(name, try arguments(row))
    return try scripted(LaTeXOperand(expr: call, range: item.range.union(next.range), shape: .scalar), next)
  }
}

extension LaTeXNode {
  var isDots: Bool { if case .dots = kind { true } else { false } }

  /// The direction of an arrow below a limit: 0 from both sides, 1 from above, −1 from below; nil for no
  /// arrow.
  var arrow: Int? {
    guard case .arrow(let direction) = kind else { return nil }
    return direction
  }
}
