import ApusTerms

/// The forms of all nodes that are written for an expression, and the two ways of going through them.
///
/// Both are loops, so that depth costs memory and not the thread's stack. A tree is immutable, and handed on by reference.
package final class DisplayTree: Sendable {
  /// The layout whose nodes the forms describe.
  package let layout: Layout
  private let forms: [DisplayForm?]
  /// Whether any `±` is written, which stands for two expressions.
  package let hasSignChoice: Bool

  /// Reads off an expression what people write for it.
  ///
  /// - Complexity: linear in the number of distinct nodes, plus the sorting of sums and products.
  package init(_ expr: Expr) {
    // The stored property would be copied for every node.
    let layout = Layout(expr)
    var forms = [DisplayForm?](filledWith: nil, count: layout.nodes.count)
    var isWritten = [Bool](filledWith: false, count: layout.nodes.count)
    var hasSignChoice = false
    isWritten[layout.root] = true
    // Parts stand before what they are parts of.
    for id in stride(from: layout.root, through: 0, by: -1) where isWritten[id] {
      let form = layout.form(of: id)
      if case .plusMinus = form { hasSignChoice = true }
      form.forEachPart { isWritten[$0] = true }
      forms[id] = form
    }
    self.layout = layout
    self.forms = forms
    self.hasSignChoice = hasSignChoice
  }

  /// The symbols that are written, each once.
  package var symbols: [Symbol] { layout.symbols }

  /// The node of the whole expression.
  package var root: Int { layout.root }

  /// The form of a node that is written.
  package subscript(id: Int) -> DisplayForm { forms[id] ?? layout.form(of: id) }

  /// The form of a part of a node that is written.
  package subscript(part: Layout.Part) -> DisplayForm { self[part.id] }

  /// Visits every node that is written once, in the order in which people read.
  package func forEachInReadingOrder(_ body: (Int, DisplayForm) -> Void) {
    var isVisited = [Bool](filledWith: false, count: forms.count)
    var pending = [root]
    while let id = pending.popLast() {
      if isVisited[id] { continue }
      isVisited[id] = true
      let form = self[id]
      body(id, form)
      let first = pending.count
      form.forEachPart { pending.append($0) }
      pending[first...].reverse()
    }
  }

  /// Visits every node that is written once, parts before what they are parts of.
  package func forEachForm(_ body: (DisplayForm) -> Void) {
    for case let form? in forms { body(form) }
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

    fileprivate init(count: Int) {
      positions = Array(filledWith: -1, count: count)
      pieces.reserveCapacity(count)
    }

    fileprivate mutating func append(_ piece: Piece, for id: Int) {
      positions[id] = Int32(pieces.count)
      pieces.append(piece)
    }

    /// The piece of a node that stands before the one at hand.
    package subscript(id: Int) -> Piece { pieces[Int(positions[id])] }

    /// The piece of a part of the node at hand.
    package subscript(part: Layout.Part) -> Piece { self[part.id] }

    /// The pieces of all parts of the node at hand.
    package subscript(parts: Layout.Parts) -> Run { Run(parts: parts, pieces: self) }

    /// The pieces of the parts of a node, from left to right.
    package struct Run: RandomAccessCollection {
      fileprivate let parts: Layout.Parts
      fileprivate let pieces: Pieces<Piece>

      package var startIndex: Int { 0 }
      package var endIndex: Int { parts.count }
      package subscript(index: Int) -> Piece { pieces[parts[index]] }

      /// Whether the part stands in a sum with a minus sign.
      package func isSubtracted(_ index: Int) -> Bool { parts[index].isSubtracted }
    }
  }
}
