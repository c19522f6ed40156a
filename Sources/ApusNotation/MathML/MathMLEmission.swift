import ApusNumbers
import ApusTerms

/// One run of the MathML writer.
struct MathMLEmission {
  var arena = TextArena()
  /// The pieces that are taller than a line.
  private var tall: Set<TextArena.Ref> = []
  /// Symbols whose indices stood in parentheses, as in `P(A|B)`.
  var appliedNames: Set<String> = []

  typealias Pieces = DisplayTree.Pieces<MathMLPiece>

  /// The MathML of one node.
  mutating func piece(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> MathMLPiece {
    switch form {
    case .number(let number): return self.number(number)
    case .imaginaryUnit: return element("<mi mathvariant=\"normal\">i</mi>")
    case .symbol(let symbol): return self.symbol(symbol.name)
    case .constant(let function): return constant(function)
    case .sum(let terms): return sum(terms.map { (pieces[$0.id], $0.isSubtracted) })
    case .negation(let a): return negation(pieces[a])
    case .product(let factors): return product(factors.map { pieces[$0] })
    case .fraction(let a, let b):
      var piece = layout("mfrac", [pieces[a], pieces[b]], .fraction)
      piece.isNumeral = pieces[a].isNumeral && pieces[b].isNumeral
      return piece
    case .power(let base, let exponent): return power(pieces[base], pieces[exponent])
    case .root(let radicand, nil): return layout("msqrt", [pieces[radicand]], .atom)
    case .root(let radicand, let index?): return layout("mroot", [pieces[radicand], pieces[index]], .atom)
    case .plusMinus(let a, let b): return plusMinus(a.map { pieces[$0] }, pieces[b])
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      return statement(form, tree, pieces)
    case .list, .tuple, .set, .matrix, .interval, .piecewise: return collection(form, pieces)
    case .derivative, .evaluation, .accumulation, .limit: return calculus(form, tree, pieces)
    case .call(let function, let arguments): return call(of: function, arguments.map { pieces[$0] })
    }
  }

  // MARK: Elements

  static let times = "<mo>&#x2062;</mo>"
  /// The sign of a negative term, also where a relation stands before it.
  static let minus: TextArena.Part = "<mo form=\"prefix\">−</mo>"
  static let application = "<mo>&#x2061;</mo>"

  func operatorElement(_ sign: String) -> TextArena.Part { .text("<mo>\(sign)</mo>") }

  mutating func element(_ text: String) -> MathMLPiece { MathMLPiece(ref: arena.piece(text)) }

  /// The parts one after the other, which are tall if one of them is.
  mutating func join(_ parts: [TextArena.Part], isTall: Bool = false) -> TextArena.Ref {
    let ref = arena.join(parts)
    if isTall || hasTall(parts) { tall.insert(ref) }
    return ref
  }

  private func hasTall(_ parts: [TextArena.Part]) -> Bool {
    if tall.isEmpty { return false }
    return parts.contains { part in if case .ref(let ref) = part { tall.contains(ref) } else { false } }
  }

  /// The piece as one element.
  mutating func single(_ piece: MathMLPiece) -> TextArena.Ref {
    piece.isElement ? piece.ref : join(["<mrow>", .ref(piece.ref), "</mrow>"])
  }

  mutating func row(_ parts: [TextArena.Part], _ kind: MathMLPiece.Kind) -> MathMLPiece {
    MathMLPiece(ref: join(parts), kind: kind, isElement: false)
  }

  /// An element of a name with one element for each part.
  mutating func layout(_ name: String, _ parts: [MathMLPiece], _ kind: MathMLPiece.Kind) -> MathMLPiece {
    let content = parts.map { TextArena.Part.ref(single($0)) }
    let isTall = name == "mfrac" || name == "munder" || name == "munderover"
    return MathMLPiece(
      ref: join([.text("<\(name)>")] + content + [.text("</\(name)>")], isTall: isTall), kind: kind)
  }

  /// Content between fences as tall as it is; browsers set those that may stretch apart, so that others may not.
  mutating func fenced(_ open: String, _ content: [TextArena.Part], _ close: String) -> MathMLPiece {
    let fence = "<mo fence=\"true\" stretchy=\"\(hasTall(content))\">"
    return MathMLPiece(
      ref: join([.text("<mrow>\(fence)\(open)</mo>")] + content + [.text("\(fence)\(close)</mo></mrow>")]))
  }

  mutating func parenthesised(_ piece: MathMLPiece) -> MathMLPiece { fenced("(", [.ref(piece.ref)], ")") }

  mutating func atLeast(_ kind: MathMLPiece.Kind, _ piece: MathMLPiece) -> MathMLPiece {
    piece.kind >= kind ? piece : parenthesised(piece)
  }

  /// Pieces with commas between them.
  func list(_ pieces: [MathMLPiece]) -> [TextArena.Part] {
    var parts: [TextArena.Part] = []
    for piece in pieces {
      if !parts.isEmpty { parts.append(operatorElement(",")) }
      parts.append(.ref(piece.ref))
    }
    return parts
  }

  private mutating func number(_ number: Number) -> MathMLPiece {
    guard number.isFinite else { return element(number.isNaN ? "<mtext>undefined</mtext>" : "<mi>∞</mi>") }
    let text = number.description
    var piece: MathMLPiece
    if let mark = text.firstIndex(of: "e") {
      let exponent = text[text.index(after: mark)...].replacing("-", with: "−")
      piece = row(
        [.text("<mn>\(text[..<mark])</mn><mo>×</mo><msup><mn>10</mn><mn>\(exponent)</mn></msup>")], .product)
    } else {
      piece = element("<mn>\(text)</mn>")
    }
    (piece.beginsWithDigit, piece.isNumeral) = (true, true)
    return piece
  }

  private mutating func symbol(_ name: String) -> MathMLPiece {
    let spelling = MathMLNames.Spelling(name, isApplied: appliedNames.contains(name))
    var piece = element(spelling.element)
    piece.isName = true
    if spelling.above.isEmpty, !spelling.below.isEmpty {
      piece.subscripted = (arena.piece(spelling.base), arena.piece(spelling.below))
    }
    return piece
  }

  private mutating func constant(_ function: Function) -> MathMLPiece {
    let names = [
      "pi": "π", "oo": "∞", "EulerGamma": "γ", "GoldenRatio": "φ", "Catalan": "G", "none": "∅", "true": "⊤",
      "false": "⊥",
    ]
    if function == .E { return element("<mi mathvariant=\"normal\">e</mi>") }
    return element("<mi>\(MathMLNames.escaped(names[function.name] ?? function.name))</mi>")
  }

  // MARK: Arithmetic

  mutating func sum(_ terms: [(piece: MathMLPiece, isSubtracted: Bool)]) -> MathMLPiece {
    var parts: [TextArena.Part] = []
    for (index, (piece, isSubtracted)) in terms.enumerated() {
      if index == 0 {
        if isSubtracted { parts.append(Self.minus) }
        parts.append(.ref(atLeast(isSubtracted ? .bigOperator : .sum, piece).ref))
      } else if !isSubtracted, let magnitude = piece.magnitude {
        parts += [operatorElement("−"), .ref(magnitude)]
      } else {
        parts += [operatorElement(isSubtracted ? "−" : "+"), .ref(atLeast(.bigOperator, piece).ref)]
      }
    }
    return row(parts, .sum)
  }

  private mutating func negation(_ piece: MathMLPiece) -> MathMLPiece {
    let magnitude = atLeast(.bigOperator, piece).ref
    var result = row([Self.minus, .ref(magnitude)], .negation)
    result.magnitude = magnitude
    return result
  }

  /// An exponent stands above the subscript of a name.
  private mutating func power(_ base: MathMLPiece, _ exponent: MathMLPiece) -> MathMLPiece {
    if let (name, below) = base.subscripted {
      let ref = join([
        "<msubsup>", .ref(name), .ref(below), .ref(single(exponent)), "</msubsup>",
      ])
      return MathMLPiece(ref: ref, kind: .scripted)
    }
    let isAtom = base.kind == .atom
    var piece = layout("msup", [isAtom ? base : parenthesised(base), exponent], .scripted)
    piece.beginsWithDigit = isAtom && base.beginsWithDigit
    piece.isNumeral = isAtom && base.isNumeral
    return piece
  }

  private mutating func plusMinus(_ a: MathMLPiece?, _ b: MathMLPiece) -> MathMLPiece {
    let first: [TextArena.Part] = a.map { [.ref(atLeast(.sum, $0).ref)] } ?? []
    if let magnitude = b.magnitude { return row(first + [operatorElement("∓"), .ref(magnitude)], .sum) }
    return row(first + [operatorElement("±"), .ref(atLeast(.bigOperator, b).ref)], .sum)
  }

  private mutating func product(_ factors: [MathMLPiece]) -> MathMLPiece {
    var parts: [TextArena.Part] = []
    for (index, factor) in factors.enumerated() {
      let isLast = index == factors.count - 1
      var piece = factor
      if index == 0, let magnitude = factor.magnitude {
        piece = MathMLPiece(ref: magnitude, kind: .product, isElement: false)
      }
      let needed: MathMLPiece.Kind = isLast ? .bigOperator : index == 0 ? .product : .fraction
      piece = index > 0 && piece.kind == .product ? parenthesised(piece) : atLeast(needed, piece)
      if index > 0 {
        let isAmbiguous = factor.beginsWithDigit || factor.isNumeral && factors[index - 1].isNumeral
        parts.append(isAmbiguous ? operatorElement("·") : .text(Self.times))
      }
      parts.append(.ref(piece.ref))
    }
    var result = row(parts, .product)
    result.beginsWithDigit = factors[0].beginsWithDigit
    return factors[0].magnitude == nil ? result : negation(result)
  }
}
