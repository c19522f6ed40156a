import Testing

/// An equation as papers and books write it, and its reading in the text notation; `! code` where it is refused.
struct LiteratureRow: Sendable, CustomTestStringConvertible {
  var source: String
  var reading: String
  var testDescription: String { source }

  init(_ source: String, _ reading: String) {
    self.source = source
    self.reading = reading
  }
}

/// Equations from well-known books, by field.
enum Literature {
  static let all = physics + biology + learning + economics + mathematics + sequences + names + kernels
}
