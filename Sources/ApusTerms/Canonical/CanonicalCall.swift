import ApusNumbers

extension TermStore where Self: ~Copyable {
  /// A call in canonical form: operations become sums, products and powers, constant arguments may give an exact value,
  /// inexact ones a number; everything else stays a call.
  mutating func canonicalCall(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref {
    let traits = traits(head)
    guard traits.arity.allows(arguments.count) else { return makeCall(head, arguments) }
    if traits.form != .call, let operation = operation(traits.form, head, arguments) { return operation }
    if traits.mayReduce, let reduced = reduced(head, traits, arguments) { return reduced }
    return makeCall(head, arguments)
  }

  private mutating func operation(
    _ form: Function.Form, _ head: Head, _ arguments: UnsafeBufferPointer<Ref>
  ) -> Ref? {
    switch (form, arguments.count) {
    case (.sum, _): return sum(arguments)
    case (.product, _): return product(arguments)
    case (.difference, 2):
      return canonicalDifference(of: arguments[0], arguments[1])
    case (.negation, 1): return canonicallyScaled(arguments[0], by: makeInteger(-1))
    case (.quotient, 2): return canonicalQuotient(arguments[0], arguments[1])
    case (.power, 2): return power(arguments[0], arguments[1])
    case (.squareRoot, 1): return power(arguments[0], makeNumber(.half))
    case (.root, 2): return power(arguments[0], power(arguments[1], makeInteger(-1)))
    case (.exponential, 1):
      let base = makeCall(intern(Function.E), UnsafeBufferPointer<Ref>(start: nil, count: 0))
      return power(base, arguments[0])
    case (.logarithm, 2): return canonicalQuotient(call(head, arguments[0]), call(head, arguments[1]))
    case (.conjunction, _): return conjunction(head, arguments, neutral: .true, dominant: .false)
    case (.disjunction, _): return conjunction(head, arguments, neutral: .false, dominant: .true)
    case (.cases, _): return cases(head, arguments)
    case (.maximum, _): return extremum(head, arguments, sign: 1)
    case (.minimum, _): return extremum(head, arguments, sign: -1)
    default: return nil
    }
  }

  private mutating func canonicalQuotient(_ a: Ref, _ b: Ref) -> Ref {
    canonicalProduct(of: a, power(b, makeInteger(-1)))
  }

  private mutating func call(_ head: Head, _ argument: Ref) -> Ref {
    withUnsafePointer(to: argument) { call(head, UnsafeBufferPointer(start: $0, count: 1)) }
  }

  // MARK: - Reductions that the record gives

  /// Constant arguments deeper than this are not looked at: exact values are those of simple arguments.
  private var valueDepthLimit: Int { 8 }

  private mutating func reduced(
    _ head: Head, _ traits: FunctionTraits, _ arguments: UnsafeBufferPointer<Ref>
  ) -> Ref? {
    var union: NodeFlags = []
    var (numbers, depth) = (0, 0)
    for argument in arguments {
      union.formUnion(flags(argument))
      depth = max(depth, self.depth(argument))
      if isNumber(argument) { numbers += 1 }
    }
    if traits.hasDefinition, let definition = function(head).definition {
      return filled(definition, arguments)
    }
    if numbers == arguments.count, union.contains(.hasInexact),
      let value = function(head).inexactValue(arguments.map { number($0) })
    {
      return makeNumber(value)
    }
    if traits.hasValue, union.isDisjoint(with: [.hasSymbol, .hasOpaque]), depth <= valueDepthLimit,
      let made = function(head).value?(arguments.map { expr($0) })
    {
      return insert(made)
    }
    if traits.hasReduction, numbers > 0, let reduction = function(head).reduction,
      let made = filled(reduction, arguments)
    {
      return made
    }
    return arguments.count == 1 && traits.hasUnaryLaw ? unaryReduction(head, arguments[0]) : nil
  }

  /// What `make` gives of the arguments; those that are no numbers are replaced by symbols meanwhile, so that the cost does
  /// not depend on their size.
  private mutating func filled(
    _ make: Function.Value, _ arguments: UnsafeBufferPointer<Ref>
  ) -> Ref? {
    let slots = arguments.indices.map { Expr.symbol("\u{F8FE}\($0)") }
    let template = arguments.indices.map { isNumber(arguments[$0]) ? expr(arguments[$0]) : slots[$0] }
    guard let made = make(template) else { return nil }
    let (ref, slotRefs) = (insert(made), slots.map { insert($0) })
    return filled(ref, slotRefs, Array(arguments))
  }
}
