/// A text with a cursor between two of its characters: what the line editor edits.
struct EditBuffer: Equatable {
  /// The characters, line breaks among them.
  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  /// A buffer holding `text`, with the cursor at its end.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  // MARK: Moving

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveWordLeft() { cursor = wordStart }
  mutating func moveWordRight() { cursor = wordEnd }
  mutating func moveToLineStart() { cursor = lineStart }
  mutating func moveToLineEnd() { cursor = lineEnd }
  mutating func moveToEnd() { cursor = characters.count }

  /// Moves one line up, keeping the column where the line is long enough; `false` on the first line.
  mutating func moveUp() -> Bool {
    let start = lineStart
    guard start > 0 else { return false }
    let column = cursor - start
    cursor = start - 1
    cursor = min(lineStart + column, start - 1)
    return true
  }

  /// Moves one line down, keeping the column where the line is long enough; `false` on the last line.
  mutating func moveDown() -> Bool {
    let end = lineEnd
    guard end < characters.count else { return false }
    let column = cursor - lineStart
    cursor = end + 1
    cursor = min(cursor + column, lineEnd)
    return true
  }

  // MARK: Changing

  /// Inserts `text` before the cursor; a combining mark joins the character it follows.
  mutating func insert(_ text: String) {
    let before = String(characters[..<cursor]) + text
    let after = String(characters[cursor...])
    characters = Array(before + after)
    cursor = min(before.count, characters.count)
  }

  mutating func deleteLeft() { remove(max(0, cursor - 1)..<cursor) }
  mutating func deleteRight() { remove(cursor..<min(cursor + 1, characters.count)) }

  /// The kills: each removes a piece and returns it for yanking.
  mutating func killToLineEnd() -> String {
    let end = lineEnd
    return remove(cursor..<(end == cursor ? min(end + 1, characters.count) : end))
  }
  mutating func killToLineStart() -> String { remove(lineStart..<cursor) }
  mutating func killWordLeft() -> String { remove(wordStart..<cursor) }
  mutating func killWordRight() -> String { remove(cursor..<wordEnd) }
  /// Removes back to white space, as Ctrl-W does.
  mutating func killSpacedWordLeft() -> String {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return remove(start..<cursor)
  }

  /// Swaps the characters around the cursor, or the last two at the end of a line.
  mutating func transpose() {
    let place = cursor == lineEnd ? cursor - 1 : cursor
    guard place > lineStart else { return }
    characters.swapAt(place - 1, place)
    cursor = place + 1
  }

  /// Replaces the characters of `range`, leaving the cursor behind the new ones.
  mutating func replace(_ range: Range<Int>, with text: String) {
    remove(range)
    insert(text)
  }

  @discardableResult
  private mutating func remove(_ range: Range<Int>) -> String {
    let removed = String(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return removed
  }

  // MARK: Places

  private var lineStart: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !Self.isWordCharacter(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWordCharacter(characters[place - 1]) { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !Self.isWordCharacter(characters[place]) { place += 1 }
    while place < characters.count, Self.isWordCharacter(characters[place]) { place += 1 }
    return place
  }

  /// Whether a character belongs to a name or a number.
  static func isWordCharacter(_ character: Character) -> Bool {
    character == "_" || character.isLetter || character.isNumber
  }
}
