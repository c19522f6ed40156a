import ApusNumbers

// Connectives, cases and extrema: what can be seen from the outermost nodes of the arguments.
extension TermStore where Self: ~Copyable {
  /// The truth value that the term is.
  func truth(_ term: Ref) -> Bool? {
    guard kind(term) == .call, count(term) == 0 else { return nil }
    let function = function(head(term))
    return function == .true ? true : function == .false ? false : nil
  }

  private mutating func makeConstant(_ function: Function) -> Ref {
    makeCall(intern(function), UnsafeBufferPointer<Ref>(start: nil, count: 0))
  }

  /// A conjunction (neutral: true) or disjunction (neutral: false): flattened, without repetitions.
  mutating func conjunction(
    _ head: Head, _ arguments: UnsafeBufferPointer<Ref>, neutral: Function, dominant: Function
  ) -> Ref? {
    let isNeutral = neutral == .true
    var kept: [Ref] = []
    for argument in flattened(head, arguments) {
      if let truth = truth(argument) {
        if truth == isNeutral { continue }
        return makeConstant(dominant)
      }
      if !kept.contains(argument) { kept.append(argument) }
    }
    switch kept.count {
    case 0: return makeConstant(neutral)
    case 1: return kept[0]
    default: return makeCall(head, kept)
    }
  }

  /// Conditions that are false go, the first that is true ends the list.
  mutating func cases(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> Ref? {
    var kept: [Ref] = []
    var last = arguments.count & 1 == 1 ? arguments[arguments.count - 1] : nil
    for i in stride(from: 0, to: arguments.count & ~1, by: 2) {
      let (condition, value) = (arguments[i], arguments[i + 1])
      switch truth(condition) {
      case false: continue
      case true:
        last = value
      case nil:
        kept += [condition, value]
        continue
      }
      break
    }
    while kept.count > 0, let value = last, kept[kept.count - 1] == value { kept.removeLast(2) }
    guard let last else { return kept.isEmpty ? makeConstant(.undefined) : makeCall(head, kept) }
    return kept.isEmpty ? last : makeCall(head, kept + [last])
  }

  /// The greatest (sign 1) or least (sign −1): flattened, repetitions dropped, real numbers compared.
  mutating func extremum(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>, sign: Int) -> Ref? {
    var kept: [Ref] = []
    var best: Ref?
    for argument in flattened(head, arguments) {
      guard isNumber(argument) else {
        if !kept.contains(argument) { kept.append(argument) }
        continue
      }
      guard let old = best else {
        if number(argument).isReal, !number(argument).isNaN { best = argument } else { return nil }
        continue
      }
      guard let order = Number.compare(number(argument), number(old)) else { return nil }
      if order == sign { best = argument }
    }
    if let best { kept.append(best) }
    if kept.count == 1 { return kept[0] }
    // Constants that are no numbers are compared by `value`, of the reduced list.
    return kept.count == arguments.count ? nil : kept.withUnsafeBufferPointer { call(head, $0) }
  }

  /// The arguments, with those of arguments that are calls of the same function in their place.
  private func flattened(_ head: Head, _ arguments: UnsafeBufferPointer<Ref>) -> [Ref] {
    var all: [Ref] = []
    for argument in arguments {
      if kind(argument) == .call, self.head(argument) == head {
        for i in 0..<count(argument) { all.append(child(argument, i)) }
      } else {
        all.append(argument)
      }
    }
    return all
  }
}
