// What the user says about names beats every evidence.
extension LaTeXContext {
  /// The arguments that a function was told to have.
  func toldArguments(_ name: LaTeXName, _ formulas: LaTeXFormulas, _ options: LaTeXOptions) -> [Int]? {
    options.arguments[name.latex]?.map { formulas.intern(toldName($0)) }
  }

  /// The name that a spelling stands for; a spelling that is none stands for itself.
  func toldName(_ latex: String) -> LaTeXName {
    LaTeXName.reading(latex) ?? LaTeXName(base: latex, words: [latex])
  }

  func decideToldConstants(_ options: LaTeXOptions) {
    guard !options.constants.isEmpty else { return }
    if options.constants.contains("e") { (eulerIsConstant, eulerIsUnclear) = (true, false) }
    if options.constants.contains("i") { imaginaryIsConstant = true }
    if options.constants.contains("j") { engineeringIsConstant = true }
    if options.constants.contains("\\pi") { piIsConstant = true }
  }
}

extension LaTeXName {
  /// The name that a piece of LaTeX is as a whole, or `nil` if it is none.
  static func reading(_ latex: String) -> LaTeXName? {
    guard
      let (statements, tree) = try? LaTeXDocument.statements(
        of: latex, macros: LaTeXMacroTable(), depthLimit: 8), statements.count == 1,
      tree.rows[statements[0].row].items.count == 1
    else { return nil }
    let formulas = LaTeXFormulas(tree)
    guard let id = formulas.name(statements[0].row, 0) else { return nil }
    var name = formulas.names[id]
    name.subscriptRow = nil
    return name
  }
}
