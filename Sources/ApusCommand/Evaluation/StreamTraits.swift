/// What a stream of inputs and answers looks like.
struct StreamTraits {
  /// The character that begins a comment, as a byte.
  var commentMark = UInt8(ascii: "#")
  /// Follows the lines that have to be read together; `nil` if every line stands for itself.
  var chunks: LaTeXChunks?
  /// Whether every answer is one line, so that the answers of a stream stand beside its questions; if not, empty lines keep
  /// the answers apart.
  var answersInLines = true
  /// Whether people are told what an answer takes for granted.
  var tellsAssumptions = false
}
