import ApusTerms

/// How the unknown functions of an expression are applied: a letter that is never applied to a plain variable looks like a factor.
struct LaTeXFunctionUses {
  private var clear: Set<String> = []
  private var applied: Set<String> = []

  /// The names of the functions that a reader would take for factors.
  var unclear: Set<String> { applied.subtracting(clear) }

  /// Notes what a form says about functions.
  mutating func note(_ form: DisplayForm, _ tree: DisplayTree) {
    switch form {
    case .call(let function, let arguments) where function.isUndefined:
      applied.insert(function.name)
      if arguments.count != 1 || !isCompound(arguments[0], tree) { clear.insert(function.name) }
    case .relation(_, let left, _):
      if case .call(let function, _) = tree[left], function.isUndefined { clear.insert(function.name) }
    default: return
    }
  }

  private func isCompound(_ id: Layout.Part, _ tree: DisplayTree) -> Bool {
    switch tree[id] {
    case .sum, .product, .fraction, .negation: true
    default: false
    }
  }
}
