/// One token of LaTeX source, with the bytes it came from.
///
/// A token that a macro produced carries the range of the macro call, so that every message points into the
/// text the user wrote.
struct LaTeXToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A control sequence, without its backslash: `alpha`, `\`, `,`.
    case command(String)
    case letter(Unicode.Scalar)
    case digit(UInt8)
    /// Any other printing character.
    case other(Unicode.Scalar)
    case beginGroup
    case endGroup
    case superscript
    case `subscript`
    case alignment
    /// `#1` in the body of a macro.
    case parameter(Int)
    case mathShift
    /// An empty line.
    case paragraph
  }

  let kind: Kind
  var range: SourceRange
  /// Whether white space stood before the token; it matters in text and inside numerals.
  var followsSpace = false
  /// A protected token is not expanded, as after `\let\old\vec`.
  var isProtected = false
  /// How many macro calls, one inside the other, produced the token.
  var expansionDepth: UInt16 = 0
  /// Where the control sequence stands in the table of commands, which several stages ask; −1 for none.
  private let commandIndex: Int16

  init(_ kind: Kind, _ range: SourceRange, followsSpace: Bool = false) {
    self.kind = kind
    self.range = range
    self.followsSpace = followsSpace
    if case .command(let name) = kind {
      commandIndex = LaTeXCommand.table.index(of: name).map { Int16($0) } ?? -1
    } else {
      commandIndex = -1
    }
  }

  /// What the control sequence means to the reader; nil for another token and an unknown one.
  var command: LaTeXCommand? {
    commandIndex < 0 ? nil : LaTeXCommand.table[index: Int(commandIndex)]
  }

  /// The control sequence's name, or nil for another token.
  var commandName: String? {
    if case .command(let name) = kind { return name }
    return nil
  }

  /// Whether the token is this character.
  func isOther(_ scalar: Unicode.Scalar) -> Bool { kind == .other(scalar) }

  /// The token as it is written.
  var spelling: String {
    switch kind {
    case .command(let name): "\\" + name
    case .letter(let scalar), .other(let scalar): String(Character(scalar))
    case .digit(let digit): String(digit)
    case .beginGroup: "{"
    case .endGroup: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .alignment: "&"
    case .parameter(let index): "#\(index)"
    case .mathShift: "$"
    case .paragraph: "\n\n"
    }
  }
}
