import ApusNumbers
import ApusTerms

// Python's operators, from loose to tight.
extension SymPyParser {
  static let depthLimit = 500

  mutating func expression() throws(Diagnostic) -> Expr {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw Diagnostic(
        "too-deep", "this is nested more than \(Self.depthLimit) levels deep", at: current.range)
    }
    return try comparison()
  }

  private mutating func comparison() throws(Diagnostic) -> Expr {
    let left = try sum()
    for (sign, name) in [("<=", "lessEqual"), (">=", "greaterEqual"), ("<", "less"), (">", "greater")]
    where accept(sign) {
      return LaTeXTerms.call(name, left, try sum())
    }
    return left
  }

  private mutating func sum() throws(Diagnostic) -> Expr {
    let isPart = isPartName(ahead: 0)
    var terms = [try term()]
    if isPart, isSign("+") || isSign("-"), terms[0].function == .add { terms = terms[0].arguments }
    while true {
      if accept("+") {
        terms.append(try term())
      } else if accept("-") {
        terms.append(.opaque(.negate, [try term()]))
      } else {
        return LaTeXTerms.sum(terms)
      }
    }
  }

  /// A long sum or product goes on behind a name for its beginning.
  private func isPartName(ahead: Int) -> Bool {
    guard case .name(let name) = tokens[min(place + ahead, tokens.count - 1)].kind, case .part? = names[name]
    else { return false }
    return true
  }

  private mutating func term() throws(Diagnostic) -> Expr {
    if accept("-") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.depthLimit else {
        throw Diagnostic(
          "too-deep", "this is nested more than \(Self.depthLimit) levels deep", at: current.range)
      }
      return .opaque(.negate, [try term()])
    }
    let isPart = isPartName(ahead: 0)
    var factors = [try power()]
    if isPart, isSign("*"), factors[0].function == .multiply { factors = factors[0].arguments }
    while true {
      if accept("*") {
        factors.append(try power())
      } else if accept("/") {
        factors = [.opaque(.divide, [LaTeXTerms.product(factors), try power()])]
      } else {
        return LaTeXTerms.product(factors)
      }
    }
  }

  private mutating func power() throws(Diagnostic) -> Expr {
    let base = try primary()
    guard accept("**") else { return base }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw Diagnostic(
        "too-deep", "this is nested more than \(Self.depthLimit) levels deep", at: current.range)
    }
    let exponent = isSign("-") ? try term() : try power()
    return .opaque(.power, [base, exponent])
  }

  private mutating func primary() throws(Diagnostic) -> Expr {
    let token = current
    switch token.kind {
    case .number(let text):
      place += 1
      guard text.utf8.count <= 100_000, let number = Number(decimal: text) else {
        throw .invalidSymPy("this is not a number that can be read", token.range)
      }
      return Expr(number)
    case .sign("("): return try method(on: try parenthesised())
    case .sign("["):
      place += 1
      return LaTeXTerms.call("list", try members("]"))
    case .name(let name):
      place += 1
      return try method(on: try named(name, token.range))
    default: throw .invalidSymPy("here an expression is expected", token.range)
    }
  }

  /// Brackets around an expression, or a tuple.
  private mutating func parenthesised() throws(Diagnostic) -> Expr {
    place += 1
    if accept(")") { return LaTeXTerms.call("tuple", []) }
    let first = try expression()
    if accept(")") { return first }
    try expect(",")
    return LaTeXTerms.call("tuple", [first] + (try members(")")))
  }

  /// The members of a list up to its end.
  mutating func members(_ end: String) throws(Diagnostic) -> [Expr] {
    var members: [Expr] = []
    while !isSign(end) {
      members.append(try expression())
      if !accept(",") { break }
    }
    try expect(end)
    return members
  }

  /// `a.cross(b)`, `a.dot(b)` and `a.norm()`.
  private mutating func method(on object: Expr) throws(Diagnostic) -> Expr {
    guard accept(".") else { return object }
    let range = current.range
    let name = try name()
    try expect("(")
    let arguments = try members(")")
    guard ["cross": 1, "dot": 1, "norm": 0][name] == arguments.count else {
      throw .invalidSymPy("this method is not known", range)
    }
    return try method(on: LaTeXTerms.call(name, [object] + arguments))
  }

  private mutating func named(_ name: String, _ range: SourceRange) throws(Diagnostic) -> Expr {
    switch names[name] {
    case .symbol(let symbol): return symbol
    case .part(let part): return part
    case .function(let function):
      try expect("(")
      return .opaque(function, try members(")"))
    case nil: break
    }
    switch name {
    case "I": return .i
    case "True": return LaTeXTerms.trueValue
    case "False": return LaTeXTerms.falseValue
    case "nan": return Expr(Number.double(.nan))
    default: break
    }
    if isSign("(") || isSign(".") { return try call(name, range) }
    if let set = NumberSet(sympy: name) { return .symbol(set.rawValue) }
    guard let constant = SymPyNames.standard.constant(name) else {
      throw .invalidSymPy("'\(name)' is not declared and no constant of SymPy that is known", range)
    }
    return .opaque(constant, [])
  }
}
