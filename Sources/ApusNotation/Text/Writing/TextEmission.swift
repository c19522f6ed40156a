import ApusNumbers
import ApusTerms

/// One run of the text writer: an explicit stack of what is still to be written.
struct TextEmission {
  private enum Item {
    /// A node, in parentheses if it binds less tightly than the precedence.
    case node(Int, Precedence)
    case text(StaticString)
    /// The scope of a binder of the node's symbol begins, or ends.
    case bind(Int)
    case unbind(Int)
  }

  private let layout: Layout
  private let names: TextNames
  private let limit: Int
  private var output: [UInt8] = []
  private var pending: [Item] = []
  /// Names that a binder around makes symbols, although they mean something else outside.
  private var bound: [String: Int] = [:]

  init(_ layout: Layout, _ names: TextNames, limit: Int) {
    self.layout = layout
    self.names = names
    self.limit = limit
  }

  /// The text; nil when it exceeds the limit.
  mutating func run() -> String? {
    pending.append(.node(layout.root, .definition))
    while let item = pending.popLast() {
      switch item {
      case .text(let text): write(text)
      case .bind(let id): bound[layout.symbol(id).name, default: 0] += 1
      case .unbind(let id): bound[layout.symbol(id).name, default: 1] -= 1
      case .node(let id, let required):
        if precedence(of: id) < required {
          write("(")
          pending.append(.text(")"))
        }
        expand(id)
      }
      if output.count > limit { return nil }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  // MARK: Precedence

  private func precedence(of id: Int) -> Precedence {
    switch layout.nodes[id].kind {
    case .number, .imaginaryUnit, .symbol, .squareRoot: .atom
    case .sum: .sum
    case .product, .fraction: .product
    case .negation: .negation
    case .power: .power
    case .call: CallForm(layout, id).precedence
    }
  }

  // MARK: Nodes

  /// Writes what a node begins with and leaves the rest on the stack.
  private mutating func expand(_ id: Int) {
    let node = layout.nodes[id]
    switch node.kind {
    case .number: output.append(contentsOf: PrecisionMark.text(layout.number(id)).utf8)
    case .imaginaryUnit: write("I")
    case .symbol: writeSymbol(layout.symbol(id).name)
    case .sum: expandSum(id, count: Int(node.count))
    case .product: expandProduct(id, count: Int(node.count))
    case .fraction:
      push([.node(child(0, id), .product), .text("/"), .node(child(1, id), .signedFactor)])
    case .negation:
      push([.text("-"), .node(child(0, id), .product)])
    case .power:
      let exponent = child(1, id)
      let isSet = layout.nodes[exponent].kind == .call && layout.function(exponent) == .set
      let items: [Item] = [.node(child(0, id), .postfix), .text(isSet ? "^(" : "^"), .node(exponent, .power)]
      push(isSet ? items + [.text(")")] : items)
    case .squareRoot:
      push([.text("sqrt("), .node(child(0, id), .definition), .text(")")])
    case .call: expandCall(id)
    }
  }

  private func child(_ index: Int, _ id: Int) -> Int { layout.part(index, of: id).id }

  private mutating func push(_ items: [Item]) { pending.append(contentsOf: items.reversed()) }

  private mutating func expandSum(_ id: Int, count: Int) {
    for index in (0..<count).reversed() {
      let part = layout.part(index, of: id)
      if index == 0 {
        let least: Precedence = isDifference(id) || isDifference(part.id) ? .sum : .negation
        pending.append(.node(part.id, part.isSubtracted ? .product : least))
        if part.isSubtracted { pending.append(.text("-")) }
      } else {
        // `a + (-b)` is written `a - b`.
        let isNegated = !part.isSubtracted && layout.nodes[part.id].kind == .negation
        pending.append(.node(isNegated ? child(0, part.id) : part.id, .product))
        pending.append(.text(part.isSubtracted || isNegated ? " - " : " + "))
      }
    }
  }

  /// Whether the node is `a - b`; such a one may lead a longer chain, as in `a - b + c`, which is read from left to right.
  private func isDifference(_ id: Int) -> Bool {
    layout.nodes[id].kind == .sum && layout.nodes[id].count == 2 && layout.part(1, of: id).isSubtracted
  }

  private mutating func expandProduct(_ id: Int, count: Int) {
    for index in (0..<count).reversed() {
      let part = child(index, id)
      // A leading fraction needs no parentheses: a/b*c is (a/b)*c.
      let isLeadingFraction = index == 0 && layout.nodes[part].kind == .fraction
      pending.append(.node(part, isLeadingFraction ? .product : .signedFactor))
      if index > 0 { pending.append(.text("*")) }
    }
  }

  private mutating func expandCall(_ id: Int) {
    let form = CallForm(layout, id)
    let count = Int(layout.nodes[id].count)
    switch form {
    case .constant: output.append(contentsOf: layout.function(id).name.utf8)
    case .infix(let separator, _, let operand):
      pushArguments(id, 0..<count, separator: separator, operand)
    case .prefix(let text, let operand): push([.text(text), .node(child(0, id), operand)])
    case .postfix(let text, let operand): push([.node(child(0, id), operand), .text(text)])
    case .brackets(let open, let close):
      pending.append(.text(close))
      pushArguments(id, 0..<count, separator: ", ", .definition)
      write(open)
    case .derivative:
      write("diff(")
      pending.append(.text(")"))
      pushDerivative(id, count: count)
    case .call:
      let function = layout.function(id)
      if function.isUndefined {
        writeName(function.name, isBare: names.isBareFunction)
      } else {
        output.append(contentsOf: function.name.utf8)
      }
      write("(")
      pending.append(.text(")"))
      pushArguments(id, 0..<count, separator: ", ", .binding, scope: boundVariable(id, function, count))
    }
  }

  /// The bound variable of a call, and where it is bound, when its name would have to be quoted elsewhere.
  private func boundVariable(_ id: Int, _ function: Function, _ count: Int) -> (id: Int, arguments: [Int])? {
    guard let binder = function.binder, count >= binder.minimumCount else { return nil }
    let variable = child(binder.variable, id)
    guard layout.nodes[variable].kind == .symbol else { return nil }
    let name = layout.symbol(variable).name
    guard !names.isBareSymbol(name), names.canBeBound(name) else { return nil }
    return (variable, binder.scope + [binder.variable])
  }

  private mutating func pushArguments(
    _ id: Int, _ range: Range<Int>, separator: StaticString, _ operand: Precedence,
    scope: (id: Int, arguments: [Int])? = nil
  ) {
    for index in range.reversed() {
      let isScope = scope?.arguments.contains(index) == true
      if isScope, let scope { pending.append(.unbind(scope.id)) }
      pending.append(.node(child(index, id), operand))
      if isScope, let scope { pending.append(.bind(scope.id)) }
      if index > range.lowerBound { pending.append(.text(separator)) }
    }
  }

  /// `derivative(f, x, 2, y, 1)` is written `diff(f, x, 2, y)`.
  private mutating func pushDerivative(_ id: Int, count: Int) {
    var items: [Item] = [.node(child(0, id), .binding)]
    for index in stride(from: 1, to: count, by: 2) {
      items += [.text(", "), .node(child(index, id), .binding)]
      let order = child(index + 1, id)
      if layout.nodes[order].kind != .number || !layout.number(order).isOne {
        items += [.text(", "), .node(order, .binding)]
      }
    }
    push(items)
  }

  private mutating func writeSymbol(_ name: String) {
    if let depth = bound[name], depth > 0 { return output.append(contentsOf: name.utf8) }
    writeName(name, isBare: names.isBareSymbol)
  }

  private mutating func writeName(_ name: String, isBare: (String) -> Bool) {
    guard !isBare(name) else { return output.append(contentsOf: name.utf8) }
    write("`")
    for byte in name.utf8 {
      if byte == UInt8(ascii: "`") { write("`") }
      output.append(byte)
    }
    write("`")
  }
}
