import ApusNumbers
import ApusTerms

// Functions, by the notation of their records.
extension SymPyEmission {
  /// A call of a function.
  mutating func call(of function: Function, _ arguments: [CodePiece]) throws(Diagnostic) -> CodePiece {
    if function.isUndefined {
      let name = text.names.ref(.function, function.name, in: &text.arena)
      return text.settled(text.call(name, arguments))
    }
    if let special = try specialCall(of: function, arguments) { return special }
    guard let notation = function.sympyName(ofCalls: arguments.count),
      let result = apply(notation, to: arguments)
    else { throw .notExpressible(function, in: "SymPy") }
    return result
  }

  /// Functions that SymPy understands otherwise, or evaluates at a cost.
  private mutating func specialCall(
    of function: Function, _ arguments: [CodePiece]
  ) throws(Diagnostic) -> CodePiece? {
    let hasMatrix = arguments.contains { $0.value == .matrix }
    switch function.name {
    case "gcd", "lcm":
      // SymPy's are those of polynomials, for which gcd(a, b) of two symbols is 1.
      if arguments.allSatisfy(\.value.isInteger) { return nil }
      throw Diagnostic(
        "not-expressible", "SymPy's '\(function.name)' is that of polynomials, not of integers",
        showsSource: false)
    case "det", "trace":
      if hasMatrix { return nil }
      throw Diagnostic(
        "not-expressible", "SymPy's '\(function.name)' wants a matrix, and these symbols are numbers",
        showsSource: false)
    case "norm": return hasMatrix ? nil : call("Abs", arguments)
    case "dot", "cross":
      if hasMatrix { return nil }
      throw .notExpressible(function, in: "SymPy")
    case "factorial", "doubleFactorial", "binomial":
      guard arguments.contains(where: \.isLargeInteger), let name = function.notation.sympy else {
        return nil
      }
      return call(name, arguments + [text.atom("evaluate=False")])
    default: return nil
    }
  }

  /// SymPy's sets take no symbols for sets.
  func requireSets(_ ids: [Int], _ tree: DisplayTree) throws(Diagnostic) {
    for id in ids {
      switch tree[id] {
      case .set, .interval, .constant: continue
      case .symbol where numberSet(id) != nil: continue
      case .call(let function, _) where function.name == "union" || function.name == "intersection": continue
      default:
        throw Diagnostic(
          "not-expressible", "SymPy wants a set here, and its symbols are numbers", showsSource: false)
      }
    }
  }

  /// Puts arguments into a name or pattern and imports the names in it; `nil` when it wants another number of arguments.
  private mutating func apply(_ notation: String, to arguments: [CodePiece]) -> CodePiece? {
    let isMatrix = arguments.contains { $0.value == .matrix } && Self.matrixFunctions.contains(notation)
    if notation.isPlainNotation { return call(notation, arguments, isMatrix ? .matrix : .object) }
    let template = PatternTemplate(notation)
    guard template.argumentCount == arguments.count else { return nil }
    let words = template.words.map { sympy($0) }
    return text.settled(
      CodePiece(
        ref: template.fill(arguments, words: words, in: &text.arena),
        precedence: template.isAtomic ? .atom : .comparison, depth: text.depth(arguments),
        value: isMatrix ? .matrix : .object))
  }

  private static let matrixFunctions: Set<String> = ["transpose", "adjoint", "#1.cross(#2)", "conjugate"]
}

extension CodePiece {
  /// Whether SymPy would compute the function of an integer that long by itself.
  fileprivate var isLargeInteger: Bool {
    if case .integer(let bits, _) = value { bits > 12 } else { false }
  }
}
