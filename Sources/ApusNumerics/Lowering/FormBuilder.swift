import ApusNumbers
import ApusTerms

/// Makes forms of the terms of a workspace: a loop over its nodes, each made once.
struct FormBuilder: ~Copyable {
  typealias Ref = Workspace.Ref
  typealias ID = FormGraph.ID
  typealias Entry = FormGraph.Entry

  /// What is known of a node: a number, or the forms that say whether a condition holds and whether it certainly does not.
  ///
  /// A comparison with NaN neither holds nor fails, and what depends on it is NaN.
  enum Slot {
    case none
    case number(ID)
    case condition(holds: ID, fails: ID)
    case failure(CompileError)
  }

  var graph: FormGraph
  let workspace: Workspace
  private var slots: [Slot]
  private let inputs: [Symbol: Operand]
  private var unbound: Set<String> = []
  /// Of a program that keeps constants as they are, those that are no machine numbers.
  private(set) var exact: ExactConstants?

  /// - Parameters:
  ///   - workspace: canonical terms.
  ///   - exact: where constants are kept as they are; without, they are machine numbers.
  init(_ workspace: consuming Workspace, inputs: [Symbol: Operand], exact: ExactConstants? = nil) {
    self.workspace = workspace
    self.inputs = inputs
    self.exact = exact
    slots = Array(repeating: .none, count: self.workspace.count)
    graph = FormGraph(capacity: self.workspace.count)
  }

  /// The forms of the terms.
  mutating func forms(of outputs: [Ref]) throws(CompileError) -> [ID] {
    for index in needed(by: outputs) {
      let ref = workspace.ref(at: index)
      do throws(CompileError) {
        slots[index] = try made(ref)
      } catch {
        slots[index] = .failure(error)
      }
    }
    if !unbound.isEmpty { throw .unboundSymbols(unbound.sorted()) }
    var forms: [ID] = []
    forms.reserveCapacity(outputs.count)
    for output in outputs { forms.append(try number(output)) }
    return forms
  }

