import ApusNumbers

// The constructors as the layers above call them: concrete methods, so that the generic code behind them is specialised here
// and not called through witness tables (a factor of ten).
extension Workspace {
  package mutating func added(_ a: Ref, _ b: Ref) -> Ref { canonicalSum(of: a, b) }
  package mutating func multiplied(_ a: Ref, _ b: Ref) -> Ref { canonicalProduct(of: a, b) }
  package mutating func scaled(_ term: Ref, by factor: Ref) -> Ref { canonicallyScaled(term, by: factor) }
  package mutating func sum(of number: Ref, _ other: Ref) -> Ref { addNumbers(number, other) }
  package mutating func product(of number: Ref, _ other: Ref) -> Ref { multiplyNumbers(number, other) }
  package func isE(_ term: Ref) -> Bool { isConstantE(term) }

  package mutating func weightedSum(
    constant: Ref, _ terms: UnsafeBufferPointer<(term: Ref, coefficient: Ref)>
  ) -> Ref {
    canonicalWeightedSum(constant: constant, terms)
  }

  package mutating func productParts(
    _ powers: UnsafeBufferPointer<(base: Ref, exponent: Ref)>, times factor: Ref
  ) -> (coefficient: Ref, term: Ref) {
    canonicalProductParts(powers, times: factor)
  }

  package mutating func rebuilding(_ term: Ref, _ map: (inout Workspace, Ref) -> Ref) -> Ref {
    rebuilt(term, map)
  }

  package mutating func filling(_ template: Ref, _ slots: [Ref], with arguments: [Ref]) -> Ref {
    filled(template, slots, arguments)
  }

  package mutating func makeCall(of function: Function, _ arguments: [Ref]) -> Ref {
    arguments.withUnsafeBufferPointer { makeCall(intern(function), $0) }
  }

  package mutating func makeCall(_ head: Head, _ arguments: [Ref]) -> Ref {
    arguments.withUnsafeBufferPointer { makeCall(head, $0) }
  }
}
