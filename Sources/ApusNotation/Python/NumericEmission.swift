import ApusNumbers
import ApusTerms

/// One run of the writer of numeric Python: turns display forms into code on machine numbers.
struct NumericEmission {
  let target: NumericTarget
  var text = CodeText()
  /// Whether values are computed that the result does not take, so that warnings about them must be off.
  var hasBranches = false

  init(_ target: NumericTarget) { self.target = target }

  typealias Pieces = DisplayTree.Pieces<CodePiece>

  /// The code of one node.
  mutating func piece(
    _ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .number(let number): return self.number(number)
    case .imaginaryUnit: return try imaginaryUnit()
    case .symbol(let symbol): return text.symbol(symbol.name)
    case .constant(let function): return try constant(function)
    case .sum(let terms):
      return text.sum(pieces[terms], value(pieces[terms], isNegated: terms.contains(where: \.isSubtracted)))
    case .negation(let a): return text.negation(pieces[a], value([pieces[a]], isNegated: true))
    case .product(let factors):
      return text.product(pieces[factors], value(pieces[factors]), usesMatrixOperator: true)
    case .fraction(let a, let b):
      let result = value([pieces[a], pieces[b]])
      return text.fraction(pieces[a], pieces[b], result.isInteger ? .float : result)
    case .power(let base, let exponent):
      if tree[base].isConstantE { return try call(of: .exp, [pieces[exponent]]) }
      return try power(base, exponent, tree, pieces)
    case .root(let radicand, nil): return try call(of: .sqrt, [pieces[radicand]])
    case .root(let radicand, let index?):
      let exponent = text.fraction(text.atom("1"), pieces[index], .float)
      return text.power(pieces[radicand], exponent, .object)
    case .plusMinus: throw refusal("± in this place")
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      return try logical(form, pieces)
    case .list, .tuple, .matrix: return try collection(form, pieces)
    case .set, .interval: throw refusal("sets")
    case .piecewise(let cases, let otherwise): return piecewise(cases, otherwise, pieces)
    case .derivative: throw refusal("derivatives")
    case .limit: throw refusal("limits")
    case .evaluation, .accumulation: return try scoped(form, tree, pieces)
    case .call(let function, let arguments): return try call(of: function, Array(pieces[arguments]))
    }
  }

  func refusal(_ what: String) -> Diagnostic {
    Diagnostic(
      "not-expressible", "\(target.name) has no \(what)", help: ["Convert to SymPy, which has."],
      showsSource: false)
  }

  // MARK: Leaves

  private mutating func number(_ number: Number) -> CodePiece {
    switch number {
    case .integer(let value):
      let bits = Double(value.bitWidthOfMagnitude)
      return text.atom(value.description, .integer(bits: bits, isNonnegative: true))
    case _ where number.isNaN: return text.atom(target == .numpy ? "np.nan" : "math.nan")
    case _ where !number.isFinite: return text.atom(target == .numpy ? "np.inf" : "math.inf")
    default: return text.atom(number.description, .float)
    }
  }

  private mutating func imaginaryUnit() throws(Diagnostic) -> CodePiece {
    if target == .math { throw refusal("functions of complex numbers") }
    return text.atom("1j")
  }

  private mutating func constant(_ function: Function) throws(Diagnostic) -> CodePiece {
    guard let name = target.notation(of: function, count: 0) else {
      throw .notExpressible(function, in: target.name)
    }
    var piece = text.atom(name)
    if !name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }) {
      piece.precedence = .comparison
    }
    if name == "True" || name == "False" { piece.value = .truth }
    return piece
  }

  // MARK: Arithmetic

  /// What Python makes of a sum or product of the parts.
  private func value(_ parts: some Collection<CodePiece>, isNegated: Bool = false) -> CodeValue {
    var bits = 0.0
    var isNonnegative = !isNegated
    var result: CodeValue?
    for part in parts {
      switch part.value {
      case .integer(let own, let isOwnNonnegative):
        bits += own + 1
        isNonnegative = isNonnegative && isOwnNonnegative
      case .float: result = result ?? .float
      case .matrix: return .matrix
      default: result = .object
      }
    }
    return result ?? .integer(bits: bits, isNonnegative: isNonnegative)
  }

  /// Integers stay integers only in powers that are certainly small integers: machine integers wrap, and have no inverses.
  private mutating func power(
    _ base: Int, _ exponent: Int, _ tree: DisplayTree, _ pieces: Pieces
  ) throws(Diagnostic) -> CodePiece {
    let (below, above) = (pieces[base], pieces[exponent])
    if below.value == .matrix {
      guard target == .numpy, tree.layout.signedInteger(exponent) != nil else {
        throw refusal("powers of matrices but those with integers")
      }
      return text.settled(text.call("np.linalg.matrix_power(", [below, above], ")", .matrix))
    }
    if case .integer(let bits, _) = below.value {
      if case .integer(let exponentBits, true) = above.value, exponentBits < 10 {
        let result = bits * Double(1 << Int(exponentBits))
        if result < 1000 { return text.power(below, above, .integer(bits: result, isNonnegative: true)) }
      }
      return text.power(floating(below, tree[base]), above, .float)
    }
    if let value = tree.layout.signedInteger(exponent), value < 0 {
      return text.power(below, text.negation(text.atom("\(value.magnitude).0"), .float), .object)
    }
    if case .integer(_, false) = above.value {
      return text.power(below, floating(above, tree[exponent]), .object)
    }
    return text.power(below, above, below.value.isPlainNumber && above.value.isPlainNumber ? .float : .object)
  }

  private mutating func floating(_ piece: CodePiece, _ form: DisplayForm) -> CodePiece {
    if case .number(let number) = form, let value = number.asInt { return text.atom("\(value).0", .float) }
    return text.call("float(", [piece], ")", .float)
  }
}
