/// Where an input comes from: a file, or standard input, and the line at which it begins there.
struct Place: Equatable, Sendable {
  /// The name of the file.
  var name: String
  /// The line, from 1.
  var line: Int
}
