import ApusNotation
import ApusTerms

/// A parsed statement with all that evaluating it needs to know beforehand.
final class Statement: Sendable {
  let tree: SyntaxTree
  let scopes: SyntaxScopes
  /// Nodes that are not evaluated but taken as names, such as the function of `map`.
  let quoted: Set<Int>
  /// Nodes that are conditions to be assumed, in which `real(x)` and the like are predicates.
  let conditions: Set<Int>

  init(_ source: SourceText, functions: FunctionTable, verbs: VerbTable) throws(Diagnostic) {
    tree = try SyntaxTree(parsing: source)
    scopes = try SyntaxScopes(tree, functions: functions, assuming: "assuming")
    var quoted: Set<Int> = []
    var conditions: Set<Int> = []
    for id in tree.nodes.indices where tree.nodes[id].kind == .call && !tree.isQuoted(id) {
      guard let verb = verbs[tree.name(of: id)] else { continue }
      let children = Array(tree.children(of: id))
      for index in children.indices where verb.takesName(at: index) { quoted.insert(Int(children[index])) }
      switch verb.action {
      case .assuming: conditions.formUnion(children.dropLast().map(Int.init))
      case .assume: conditions.formUnion(children.map(Int.init))
      default: break
      }
    }
    self.quoted = quoted
    self.conditions = conditions
  }
}
