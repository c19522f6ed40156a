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

extension RewriteEngine {
  /// The term that a template gives for a match, with the operands that the pattern left alone.
  mutating func instantiated(
    _ template: Template, _ bindings: Bindings<Ref>, of pattern: Pattern, at term: Ref
  ) -> Ref {
    let result = built(template.root, bindings)
    if bindings.rest.isEmpty { return result }
    let operands = bindings.rest + [result]
    switch workspace.kind(term) {
    case .sum: return operands.withUnsafeBufferPointer { workspace.sum($0) }
    case .product: return operands.withUnsafeBufferPointer { workspace.product($0) }
    default:
      let head = workspace.head(term)
      return operands.withUnsafeBufferPointer { workspace.call(head, $0) }
    }
  }

  private mutating func built(_ node: Template.Node, _ bindings: Bindings<Ref>) -> Ref {
    switch node {
    case .literal(let term): return workspace.insert(term)
    case .variable(let index): return bindings.terms[index] ?? workspace.makeInteger(0)
    case .run(let index):
      let items = bindings.runs[index] ?? []
      return items.count == 1 ? items[0] : workspace.makeCall(of: .list, items)
    case .call(let function, let parts): return call(function, parts, bindings)
    case .anyCall(let index, let parts):
      return call(bindings.functions[index] ?? .list, parts, bindings)
    case .sum(let parts):
      let terms = all(parts, bindings)
      return terms.withUnsafeBufferPointer { workspace.sum($0) }
    case .product(let parts):
      let factors = all(parts, bindings)
      return factors.withUnsafeBufferPointer { workspace.product($0) }
    case .power(let base, let exponent):
      let (base, exponent) = (built(base, bindings), built(exponent, bindings))
      return workspace.power(base, exponent)
    }
  }

  private mutating func call(_ function: Function, _ parts: [Template.Node], _ bindings: Bindings<Ref>) -> Ref
  {
    let arguments = all(parts, bindings)
    let head = workspace.intern(function)
    return arguments.withUnsafeBufferPointer { workspace.call(head, $0) }
  }

  /// The parts with runs spliced in.
  private mutating func all(_ parts: [Template.Node], _ bindings: Bindings<Ref>) -> [Ref] {
    var terms: [Ref] = []
    for part in parts {
      if case .run(let index) = part {
        terms += bindings.runs[index] ?? []
      } else {
        terms.append(built(part, bindings))
      }
    }
    return terms
  }
}
