import ApusNumbers
import ApusTerms

/// The right side of a rule, laid out for filling in what the variables stand for.
struct Template: Sendable {
  indirect enum Node: Sendable {
    case literal(Expr)
    case variable(Int)
    case run(Int)
    case call(Function, [Node])
    case anyCall(Int, [Node])
    case sum([Node])
    case product([Node])
    case power(Node, Node)
  }

  let root: Node

  /// The template of a replacement; nil when it has a variable that the pattern does not bind.
  init?(_ replacement: Expr, for pattern: Pattern) {
    guard let root = Self.node(replacement, pattern) else { return nil }
    self.root = root
  }

  /// Replacements are a few nodes deep.
  private static func node(_ term: Expr, _ pattern: Pattern) -> Node? {
    if let symbol = term.symbol, let variable = PatternVariable(symbol) {
      guard let index = pattern.index(of: variable) else { return nil }
      return pattern.variables[index].role == .run ? .run(index) : .variable(index)
    }
    if term.arguments.isEmpty { return .literal(term) }
    var parts: [Node] = []
    for argument in term.arguments {
      guard let part = node(argument, pattern) else { return nil }
      parts.append(part)
    }
    switch term.kind {
    case .sum: return .sum(parts)
    case .product: return .product(parts)
    case .power: return .power(parts[0], parts[1])
    default: break
    }
    guard let function = term.function else { return .literal(term) }
    if function.isUndefined, let index = pattern.functionVariables.firstIndex(of: function.name) {
      return .anyCall(index, parts)
    }
    return .call(function, parts)
  }
}

extension Template {
  /// The term that a match gives, with the operands that the pattern left alone.
  func instantiated<Store: TermStore & ~Copyable>(
    _ bindings: Bindings<Store.Ref>, at term: Store.Ref, _ store: inout Store
  ) -> Store.Ref {
    let result = built(root, bindings, &store)
    if bindings.rest.isEmpty { return result }
    let operands = bindings.rest + [result]
    switch store.kind(term) {
    case .sum: return operands.withUnsafeBufferPointer { store.sum($0) }
    case .product: return operands.withUnsafeBufferPointer { store.product($0) }
    default:
      let head = store.head(term)
      // An opaque operation stays one; canonical construction would take it apart.
      let isOpaque = store.traits(head).form.isOperation
      return operands.withUnsafeBufferPointer { isOpaque ? store.makeCall(head, $0) : store.call(head, $0) }
    }
  }

  private func built<Store: TermStore & ~Copyable>(
    _ node: Node, _ bindings: Bindings<Store.Ref>, _ store: inout Store
  ) -> Store.Ref {
    switch node {
    case .literal(let term): return store.insert(term)
    case .variable(let index): return bindings.terms[index] ?? store.makeInteger(0)
    case .run(let index): return call(.list, [.run(index)], bindings, &store)
    case .call(let function, let parts): return call(function, parts, bindings, &store)
    case .anyCall(let index, let parts):
      return call(bindings.functions[index] ?? .list, parts, bindings, &store)
    case .sum(let parts):
      let terms = all(parts, bindings, &store)
      return terms.withUnsafeBufferPointer { store.sum($0) }
    case .product(let parts):
      let factors = all(parts, bindings, &store)
      return factors.withUnsafeBufferPointer { store.product($0) }
    case .power(let base, let exponent):
      let (base, exponent) = (built(base, bindings, &store), built(exponent, bindings, &store))
      return store.power(base, exponent)
    }
  }

  private func call<Store: TermStore & ~Copyable>(
    _ function: Function, _ parts: [Node], _ bindings: Bindings<Store.Ref>, _ store: inout Store
  ) -> Store.Ref {
    let arguments = all(parts, bindings, &store)
    let head = store.intern(function)
    let isOpaque = function.traits.form.isOperation
    return arguments.withUnsafeBufferPointer { isOpaque ? store.makeCall(head, $0) : store.call(head, $0) }
  }

  /// The parts with runs spliced in.
  private func all<Store: TermStore & ~Copyable>(
    _ parts: [Node], _ bindings: Bindings<Store.Ref>, _ store: inout Store
  ) -> [Store.Ref] {
    var terms: [Store.Ref] = []
    for part in parts {
      if case .run(let index) = part {
        terms += bindings.runs[index] ?? []
      } else {
        terms.append(built(part, bindings, &store))
      }
    }
    return terms
  }
}
