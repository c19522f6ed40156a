import ApusNumbers
import ApusTerms

/// One run of the SymPy writer: turns display forms into Python code and notes which names of SymPy that uses.
struct SymPyEmission {
  var text = CodeText()
  /// The names to import.
  private(set) var imports: [String] = []
  /// What a reader of the code should know.
  private(set) var notes: [String] = []

  /// The name of a SymPy function or class, imported.
  mutating func sympy(_ name: String) -> String {
    if !imports.contains(name) { imports.append(name) }
    return name
  }

  mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  /// A call of a SymPy function.
  mutating func call(_ name: String, _ arguments: [CodePiece], _ value: CodeValue = .object)
    -> CodePiece
  {
    let open = sympy(name) + "("
    return text.settled(text.call(open, arguments, ")", value))
  }

  /// The code of one node.
  mutating func piece(
    _ form: DisplayForm, _ tree: DisplayTree, _ pieces: DisplayTree.Pieces<CodePiece>
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .number(let number): return self.number(number)
    case .imaginaryUnit: return text.atom(sympy("I"))
    case .symbol(let symbol):
      return CodePiece(ref: text.names.ref(.symbol, symbol.name, in: &text.arena))
    case .constant(let function): return try constant(function)
    case .sum(let terms):
      return text.sum(terms.map { (pieces[$0.id], $0.isSubtracted) }, sumValue(terms, pieces))
    case .negation(let a): return text.negation(pieces[a], negated(pieces[a].value))
    case .product(let factors):
      let parts = factors.map { pieces[$0] }
      return text.product(parts, productValue(parts.map(\.value)))
    case .fraction(let a, let b): return fraction(pieces[a], pieces[b])
    case .power(let base, let exponent):
      if tree[base].isConstantE { return call("exp", [pieces[exponent]]) }
      return power(pieces[base], pieces[exponent])
    case .root(let radicand, nil): return call("sqrt", [pieces[radicand]])
    case .root(let radicand, let index?): return call("root", [pieces[radicand], pieces[index]])
    case .plusMinus:
      throw Diagnostic("not-expressible", "± cannot be written in this place")
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      if case .relation(.elementOf, _, let set) = form { try requireSets([set], tree) }
      return try logical(form, pieces)
    case .list, .tuple, .set, .matrix, .interval: return collection(form, pieces)
    case .piecewise(let cases, let otherwise): return piecewise(cases, otherwise, pieces)
    case .derivative, .evaluation, .accumulation, .limit: return try calculus(form, tree, pieces)
    case .call(let function, let arguments):
      if function.name == "union" || function.name == "intersection" { try requireSets(arguments, tree) }
      return try call(of: function, arguments.map { pieces[$0] })
    }
  }

  /// The piece with a number of Python made one of SymPy.
  mutating func number(_ piece: CodePiece) -> CodePiece {
    piece.value.isPlainNumber ? call(piece.value.isInteger ? "Integer" : "Float", [piece]) : piece
  }

  private mutating func constant(_ function: Function) throws(Diagnostic) -> CodePiece {
    guard let name = function.notation.sympy else { throw .notExpressible(function, in: "SymPy") }
    let value: CodeValue = name == "true" || name == "false" ? .truth : .object
    return text.atom(sympy(name), value)
  }
}

extension DisplayForm {
  /// Whether this is Euler's number.
  var isConstantE: Bool {
    if case .constant(let function) = self { function == .E } else { false }
  }
}

extension Diagnostic {
  /// A function that the target does not have.
  static func notExpressible(_ function: Function, in target: String) -> Diagnostic {
    Diagnostic("not-expressible", "\(target) has no function for '\(function.name)'", showsSource: false)
  }
}

// MARK: - Numbers and arithmetic

extension SymPyEmission {
  private mutating func number(_ number: Number) -> CodePiece {
    switch number {
    case .integer(let value):
      let bits = Double(value.bitWidthOfMagnitude)
      return text.atom(value.description, .integer(bits: bits, isNonnegative: true))
    case .double(let value):
      if value.isNaN { return text.atom(sympy("nan")) }
      return value.isInfinite ? text.atom(sympy("oo")) : text.atom(number.description, .float)
    case .bigFloat(let value):
      if value.isNaN { return text.atom(sympy("nan")) }
      if value.isInfinite { return text.atom(sympy("oo")) }
      return text.atom("\(sympy("Float"))('\(number.description)')")
    default: return text.atom(number.description)
    }
  }

  private func negated(_ value: CodeValue) -> CodeValue {
    if case .integer(let bits, _) = value { return .integer(bits: bits, isNonnegative: false) }
    return value
  }

  private func sumValue(_ terms: [Layout.Part], _ pieces: DisplayTree.Pieces<CodePiece>) -> CodeValue {
    var bits = 0.0
    var isNonnegative = true
    var result: CodeValue?
    for term in terms {
      switch pieces[term.id].value {
      case .integer(let own, let isOwnNonnegative):
        bits = max(bits, own) + 1
        isNonnegative = isNonnegative && isOwnNonnegative && !term.isSubtracted
      case .float: result = result ?? .float
      case .matrix: return .matrix
      default: result = .object
      }
    }
    return result ?? .integer(bits: bits, isNonnegative: isNonnegative)
  }

  private func productValue(_ values: [CodeValue]) -> CodeValue {
    var bits = 0.0
    var isNonnegative = true
    var result: CodeValue?
    for value in values {
      switch value {
      case .integer(let own, let isOwnNonnegative):
        bits += own
        isNonnegative = isNonnegative && isOwnNonnegative
      case .float: result = result ?? .float
      case .matrix: return .matrix
      default: result = .object
      }
    }
    return result ?? .integer(bits: bits, isNonnegative: isNonnegative)
  }

  /// Python would divide two integers to a float, so that is left to SymPy.
  private mutating func fraction(_ above: CodePiece, _ below: CodePiece) -> CodePiece {
    if above.value.isInteger && below.value.isInteger {
      if let magnitude = above.magnitude {
        var numerator = above
        (numerator.ref, numerator.magnitude) = (magnitude, nil)
        return text.negation(call("Rational", [numerator, below]), .object)
      }
      return call("Rational", [above, below])
    }
    let value: CodeValue =
      above.value == .matrix || below.value == .matrix
      ? .matrix : above.value.isPlainNumber && below.value.isPlainNumber ? .float : .object
    return text.fraction(above, below, value)
  }

  /// Integers whose power Python would take minutes to write out stay an unevaluated power.
  private static let mostBits = 40_000.0

  private mutating func power(_ base: CodePiece, _ exponent: CodePiece) -> CodePiece {
    guard case .integer(let bits, let isBaseNonnegative) = base.value,
      case .integer(let exponentBits, let isNonnegative) = exponent.value
    else {
      if base.value == .float, exponent.value.isInteger { return text.power(base, exponent, .float) }
      // Python would make a complex number of its own of a fractional power of a negative one.
      return text.power(number(base), exponent, base.value == .matrix ? .matrix : .object)
    }
    let resultBits = exponentBits > 40 ? Double.infinity : bits * Double(1 << Int(exponentBits))
    if resultBits > Self.mostBits {
      let arguments = [base, exponent, text.atom("evaluate=False")]
      return call("Pow", arguments)
    }
    if isNonnegative {
      return text.power(base, exponent, .integer(bits: resultBits, isNonnegative: isBaseNonnegative))
    }
    return text.power(call("Integer", [base]), exponent, .object)
  }
}
