/// One decision about how LaTeX is read, in the words in which people give it and answers list it.
///
/// | text | means |
/// |---|---|
/// | `f: function`, `y: function of x, t` | the name is a function, of these variables where it stands alone |
/// | `e: symbol`, `\pi: symbol`, `d: symbol` | the name is a quantity, not a constant, function or differential |
/// | `e: constant` | `e`, `i`, `j` or `\pi` is the constant |
/// | `': name`, `': derivative`, `': derivative by t` | what a prime means |
/// | `/: factor`, `/: product` | the first factor behind a slash is below it, or the whole product |
/// | `T: transpose`, `T: symbol` | what an italic T above a name means |
/// | `\log: base 10` | the base of a logarithm without one |
/// | `x > 0`, `x: real`, `integer(n)` | what is known of a symbol |
public struct LaTeXAssumption: Hashable, Sendable {
  /// What is decided.
  public enum Decision: Hashable, Sendable {
    /// The name is a function, of these variables.
    case function(of: [String])
    /// The name is a quantity.
    case symbol
    /// The name is the constant that it usually is.
    case constant
    /// A prime means this.
    case primes(LaTeXOptions.Primes)
    /// A slash reaches so far.
    case slash(LaTeXOptions.Slash)
    /// An italic T above a name means the transpose, or does not.
    case transpose(Bool)
    /// The base of a logarithm without one.
    case logarithm(base: Int)
    /// Something is known of the symbol.
    case fact(SymbolFact)
  }

  /// The name, in the reader's spelling, or the sign that the decision is about.
  public let subject: String
  /// The decision.
  public let decision: Decision

  /// Reads an assumption.
  ///
  /// - Throws: `invalid-assumption` for anything else than the forms above.
  public init(_ text: String) throws(Diagnostic) {
    let plain = text.trimmed
    var known = Self.predicate(plain)
    if known == nil { known = try Self.comparison(plain) }
    if let (name, fact) = known {
      (subject, decision) = (try Self.name(name, text), .fact(fact))
      return
    }
    guard let colon = plain.lastIndex(of: ":") else { throw Self.mistake(text) }
    let (left, right) = (plain[..<colon].trimmed, plain[plain.index(after: colon)...].trimmed)
    (subject, decision) = try Self.role(left, right, text)
  }

  // MARK: Parts

  private static func mistake(_ text: String, _ help: String = "f: function; e: symbol; x > 0; integer(n)")
    -> Diagnostic
  {
    Diagnostic("invalid-assumption", "'\(text)' is no assumption", help: [help])
  }

  /// `real(x)`.
  private static func predicate(_ text: String) -> (String, SymbolFact)? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("),
      let fact = SymbolFact(rawValue: String(text[..<open]))
    else { return nil }
    return (text[text.index(after: open)...].dropLast().trimmed, fact)
  }

  private static let comparisons: [(sign: String, fact: SymbolFact, mirrored: SymbolFact)] = [
    (">=", .nonnegative, .nonpositive), ("<=", .nonpositive, .nonnegative), ("!=", .nonzero, .nonzero),
    ("\\geq", .nonnegative, .nonpositive), ("\\leq", .nonpositive, .nonnegative),
    ("\\neq", .nonzero, .nonzero),
    ("\\ge", .nonnegative, .nonpositive), ("\\le", .nonpositive, .nonnegative), ("\\ne", .nonzero, .nonzero),
    ("≥", .nonnegative, .nonpositive), ("≤", .nonpositive, .nonnegative), ("≠", .nonzero, .nonzero),
    (">", .positive, .negative), ("<", .negative, .positive),
  ]

  /// `x > 0`, or `0 < x`.
  private static func comparison(_ text: String) throws(Diagnostic) -> (String, SymbolFact)? {
    for (sign, fact, mirrored) in comparisons {
      guard let range = text.firstRange(of: sign) else { continue }
      let (left, right) = (text[..<range.lowerBound].trimmed, text[range.upperBound...].trimmed)
      if right == "0" { return (left, fact) }
      if left == "0" { return (right, mirrored) }
      throw mistake(text, "compare a symbol with 0")
    }
    return nil
  }

