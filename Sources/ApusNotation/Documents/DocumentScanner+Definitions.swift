// Definitions of macros in running text.
extension DocumentScanner {
  /// The definition that a command begins; `nil` if what follows has not the form of one.
  mutating func definition(_ command: String) -> DocumentItem? {
    let start = word(at: place + 1).upperBound
    guard let end = definitionEnd(command, start) else {
      move(to: start)
      return nil
    }
    let item = DocumentItem.definition(text(place..<end), line: line)
    move(to: end)
    return item
  }

  private func definitionEnd(_ command: String, _ start: Int) -> Int? {
    var place = start
    if byte(place) == UInt8(ascii: "*") { place += 1 }
    guard let name = argumentEnd(place) else { return nil }
    switch command {
    case "def", "gdef", "edef", "xdef":
      place = name
      while place < bytes.count, bytes[place] != UInt8(ascii: "{") {
        guard bytes[place] != UInt8(ascii: "\n"), place < name + 200 else { return nil }
        place += 1
      }
      return groupEnd(place)
    case "let":
      place = skipSpace(name)
      if byte(place) == UInt8(ascii: "=") { place += 1 }
      return argumentEnd(place)
    case "DeclarePairedDelimiter":
      return argumentEnd(name).flatMap { argumentEnd($0) }
    default:
      place = name
      while let close = groupEnd(skipSpace(place), "[", "]") { place = close }
      return argumentEnd(place)
    }
  }

  /// The offset behind an argument: a group, a command, or a sign.
  private func argumentEnd(_ start: Int) -> Int? {
    let place = skipSpace(start)
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return groupEnd(place)
    case UInt8(ascii: "\\"):
      let name = word(at: place + 1)
      return name.isEmpty ? min(place + 2, bytes.count) : name.upperBound
    default: return place + 1
    }
  }
}
