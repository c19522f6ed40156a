import ApusNumbers
import ApusTerms

/// Makes terms of the operators, literals and collections of a syntax tree, one node at a time.
///
/// Names and calls are the business of whoever walks the tree.
package struct TermBuilder {
  /// What terms are made.
  package enum Mode: Sendable {
    /// Canonical terms; a division by zero is an error.
    case canonical
    /// Terms exactly as written, for conversions that follow their source.
    case opaque
  }

  package let mode: Mode
  package let functions: FunctionTable
  /// Remarks on values that may surprise, in the order in which they came up.
  package private(set) var notes: [String] = []

  package init(_ mode: Mode, functions: FunctionTable) {
    self.mode = mode
    self.functions = functions
  }

  /// The term of a node that is neither a name nor a call, from the terms of its children.
  ///
  /// - Parameter values: the terms of the nodes so far, by id.
  package mutating func term(
    _ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]
  ) throws(Diagnostic) -> Expr {
    let node = tree.nodes[id]
    switch node.kind {
    case .number, .vulgarFraction, .superscript: return try literal(node, tree)
    case .subtracted, .dividedBy, .plus, .equal, .asks, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
      .approximately:
      return values[tree.child(0, of: id)]
    case .letIn: return values[tree.child(tree.childCount(of: id) - 1, of: id)]
    case .sum: return sum(id, tree, values)
    case .product: return try product(id, tree, values)
    case .negate: return apply("negate", [values[tree.child(0, of: id)]])
    case .power: return try power(id, tree, values)
    case .relation: return relation(id, tree, values)
    case .squareRoot: return apply("sqrt", operands(id, tree, values))
    case .cubeRoot: return apply("root", operands(id, tree, values) + [3])
    case .factorial: return apply("factorial", operands(id, tree, values))
    case .doubleFactorial: return apply("doubleFactorial", operands(id, tree, values))
    case .absolute: return apply("abs", operands(id, tree, values))
    case .degree: return degree(operands(id, tree, values)[0])
    case .list: return apply("list", operands(id, tree, values))
    case .set: return apply("set", operands(id, tree, values))
    case .tuple: return apply("tuple", operands(id, tree, values))
    case .and: return apply("and", operands(id, tree, values))
    case .or: return apply("or", operands(id, tree, values))
    case .not: return apply("not", operands(id, tree, values))
    case .define: return apply("definition", operands(id, tree, values))
    case .name, .previousAnswer, .call, .declare:
      throw Diagnostic("unexpected-token", "this is not expected here", at: node.range)
    }
  }

  /// Remembers a remark, once.
  package mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// The function of that name applied to the arguments in the builder's mode.
  package func apply(_ name: String, _ arguments: [Expr]) -> Expr {
    apply(functions[name] ?? .undefined(name), arguments)
  }

  /// The function applied to the arguments in the builder's mode.
  package func apply(_ function: Function, _ arguments: [Expr]) -> Expr {
    mode == .opaque ? Expr.opaque(function, arguments) : Expr.call(function, arguments)
  }

  private func operands(_ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]) -> [Expr] {
    tree.children(of: id).map { values[Int($0)] }
  }

  // MARK: Literals

  private func literal(_ node: SyntaxTree.Node, _ tree: borrowing SyntaxTree) throws(Diagnostic) -> Expr {
    let bytes = tree.source.bytes[node.range.lowerBound..<node.range.upperBound]
    switch node.kind {
    case .vulgarFraction:
      let parts = NameScanner.vulgarFraction(bytes)
      let (top, bottom) = (Expr(parts.numerator), Expr(parts.denominator))
      return mode == .opaque ? Expr.opaque(.divide, [top, bottom]) : top / bottom
    case .superscript:
      let text = NameScanner.superscriptText(bytes)
      guard let value = Integer(text) else {
        throw Diagnostic("invalid-number", "this superscript is not an integer", at: node.range)
      }
      return Expr(Number(value))
    default:
      // More bytes than the limit on digits are not worth converting first.
      if bytes.count <= Number.digitLimit + 16, let value = PrecisionMark.number(bytes),
        !value.exceedsDigitLimit
      {
        return Expr(value)
      }
      throw Diagnostic("number-too-large", "this number is too large", at: node.range)
    }
  }

  // MARK: Operators

  private func sum(_ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]) -> Expr {
    if mode == .canonical {
      return Expr.sum(
        tree.children(of: id).map { child in
          tree.nodes[Int(child)].kind == .subtracted ? -values[Int(child)] : values[Int(child)]
        })
    }
    return chain(id, tree, values, link: .subtracted, plain: .add, linked: .subtract)
  }

  private func product(
    _ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]
  ) throws(Diagnostic) -> Expr {
    guard mode == .canonical else {
      return chain(id, tree, values, link: .dividedBy, plain: .multiply, linked: .divide)
    }
    var factors: [Expr] = []
    factors.reserveCapacity(tree.childCount(of: id))
    for child in tree.children(of: id) {
      let (node, value) = (tree.nodes[Int(child)], values[Int(child)])
      if node.kind == .dividedBy {
        if value.number?.isZero == true, value.number?.isExact == true {
          throw Diagnostic(
            "division-by-zero", "the denominator \(tree.text(of: tree.child(0, of: Int(child)))) is 0",
            at: node.range)
        }
        factors += reciprocals(tree.child(0, of: Int(child)), tree, values)
      } else {
        factors.append(value)
      }
    }
    return Expr.product(factors)
  }

  /// What to multiply by to divide by a node: the factors of a product one by one, so that a number stays apart from a sum as in
  /// `x/(2*(y + 1))`.
  private func reciprocals(_ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]) -> [Expr] {
    guard tree.nodes[id].kind == .product else { return [.power(values[id], -1)] }
    // The reciprocal of a product of matrices has them in reverse.
    let lists = tree.children(of: id).count { values[Int($0)].flags.contains(.hasList) }
    if lists > 1 { return [.power(values[id], -1)] }
    return tree.children(of: id).map { child in
      let value = values[Int(child)]
      return tree.nodes[Int(child)].kind == .dividedBy ? value : .power(value, -1)
    }
  }

  /// An opaque chain: runs of plain links become one n-ary call, each of the others a call of its own.
  private func chain(
    _ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr], link: SyntaxKind, plain: Function,
    linked: Function
  ) -> Expr {
    var run: [Expr] = []
    for child in tree.children(of: id) {
      if tree.nodes[Int(child)].kind == link {
        let left = run.count == 1 ? run[0] : Expr.opaque(plain, run)
        run = [Expr.opaque(linked, [left, values[Int(child)]])]
      } else {
        run.append(values[Int(child)])
      }
    }
    return run.count == 1 ? run[0] : Expr.opaque(plain, run)
  }

  /// `x^{2}` is LaTeX; here braces make sets, and a set as an exponent stands in parentheses.
  private func refuseBraces(_ id: Int, of power: Int, _ tree: borrowing SyntaxTree) throws(Diagnostic) {
    let range = tree.nodes[id].range
    guard tree.nodes[id].kind == .set, tree.nodes[power].range.upperBound == range.upperBound else { return }
    let fixes = [
      FixIt(SourceRange(range.lowerBound, range.lowerBound + 1), insert: "("),
      FixIt(SourceRange(range.upperBound - 1, range.upperBound), insert: ")"),
    ]
    throw Diagnostic(
      "set-exponent", "braces make sets; an exponent is grouped by parentheses", at: range,
      help: tree.source.applying(fixes).map { [$0] } ?? [], fixIts: fixes)
  }

  private func degree(_ value: Expr) -> Expr {
    mode == .opaque
      ? apply("degree", [value]) : Expr.product([value, Expr.pi, Expr(Number(Rational(1, 180) ?? 1))])
  }

  private mutating func power(
    _ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]
  ) throws(Diagnostic) -> Expr {
    let (base, exponent) = (values[tree.child(0, of: id)], values[tree.child(1, of: id)])
    try refuseBraces(tree.child(1, of: id), of: id, tree)
    guard mode == .canonical else { return Expr.opaque(.power, [base, exponent]) }
    if base.isZero, let value = exponent.number {
      if value.isZero, value.isExact {
        note("0^0 = 1 by convention; as a limit it is indeterminate (?0^0)")
        return 1
      }
      if value.isReal, value.isNegative {
        let place = tree.child(0, of: id)
        throw Diagnostic(
          "division-by-zero", "\(tree.text(of: place)) is 0 and its exponent negative",
          at: tree.nodes[place].range)
      }
    }
    return Expr.power(base, exponent)
  }

  private func relation(_ id: Int, _ tree: borrowing SyntaxTree, _ values: [Expr]) -> Expr {
    let children = tree.children(of: id)
    var relations: [Expr] = []
    var left: Expr?
    for child in children {
      let right = values[Int(child)]
      if let left, let name = TermBuilder.relationName(tree.nodes[Int(child)].kind) {
        relations.append(apply(name, [left, right]))
      }
      left = right
    }
    return relations.count == 1 ? relations[0] : apply("and", relations)
  }

  private static func relationName(_ kind: SyntaxKind) -> String? {
    switch kind {
    case .equal, .asks: "equal"
    case .notEqual: "notEqual"
    case .less: "less"
    case .lessEqual: "lessEqual"
    case .greater: "greater"
    case .greaterEqual: "greaterEqual"
    case .approximately: "approximately"
    default: nil
    }
  }
}
