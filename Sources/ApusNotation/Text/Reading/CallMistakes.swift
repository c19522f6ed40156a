import ApusTerms

/// What to say about names and calls that mean nothing.
package enum CallMistakes {
  private static func corrected(_ tree: borrowing SyntaxTree, _ fixes: [FixIt]) -> String? {
    tree.source.applying(fixes)
  }

  /// The range between the parentheses of a call, and with them.
  private static func parentheses(_ id: Int, _ tree: borrowing SyntaxTree) -> SourceRange {
    SourceRange(tree.nodes[id].anchor.upperBound, tree.nodes[id].range.upperBound)
  }

  /// The bytes of an argument; with what is between it and its neighbours they make up the list.
  private static func argument(_ index: Int, _ id: Int, _ tree: borrowing SyntaxTree) -> SourceRange {
    tree.nodes[tree.child(index, of: id)].range
  }

  // MARK: Arity

  /// A call with the wrong number of arguments.
  package static func arity(
    _ id: Int, _ tree: borrowing SyntaxTree, name: String, _ arity: Arity
  ) -> Diagnostic {
    let count = tree.childCount(of: id)
    let written = tree.source.text(tree.nodes[id].anchor)
    let message = "\(written) takes \(counted(arity)), \(count == 0 ? "none" : "\(count)") given"
    guard let most = arity.maximum, count > most else {
      return Diagnostic("arity", message, at: parentheses(id, tree), label: "too few")
    }
    let extra = argument(most, id, tree).union(argument(count - 1, id, tree))
    var help: [String] = []
    if most > 0 {
      let cut = SourceRange(argument(most - 1, id, tree).upperBound, tree.nodes[id].range.upperBound - 1)
      if let text = corrected(tree, [FixIt(cut, insert: "")]) { help.append(text) }
    }
    if most == 1 {
      let list = tree.source.text(argument(0, id, tree).union(argument(count - 1, id, tree)))
      let whole = tree.nodes[id].range
      if let text = corrected(tree, [FixIt(whole, insert: "map(\(written), [\(list)])")]) {
        help.append(text)
      }
      if count == 2, hasTwoArgumentInverse(name),
        let text = corrected(tree, [FixIt(whole, insert: "atan2(\(list))")])
      {
        help.append(text)
      }
    }
    return Diagnostic("arity", message, at: extra, label: "extra", help: help)
  }

  private static func hasTwoArgumentInverse(_ name: String) -> Bool {
    ["sin", "cos", "tan", "asin", "acos", "atan", "arctan"].contains(name)
  }

  private static func counted(_ arity: Arity) -> String {
    let plural = { (count: Int) in count == 1 ? "1 argument" : "\(count) arguments" }
    guard let most = arity.maximum else { return "at least \(plural(arity.minimum))" }
    if most == 0 { return "no arguments" }
    if most == arity.minimum { return plural(most) }
    return most == arity.minimum + 1
      ? "\(arity.minimum) or \(plural(most))" : "\(arity.minimum) to \(plural(most))"
  }

  // MARK: Names that cannot be called

  /// `fatcor(x)` where no such function is known.
  package static func unknownFunction(
    _ id: Int, _ tree: borrowing SyntaxTree, suggestion: String?
  ) -> Diagnostic {
    let anchor = tree.nodes[id].anchor
    let written = tree.source.text(anchor)
    var help: [String] = []
    var fixes: [FixIt] = []
    if let suggestion {
      fixes = [FixIt(anchor, insert: suggestion)]
      help.append("did you mean \(corrected(tree, fixes) ?? suggestion)?")
    }
    help.append("To keep it abstract, declare it: \(written) :: function")
    return Diagnostic(
      "unknown-function", "no function named '\(written)'", at: anchor, help: help, fixIts: fixes)
  }

  /// `x(x + 1)` where x is a variable.
  package static func notAFunction(_ id: Int, _ tree: borrowing SyntaxTree) -> Diagnostic {
    let anchor = tree.nodes[id].anchor
    let written = tree.source.text(anchor)
    let gap = SourceRange(
      anchor.upperBound, tree.nodes[id].primes == 0 ? anchor.upperBound : anchor.upperBound)
    let fix = FixIt(gap, insert: "*")
    let isProduct = tree.childCount(of: id) == 1 && tree.nodes[id].primes == 0
    let product = isProduct ? corrected(tree, [fix]) : nil
    let definition = "define \(written)(t) := …"
    return Diagnostic(
      "not-a-function", "'\(written)' is a variable, so \(written)(…) is not a call", at: anchor,
      help: product.map { [$0, "or \(definition)"] } ?? [definition], fixIts: isProduct ? [fix] : [],
      showsSource: false)
  }

  /// Whether the name occurs in the tree without being called.
  static func isUsedAsSymbol(_ name: String, in tree: borrowing SyntaxTree) -> Bool {
    tree.nodes.indices.contains { tree.nodes[$0].kind == .name && tree.name(of: $0) == name }
  }

  // MARK: Functions without arguments

  /// `sin x`, `sin^2(x)`, or `sin` alone.
  package static func missingArguments(_ id: Int, _ tree: borrowing SyntaxTree) -> Diagnostic {
    let node = tree.nodes[id]
    let written = tree.source.text(node.range)
    let fixes = argumentFix(id, tree)
    return Diagnostic(
      "missing-arguments", "\(written) is a function and takes its arguments in parentheses", at: node.range,
      help: fixes.isEmpty ? ["\(written)(…)"] : corrected(tree, fixes).map { [$0] } ?? [], fixIts: fixes)
  }

  /// The edits that make `sin x` into `sin(x)` and `sin^2(x)` into `sin(x)^2`; none when neither is written.
  private static func argumentFix(_ id: Int, _ tree: borrowing SyntaxTree) -> [FixIt] {
    guard let parent = tree.parent(of: id) else { return [] }
    let end = tree.nodes[id].range.upperBound
    let at = { (place: Int) in SourceRange(place, place) }
    if tree.nodes[parent].kind == .product, let next = tree.sibling(after: id, in: parent) {
      let argument = tree.nodes[next].range
      guard tree.nodes[next].kind != .dividedBy, argument.lowerBound > end,
        isSpace(end..<argument.lowerBound, tree)
      else { return [] }
      return [
        FixIt(SourceRange(end, argument.lowerBound), insert: "("),
        FixIt(at(argument.upperBound), insert: ")"),
      ]
    }
    guard tree.nodes[parent].kind == .power, tree.child(0, of: parent) == id,
      let product = tree.parent(of: parent), tree.nodes[product].kind == .product,
      let next = tree.sibling(after: parent, in: product)
    else { return [] }
    let power = SourceRange(end, tree.nodes[parent].range.upperBound)
    let argument = tree.nodes[next].range
    let open = SourceRange(power.upperBound, argument.lowerBound)
    let text = tree.source.text(argument)
    // The argument of `sin^2(x)` stands in parentheses, that of `sin^2 x` does not.
    let isWrapped = tree.source.text(open).contains("(")
    let whole = SourceRange(end, argument.upperBound + (isWrapped ? 1 : 0))
    return [FixIt(whole, insert: "(\(text))\(tree.source.text(power))")]
  }

  private static func isSpace(_ range: Range<Int>, _ tree: borrowing SyntaxTree) -> Bool {
    tree.source.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: Arguments that should be names

  /// An argument that has to be a variable.
  package static func notAVariable(_ place: Int, _ tree: borrowing SyntaxTree) -> Diagnostic {
    let written = tree.text(of: place)
    let isName = tree.nodes[place].kind == .name
    return Diagnostic(
      "not-a-variable",
      isName ? "\(written) has a value, so it is no variable" : "'\(written)' is not a variable",
      at: tree.nodes[place].range, help: isName ? ["clear(\(written))"] : [])
  }
}

extension SyntaxTree {
  /// The parent of a node: a search, for messages.
  func parent(of id: Int) -> Int? {
    nodes.indices.dropFirst(id + 1).first { children(of: $0).contains(Int32(id)) }
  }

  /// The child that follows `id` in its parent.
  func sibling(after id: Int, in parent: Int) -> Int? {
    let all = Array(children(of: parent))
    guard let index = all.firstIndex(of: Int32(id)), index + 1 < all.count else { return nil }
    return Int(all[index + 1])
  }
}
