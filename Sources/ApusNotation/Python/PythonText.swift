import ApusTerms

/// Puts Python code together: operators, parentheses, and variables for parts that would nest too deeply.
struct PythonText {
  var arena = TextArena()
  var names = PythonNames()
  /// Assignments to temporary variables, in order.
  private(set) var assignments: [(variable: TextArena.Ref, value: TextArena.Ref)] = []
  /// Whether parts may be moved into variables before the expression.
  var canHoist = true

  /// CPython refuses 200 nested parentheses and about 1000 nested operators.
  private static let deepest = 60
  /// A chain of operators nests once for each, so long ones are cut.
  private static let longest = 40

  // MARK: Leaves and brackets

  mutating func atom(_ text: String, _ value: PythonValue = .object) -> PythonPiece {
    PythonPiece(ref: arena.join([.text(text)]), value: value)
  }

  /// The piece in parentheses unless it binds at least as tightly as `precedence`.
  mutating func operand(_ piece: PythonPiece, _ precedence: PythonPrecedence) -> TextArena.Ref {
    piece.precedence >= precedence ? piece.ref : arena.join(["(", .ref(piece.ref), ")"])
  }

  /// `open` arguments `close`.
  mutating func call(
    _ open: String, _ arguments: [PythonPiece], _ close: String = ")", _ value: PythonValue = .object
  ) -> PythonPiece {
    let list = arena.join(arguments.map(\.ref), separator: ", ")
    let ref = arena.join([.text(open), .ref(list), .text(close)])
    return PythonPiece(ref: ref, depth: depth(arguments), value: value)
  }

  func depth(_ parts: [PythonPiece]) -> Int { 1 + (parts.lazy.map(\.depth).max() ?? 0) }

  // MARK: Arithmetic

  mutating func negation(_ piece: PythonPiece, _ value: PythonValue) -> PythonPiece {
    var magnitude = piece
    magnitude.ref = operand(piece, .product)
    magnitude.depth += 1
    return settled(negative(magnitude, value))
  }

  /// A minus sign before a piece that binds at least like a product.
  private mutating func negative(_ magnitude: PythonPiece, _ value: PythonValue) -> PythonPiece {
    PythonPiece(
      ref: arena.join(["-", .ref(magnitude.ref)]), precedence: .sum, magnitude: magnitude.ref,
      depth: magnitude.depth, value: value)
  }

  mutating func sum(_ terms: [(piece: PythonPiece, isSubtracted: Bool)], _ value: PythonValue) -> PythonPiece
  {
    var parts: [TextArena.Part] = []
    var result = PythonPiece(ref: arena.join([""]), precedence: .sum, value: value)
    for (index, (piece, isSubtracted)) in terms.enumerated() {
      if index > 0, index % Self.longest == 0, canHoist {
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
    _ factors: [PythonPiece], _ value: PythonValue, usesMatrixOperator: Bool = false
  ) -> PythonPiece {
    var isMatrix = false
    var parts: [TextArena.Part] = []
    var result = PythonPiece(ref: arena.join([""]), precedence: .product, value: value)
    let isNegative = factors[0].magnitude != nil
    for (index, factor) in factors.enumerated() {
      if index > 0, index % Self.longest == 0, canHoist {
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

  mutating func fraction(_ above: PythonPiece, _ below: PythonPiece, _ value: PythonValue) -> PythonPiece {
    let numerator = above.magnitude ?? operand(above, .product)
    let ref = arena.join([.ref(numerator), "/", .ref(operand(below, .power))])
    let result = PythonPiece(
      ref: ref, precedence: .product, isFraction: true, depth: depth([above, below]), value: value)
    if above.magnitude != nil { return negative(settled(result), value) }
    return settled(result)
  }

  mutating func power(_ base: PythonPiece, _ exponent: PythonPiece, _ value: PythonValue) -> PythonPiece {
    let ref = arena.join([.ref(operand(base, .atom)), "**", .ref(operand(exponent, .atom))])
    return settled(
      PythonPiece(ref: ref, precedence: .power, depth: depth([base, exponent]), value: value))
  }

  /// Two pieces with an operator between them.
  mutating func infix(
    _ parts: [PythonPiece], _ separator: String, _ own: PythonPrecedence, operands: PythonPrecedence,
    _ value: PythonValue
  ) -> PythonPiece {
    let refs = parts.map { operand($0, operands) }
    return settled(
      PythonPiece(
        ref: arena.join(refs, separator: separator), precedence: own, depth: depth(parts) + parts.count,
        value: value))
  }

  // MARK: Depth

  /// The piece, or a variable for it when it nests too deeply.
  mutating func settled(_ piece: PythonPiece) -> PythonPiece {
    canHoist && piece.depth > Self.deepest ? hoisted(piece) : piece
  }

  /// Whether a piece nests more deeply than Python reads.
  func isTooDeep(_ piece: PythonPiece) -> Bool { piece.depth > 3 * Self.deepest }

  private mutating func hoisted(_ piece: PythonPiece) -> PythonPiece {
    let variable = names.ref(.temporary, "part_\(assignments.count + 1)", in: &arena)
    assignments.append((variable, piece.ref))
    return PythonPiece(ref: variable, value: piece.value)
  }

  /// The assignments as lines.
  mutating func assignmentLines(indent: String = "") -> [TextArena.Part] {
    assignments.flatMap { [.text(indent), .ref($0.variable), " = ", .ref($0.value), "\n"] }
  }
}
