import ApusTerms

/// What one equation of a LaTeX source says.
public struct LaTeXReading: Sendable {
  /// The equation or expression, opaque: in the order and form it was written.
  public var expression: Expr
  /// The names that occur, in LaTeX, with the identifiers that stand for them in `expression`, in order of
  /// appearance.
  public var symbols: [(latex: String, identifier: String)]
  /// The decisions that were taken where LaTeX leaves room, such as "e is Euler's number".
  public var assumptions: [String]
  /// What was left out because it is no mathematics.
  public var warnings: [String]
  /// The bytes of the source that the reading covers.
  public var range: SourceRange
  /// The `\label` of the equation.
  public var label: String?
}

/// Reads mathematics in LaTeX, as papers write it, into expressions.
///
/// The whole source is looked at first, to settle which letters are functions and which constants; then every
/// equation is read. Whatever is
/// not understood is an error with its place: no token is ever dropped, and no reading is guessed where two
/// are likely.
///
/// ```swift
/// let readings = try LaTeXReader().readings(of: "E = \\frac{1}{2} m v^2")
/// readings[0].expression   // (equal E (multiply (divide 1 2) m (power v 2)))
/// ```
public struct LaTeXReader: Sendable {
  /// How the source is read where it leaves room.
  public var options: LaTeXOptions

  /// What the other formulas of the document show; `nil` for a source that stands for itself.
  public var document: LaTeXDocumentContext?

  /// Creates a reader.
  public init(options: LaTeXOptions = LaTeXOptions(), document: LaTeXDocumentContext? = nil) {
    self.options = options
    self.document = document
  }

  /// The readings of a source, one an equation, in order.
  ///
  /// - Throws: the first thing that is not understood, with its place and a stable code.
  /// - Complexity: O(bytes); the call stack used depends on the nesting only, which is limited.
  public func readings(of source: String) throws(Diagnostic) -> [LaTeXReading] {
    let shallow = min(options.depthLimit, Self.shallowDepth)
    switch attempt(source, depthLimit: shallow) {
    case .success(let readings): return readings
    case .failure(let diagnostic):
      guard diagnostic.code == "too-deep", options.depthLimit > shallow else { throw diagnostic }
    }
    return try DeepStack.run { attempt(source, depthLimit: options.depthLimit) }.get()
  }

  /// The nesting that is safe on any caller's stack; deeper sources are read on a thread with a stack of
  /// their own.
  static let shallowDepth = 9

  private func attempt(_ source: String, depthLimit: Int) -> Result<[LaTeXReading], Diagnostic> {
    do throws(Diagnostic) {
      let (statements, tree) = try LaTeXDocument.statements(
        of: source, macros: options.macros, depthLimit: depthLimit)
      let reader = LaTeXFormulaReader(tree, options: options, document: document, depthLimit: depthLimit)
      return .success(try reader.readings(of: statements))
    } catch {
      return .failure(error)
    }
  }
}
