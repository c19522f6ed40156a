import ApusNumbers
import ApusTerms

/// Writes expressions as MathJSON, the format of the CortexJS Compute Engine: `["Add", ["Multiply", 2, "x"], 1]`.
///
/// Canonical terms are plain arrays. What has been kept exactly as it was written, and would become something else when it is
/// made again, is an object `{"fn": ["Add", "x", "x"], "form": "structural"}`, so that reading gives the same term.
public struct MathJSONWriter: Sendable {
  /// The deepest term that is written, and read; JSON nests as the term does.
  static let depthLimit = 400
  /// The largest tree that is written.
  private static let sizeLimit = 1_000_000

  /// Whether terms that have been kept as they were written are marked, so that they are read as such.
  private let marksForm: Bool

  /// Creates a writer; without `marksForm` every term is a plain array, and reading makes it canonical.
  public init(marksForm: Bool = true) { self.marksForm = marksForm }

  /// The expression on one line.
  ///
  /// - Throws: `too-deep` beyond 400 levels, `too-large` beyond a million nodes.
  /// - Complexity: linear in the size of the expression as a tree.
  public func text(of expr: Expr) throws(Diagnostic) -> String {
    var bytes: [UInt8] = []
    JSONWriter.write(try json(of: expr), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func json(of expr: Expr) throws(Diagnostic) -> JSONValue {
    if expr.depth > Self.depthLimit {
      throw Diagnostic("too-deep", "the expression is nested more than \(Self.depthLimit) deep")
    }
    if expr.treeSize > Self.sizeLimit {
      throw Diagnostic("too-large", "the expression has more than \(Self.sizeLimit) parts")
    }
    var emission = MathJSONEmission(marksForm: marksForm)
    return emission.json(of: expr)
  }
}

/// One pass over the nodes, children first.
private struct MathJSONEmission: ~Copyable {
  private var workspace = Workspace()
  private var made: [JSONValue] = []
  private let names = MathJSONNames.standard
  private let marksForm: Bool

  init(marksForm: Bool) { self.marksForm = marksForm }

  mutating func json(of expr: Expr) -> JSONValue {
    let root = workspace.insert(expr)
    if root.isInline { return number(root) }
    let count = workspace.count
    var order = ReadingOrder(one: workspace.makeInteger(1))
    made.reserveCapacity(count)
    for index in 0..<count {
      order.enter(index, workspace)
      let runs = order.order(index).map { Int($0) }
      made.append(node(workspace.ref(at: index), runs))
    }
    return made[root.index]
  }

  private func json(_ ref: Workspace.Ref) -> JSONValue { ref.isInline ? number(ref) : made[ref.index] }

  private mutating func node(_ ref: Workspace.Ref, _ order: [Int]) -> JSONValue {
    switch workspace.kind(ref) {
    case .integer, .rational, .complex, .real, .bigReal: return number(ref)
    case .symbol: return symbol(workspace.symbol(ref).name)
    case .sum: return sum(ref, order)
    case .product: return .array(["Multiply"] + coefficient(ref) + factors(ref, order))
    case .power: return power(workspace.child(ref, 0), workspace.child(ref, 1))
    case .call: return call(ref)
    case .ext:
      var parts: [JSONValue] = [.string(workspace.term(ref).head.name)]
      for i in 0..<workspace.count(ref) { parts.append(json(workspace.child(ref, i))) }
      return .array(parts)
    }
  }

  private func sum(_ ref: Workspace.Ref, _ order: [Int]) -> JSONValue {
    var terms: [JSONValue] = []
    for run in order {
      let (term, weight) = (workspace.child(ref, 2 * run + 1), workspace.child(ref, 2 * run + 2))
      if workspace.isInteger(weight, 1) {
        terms.append(json(term))
      } else if workspace.kind(term) == .product, let factors = json(term).asArray?.dropFirst() {
        terms.append(.array(["Multiply", json(weight)] + factors))
      } else {
        terms.append(["Multiply", json(weight), json(term)])
      }
    }
    let constant = workspace.child(ref, 0)
    if !workspace.isInteger(constant, 0) { terms.append(json(constant)) }
    return .array(["Add"] + terms)
  }

  private func coefficient(_ ref: Workspace.Ref) -> [JSONValue] {
    let own = workspace.child(ref, 0)
    return workspace.isInteger(own, 1) ? [] : [json(own)]
  }

  private func factors(_ ref: Workspace.Ref, _ order: [Int]) -> [JSONValue] {
    var factors: [JSONValue] = []
    for run in order {
      let (base, exponent) = (workspace.child(ref, 2 * run + 1), workspace.child(ref, 2 * run + 2))
      factors.append(workspace.isInteger(exponent, 1) ? json(base) : power(base, exponent))
    }
    return factors
  }

  private func power(_ base: Workspace.Ref, _ exponent: Workspace.Ref) -> JSONValue {
    workspace.isE(base) ? ["Exp", json(exponent)] : ["Power", json(base), json(exponent)]
  }

  private mutating func call(_ ref: Workspace.Ref) -> JSONValue {
    let function = workspace.function(workspace.head(ref))
    var arguments: [Workspace.Ref] = []
    var parts: [JSONValue] = []
    for i in 0..<workspace.count(ref) {
      arguments.append(workspace.child(ref, i))
      parts.append(json(arguments[i]))
    }
    let name = names.name(of: function)
    if function.isUndefined {
      let array = JSONValue.array([.string(function.name)] + parts)
      return names.function(named: function.name) == nil ? array : ["fn": array, "form": "undefined"]
    }
    if arguments.isEmpty, function.arity.maximum == 0 { return .string(name) }
    let array = JSONValue.array([.string(name)] + parts)
    if !marksForm { return array }
    let head = workspace.head(ref)
    let again = arguments.withUnsafeBufferPointer { workspace.call(head, $0) }
    return again == ref ? array : ["fn": array, "form": "structural"]
  }

  private func symbol(_ name: String) -> JSONValue {
    let isTaken = name == "ImaginaryUnit" || names.function(named: name).map { $0.arity.maximum == 0 } == true
    return isTaken ? ["sym": .string(name)] : .string(name)
  }

  private func number(_ ref: Workspace.Ref) -> JSONValue { Self.json(workspace.number(ref)) }

  private static func json(_ number: Number) -> JSONValue {
    switch number {
    case .integer(let value):
      if let small = value.asInt, abs(small) <= 1 << 53 { return .integer(small) }
      return ["num": .string(value.description)]
    case .rational(let value):
      return ["Rational", json(.integer(value.numerator)), json(.integer(value.denominator))]
    case .double(let value): return ["num": .string(value.description)]
    case .bigFloat(let value):
      return ["num": .string(value.description), "precision": .integer(value.precision)]
    case .complex(let value): return ["Complex", json(value.real), json(value.imaginary)]
    }
  }
}