  private static func role(
    _ left: String, _ right: String, _ text: String
  ) throws(Diagnostic) -> (String, Decision) {
    let words = right.split(separator: " ", maxSplits: 2).map(String.init)
    switch (left, words.first ?? "") {
    case ("'", "name") where words.count == 1: return (left, .primes(.names))
    case ("'", "derivative") where words.count == 1: return (left, .primes(.derivatives(by: "x")))
    case ("'", "derivative") where words.count == 3 && words[1] == "by":
      return (left, .primes(.derivatives(by: try name(words[2], text))))
    case ("/", "factor") where words.count == 1: return (left, .slash(.factor))
    case ("/", "product") where words.count == 1: return (left, .slash(.product))
    case ("T", "transpose") where words.count == 1: return (left, .transpose(true))
    case ("\\log", "base") where words.count == 2:
      guard let base = Int(words[1]), base > 1 else { throw mistake(text, "\\log: base 10") }
      return (left, .logarithm(base: base))
    case (_, "function") where words.count == 1: return (try name(left, text), .function(of: []))
    case (_, "function") where words.count == 3 && words[1] == "of":
      var variables: [String] = []
      for variable in words[2].split(separator: ",") { variables.append(try name(variable.trimmed, text)) }
      return (try name(left, text), .function(of: variables))
    case (_, "symbol") where words.count == 1: return (try name(left, text), .symbol)
    case (_, "constant") where words.count == 1 && ["e", "i", "j", "\\pi"].contains(left):
      return (left, .constant)
    case (_, let word):
      guard words.count == 1, let fact = SymbolFact(rawValue: word) else { throw mistake(text) }
      return (try name(left, text), .fact(fact))
    }
  }

  /// The reader's spelling of a name.
  private static func name(_ name: String, _ text: String) throws(Diagnostic) -> String {
    if ["e", "i", "j", "d", "T"].contains(name) { return name }
    guard let known = LaTeXName.reading(name) else {
      throw mistake(
        text, "'\(name)' is no single name in LaTeX; a Greek letter is written \\alpha, an index x_1")
    }
    return known.latex
  }
}

/// What may be known of a symbol, in the words of SymPy.
public enum SymbolFact: String, Sendable, CaseIterable {
  case complex, real, imaginary, positive, negative, nonnegative, nonpositive, nonzero, integer, rational,
    even, odd,
    prime, finite
}

/// Assumptions taken together.
public struct LaTeXAssumptions: Hashable, Sendable {
  /// The options of the reader that they amount to.
  public private(set) var options: LaTeXOptions
  /// What is known of symbols, by their LaTeX, in the order in which it was said.
  public private(set) var facts: [String: [SymbolFact]] = [:]

  /// Starts from options.
  public init(_ options: LaTeXOptions = LaTeXOptions()) { self.options = options }

  /// Whether nothing was assumed of symbols.
  public var isFactless: Bool { facts.isEmpty }

  /// Adds an assumption; it beats an earlier one about the same thing.
  public mutating func add(_ assumption: LaTeXAssumption) {
    let subject = assumption.subject
    switch assumption.decision {
    case .function(let variables):
      forget(subject)
      options.functions.insert(subject)
      if !variables.isEmpty { options.arguments[subject] = variables }
    case .symbol:
      forget(subject)
      options.symbols.insert(subject)
      if subject == "T" { options.transposes = false }
    case .constant:
      forget(subject)
      options.constants.insert(subject)
    case .primes(let primes): options.primes = primes
    case .slash(let slash): options.slash = slash
    case .transpose(let transposes): options.transposes = transposes
    case .logarithm(let base): options.logarithmBase = base
    case .fact(let fact):
      if !facts[subject, default: []].contains(fact) { facts[subject, default: []].append(fact) }
    }
  }

  private mutating func forget(_ subject: String) {
    options.functions.remove(subject)
    options.symbols.remove(subject)
    options.constants.remove(subject)
    options.arguments[subject] = nil
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension LaTeXAssumption {
  /// Reads assumptions that are separated by semicolons.
  ///
  /// - Throws: `invalid-assumption`.
  public static func list(_ text: String) throws(Diagnostic) -> [LaTeXAssumption] {
    var list: [LaTeXAssumption] = []
    for part in text.split(separator: ";") where !part.allSatisfy(\.isWhitespace) {
      list.append(try LaTeXAssumption(String(part)))
    }
    return list
  }
}
