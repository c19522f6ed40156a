import ApusTerms

/// Puts code together: operators, parentheses, and variables for parts that would nest too deeply.
struct CodeText {
  var arena = TextArena()
  var names = CodeNames()
  /// Assignments to temporary variables, in order.
  private(set) var assignments: [(variable: TextArena.Ref, value: TextArena.Ref)] = []
  /// Whether parts may be moved into variables before the expression.
  var canHoist = true

  /// How deeply one expression may nest: CPython refuses 200 parentheses and about 1000 operators.
  var deepest = 60
  /// A chain of operators nests once for each, so long ones are cut.
  var longest = 40

  // MARK: Leaves and brackets

  mutating func atom(_ text: String, _ value: CodeValue = .object) -> CodePiece {
    CodePiece(ref: arena.piece(text), value: value)
  }

  mutating func symbol(_ name: String) -> CodePiece { CodePiece(ref: names.ref(.symbol, name, in: &arena)) }

  /// The piece in parentheses unless it binds at least as tightly as `precedence`.
  mutating func operand(_ piece: CodePiece, _ precedence: CodePrecedence) -> TextArena.Ref {
    arena.begin()
    add(piece, precedence)
    return arena.end()
  }

  /// Adds such an operand to the piece under construction.
  private mutating func add(_ piece: CodePiece, _ precedence: CodePrecedence) {
    if piece.precedence >= precedence { return arena.add(piece.ref) }
    arena.add("(")
    arena.add(piece.ref)
    arena.add(")")
  }

  /// `open` arguments `close`.
  mutating func call(
    _ open: StaticString, _ arguments: some Collection<CodePiece>, _ close: StaticString = ")",
    _ value: CodeValue = .object
  ) -> CodePiece {
    arena.begin()
    arena.add(open)
    return closed(arguments, close, value)
  }

  /// A call of the function whose name is the piece.
  mutating func call(
    _ name: TextArena.Ref, _ arguments: some Collection<CodePiece>, _ value: CodeValue = .object
  ) -> CodePiece {
    arena.begin()
    arena.add(name)
    arena.add("(")
    return closed(arguments, ")", value)
  }

  private mutating func closed(
    _ arguments: some Collection<CodePiece>, _ close: StaticString, _ value: CodeValue
  ) -> CodePiece {
    var isFirst = true
    var deepest = 0
    for argument in arguments {
      if !isFirst { arena.add(", ") }
      arena.add(argument.ref)
      isFirst = false
      deepest = max(deepest, argument.depth)
    }
    arena.add(close)
    return CodePiece(ref: arena.end(), depth: deepest + 1, value: value)
  }

  func depth(_ parts: some Collection<CodePiece>) -> Int { 1 + (parts.lazy.map(\.depth).max() ?? 0) }

  // MARK: Arithmetic

  mutating func negation(_ piece: CodePiece, _ value: CodeValue) -> CodePiece {
    var magnitude = piece
    magnitude.ref = operand(piece, .product)
    magnitude.depth += 1
    return settled(negative(magnitude, value))
  }

  /// A minus sign before a piece that binds at least like a product.
  private mutating func negative(_ magnitude: CodePiece, _ value: CodeValue) -> CodePiece {
    arena.begin()
    arena.add("-")
    arena.add(magnitude.ref)
    return CodePiece(
      ref: arena.end(), precedence: .sum, magnitude: magnitude.ref, depth: magnitude.depth, value: value)
  }

  /// The sum of pieces, some of them subtracted.
  mutating func sum(_ terms: DisplayTree.Pieces<CodePiece>.Run, _ value: CodeValue) -> CodePiece {
    arena.begin()
    var depth = 0
    for index in terms.indices {
      let term = terms[index]
      if index > 0, index % longest == 0, canHoist {
        restart(after: CodePiece(ref: arena.end(), precedence: .sum, depth: depth, value: value))
        depth = 0
      }
      addTerm(term, isSubtracted: terms.isSubtracted(index), isFirst: index == 0)
      depth = max(depth, term.depth) + 1
    }
    return settled(CodePiece(ref: arena.end(), precedence: .sum, depth: depth, value: value))
  }

  /// The difference of two pieces, or their sum.
  mutating func sum(_ a: CodePiece, _ b: CodePiece, isSubtracted: Bool, _ value: CodeValue) -> CodePiece {
    arena.begin()
    addTerm(a, isSubtracted: false, isFirst: true)
    addTerm(b, isSubtracted: isSubtracted, isFirst: false)
    let depth = max(a.depth + 1, b.depth) + 1
    return settled(CodePiece(ref: arena.end(), precedence: .sum, depth: depth, value: value))
  }

