import ApusTerms

/// The forms of all nodes that are written for an expression, and the two ways of going through them.
///
/// Both are loops, so that depth costs memory and not the thread's stack.
package struct DisplayTree: Sendable {
  /// The layout whose nodes the forms describe.
  package let layout: Layout
  private let forms: [DisplayForm?]

  /// Reads off an expression what people write for it.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the sorting of sums and products.
  package init(_ expr: Expr) {
    layout = Layout(expr)
    var forms = [DisplayForm?](repeating: nil, count: layout.nodes.count)
    var isWritten = [Bool](repeating: false, count: layout.nodes.count)
    isWritten[layout.root] = true
    // Parts stand before what they are parts of.
    for id in stride(from: layout.root, through: 0, by: -1) where isWritten[id] {
      let form = layout.form(of: id)
      for part in form.parts { isWritten[part] = true }
      forms[id] = form
    }
    self.forms = forms
  }

  /// The node of the whole expression.
  package var root: Int { layout.root }

  /// The form of a node that is written.
  package subscript(id: Int) -> DisplayForm { forms[id] ?? layout.form(of: id) }

  /// Visits every node that is written once, in the order in which people read.
  package func forEachInReadingOrder(_ body: (Int, DisplayForm) -> Void) {
    var isVisited = [Bool](repeating: false, count: forms.count)
    var pending = [root]
    while let id = pending.popLast() {
      if isVisited[id] { continue }
      isVisited[id] = true
      let form = self[id]
      body(id, form)
      pending.append(contentsOf: form.parts.reversed())
    }
  }

  /// What `foldAll` gives for the root.
  package func fold<Piece>(
    _ combine: (Int, DisplayForm, Pieces<Piece>) throws(Diagnostic) -> Piece
  ) throws(Diagnostic) -> Piece {
    try foldAll(combine)[root]
  }

  /// The same for a `combine` that cannot fail.
  package func foldForms<Piece>(_ combine: (DisplayForm, Pieces<Piece>) -> Piece) -> Piece {
    var pieces = Pieces<Piece>(count: forms.count)
    for (id, form) in forms.enumerated() {
      if let form { pieces.append(combine(form, pieces), for: id) }
    }
    return pieces[root]
  }

  /// Gives every node what `combine` makes of its form and of the pieces of its parts.
  ///
  /// - Complexity: linear in the number of distinct nodes, apart from what `combine` does.
  package func foldAll<Piece>(
    _ combine: (Int, DisplayForm, Pieces<Piece>) throws(Diagnostic) -> Piece
  ) throws(Diagnostic) -> Pieces<Piece> {
    var pieces = Pieces<Piece>(count: forms.count)
    for (id, form) in forms.enumerated() {
      guard let form else { continue }
      pieces.append(try combine(id, form, pieces), for: id)
    }
    return pieces
  }

  /// The pieces so far, by node.
  package struct Pieces<Piece> {
    private var pieces: [Piece] = []
    private var positions: [Int32]

    fileprivate init(count: Int) { positions = Array(repeating: -1, count: count) }

    fileprivate mutating func append(_ piece: Piece, for id: Int) {
      positions[id] = Int32(pieces.count)
      pieces.append(piece)
    }

    /// The piece of a node that stands before the one at hand.
    package subscript(id: Int) -> Piece { pieces[Int(positions[id])] }
  }
}