  /// The nodes below the outputs, in ascending order.
  private func needed(by outputs: [Ref]) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: workspace.count)
    for output in outputs where !output.isInline { isNeeded[output.index] = true }
    var index = workspace.count - 1
    var needed: [Int] = []
    while index >= 0 {
      if isNeeded[index] {
        needed.append(index)
        let ref = workspace.ref(at: index)
        for i in 0..<workspace.count(ref) {
          let child = workspace.child(ref, i)
          if !child.isInline { isNeeded[child.index] = true }
        }
      }
      index -= 1
    }
    return needed.reversed()
  }

  private mutating func made(_ ref: Ref) throws(CompileError) -> Slot {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal:
      return .number(try constant(workspace.number(ref)))
    case .symbol:
      let symbol = workspace.symbol(ref)
      guard let operand = inputs[symbol] else {
        unbound.insert(symbol.name)
        return .number(graph.constant(.nan))
      }
      return .number(graph.input(operand))
    case .sum: return .number(try sum(ref))
    case .product: return .number(try product(ref))
    case .power: return .number(try power(workspace.child(ref, 0), workspace.child(ref, 1)))
    case .call: return try call(ref)
    case .ext: throw .notCompilable(workspace.term(ref).head.name)
    }
  }

  private mutating func constant(_ number: Number) throws(CompileError) -> ID {
    if exact != nil, !ExactConstants.isMachineReal(number) { return kept(.number(number)) }
    return graph.constant(try real(number))
  }

  /// The form of a constant that is kept as it is.
  mutating func kept(_ constant: ExactConstant) -> ID {
    guard let operand = exact?.operand(constant) else { return graph.constant(.nan) }
    return graph.input(operand)
  }

  private func real(_ number: Number) throws(CompileError) -> Double {
    guard number.isReal, let value = number.asDouble else { throw .notReal("\(number)") }
    return value
  }

  private func weight(_ ref: Ref) throws(CompileError) -> Double {
    if ref.isInline, let small = workspace.smallInteger(ref) { return Double(small) }
    return try real(workspace.number(ref))
  }

  // MARK: - Operands

  mutating func number(_ ref: Ref) throws(CompileError) -> ID {
    if let small = workspace.smallInteger(ref) { return graph.constant(Double(small)) }
    switch slots[ref.index] {
    case .number(let id): return id
    case .condition: throw .notANumber("a condition")
    case .failure(let error): throw error
    case .none: throw .notANumber("an unknown term")
    }
  }

  func condition(_ ref: Ref) throws(CompileError) -> (holds: ID, fails: ID) {
    if ref.isInline { throw .notATruthValue }
    switch slots[ref.index] {
    case .condition(let holds, let fails): return (holds, fails)
    case .failure(let error): throw error
    case .number, .none: throw .notATruthValue
    }
  }

  // MARK: - Sums, products and powers

  private mutating func sum(_ ref: Ref) throws(CompileError) -> ID {
    if exact != nil { return try exactSum(ref) }
    let count = workspace.count(ref) >> 1
    var terms: [Entry] = []
    terms.reserveCapacity(count)
    for i in 0..<count {
      terms.append(
        Entry(try number(workspace.child(ref, 2 * i + 1)), try weight(workspace.child(ref, 2 * i + 2))))
    }
    return graph.sum(try weight(workspace.child(ref, 0)), terms)
  }

  private mutating func product(_ ref: Ref) throws(CompileError) -> ID {
    if exact != nil { return try exactProduct(ref) }
    var coefficient = try weight(workspace.child(ref, 0))
    var factors: [Entry] = []
    for i in stride(from: 1, to: workspace.count(ref), by: 2) {
      try appendPower(workspace.child(ref, i), workspace.child(ref, i + 1), to: &factors, &coefficient)
    }
    return graph.sum(0, [Entry(graph.product(factors), coefficient)])
  }

  private mutating func power(_ base: Ref, _ exponent: Ref) throws(CompileError) -> ID {
    var coefficient = 1.0
    var factors: [Entry] = []
    try appendPower(base, exponent, to: &factors, &coefficient)
    return graph.sum(0, [Entry(graph.product(factors), coefficient)])
  }

  /// Exponents up to this are computed by multiplication: the error stays within half as many ulp.
  private static let largestChain = 32

  mutating func appendPower(
    _ base: Ref, _ exponent: Ref, to factors: inout [Entry], _ coefficient: inout Double
  ) throws(CompileError) {
    if workspace.isE(base), !workspace.isInteger(exponent, 1) {
      return append(graph.apply(.exp, [try number(exponent)]), 1, to: &factors, &coefficient)
    }
    let id = try number(base)
    if let n = workspace.smallInteger(exponent), n.magnitude <= Self.largestChain {
      return append(id, n, to: &factors, &coefficient)
    }
    if workspace.kind(exponent) == .rational, case .rational(let q) = workspace.number(exponent),
      let numerator = q.numerator.asInt, let denominator = q.denominator.asInt,
      numerator.magnitude <= Self.largestChain, denominator <= (exact == nil ? 3 : 2)
    {
      return appendRoot(id, numerator, denominator, to: &factors, &coefficient)
    }
    if workspace.kind(exponent) == .integer {
      guard let n = workspace.number(exponent).asInt, n.magnitude < 1 << 53 else {
        throw .notCompilable("a power with an exponent of more than 53 bits")
      }
    }
    append(graph.apply(.power, [id, try number(exponent)]), 1, to: &factors, &coefficient)
  }

  /// b^(n/2) = b^⌊n/2⌋·√b, and b^(n/3) by the cube root, where the principal value is real.
  private mutating func appendRoot(
    _ base: ID, _ numerator: Int, _ denominator: Int, to factors: inout [Entry],
    _ coefficient: inout Double
  ) {
    if denominator == 2 {
      let root = graph.apply(.squareRoot, [base])
      if numerator.magnitude > 1 { append(base, numerator / 2, to: &factors, &coefficient) }
      append(root, numerator.signum(), to: &factors, &coefficient)
    } else {
      let isDefined = graph.apply(.lessEqual, [graph.constant(0), base])
      let root = graph.apply(.select, [isDefined, graph.apply(.cbrt, [base]), graph.constant(.nan)])
      append(root, numerator, to: &factors, &coefficient)
    }
  }

  /// Multiplies by a power; constants, and the coefficient of a multiple, go into the coefficient.
  private func append(
    _ id: ID, _ exponent: Int, to factors: inout [Entry], _ coefficient: inout Double
  ) {
    if exact != nil { return factors.append(Entry(id, Double(exponent))) }
    if let value = graph.constantValue(id) {
      coefficient *= Self.power(value, exponent)
      return
    }
    let (unit, weight) = (graph.scaled(id).id, graph.scaled(id).weight)
    if weight != 1 { coefficient *= Self.power(weight, exponent) }
    factors.append(Entry(unit, Double(exponent)))
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= base }
    return exponent < 0 ? 1 / power : power
  }

  // MARK: - Calls

  private mutating func call(_ ref: Ref) throws(CompileError) -> Slot {
    let function = workspace.function(workspace.head(ref))
    let count = workspace.count(ref)
    if function.isUndefined { throw .unknownFunction(function.name) }
    guard function.arity.allows(count) else { throw .notCompilable(function.name) }
    let rule = FunctionLowering.rule(for: function)
    if exact != nil, rule?.isForRealNumbers ?? true { return .number(try general(function, ref)) }
    switch rule {
    case .unary(let unary) where count == 1:
      return .number(applied(unary, to: try number(workspace.child(ref, 0))))
    case .comparison(let comparison):
      return compared(
        comparison, try number(workspace.child(ref, 0)), try number(workspace.child(ref, 1)))
    case .connective(let connective): return try connected(connective, ref)
    case .cases: return .number(try cases(ref))
    case .sign: return .number(sign(try number(workspace.child(ref, 0))))
    case .step: return .number(step(try number(workspace.child(ref, 0))))
    case .logGamma: return .number(logGamma(try number(workspace.child(ref, 0))))
    case .maximum: return .number(try extremum(ref, isMaximum: true))
    case .minimum: return .number(try extremum(ref, isMaximum: false))
    case .arcTangent:
      // A zero without a sign: mathematics does not tell them apart.
      let (y, x) = (try number(workspace.child(ref, 0)), try number(workspace.child(ref, 1)))
      return .number(graph.apply(.atan2, [unsigned(y), unsigned(x)]))
    default: return .number(try general(function, ref))
    }
  }

  /// x + 0, which turns −0 into 0.
  private mutating func unsigned(_ id: ID) -> ID {
    kindIsSafe(id) ? id : graph.apply(.add, [id, graph.constant(0)])
  }

  private func kindIsSafe(_ id: ID) -> Bool { graph.kind(id) == .constant }

  private mutating func general(_ function: Function, _ ref: Ref) throws(CompileError) -> ID {
    let count = workspace.count(ref)
    guard function.hasMachineValue, function.binder == nil else { throw .notCompilable(function.name) }
    var operands: [ID] = []
    for i in 0..<count { operands.append(try number(workspace.child(ref, i))) }
    if exact != nil {
      return operands.isEmpty ? kept(.function(function)) : graph.call(function, operands)
    }
    if operands.allSatisfy({ graph.constantValue($0) != nil }) {
      let values = operands.map { graph.constantValue($0) ?? .nan }
      return graph.constant(function.machineValue(of: values) ?? .nan)
    }
    return graph.call(function, operands)
  }

  private mutating func applied(_ unary: FunctionLowering.Unary, to argument: ID) -> ID {
    let operand = unary.ofReciprocal ? graph.power(argument, -1) : argument
    let result = graph.apply(unary.opcode, [operand])
    return unary.reciprocal ? graph.power(result, -1) : result
  }
}
