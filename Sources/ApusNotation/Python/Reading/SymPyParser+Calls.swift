import ApusNumbers
import ApusTerms

// Calls of SymPy's functions and classes.
extension SymPyParser {
  /// A call whose name has been read.
  mutating func call(_ name: String, _ range: SourceRange) throws(Diagnostic) -> Expr {
    if name == "Interval" { return try interval() }
    try expect("(")
    var arguments: [Expr] = []
    var side: Int?
    while !isSign(")") {
      if case .name(let key) = current.kind, isSign("=", ahead: 1) {
        try keyword(key, of: name, &side)
      } else {
        arguments.append(try expression())
      }
      if !accept(",") { break }
    }
    try expect(")")
    if let result = try structural(name, arguments, side, range) { return result }
    guard let function = SymPyNames.standard.function(name, count: arguments.count) else {
      throw .invalidSymPy("'\(name)' with \(arguments.count) arguments is no function that is known", range)
    }
    return .opaque(function, arguments)
  }

  /// `evaluate=False` anywhere, and the direction of a limit.
  private mutating func keyword(_ key: String, of name: String, _ side: inout Int?) throws(Diagnostic) {
    let range = current.range
    place += 2
    if key == "evaluate", case .name("False") = current.kind {
      place += 1
      return
    }
    guard key == "dir", name == "Limit", case .string(let text) = current.kind,
      let value = ["+": 1, "-": -1, "+-": 0][text]
    else { throw .invalidSymPy("this keyword is not known", range) }
    place += 1
    side = value
  }

  private mutating func interval() throws(Diagnostic) -> Expr {
    var opens = (left: false, right: false)
    if accept(".") {
      let range = current.range
      switch try name() {
      case "open": opens = (true, true)
      case "Lopen": opens.left = true
      case "Ropen": opens.right = true
      default: throw .invalidSymPy("this kind of interval is not known", range)
      }
    }
    let range = current.range
    try expect("(")
    let ends = try members(")")
    guard ends.count == 2 else { throw .invalidSymPy("an interval has two ends", range) }
    func truth(_ value: Bool) -> Expr { value ? LaTeXTerms.trueValue : LaTeXTerms.falseValue }
    return LaTeXTerms.call("interval", ends[0], ends[1], truth(opens.left), truth(opens.right))
  }

  // MARK: Classes with arguments of their own

  private func structural(
    _ name: String, _ arguments: [Expr], _ side: Int?, _ range: SourceRange
  ) throws(Diagnostic) -> Expr? {
    if let relation = Self.relations[name] {
      guard arguments.count == 2 else { throw .invalidSymPy("a relation has two sides", range) }
      return LaTeXTerms.call(relation, arguments)
    }
    if let logic = Self.logic[name] { return LaTeXTerms.call(logic, arguments) }
    switch name {
    case "Integer", "Float":
      guard arguments.count == 1 else { throw .invalidSymPy("a number has one argument", range) }
      return arguments[0]
    case "Rational":
      guard arguments.count == 2 else { throw .invalidSymPy("a fraction has two parts", range) }
      return .opaque(.divide, arguments)
    case "Pow":
      guard arguments.count == 2 else { throw .invalidSymPy("a power has a base and an exponent", range) }
      return .opaque(.power, arguments)
    case "FiniteSet": return LaTeXTerms.call("set", arguments)
    case "Matrix":
      guard arguments.count == 1 else { throw .invalidSymPy("a matrix is a list of rows", range) }
      return arguments[0]
    case "Piecewise": return try piecewise(arguments, range)
    case "Derivative", "Integral", "Sum", "Product", "Limit", "Subs":
      return try calculus(name, arguments, side, range)
    default: return nil
    }
  }

  private static let relations = [
    "Eq": "equal", "Ne": "notEqual", "Lt": "less", "Le": "lessEqual", "Gt": "greater", "Ge": "greaterEqual",
    "Contains": "elementOf",
  ]
  private static let logic = [
    "And": "and", "Or": "or", "Not": "not", "Implies": "implies", "Union": "union",
    "Intersection": "intersection",
  ]

  private func piecewise(_ cases: [Expr], _ range: SourceRange) throws(Diagnostic) -> Expr {
    var parts: [Expr] = []
    for (index, branch) in cases.enumerated() {
      guard let pair = tuple(branch), pair.count == 2 else {
        throw .invalidSymPy("a case is a value and a condition", range)
      }
      if index == cases.count - 1, pair[1] == LaTeXTerms.trueValue {
        parts.append(pair[0])
      } else {
        parts += [pair[1], pair[0]]
      }
    }
    return LaTeXTerms.call("piecewise", parts)
  }

  private func tuple(_ expr: Expr) -> [Expr]? { expr.function?.name == "tuple" ? expr.arguments : nil }

  private func calculus(
    _ name: String, _ arguments: [Expr], _ side: Int?, _ range: SourceRange
  ) throws(Diagnostic) -> Expr {
    guard let body = arguments.first, arguments.count > 1 else {
      throw .invalidSymPy("\(name) wants a term and a variable", range)
    }
    switch name {
    case "Derivative":
      var pairs: [Expr] = []
      for argument in arguments.dropFirst() {
        let pair = tuple(argument) ?? [argument, Expr(1)]
        guard pair.count == 2 else { throw .invalidSymPy("a variable and its order are a pair", range) }
        pairs += pair
      }
      return LaTeXTerms.call("derivative", [body] + pairs)
    case "Limit":
      guard arguments.count == 3 else { throw .invalidSymPy("a limit has a variable and a point", range) }
      return LaTeXTerms.call("limit", side == nil || side == 0 ? arguments : arguments + [Expr(side ?? 0)])
    case "Subs":
      guard arguments.count == 3 else {
        throw .invalidSymPy("a substitution has a variable and a value", range)
      }
      return LaTeXTerms.call("at", arguments)
    default:
      let function = name == "Integral" ? "integral" : name == "Sum" ? "sum" : "productOver"
      var result = body
      for argument in arguments.dropFirst() {
        let bounds = tuple(argument) ?? [argument]
        guard bounds.count == 3 || bounds.count == 1 && name == "Integral" else {
          throw .invalidSymPy("a range is a variable with two bounds", range)
        }
        result = LaTeXTerms.call(function, [result] + bounds)
      }
      return result
    }
  }
}

/// The names of SymPy with the functions that are written by them.
struct SymPyNames: Sendable {
  static let standard = SymPyNames()

  /// By name and number of arguments; −1 for any number.
  private var functions: [String: [Int: Function]] = [:]

  private init() {
    for function in FunctionTable.standard.functions {
      if let name = function.notation.sympy, Self.isName(name) { add(name, -1, function) }
      for (count, notation) in function.notation.byCount {
        if let name = notation.sympy, Self.isName(name) { add(name, count, function) }
      }
    }
  }

  private mutating func add(_ name: String, _ count: Int, _ function: Function) {
    if functions[name, default: [:]][count] == nil { functions[name, default: [:]][count] = function }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(CodeIdentifier.isWordCharacter)
  }

  /// The function of that name that takes so many arguments.
  func function(_ name: String, count: Int) -> Function? {
    guard let known = functions[name] else { return nil }
    if let exact = known[count] { return exact }
    return known[-1].flatMap { $0.arity.allows(count) ? $0 : nil }
  }

  /// The constant of that name.
  func constant(_ name: String) -> Function? {
    functions[name]?[-1].flatMap { $0.arity.maximum == 0 ? $0 : nil }
  }
}
