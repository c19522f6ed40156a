import ApusTerms

/// Reads programs of the kind that ``SymPyWriter`` writes: imports, declarations of symbols and functions, assignments, and at the end
/// one expression or a list of them.
///
/// ```python
/// from sympy import Eq, symbols
///
/// E, m, c = symbols('E m c')
///
/// Eq(E, m*c**2, evaluate=False)
/// ```
/// Nothing is evaluated and no Python is run: names of SymPy that have no record in Apus are errors. What the writer writes is read
/// as an expression for which it writes the same.
public struct SymPyReader: Sendable {
  /// Creates a reader.
  public init() {}

  /// The formulas of a program, in order; the symbols in the order of their declarations.
  ///
  /// - Throws: `invalid-sympy` for other Python, `too-deep` beyond 500 levels.
  /// - Complexity: O(bytes).
  public func formulas(of source: String) throws(Diagnostic) -> [Formula] {
    let tokens = try PythonLexer.tokens(of: source)
    let result = DeepStack.run { () -> Result<[Formula], Diagnostic> in
      var parser = SymPyParser(tokens)
      do throws(Diagnostic) {
        return .success(try parser.program())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// A program under construction: statements and names.
struct SymPyParser {
  let tokens: [PythonToken]
  var place = 0
  var depth = 0
  /// What the program's own names stand for.
  private(set) var names: [String: Name] = [:]
  private var symbols: [String] = []
  private var imported: Set<String> = []

  enum Name {
    case symbol(Expr)
    case function(Function)
    /// An expression with a name, which a long one has for its parts.
    case part(Expr)
  }

  init(_ tokens: [PythonToken]) { self.tokens = tokens }

  // MARK: Tokens

  var current: PythonToken { tokens[min(place, tokens.count - 1)] }

  func isSign(_ sign: String, ahead: Int = 0) -> Bool {
    place + ahead < tokens.count && tokens[place + ahead].kind == .sign(sign)
  }

  mutating func accept(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    place += 1
    return true
  }

  mutating func expect(_ sign: String) throws(Diagnostic) {
    guard accept(sign) else { throw .invalidSymPy("here '\(sign)' is expected", current.range) }
  }

  mutating func name() throws(Diagnostic) -> String {
    guard case .name(let name) = current.kind else {
      throw .invalidSymPy("here a name is expected", current.range)
    }
    place += 1
    return name
  }

  private mutating func string() throws(Diagnostic) -> String {
    guard case .string(let text) = current.kind else {
      throw .invalidSymPy("here a name in quotes is expected", current.range)
    }
    place += 1
    return text
  }

  // MARK: Statements

  mutating func program() throws(Diagnostic) -> [Formula] {
    var result: [Expr]?
    while place < tokens.count {
      if current.kind == .lineEnd {
        place += 1
        continue
      }
      if result != nil { throw .invalidSymPy("nothing may stand behind the result", current.range) }
      result = try statement()
      guard current.kind == .lineEnd else { throw .invalidSymPy("here the line must end", current.range) }
    }
    guard let result else { throw .invalidSymPy("the program has no result", current.range) }
    var speller = LaTeXNameSpeller([])
    let known = symbols.map { (latex: speller.latex(for: $0), identifier: $0) }
    return result.map { Formula($0, symbols: known) }
  }

  /// The result, or nil for a statement that only prepares it.
  private mutating func statement() throws(Diagnostic) -> [Expr]? {
    if case .name("from") = current.kind {
      try importNames()
      return nil
    }
    if case .name = current.kind, isSign("=", ahead: 1) || isSign(",", ahead: 1) {
      try assignment()
      return nil
    }
    return try result()
  }

  private mutating func importNames() throws(Diagnostic) {
    place += 1
    guard try name() == "sympy", try name() == "import" else {
      throw .invalidSymPy("only names of sympy can be imported", tokens[place - 1].range)
    }
    repeat { imported.insert(try name()) } while accept(",")
  }

  private mutating func assignment() throws(Diagnostic) {
    var targets: [String] = []
    repeat { targets.append(try name()) } while accept(",")
    try expect("=")
    let start = current.range
    if case .name(let maker) = current.kind, isSign("(", ahead: 1),
      ["symbols", "Symbol", "Function"].contains(maker)
    {
      place += 2
      let text = try string()
      let made = maker == "symbols" ? text.split(separator: " ").map { String($0) } : [text]
      try expect(")")
      guard made.count == targets.count else {
        throw .invalidSymPy("there are not as many names as variables", start)
      }
      for (target, name) in zip(targets, made) { declare(target, name, isFunction: maker == "Function") }
      return
    }
    guard targets.count == 1 else { throw .invalidSymPy("here the names of the symbols are expected", start) }
    names[targets[0]] = .part(try expression())
  }

  private mutating func declare(_ target: String, _ name: String, isFunction: Bool) {
    if isFunction {
      names[target] = .function(.undefined(name))
    } else {
      names[target] = .symbol(.symbol(name))
      symbols.append(name)
    }
  }

  /// An expression, or several of them in a list over several lines.
  private mutating func result() throws(Diagnostic) -> [Expr] {
    guard isSign("["), place + 1 < tokens.count, hasLineEnd(between: current.range, tokens[place + 1].range)
    else {
      if isSign("["), isSign("]", ahead: 1) {
        place += 2
        return []
      }
      return [try expression()]
    }
    place += 1
    var members: [Expr] = []
    while !isSign("]") {
      members.append(try expression())
      if !accept(",") { break }
    }
    try expect("]")
    return members
  }

  /// The writer sets the members of a list of results on lines of their own, indented by four spaces.
  private func hasLineEnd(between a: SourceRange, _ b: SourceRange) -> Bool {
    b.lowerBound > a.upperBound + 3
  }
}
