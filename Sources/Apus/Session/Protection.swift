import ApusNotation

/// Names that may not be given another meaning.
enum Protection {
  /// Refuses to redefine the constant that the node names, and offers another name for the value.
  static func diagnostic(_ id: Int, value: Int, _ tree: SyntaxTree, _ state: SessionState) -> Diagnostic {
    let written = tree.text(of: id)
    let text = tree.text(of: value)
    let other = substitute(for: tree.name(of: id), state)
    return Diagnostic(
      "protected-name", "\(written) is a constant", at: tree.nodes[id].range,
      help: ["another name, e.g. \(other) := \(text), or a local one: let \(written) = \(text) in …"],
      showsSource: false)
  }

  /// Refuses to redefine a function or verb of Apus.
  static func function(_ id: Int, _ tree: SyntaxTree) -> Diagnostic {
    let written = tree.source.text(tree.nodes[id].anchor)
    return Diagnostic(
      "protected-name", "\(written) is a function of Apus", at: tree.nodes[id].anchor,
      help: ["another name, e.g. my_\(written)"])
  }

  private static func substitute(for name: String, _ state: SessionState) -> String {
    let first = name.prefix(1).lowercased()
    let isFree = first != name && !state.resolver.isConstant(first)
    return isFree ? first : "\(name)1"
  }
}
