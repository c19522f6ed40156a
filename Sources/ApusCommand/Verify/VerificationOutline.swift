import ApusNotation
import ApusNumbers
import ApusTerms

/// What an answer consists of, in the order in which Python gives it: numbers, truth values, and the signs of relations.
struct VerificationOutline {
  enum Item {
    case sign(String)
    case number(Expr)
    case truth(Expr)
  }

  private(set) var items: [Item] = []
  /// Whether sets are compared by their members, because some are combined.
  private(set) var comparesMembers = false
  private var term = VerificationTerm()

  /// The outline of formulas as SymPy objects.
  init(symbolic formulas: [Formula]) throws(Unverifiable) {
    comparesMembers = formulas.contains { Self.combinesSets($0.expression) }
    for formula in formulas {
      for variant in formula.expression.signVariants { try add(statement: variant) }
    }
  }

  /// The outline of a formula as the value of a Python function.
  init(numeric formula: Formula) throws(Unverifiable) {
    term.computesSums = true
    for variant in Self.subject(formula.expression).signVariants {
      if let function = variant.function, Self.conditions.contains(function) {
        items.append(.truth(variant))
      } else {
        try add(value: variant)
      }
    }
  }

  // MARK: SymPy objects

  private mutating func add(statement: Expr) throws(Unverifiable) {
    guard let function = statement.function, !function.isUndefined else { return try add(value: statement) }
    let parts = statement.arguments
    if function == .and, parts.allSatisfy(Self.isRelation) {
      for part in parts { try add(statement: part) }
    } else if let sign = Self.signs[function] {
      items.append(.sign(sign))
      for part in parts { try add(value: part) }
    } else if function == .congruent {
      items.append(.sign("=="))
      try add(value: .opaque(.mod, [.opaque(.subtract, [parts[0], parts[1]]), parts[2]]))
      try add(value: Expr(0))
    } else if function == .elementOf {
      items.append(.sign("in"))
      try add(value: parts[0])
      if !comparesMembers, let symbol = parts[1].symbol, let set = NumberSet(symbol) {
        items.append(.sign("set \(set)"))
      } else {
        try add(value: parts[1])
      }
    } else if Self.connectives.contains(function) {
      items.append(.truth(statement))
    } else {
      try add(value: statement)
    }
  }

  /// Adds a number, the entries of a list or matrix, or a set.
  private mutating func add(value: Expr) throws(Unverifiable) {
    if let function = value.function, !function.isUndefined {
      if function.name == "list" || function.name == "tuple" {
        for part in value.arguments { try add(value: part) }
        return
      }
      if Self.collections.contains(function.name) { return try add(set: value, function.name) }
      if Self.conditions.contains(function) { throw Unverifiable("it has a condition inside") }
    }
    let image = try term.image(of: value)
    if let function = image.function, function.name == "list" {
      for part in image.arguments { try add(value: part) }
    } else {
      items.append(.number(image))
    }
  }

  /// Adds a set: a finite one by the sums of powers of its elements, an interval by its ends, another by its members among
  /// some numbers.
  private mutating func add(set: Expr, _ name: String) throws(Unverifiable) {
    let parts = set.arguments
    if comparesMembers {
      let members = try VerificationSet.probes.map { (probe) throws(Unverifiable) in
        try VerificationSet.contains(probe, in: set)
      }
      items.append(.sign("members " + members.map { $0 ? "1" : "0" }.joined()))
    } else if name == "set" {
      var elements: [Expr] = []
      for part in parts { elements.append(try term.image(of: part)) }
      items.append(.sign("set \(parts.count)"))
      for power in 1...3 { items.append(.number(.sum(elements.map { $0 ** Expr(power) }))) }
    } else if name == "interval", parts.count == 4 {
      let flags = parts[2...3].map { $0.function == .true ? "open" : "closed" }
      items.append(.sign("interval " + flags.joined(separator: " ")))
      for part in parts[0...1] {
        items.append(.number(VerificationTerm.finite(try term.image(of: part.canonical()))))
      }
    } else {
      throw Unverifiable("of the form of a set")
    }
  }

  private static func combinesSets(_ expr: Expr) -> Bool {
    var isFound = false
    expr.forEachNode { node in
      if let name = node.function?.name { isFound = isFound || name == "union" || name == "intersection" }
      return !isFound
    }
    return isFound
  }

  private static func isRelation(_ expr: Expr) -> Bool {
    expr.function.map { signs[$0] != nil || $0 == .congruent } ?? false
  }

  private static let signs: [Function: String] = [
    .equal: "==", .definition: "==", .approximately: "==", .notEqual: "!=", .less: "<", .lessEqual: "<=",
    .greater: ">", .greaterEqual: ">=",
  ]
  private static let conditions: Set<Function> = [
    .less, .lessEqual, .greater, .greaterEqual, .notEqual, .congruent, .and, .or, .not, .implies, .equivalent,
    .elementOf,
  ]
  private static let connectives: Set<Function> = [.and, .or, .not, .implies, .equivalent, .xor]
  private static let collections: Set<String> = ["set", "interval", "union", "intersection"]

  // MARK: Functions of Python

  /// `y = …` and `f(x) = …` give the value of the right side, another equation the difference of its sides.
  private static func subject(_ expr: Expr) -> Expr {
    guard let function = expr.function, [.equal, .definition, .approximately].contains(function),
      expr.arguments.count == 2
    else { return expr }
    let (left, right) = (expr.arguments[0], expr.arguments[1])
    if defines(left, right) { return right }
    return .opaque(.subtract, [left, right])
  }

  private static func defines(_ left: Expr, _ right: Expr) -> Bool {
    if let symbol = left.symbol { return !right.freeSymbols.contains(symbol) }
    guard let head = left.function, head.isUndefined else { return false }
    let symbols = left.arguments.compactMap(\.symbol)
    var isApplied = false
    right.forEachNode { node in
      isApplied = isApplied || node.function == head
      return !isApplied
    }
    return !isApplied && symbols.count == left.arguments.count && Set(symbols).count == symbols.count
  }
}
