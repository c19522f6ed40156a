import ApusNumbers

extension TermStore where Self: ~Copyable {
  /// A call in canonical form: operations become sums, products and powers, constant arguments may give an exact value,
  /// inexact ones a number; everything else stays a call.
  mutating func canonicalCall(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref {
    let traits = traits(head)
    if traits.form != .call, let operation = operation(traits.form, arguments) { return operation }
    if traits.mayHaveValue, let value = value(of: head, traits, arguments) { return value }
    return makeCall(head, arguments)
  }

  private mutating func operation(
    _ form: Function.Form, _ arguments: UnsafeBufferPointer<Ref>
  ) -> Ref? {
    switch (form, arguments.count) {
    case (.sum, _): return sum(arguments)
    case (.product, _): return product(arguments)
    case (.difference, 2):
      return canonicalSum(of: arguments[0], canonicallyScaled(arguments[1], by: makeInteger(-1)))
    case (.negation, 1): return canonicallyScaled(arguments[0], by: makeInteger(-1))
    case (.quotient, 2): return canonicalProduct(of: arguments[0], power(arguments[1], makeInteger(-1)))
    case (.power, 2): return power(arguments[0], arguments[1])
    case (.squareRoot, 1): return power(arguments[0], makeNumber(.half))
    case (.root, 2): return power(arguments[0], power(arguments[1], makeInteger(-1)))
    case (.exponential, 1):
      let base = makeCall(intern(Function.E), UnsafeBufferPointer<Ref>(start: nil, count: 0))
      return power(base, arguments[0])
    default: return nil
    }
  }

  /// Constant arguments deeper than this are not looked at: exact values are those of simple arguments.
  private var valueDepthLimit: Int { 8 }

  private mutating func value(
    of head: Head, _ traits: FunctionTraits, _ arguments: UnsafeBufferPointer<Ref>
  ) -> Ref? {
    var union: NodeFlags = []
    var depth = 0
    for argument in arguments {
      union.formUnion(flags(argument))
      depth = max(depth, self.depth(argument))
    }
    let isConstant = union.isDisjoint(with: [.hasSymbol, .hasOpaque]) && depth <= valueDepthLimit
    guard isConstant || traits.hasReduction else { return nil }
    let function = function(head)
    let expressions = arguments.map { expr($0) }
    if let value = function.reduction?(expressions) { return insert(value) }
    guard isConstant, let value = function.value?(expressions) else { return nil }
    return insert(value)
  }
}
