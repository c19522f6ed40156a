import ApusNumbers
import ApusTerms

/// Finds the ways in which a pattern matches a term: depth-first, with full backtracking.
///
/// The search is written with continuations: a part that matches calls `then`, which matches what remains and answers whether
/// to stop; otherwise the part tries its next possibility. Binding a variable and taking it back are the only changes. A class,
/// because every continuation holds the matcher.
final class Matcher<Store: TermStore & ~Copyable> {
  typealias Ref = Store.Ref

  /// What remains to be matched. The closure is boxed: passed on as it is, the compiler would specialise every function of the
  /// search for each of the others.
  struct Continuation {
    let body: (inout Store, inout Bindings<Ref>) -> Bool

    init(_ body: @escaping (inout Store, inout Bindings<Ref>) -> Bool) { self.body = body }

    @inline(never)
    func callAsFunction(_ store: inout Store, _ bindings: inout Bindings<Ref>) -> Bool {
      body(&store, &bindings)
    }
  }

  let pattern: Pattern
  /// The literal parts of the pattern as terms of the store, by part; others are not looked at.
  let literals: [Ref]
  /// The heads of the calls of the pattern, by part.
  private let heads: [Store.Head?]
  /// Whether a variable may stand for a term, as far as the term itself tells.
  let admits: [VariableKind]
  /// What the operands of whole terms are kept in, if the matcher is one of many on one thread.
  let operandCache: OperandCache<Ref>?
  private let unbound: Bindings<Ref>

  /// - Parameter kinds: the kinds of the variables, in their order.
  init(
    _ pattern: Pattern, admitting kinds: [VariableKind], _ store: inout Store,
    keepingOperandsIn operandCache: OperandCache<Ref>? = nil
  ) {
    self.pattern = pattern
    self.operandCache = operandCache
    unbound = Bindings(pattern)
    admits = kinds
    var literals: [Ref] = []
    var heads: [Store.Head?] = []
    let none = store.makeInteger(0)
    for node in pattern.nodes {
      if case .literal(let term) = node { literals.append(store.insert(term)) } else { literals.append(none) }
      if case .call(let function, _) = node {
        heads.append(store.intern(function))
      } else {
        heads.append(nil)
      }
    }
    self.literals = literals
    self.heads = heads
  }

  /// Whether a term is a call of the function of a part.
  func hasHead(_ part: Int, _ term: Ref, _ store: borrowing Store) -> Bool {
    store.kind(term) == .call && store.head(term) == heads[part]
  }

  /// Calls `then` for each match of the whole pattern until it answers `true`; answers whether it did.
  ///
  /// A pattern that is a sum or product may leave operands of the term alone, which are the bindings' `rest`.
  func forEachMatch(
    of term: Ref, _ store: inout Store, _ then: (inout Store, inout Bindings<Ref>) -> Bool
  ) -> Bool {
    guard mayMatchWhole(term, store) else { return false }
    // A long sum takes more steps to look through once.
    let steps = 20_000 + 256 * store.count(term)
    return withoutActuallyEscaping(then) { then in
      var bindings = unbound
      bindings.steps = steps
      return match(term, &store, &bindings, Continuation(then))
    }
  }

  /// A quick look at the outermost form, before anything is laid out for the search.
  private func mayMatchWhole(_ term: Ref, _ store: borrowing Store) -> Bool {
    if case .sum(let parts) = pattern.nodes[pattern.root] {
      return store.kind(term) == .sum && mayPlace(parts, on: term, store)
    }
    return mayMatch(pattern.root, term, store)
  }

  private func match(
    _ term: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    switch pattern.nodes[pattern.root] {
    case .sum, .product:
      return matchOperation(pattern.root, term, leavingRest: true, &store, &bindings, then)
    case .call(let function, _) where CommutativeOperation(function) != nil:
      return matchOperation(pattern.root, term, leavingRest: true, &store, &bindings, then)
    default: return match(pattern.root, term, &store, &bindings, then)
    }
  }

  // MARK: Parts

  func match(
    _ part: Int, _ term: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    bindings.steps -= 1
    if bindings.steps < 0 { return false }
    switch pattern.nodes[part] {
    case .literal: return literals[part] == term && then(&store, &bindings)
    case .variable(let index): return bind(index, to: term, &store, &bindings, then)
    case .call(let function, let arguments):
      if CommutativeOperation(function) != nil {
        return matchOperation(part, term, leavingRest: false, &store, &bindings, then)
      }
      guard hasHead(part, term, store) || isExtension(term, of: function, store) else { return false }
      return matchArguments(arguments[...], of: term, from: 0, &store, &bindings, then)
    case .anyCall(let index, let arguments):
      return matchAnyCall(index, arguments, term, &store, &bindings, then)
    case .sum, .product:
      return matchOperation(part, term, leavingRest: false, &store, &bindings, then)
    case .power(let base, let exponent):
      return matchPower(base, exponent, term, &store, &bindings, then)
    }
  }

