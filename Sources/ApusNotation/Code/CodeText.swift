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
    CodePiece(ref: arena.join([.text(text)]), value: value)
  }

  /// The piece in parentheses unless it binds at least as tightly as `precedence`.
  mutating func operand(_ piece: CodePiece, _ precedence: CodePrecedence) -> TextArena.Ref {
    piece.precedence >= precedence ? piece.ref : arena.join(["(", .ref(piece.ref), ")"])
  }

  /// `open` arguments `close`.
  mutating func call(
    _ open: String, _ arguments: [CodePiece], _ close: String = ")", _ value: CodeValue = .object
  ) -> CodePiece {
    let list = arena.join(arguments.map(\.ref), separator: ", ")
    let ref = arena.join([.text(open), .ref(list), .text(close)])
    return CodePiece(ref: ref, depth: depth(arguments), value: value)
  }

  func depth(_ parts: [CodePiece]) -> Int { 1 + (parts.lazy.map(\.depth).max() ?? 0) }

  // MARK: Arithmetic

  mutating func negation(_ piece: CodePiece, _ value: CodeValue) -> CodePiece {
    var magnitude = piece
    magnitude.ref = operand(piece, .product)
    magnitude.depth += 1
    return settled(negative(magnitude, value))
  }

  /// A minus sign before a piece that binds at least like a product.
  private mutating func negative(_ magnitude: CodePiece, _ value: CodeValue) -> CodePiece {
    CodePiece(
      ref: arena.join(["-", .ref(magnitude.ref)]), precedence: .sum, magnitude: magnitude.ref,
      depth: magnitude.depth, value: value)
  }

  mutating func sum(_ terms: [(piece: CodePiece, isSubtracted: Bool)], _ value: CodeValue) -> CodePiece {
    var parts: [TextArena.Part] = []
    var result = CodePiece(ref: arena.join([""]), precedence: .sum, value: value)
    for (index, (piece, isSubtracted)) in terms.enumerated() {
      if index > 0, index % longest == 0, canHoist {
        result.ref = arena.join(parts)
        parts = [.ref(hoisted(result).ref)]
        result.depth = 0
      }
      if index == 0 {
        parts += isSubtracted ? ["-", .ref(operand(piece, .product))] : [.ref(operand(piece, .sum))]
      } else if !isSubtracted, let magnitude = piece.magnitude {
        parts += [" - ", .ref(magnitude)]
      } else {
        parts += [isSubtracted ? " - " : " + ", .ref(operand(piece, .product))]
      }
      result.depth = max(result.depth, piece.depth) + 1
    }
    result.ref = arena.join(parts)
    return settled(result)
  }

  /// The product; matrices may have an operator of their own.
  mutating func product(
    _ factors: [CodePiece], _ value: CodeValue, usesMatrixOperator: Bool = false
  ) -> CodePiece {
    var isMatrix = false
    var parts: [TextArena.Part] = []
    var result = CodePiece(ref: arena.join([""]), precedence: .product, value: value)
    let isNegative = factors[0].magnitude != nil
    for (index, factor) in factors.enumerated() {
      if index > 0, index % longest == 0, canHoist {
        result.ref = arena.join(parts)
        parts = [.ref(hoisted(result).ref)]
        result.depth = 0
      }
      if index == 0 {
        parts.append(.ref(factor.magnitude ?? operand(factor, .product)))
      } else {
        let isMatrixProduct = usesMatrixOperator && isMatrix && factor.value == .matrix
        // c*(a/b) is c*a/b.
        let ref = factor.isFraction && !isMatrixProduct ? factor.ref : operand(factor, .power)
        parts += [isMatrixProduct ? " @ " : "*", .ref(ref)]
      }
      isMatrix = isMatrix || factor.value == .matrix
      result.depth = max(result.depth, factor.depth) + 1
    }
    result.ref = arena.join(parts)
    return isNegative ? negative(settled(result), value) : settled(result)
  }

  mutating func fraction(_ above: CodePiece, _ below: CodePiece, _ value: CodeValue) -> CodePiece {
    let numerator = above.magnitude ?? operand(above, .product)
    let ref = arena.join([.ref(numerator), "/", .ref(operand(below, .power))])
    let result = CodePiece(
      ref: ref, precedence: .product, isFraction: true, depth: depth([above, below]), value: value)
    if above.magnitude != nil { return negative(settled(result), value) }
    return settled(result)
  }

  mutating func power(_ base: CodePiece, _ exponent: CodePiece, _ value: CodeValue) -> CodePiece {
    let ref = arena.join([.ref(operand(base, .atom)), "**", .ref(operand(exponent, .atom))])
    return settled(
      CodePiece(ref: ref, precedence: .power, depth: depth([base, exponent]), value: value))
  }

  /// Two pieces with an operator between them.
  mutating func infix(
    _ parts: [CodePiece], _ separator: String, _ own: CodePrecedence, operands: CodePrecedence,
    _ value: CodeValue
  ) -> CodePiece {
    let refs = parts.map { operand($0, operands) }
    return settled(
      CodePiece(
        ref: arena.join(refs, separator: separator), precedence: own, depth: depth(parts) + parts.count,
        value: value))
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
