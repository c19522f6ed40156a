import ApusNotation
import ApusNumbers
import ApusTerms

/// One rule of a file: `name: lhs -> rhs where … unless … from …`.
struct RuleLine {
  private let source: SourceText
  private let range: SourceRange

  init(_ source: SourceText, _ range: SourceRange) {
    self.source = source
    self.range = range
  }

  /// Where the parts of the line stand.
  private struct Parts {
    var name: SourceRange
    var left: SourceRange
    var right: SourceRange
    var isReversible: Bool
    var clauses: [(word: String, content: SourceRange)]
  }

  func rule() throws(Diagnostic) -> Rule {
    let parts = try divided()
    let name = source.text(parts.name)
    var requirements: [Condition] = []
    var exceptions: [Condition] = []
    var origin = ""
    for clause in parts.clauses {
      switch clause.word {
      case "where": requirements += try conditions(clause.content)
      case "unless": exceptions += try conditions(clause.content)
      default: origin = source.text(clause.content).trimmed
      }
    }
    guard !origin.isEmpty else {
      throw Diagnostic(
        "missing-source", "the rule '\(name)' does not say where it is from", at: parts.name,
        help: ["from DLMF 4.21.12", "from derived: names of rules"])
    }
    let rule = Rule(
      name, try expression(parts.left), try expression(parts.right), isReversible: parts.isReversible,
      where: requirements, unless: exceptions, from: origin)
    if let variable = rule.unboundVariables.first {
      throw Diagnostic(
        "unbound-variable", "the left side does not have the variable '\(variable)'", at: trimmed(parts.right)
      )
    }
    return rule
  }

  private func syntax(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("rule-syntax", message, at: range, help: ["name: left -> right  where …  unless …  from …"])
  }

  // MARK: Dividing the line

  private func divided() throws(Diagnostic) -> Parts {
    let bytes = source.bytes
    guard let colon = (range.lowerBound..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ":") })
    else {
      throw syntax("a rule begins with its name and a colon", at: range)
    }
    let name = SourceRange(range.lowerBound, colon)
    let isName = bytes[name.lowerBound..<name.upperBound].allSatisfy { $0.isNameByte }
    guard !name.isEmpty, isName else {
      throw syntax("the name of a rule has letters, digits and hyphens", at: name.isEmpty ? range : name)
    }
    guard let arrow = firstPlace(after: colon + 1, where: isArrow) else {
      throw syntax("'->' or '<->' stands between the two sides of a rule", at: range)
    }
    let isReversible = bytes[arrow] == UInt8(ascii: "<")
    let start = arrow + (isReversible ? 3 : 2)
    let first = firstPlace(after: start) { word(at: $0) != nil } ?? range.upperBound
    return Parts(
      name: name, left: SourceRange(colon + 1, arrow), right: SourceRange(start, first),
      isReversible: isReversible,
      clauses: clauses(from: first))
  }

  /// The first place at which something holds outside of brackets and quotes.
  private func firstPlace(after start: Int, where holds: (Int) -> Bool) -> Int? {
    var depth = 0
    for place in start..<max(start, range.upperBound) {
      switch source.bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: if depth == 0, holds(place) { return place }
      }
    }
    return nil
  }

  private func isArrow(_ place: Int) -> Bool { has("->", at: place) || has("<->", at: place) }

  private func has(_ word: StaticString, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= range.upperBound else { return false }
    for i in 0..<word.utf8CodeUnitCount where source.bytes[place + i] != word.utf8Start[i] { return false }
    return true
  }

  /// The clause that begins with a word at a place, if one does.
  private func word(at place: Int) -> String? {
    guard place > range.lowerBound, source.bytes[place - 1] <= 0x20 else { return nil }
    if has("where ", at: place) { return "where" }
    if has("unless ", at: place) { return "unless" }
    return has("from ", at: place) ? "from" : nil
  }

  private func clauses(from start: Int) -> [(word: String, content: SourceRange)] {
    var clauses: [(word: String, content: SourceRange)] = []
    var place = start
    while place < range.upperBound, let word = word(at: place) {
      let content = place + word.utf8.count
      let next = firstPlace(after: content) { self.word(at: $0) != nil } ?? range.upperBound
      clauses.append((word, SourceRange(content, next)))
      place = next
    }
    return clauses
  }

  // MARK: Expressions and conditions

  /// The expression of a range, with the marks of optional variables and runs in their names.
  private func expression(_ range: SourceRange) throws(Diagnostic) -> Expr {
    let quoted = quotingMarkedNames(range)
    do {
      return try TextReader(acceptsUnknownFunctions: true).expression(of: quoted.text)
    } catch {
      var mistake = error
      mistake.range = mistake.range.map { quoted.original($0, from: range.lowerBound) } ?? range
      (mistake.fixIts, mistake.help) = ([], [])
      throw mistake
    }
  }

  private func quotingMarkedNames(_ range: SourceRange) -> QuotedText {
    var quoted = QuotedText()
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      while place < range.upperBound, source.bytes[place].isLetter { place += 1 }
      let name = source.text(SourceRange(start, place))
      if place == start {
        // A line end inside a rule is a space.
        quoted.append(source.bytes[place] < 0x20 ? 0x20 : source.bytes[place])
        place += 1
      } else if has("?", at: place) {
        quoted.append(name: name + "?")
        place += 1
      } else if has("...", at: place) {
        quoted.append(name: name + "...")
        place += 3
      } else {
        for byte in name.utf8 { quoted.append(byte) }
      }
    }
    return quoted
  }

  private func conditions(_ range: SourceRange) throws(Diagnostic) -> [Condition] {
    var conditions: [Condition] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let comma = firstPlace(after: start) { $0 >= range.upperBound || source.bytes[$0] == UInt8(ascii: ",") }
      let end = min(comma ?? range.upperBound, range.upperBound)
      conditions.append(try condition(trimmed(SourceRange(start, end))))
      start = end + 1
    }
    return conditions
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, source.bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, source.bytes[upper - 1] <= 0x20 { upper -= 1 }
    return SourceRange(lower, upper)
  }

  private func condition(_ range: SourceRange) throws(Diagnostic) -> Condition {
    let text = source.text(range)
    if let colon = text.firstIndex(of: ":") {
      let (variable, word) = (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
      if let condition = Condition.named(word, variable) { return condition }
      throw Diagnostic(
        "unknown-condition", "'\(word)' is not something that a variable can be", at: range,
        help: [Condition.words.joined(separator: ", ")])
    }
    let words = text.split(separator: " ")
    if words.count == 4, words[1] == "free", words[2] == "of" {
      return .free(String(words[0]), of: String(words[3]))
    }
    return .relation(try expression(range))
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  fileprivate var isNameByte: Bool { isLetter || self &- 0x30 < 10 || self == UInt8(ascii: "-") }
}