  private mutating func addTerm(_ term: CodePiece, isSubtracted: Bool, isFirst: Bool) {
    if isFirst {
      if isSubtracted { arena.add("-") }
      add(term, isSubtracted ? .product : .sum)
    } else if !isSubtracted, let magnitude = term.magnitude {
      arena.add(" - ")
      arena.add(magnitude)
    } else {
      arena.add(isSubtracted ? " - " : " + ")
      add(term, .product)
    }
  }

  /// Moves what there is of a chain into a variable, with which the rest begins.
  private mutating func restart(after piece: CodePiece) {
    let variable = hoisted(piece)
    arena.begin()
    arena.add(variable.ref)
  }

  /// The product; matrices may have an operator of their own.
  mutating func product(
    _ factors: some RandomAccessCollection<CodePiece>, _ value: CodeValue, usesMatrixOperator: Bool = false
  ) -> CodePiece {
    var isMatrix = false
    var isNegative = false
    var depth = 0
    arena.begin()
    for (index, factor) in factors.enumerated() {
      if index > 0, index % longest == 0, canHoist {
        restart(after: CodePiece(ref: arena.end(), precedence: .product, depth: depth, value: value))
        depth = 0
      }
      if index == 0 {
        isNegative = factor.magnitude != nil
        if let magnitude = factor.magnitude { arena.add(magnitude) } else { add(factor, .product) }
      } else {
        let isMatrixProduct = usesMatrixOperator && isMatrix && factor.value == .matrix
        arena.add(isMatrixProduct ? " @ " : "*")
        // c*(a/b) is c*a/b.
        add(factor, factor.isFraction && !isMatrixProduct ? .anything : .power)
      }
      isMatrix = isMatrix || factor.value == .matrix
      depth = max(depth, factor.depth) + 1
    }
    let result = settled(CodePiece(ref: arena.end(), precedence: .product, depth: depth, value: value))
    return isNegative ? negative(result, value) : result
  }

  mutating func fraction(_ above: CodePiece, _ below: CodePiece, _ value: CodeValue) -> CodePiece {
    arena.begin()
    if let magnitude = above.magnitude { arena.add(magnitude) } else { add(above, .product) }
    arena.add("/")
    add(below, .power)
    let result = settled(
      CodePiece(
        ref: arena.end(), precedence: .product, isFraction: true, depth: max(above.depth, below.depth) + 1,
        value: value))
    return above.magnitude == nil ? result : negative(result, value)
  }

  mutating func power(_ base: CodePiece, _ exponent: CodePiece, _ value: CodeValue) -> CodePiece {
    arena.begin()
    add(base, .atom)
    arena.add("**")
    add(exponent, .atom)
    return settled(
      CodePiece(
        ref: arena.end(), precedence: .power, depth: max(base.depth, exponent.depth) + 1, value: value))
  }

  /// Two or more pieces with an operator between them.
  mutating func infix(
    _ parts: some Collection<CodePiece>, _ separator: StaticString, _ own: CodePrecedence,
    operands: CodePrecedence, _ value: CodeValue
  ) -> CodePiece {
    arena.begin()
    for (index, part) in parts.enumerated() {
      if index > 0 { arena.add(separator) }
      add(part, operands)
    }
    return settled(
      CodePiece(ref: arena.end(), precedence: own, depth: depth(parts) + parts.count, value: value))
  }

  // MARK: Depth

  /// The piece, or a variable for it when it nests too deeply.
  mutating func settled(_ piece: CodePiece) -> CodePiece {
    canHoist && piece.depth > deepest ? hoisted(piece) : piece
  }

  /// Whether a piece nests more deeply than a compiler reads.
  func isTooDeep(_ piece: CodePiece) -> Bool { piece.depth > 3 * deepest }

  private mutating func hoisted(_ piece: CodePiece) -> CodePiece {
    let variable = names.ref(.temporary, "part_\(assignments.count + 1)", in: &arena)
    assignments.append((variable, piece.ref))
    return CodePiece(ref: variable, value: piece.value)
  }

  /// The assignments as lines, `end` behind each.
  func assignmentLines(indent: String = "", end: String = "") -> [TextArena.Part] {
    assignments.flatMap { [.text(indent), .ref($0.variable), " = ", .ref($0.value), .text(end + "\n")] }
  }
}
