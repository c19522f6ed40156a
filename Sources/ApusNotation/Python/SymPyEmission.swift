import ApusNumbers
import ApusTerms

/// One run of the SymPy writer: turns display forms into Python code and notes which names of SymPy that uses.
struct SymPyEmission {
  var text = CodeText()
  /// The names of SymPy that have been used, each with the piece that stands for it.
  private(set) var imports: [(name: String, ref: TextArena.Ref)] = []
  /// What a reader of the code should know.
  private(set) var notes: [String] = []
  /// The nodes of the tree at hand that are sets of numbers.
  private var numberSets: [(id: Int, symbol: Symbol, set: NumberSet)] = []
  /// The sets of numbers in all trees so far.
  private var knownSets: [(identifier: String, sympy: String)] = []

  init() { imports.reserveCapacity(8) }

  /// The name of a SymPy function or class, which is imported if it is in the text in the end.
  mutating func sympy(_ name: String) -> TextArena.Ref {
    for known in imports where known.name == name { return known.ref }
    let ref = text.arena.piece(name)
    imports.append((name, ref))
    return ref
  }

  mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  /// A call of a SymPy function.
  mutating func call(_ name: String, _ arguments: some Collection<CodePiece>, _ value: CodeValue = .object)
    -> CodePiece
  {
    let name = sympy(name)
    return text.settled(text.call(name, arguments, value))
  }

  /// An object of SymPy.
  private mutating func object(_ name: String, _ value: CodeValue = .object) -> CodePiece {
    CodePiece(ref: sympy(name), value: value)
  }

  /// Makes a tree the one at hand.
  mutating func enter(_ tree: DisplayTree) {
    numberSets = tree.numberSets
    for (_, symbol, set) in numberSets {
      knownSets.append((symbol.name, set.sympy))
      if NumberSet.isDisputed(symbol) { note("ℕ is written Naturals0, with 0 in it as in ISO 80000-2") }
    }
  }

  /// The set of numbers that the node stands for, if it does.
  func numberSet(_ id: Int) -> NumberSet? { numberSets.first { $0.id == id }?.set }

  /// The symbols, those that are sets of numbers under their names in SymPy.
  func setsNamed(
    in symbols: [(latex: String, identifier: String)]
  ) -> [(latex: String, identifier: String)] {
    if knownSets.isEmpty { return symbols }
    return symbols.map { symbol in
      let known = knownSets.first { $0.identifier == symbol.identifier }
      return (symbol.latex, known?.sympy ?? symbol.identifier)
    }
  }

  /// The code of one node.
  mutating func piece(
    _ id: Int, _ form: DisplayForm, _ tree: DisplayTree, _ pieces: DisplayTree.Pieces<CodePiece>
  ) throws(Diagnostic) -> CodePiece {
    switch form {
    case .number(let number): return self.number(number)
    case .imaginaryUnit: return object("I")
    case .symbol(let symbol):
      return numberSet(id).map { object($0.sympy) } ?? text.symbol(symbol.name)
    case .constant(let function): return try constant(function)
    case .sum(let terms): return text.sum(pieces[terms], sumValue(pieces[terms]))
    case .negation(let a): return text.negation(pieces[a], negated(pieces[a].value))
    case .product(let factors): return text.product(pieces[factors], productValue(pieces[factors]))
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
      if function == .union || function == .intersection { try requireSets(arguments.map(\.id), tree) }
      return try call(of: function, Array(pieces[arguments]))
    }
  }

  /// The piece with a number of Python made one of SymPy.
  mutating func number(_ piece: CodePiece) -> CodePiece {
    piece.value.isPlainNumber ? call(piece.value.isInteger ? "Integer" : "Float", [piece]) : piece
  }

  private mutating func constant(_ function: Function) throws(Diagnostic) -> CodePiece {
    guard let name = function.sympyName(ofCalls: 0) else { throw .notExpressible(function, in: "SymPy") }
    let value: CodeValue = name == "true" || name == "false" ? .truth : .object
    return object(name, value)
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
      if value.isNaN { return object("nan") }
      return value.isInfinite ? object("oo") : text.atom(number.description, .float)
    case .bigFloat(let value):
      if value.isNaN { return object("nan") }
      if value.isInfinite { return object("oo") }
      return call("Float", [text.atom("'\(number.description)'")])
    default: return text.atom(number.description)
    }
  }

  private func negated(_ value: CodeValue) -> CodeValue {
    if case .integer(let bits, _) = value { return .integer(bits: bits, isNonnegative: false) }
    return value
  }

  private func sumValue(_ terms: Pieces.Run) -> CodeValue {
    var bits = 0.0
    var isNonnegative = true
    var result: CodeValue?
    for index in terms.indices {
      switch terms[index].value {
      case .integer(let own, let isOwnNonnegative):
        bits = max(bits, own) + 1
        isNonnegative = isNonnegative && isOwnNonnegative && !terms.isSubtracted(index)
      case .float: result = result ?? .float
      case .matrix: return .matrix
      default: result = .object
      }
    }
    return result ?? .integer(bits: bits, isNonnegative: isNonnegative)
  }

  private func productValue(_ factors: Pieces.Run) -> CodeValue {
    var bits = 0.0
    var isNonnegative = true
    var result: CodeValue?
    for factor in factors {
      switch factor.value {
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
