/// A key press, as the line editor understands it.
enum Key: Hashable, Sendable {
  /// A character typed.
  case text(Character)
  /// A block pasted by the terminal, with line feeds as line ends.
  case paste(String)
  /// Control with a letter, in lower case.
  case control(Character)
  case enter, lineBreak, tab, escape
  case backspace, delete, deleteWordLeft, deleteWordRight
  case left, right, up, down, home, end, wordLeft, wordRight
  /// A sequence that means nothing to the editor.
  case unknown
}
