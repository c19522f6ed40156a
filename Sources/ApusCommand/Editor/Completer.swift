/// Completes the name before the cursor from a list of known names.
struct Completer {
  /// A name that can be completed to.
  struct Candidate: Hashable {
    /// The name.
    var name: String
    /// What is inserted behind a name that is the only match, such as `(` after a function.
    var suffix = ""
  }

  /// What Tab can do at a cursor.
  struct Completion: Equatable {
    /// The characters that the new text replaces.
    var range: Range<Int>
    /// The text that all matches share, or the only match with its suffix.
    var insertion: String
    /// All matching names, sorted.
    var names: [String]
  }

  private let candidates: [Candidate]

  /// Creates a completer; of several candidates with one name the first counts.
  init(_ candidates: [Candidate] = []) {
    var seen = Set<String>()
    self.candidates = candidates.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }

  /// The completion of the name that ends at the cursor, or `nil` if there is no name or nothing matches.
  ///
  /// Names that begin with the typed characters come first; if none does, letter case is ignored.
  func completion(in buffer: EditBuffer) -> Completion? {
    let range = wordRange(in: buffer)
    guard !range.isEmpty else { return nil }
    let typed = String(buffer.characters[range])
    var matches = candidates.filter { $0.name.hasPrefix(typed) }
    if matches.isEmpty {
      let folded = typed.lowercased()
      matches = candidates.filter { $0.name.lowercased().hasPrefix(folded) }
    }
    guard let first = matches.first else { return nil }
    if matches.count == 1 {
      let follows = buffer.characters[range.upperBound...].starts(with: first.suffix) ? "" : first.suffix
      return Completion(range: range, insertion: first.name + follows, names: [first.name])
    }
    let shared = matches.dropFirst().reduce(first.name) { Self.commonPrefix($0, $1.name) }
    let insertion = shared.count >= typed.count ? shared : typed
    return Completion(range: range, insertion: insertion, names: matches.map(\.name))
  }

  /// The name before the cursor; a colon that begins the input, or a backslash, belongs to it.
  private func wordRange(in buffer: EditBuffer) -> Range<Int> {
    var start = buffer.cursor
    while start > 0, EditBuffer.isWordCharacter(buffer.characters[start - 1]) { start -= 1 }
    if start > 0, buffer.characters[start - 1] == "\\" || (start == 1 && buffer.characters[0] == ":") {
      start -= 1
    }
    while start < buffer.cursor, buffer.characters[start].isNumber { start += 1 }
    return start..<buffer.cursor
  }

  private static func commonPrefix(_ a: String, _ b: String) -> String {
    String(zip(a, b).prefix { $0 == $1 }.map(\.0))
  }
}
