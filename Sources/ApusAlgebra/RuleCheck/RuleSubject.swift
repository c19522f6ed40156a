import ApusNumbers
import ApusRewriting
import ApusTerms

/// A rule made ready for trials: its sides as terms in ordinary symbols, and what each symbol may stand for.
struct RuleSubject {
  /// The sides; a rule that holds both ways is tried both ways.
  let left: Expr
  let right: Expr
  let isReversible: Bool
  /// Whether the sides are truth values.
  let isLogical: Bool
  /// What is tried, in the order of first occurrence.
  let variables: [(symbol: Symbol, name: String, domain: SampleValues.Domain)]
  let requirements: [Condition]
  let exceptions: [Condition]

  init(_ rule: Rule, with more: [Condition] = [], replacement: Expr? = nil) {
    let plan = Instantiation(rule.pattern)
    left = plan.term(rule.pattern.term)
    right = plan.term(replacement ?? rule.replacement)
    isReversible = rule.isReversible
    isLogical = left.isLogical || right.isLogical
    requirements = rule.requirements + more
    exceptions = rule.exceptions
    let truths = left.truthSymbols.union(right.truthSymbols).union(isLogical ? left.bareSymbols : [])
    // Between other numbers an order relation has no value.
    let orders = [left, right].map(\.orderedSymbols) + requirements.compactMap(\.orderedSymbols)
    let ordered = orders.reduce(into: Set<Symbol>()) { $0.formUnion($1) }
    let conditions = requirements
    variables = plan.symbols.map { symbol, name in
      var domain = SampleValues.Domain.complex
      if truths.contains(symbol) {
        domain = .truth
      } else {
        if ordered.contains(symbol) { domain = .real }
        for condition in conditions { domain = condition.narrowed(domain, of: name) }
      }
      return (symbol, name, domain)
    }
  }
}

// MARK: - From patterns to terms

/// Replaces marked variables by ordinary symbols, runs by two of them, and variables for functions by functions.
private struct Instantiation {
  /// The symbols of the instance, with the names to show.
  private(set) var symbols: [(Symbol, String)] = []
  private var replacements: [Expr: Expr] = [:]
  private var runs: [Symbol: [Expr]] = [:]

  init(_ pattern: Pattern) {
    for variable in pattern.variables {
      let plain = Expr.symbol(variable.name)
      switch variable.role {
      case .single: break
      case .optional:
        replacements[Expr(variable.symbol)] = plain
      case .run:
        let items = [Symbol(variable.name + "1"), Symbol(variable.name + "2")]
        runs[variable.symbol] = items.map { Expr($0) }
        for item in items { symbols.append((item, item.name)) }
        continue
      }
      symbols.append((Symbol(variable.name), variable.name))
    }
  }

  func term(_ term: Expr) -> Expr {
    let plain = replacements.isEmpty ? term : term.substituting(replacements)
    return runs.isEmpty && !plain.hasFunctionVariable ? plain : spliced(plain)
  }

  /// Patterns are a few nodes deep.
  private func spliced(_ term: Expr) -> Expr {
    if let symbol = term.symbol, let items = runs[symbol] { return items.first ?? term }
    var arguments: [Expr] = []
    for argument in term.arguments {
      if let symbol = argument.symbol, let items = runs[symbol] {
        arguments += items
      } else {
        arguments.append(spliced(argument))
      }
    }
    switch term.kind {
    case .sum: return .sum(arguments)
    case .product: return .product(arguments)
    case .power where arguments.count == 2: return .power(arguments[0], arguments[1])
    case .call:
      guard let function = term.function else { return term }
      return .call(function.isFunctionVariable ? .sin : function, arguments)
    default: return term
    }
  }
}

extension Function {
  /// An unknown function with a name of one letter stands for any function; `sin` is tried in its place.
  fileprivate var isFunctionVariable: Bool { isUndefined && name.unicodeScalars.count == 1 }
}

extension Expr {
  fileprivate var hasFunctionVariable: Bool {
    function?.isFunctionVariable == true || arguments.contains(where: \.hasFunctionVariable)
  }

  // MARK: - Truth values

  private static let relations: Set<Function> = [
    .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
  ]
  private static let orders: Set<Function> = [.less, .lessEqual, .greater, .greaterEqual, .max, .min]
  private static let connectives: Set<Function> = [.and, .or, .not, .implies, .equivalent, .xor]

  /// Whether the term is a truth value by its head.
  var isLogical: Bool {
    guard let function else { return false }
    return Self.relations.contains(function) || Self.connectives.contains(function) || function == .true
      || function == .false
  }

  /// The symbol that the whole term is, if it is one.
  fileprivate var bareSymbols: Set<Symbol> { symbol.map { [$0] } ?? [] }

  /// The symbols that are compared with something.
  fileprivate var orderedSymbols: Set<Symbol> {
    var all: Set<Symbol> = []
    forEachNode { node in
      if let function = node.function, Self.orders.contains(function) {
        for argument in node.arguments { all.formUnion(argument.bareSymbols) }
      }
      return true
    }
    return all
  }

  /// The symbols that stand where a truth value must.
  fileprivate var truthSymbols: Set<Symbol> {
    var all: Set<Symbol> = []
    forEachNode { node in
      guard let function = node.function else { return true }
      let arguments = node.arguments
      if Self.connectives.contains(function) {
        for argument in arguments { all.formUnion(argument.bareSymbols) }
      } else if function == .piecewise {
        for i in stride(from: 0, to: arguments.count & ~1, by: 2) { all.formUnion(arguments[i].bareSymbols) }
      }
      return true
    }
    return all
  }
}

// MARK: - Conditions at points

extension Condition {
  /// The symbols that must be real for an order relation to have a value.
  fileprivate var orderedSymbols: Set<Symbol>? {
    guard case .relation(let relation) = self else { return nil }
    return relation.orderedSymbols
  }

  /// The domain to take the values of a variable from so that many of them satisfy the condition.
  fileprivate func narrowed(_ domain: SampleValues.Domain, of variable: String) -> SampleValues.Domain {
    switch self {
    case .form(variable, let kind):
      switch kind {
      case .number, .exact, .rational: return domain == .integer ? domain : .rational
      case .literalInteger: return .integer
      default: return domain
      }
    case .property(variable, let property):
      if !property.isDisjoint(with: [.integer, .even, .odd]) { return .integer }
      if property.contains(.real), domain == .complex { return .real }
      return domain
    default: return domain
    }
  }

  /// Whether the condition holds at a point; `nil` if that is not certain.
  func holds(at point: RulePoint) -> Bool? {
    switch self {
    case .form(let name, let kind):
      guard let value = point[name] else { return nil }
      switch kind {
      // Terms are what kinds speak of; a value may be that of any term.
      case .symbol, .nonnumber, .any: return true
      default: break
      }
      return truth(of: [name: value]).decided
    case .property(let name, _): return point[name].flatMap { truth(of: [name: $0]).decided }
    case .free: return true
    case .relation(let relation): return point.truth(of: relation, precision: 256)
    }
  }
}

extension Truth {
  /// The truth value, `nil` if unknown.
  var decided: Bool? { self == .unknown ? nil : self == .true }
}
