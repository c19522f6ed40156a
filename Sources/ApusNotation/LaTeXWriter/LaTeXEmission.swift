import ApusNumbers
import ApusTerms

/// One run of the LaTeX writer.
struct LaTeXEmission {
  var arena = TextArena()
  var names: LaTeXNameSpeller
  /// Whether the letter e is a symbol, so that powers of Euler's number must be upright.
  private let hasLetterE: Bool
  /// Whether the first sign of a relation at the root is an alignment point.
  var alignsRelations = false
  /// Whether the node at hand is the root of its formula.
  var isRoot = false

  typealias Pieces = DisplayTree.Pieces<LaTeXPiece>

  init(_ trees: [DisplayTree], symbols: [(latex: String, identifier: String)]) {
    names = LaTeXNameSpeller(symbols)
    var hasLetterE = false
    var uses = LaTeXFunctionUses()
    for tree in trees {
      tree.forEachInReadingOrder { id, form in
        if case .symbol(let symbol) = form { hasLetterE = hasLetterE || symbol.name == "e" }
        uses.note(form, tree)
      }
    }
    self.hasLetterE = hasLetterE
    names.unclearFunctions = uses.unclear
  }

  /// The LaTeX of one node.
  mutating func piece(
    _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) -> LaTeXPiece {
    switch form {
    case .number(let number): return numeral(number)
    case .imaginaryUnit: return atom("\\mathrm{i}")
    case .symbol(let symbol): return self.symbol(symbol.name)
    case .constant(let function): return constant(function)
    case .sum(let terms): return sum(terms.map { (pieces[$0.id], $0.isSubtracted) })
    case .negation(let a): return negation(pieces[a])
    case .product(let factors): return product(factors.map { pieces[$0] })
    case .fraction(let a, let b): return fraction(pieces[a], pieces[b])
    case .power(let base, let exponent):
      return power(tree[base].isConstantE ? eulerBase() : pieces[base], pieces[exponent])
    case .root(let radicand, nil):
      var piece = wrapped("\\sqrt{", pieces[radicand], "}")
      piece.isPlain = true
      return piece
    case .root(let radicand, let index?):
      let ref = arena.join(["\\sqrt[", .ref(pieces[index].ref), "]{", .ref(pieces[radicand].ref), "}"])
      return LaTeXPiece(ref: ref, isTall: pieces[radicand].isTall)
    case .plusMinus(let a, let b): return plusMinus(a.map { pieces[$0] }, pieces[b])
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      return statement(form, tree, pieces)
    case .list, .tuple, .set, .matrix, .interval, .piecewise: return collection(form, pieces)
    case .derivative, .evaluation, .accumulation, .limit: return calculus(form, tree, pieces)
    case .call(let function, let arguments):
      return call(of: function, arguments.map { pieces[$0] })
    }
  }

  /// The base of exponentials; the bare constant is always upright.
  mutating func eulerBase() -> LaTeXPiece { atom(hasLetterE ? "\\mathrm{e}" : "e") }

  // MARK: Leaves and brackets

  mutating func atom(_ text: String) -> LaTeXPiece { LaTeXPiece(ref: arena.join([.text(text)])) }

  /// A piece between marks that group it.
  mutating func wrapped(_ open: String, _ piece: LaTeXPiece, _ close: String) -> LaTeXPiece {
    LaTeXPiece(ref: arena.join([.text(open), .ref(piece.ref), .text(close)]), isTall: piece.isTall)
  }

  /// The piece in parentheses as tall as it is.
  mutating func parenthesised(_ piece: LaTeXPiece) -> LaTeXPiece {
    piece.isTall ? wrapped("\\left(", piece, "\\right)") : wrapped("(", piece, ")")
  }

  mutating func atLeast(_ kind: LaTeXPiece.Kind, _ piece: LaTeXPiece) -> LaTeXPiece {
    piece.kind >= kind ? piece : parenthesised(piece)
  }

  private mutating func symbol(_ name: String) -> LaTeXPiece {
    let latex = names.latex(for: name)
    var piece = atom(latex)
    piece.isPlain = true
    // A name with a superscript or of several parts takes no exponent.
    if latex.contains("^") || latex.contains("'") || latex.contains(" ") { piece.kind = .scripted }
    piece.isDifferentialSign = latex == "d" || latex == "\\mathrm{d}" || latex == "\\partial"
    return piece
  }

  private mutating func constant(_ function: Function) -> LaTeXPiece {
    if function == .E { return atom("\\mathrm{e}") }
    var piece = atom(function.notation.latex ?? "\\mathrm{\(function.name)}")
    piece.isPlain = true
    return piece
  }

  /// Digits, with a power of ten where the number has an exponent.
  private mutating func numeral(_ number: Number) -> LaTeXPiece {
    let text = number.description
    guard number.isFinite else { return atom(number.isNaN ? "\\mathrm{undefined}" : "\\infty") }
    guard let mark = text.firstIndex(of: "e") else {
      var piece = atom(text)
      (piece.beginsWithDigit, piece.isNumeral, piece.isPlain) = (true, true, true)
      piece.integer = number.asInt
      return piece
    }
    let exponent = text[text.index(after: mark)...]
    var piece = atom("\(text[..<mark]) \\times 10^{\(exponent)}")
    (piece.kind, piece.beginsWithDigit) = (.product, true)
    return piece
  }
}
