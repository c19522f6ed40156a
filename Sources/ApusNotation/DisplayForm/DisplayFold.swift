import ApusTerms

/// Folds an expression from its leaves up over its display forms: what every writer is.
///
/// Equal subterms are folded once. The loop keeps its own stack, so that depth costs memory and not the thread's stack.
package enum DisplayFold {
  /// Gives every node what `combine` makes of its form and of the results for the form's parts, and returns the root's.
  ///
  /// - Complexity: linear in the number of distinct nodes, apart from what `combine` does.
  package static func run<Piece>(
    _ root: Expr, reader: inout DisplayReader,
    combine: (Expr, DisplayForm, ArraySlice<Piece>) throws(Diagnostic) -> Piece
  ) throws(Diagnostic) -> Piece {
    var known: [Expr: Piece] = [:]
    var frames = [Frame(root, reader.form(of: root))]
    var pieces: [Piece] = []
    while let top = frames.indices.last {
      let next = frames[top].next
      if next < frames[top].parts.count {
        let part = frames[top].parts[next]
        frames[top].next += 1
        if let piece = known[part] {
          pieces.append(piece)
        } else {
          frames.append(Frame(part, reader.form(of: part)))
        }
        continue
      }
      let frame = frames.removeLast()
      let start = pieces.count - frame.parts.count
      let piece = try combine(frame.expr, frame.form, pieces[start...])
      pieces.removeSubrange(start...)
      pieces.append(piece)
      if !frame.parts.isEmpty { known[frame.expr] = piece }
    }
    return pieces[0]
  }

  private struct Frame {
    let expr: Expr
    let form: DisplayForm
    let parts: [Expr]
    var next = 0

    init(_ expr: Expr, _ form: DisplayForm) {
      self.expr = expr
      self.form = form
      parts = form.parts
    }
  }
}