  private func isExtension(_ term: Ref, of function: Function, _ store: borrowing Store) -> Bool {
    store.kind(term) == .ext && store.expr(term).term?.head == function
  }

  /// The function of a call, or of a term of a type defined elsewhere.
  func function(of term: Ref, _ store: borrowing Store) -> Function? {
    switch store.kind(term) {
    case .call: store.function(store.head(term))
    case .ext: store.expr(term).term?.head
    default: nil
    }
  }

  func bind(
    _ index: Int, to term: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    if let bound = bindings.terms[index] { return bound == term && then(&store, &bindings) }
    if !admits[index].admits(term, store) { return false }
    bindings.terms[index] = term
    if then(&store, &bindings) { return true }
    bindings.terms[index] = nil
    return false
  }

  private func matchAnyCall(
    _ index: Int, _ arguments: [Int], _ term: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    guard let function = function(of: term, store) else { return false }
    if let bound = bindings.functions[index] {
      guard bound == function else { return false }
      return matchArguments(arguments[...], of: term, from: 0, &store, &bindings, then)
    }
    bindings.functions[index] = function
    if matchArguments(arguments[...], of: term, from: 0, &store, &bindings, then) { return true }
    bindings.functions[index] = nil
    return false
  }

  /// Arguments in their order; a run takes as few as it can.
  private func matchArguments(
    _ parts: ArraySlice<Int>, of term: Ref, from place: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    let count = store.count(term)
    guard let part = parts.first else { return place == count && then(&store, &bindings) }
    let others = parts.dropFirst()
    if case .variable(let index) = pattern.nodes[part], pattern.variables[index].role == .run {
      return matchRun(index, others, of: term, from: place, &store, &bindings, then)
    }
    if place >= count { return false }
    let rest = Continuation { store, bindings in
      self.matchArguments(others, of: term, from: place + 1, &store, &bindings, then)
    }
    return match(part, store.child(term, place), &store, &bindings, rest)
  }

  private func matchRun(
    _ index: Int, _ others: ArraySlice<Int>, of term: Ref, from place: Int, _ store: inout Store,
    _ bindings: inout Bindings<Ref>, _ then: Continuation
  ) -> Bool {
    if let bound = bindings.runs[index] {
      guard place + bound.count <= store.count(term) else { return false }
      for (i, item) in bound.enumerated() where store.child(term, place + i) != item { return false }
      return matchArguments(others, of: term, from: place + bound.count, &store, &bindings, then)
    }
    for end in place...max(place, store.count(term)) {
      var items: [Ref] = []
      for i in place..<end { items.append(store.child(term, i)) }
      bindings.runs[index] = items
      if matchArguments(others, of: term, from: end, &store, &bindings, then) { return true }
    }
    bindings.runs[index] = nil
    return false
  }

  // MARK: Powers

  private func matchPower(
    _ base: Int, _ exponent: Int, _ term: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    if store.kind(term) == .power {
      let (b, e) = (store.child(term, 0), store.child(term, 1))
      let rest = Continuation { store, bindings in self.match(exponent, e, &store, &bindings, then) }
      if match(base, b, &store, &bindings, rest) { return true }
      return matchReciprocal(base, exponent, b, e, &store, &bindings, then)
    }
    // `x^n?` matches a term that is no power with the exponent 1.
    guard case .variable(let index) = pattern.nodes[exponent], pattern.variables[index].role == .optional
    else {
      return false
    }
    let one = store.makeInteger(1)
    let rest = Continuation { store, bindings in self.bind(index, to: one, &store, &bindings, then) }
    return match(base, term, &store, &bindings, rest)
  }

  /// `1/p` matches `b^(-n)` for an integer n > 1 where p matches `b^n`.
  private func matchReciprocal(
    _ base: Int, _ exponent: Int, _ b: Ref, _ e: Ref, _ store: inout Store, _ bindings: inout Bindings<Ref>,
    _ then: Continuation
  ) -> Bool {
    guard case .literal(let literal) = pattern.nodes[exponent], literal == -1,
      let n = store.smallInteger(e), n < -1, n != Int.min
    else { return false }
    let positive = store.makeInteger(-n)
    return match(base, store.power(b, positive), &store, &bindings, then)
  }
}
