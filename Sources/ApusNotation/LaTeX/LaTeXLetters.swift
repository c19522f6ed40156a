/// The customs of mathematical letters: which usually name functions, and which their variables.
///
/// Custom decides only where the source itself does not.
enum LaTeXLetters {
  private static let typical: Set<String> = [
    "f", "g", "h", "F", "G", "H", "\\varphi", "\\phi", "\\psi", "\\Phi", "\\Psi",
  ]
  private static let usual: Set<String> = [
    "u", "v", "w", "y", "x", "p", "q", "P", "Q", "S", "V", "N", "U", "W", "L", "R", "T", "C", "E", "D", "J",
    "K", "X",
    "Y", "Z", "M", "B", "A", "I", "r", "s", "i", "\\rho", "\\sigma", "\\mu", "\\theta", "\\chi", "\\omega",
    "\\lambda",
    "\\eta", "\\xi", "\\delta", "\\Theta", "\\Lambda", "\\pi",
  ]
  private static let variables: Set<String> = [
    "x", "y", "z", "t", "s", "r", "u", "v", "\\tau", "\\theta", "\\omega", "\\nu", "\\xi", "\\eta", "\\zeta",
    "\\lambda",
    "\\phi", "\\varphi", "k", "n", "E", "T", "\\rho", "\\epsilon", "\\varepsilon",
  ]
  private static let dependents: Set<String> = ["y", "u", "w", "f", "g", "\\phi", "\\varphi", "\\psi"]

  /// Letters that a reader takes for a function without more.
  static func isTypicalFunction(_ name: LaTeXName) -> Bool {
    typical.contains(bare(name.base)) || name.base.hasPrefix("\\operatorname")
  }

  /// Letters for the activations of neural networks.
  static func isActivation(_ name: LaTeXName) -> Bool {
    ["\\sigma", "\\phi", "\\varphi", "\\Phi"].contains(bare(name.base))
  }

  /// Letters that may be functions or quantities.
  static func isUsualFunction(_ name: LaTeXName) -> Bool {
    let base = bare(name.base)
    return typical.contains(base) || usual.contains(base) || base.hasPrefix("\\math")
      || base.hasPrefix("\\text")
      || base.hasPrefix("\\operatorname")
  }

  static func isUsualVariable(_ name: LaTeXName) -> Bool { variables.contains(bare(name.base)) }

  /// Letters for the solutions of differential equations.
  static func isUsualDependent(_ name: LaTeXName) -> Bool { dependents.contains(name.latex) }

  /// The letter below its accents.
  private static func bare(_ base: String) -> String {
    var base = Substring(base)
    for accent in ["\\hat{", "\\bar{", "\\tilde{", "\\vec{", "\\mathbf{", "\\mathcal{", "\\boldsymbol{"]
    where base.hasPrefix(accent) {
      base = base.dropFirst(accent.utf8.count).dropLast()
    }
    return String(base)
  }

  private static let coordinates = ["x", "y", "z", "r", "\\theta", "\\phi", "\\varphi"]

  /// Variables in the customary order: coordinates first, the time last, others as they appeared.
  static func ordered<T>(_ variables: [T], name: (T) -> LaTeXName) -> [T] {
    let ranked = variables.enumerated().map { (offset, variable) -> (rank: Int, variable: T) in
      let latex = name(variable).latex
      if let place = coordinates.firstIndex(of: latex) { return (place, variable) }
      return (latex == "t" || latex == "\\tau" ? 2000 : 100 + offset, variable)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.variable)
  }
}
