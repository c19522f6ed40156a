/// The operators of a language whose terms an ``EGraph`` holds, with their names, and the names of its symbols.
///
/// Three kinds of leaves exist in every language: numbers (a machine integer), symbols (a name) and variables of patterns.
/// Example: `var language = TermLanguage(); let plus = language.declare("+", arity: 2)`.
public struct TermLanguage: Sendable {
  private var names: [String] = []
  private var arities: [Int] = []
  private var operators: [Operator] = []
  private var indexOfName: [String: [Int]] = [:]
  private(set) var symbolNames: [String] = []
  private var symbolIDs: [String: Int] = [:]

  /// The operator of integers; its payload is the integer.
  public let number: Operator

  /// The operator of symbols; its payload is the number of the name, see ``symbol(named:)``.
  public let symbol: Operator

  /// The operator of rational numbers in graphs of expressions.
  var rational: Operator?

  /// A language with numbers and symbols and nothing else.
  public init() {
    number = Operator(index: 0, shape: .leaf)
    symbol = Operator(index: 1, shape: .leaf)
    record("number", arity: 0, number)
    record("symbol", arity: 0, symbol)
  }

  /// The number of operators.
  public var operatorCount: Int { operators.count }

  /// Declares an operator with a fixed number of children, or finds the one that was declared.
  ///
  /// - Precondition: `arity` is between 0 and 1,000.
  public mutating func declare(_ name: String, arity: Int) -> Operator {
    precondition((0...1000).contains(arity), "an operator has between 0 and 1000 children")
    if let known = self.operator(named: name, arity: arity) { return known }
    let shape: Operator.Shape = arity == 0 ? .leaf : arity == 1 ? .unary : arity == 2 ? .binary : .spilled
    let op = Operator(index: operators.count, shape: shape)
    record(name, arity: arity, op)
    return op
  }

  /// Declares an operator over a multiset of children with coefficients, such as an n-ary sum.
  mutating func declareWeighted(_ name: String) -> Operator {
    let op = Operator(index: operators.count, shape: .weighted)
    record(name, arity: -1, op)
    return op
  }

  /// The operator and the payload of an integer; in graphs of expressions integers are among the rational numbers.
  func leaf(for value: Int) -> (Operator, UInt64) {
    guard let rational else { return (number, UInt64(bitPattern: Int64(value))) }
    return (rational, UInt64(RationalTable.id(ofInteger: value)))
  }

  /// Declares an operator without children whose nodes carry 64 bits of their own.
  mutating func declareLeaf(_ name: String) -> Operator {
    declare(name, arity: 0)
  }

  /// The operator that builds a node from a name and a number of children; sums and products take any number.
  func builder(named name: String, arity: Int) -> Operator? {
    self.operator(named: name, arity: arity) ?? self.operator(named: name, arity: -1)
  }

  /// The operator with a name and a number of children, if it was declared.
  public func `operator`(named name: String, arity: Int) -> Operator? {
    indexOfName[name]?.first { arities[$0] == arity }.map { operators[$0] }
  }

  /// The name of an operator.
  public func name(of op: Operator) -> String {
    op.index < names.count ? names[op.index] : "?"
  }

  /// The number of children of an operator; -1 for n-ary sums and products.
  public func arity(of op: Operator) -> Int {
    op.index < arities.count ? arities[op.index] : 0
  }

  /// The number of a symbol's name, the same for the same name.
  public mutating func symbol(named name: String) -> Int {
    if let known = symbolIDs[name] { return known }
    let id = symbolNames.count
    symbolNames.append(name)
    symbolIDs[name] = id
    return id
  }

  /// The number of a symbol's name, if it has one.
  func symbolID(of name: String) -> Int? {
    symbolIDs[name]
  }

  /// The name of a symbol.
  public func symbolName(_ id: Int) -> String {
    symbolNames.indices.contains(id) ? symbolNames[id] : "?"
  }

  private mutating func record(_ name: String, arity: Int, _ op: Operator) {
    names.append(name)
    arities.append(arity)
    operators.append(op)
    indexOfName[name, default: []].append(op.index)
  }
}
