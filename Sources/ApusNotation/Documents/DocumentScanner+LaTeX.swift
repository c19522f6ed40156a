// LaTeX documents.
extension DocumentScanner {
  /// Looks at one thing in running text.
  mutating func nextInLaTeX() -> DocumentItem? {
    switch bytes[place] {
    case UInt8(ascii: "%"): move(to: lineEnd(place))
    case UInt8(ascii: "$") where isPreamble: move(to: place + 1)
    case UInt8(ascii: "$"): return dollars()
    case UInt8(ascii: "\\"): return command()
    default: skipPlain()
    }
    return nil
  }

  private mutating func skipPlain() {
    var end = place
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "\\"): break scan
      default: end += 1
      }
    }
    move(to: end)
  }

  // MARK: Mathematics

  /// `$…$` or `$$…$$`.
  private mutating func dollars() -> DocumentItem? {
    let isDouble = byte(place + 1) == UInt8(ascii: "$")
    return mathematics(isDouble ? .doubleDollar : .dollar, from: place + (isDouble ? 2 : 1))
  }

  /// The formula that began before `start`; where it is never closed, its opener and the rest of the paragraph, for the
  /// reader to refuse.
  mutating func mathematics(_ kind: MathKind, from start: Int) -> DocumentItem? {
    let isDisplayed = kind != .dollar && kind != .paren
    switch mathEnd(kind, from: start) {
    case .closed(let content, let end):
      if case .environment = kind { return formula(place..<end, isDisplayed: true, end: end) }
      return formula(start..<content, isDisplayed: isDisplayed, end: end)
    case .open(let end): return formula(place..<end, isDisplayed: isDisplayed, end: end)
    }
  }

  // MARK: Commands

  private mutating func command() -> DocumentItem? {
    let name = word(at: place + 1)
    guard !name.isEmpty else { return sign() }
    switch text(name) {
    case "begin": return environment(name.upperBound)
    case "end":
      if matches("{document}", at: name.upperBound) { isFinished = true }
      move(to: name.upperBound)
    case "documentclass", "documentstyle":
      isPreamble = true
      move(to: name.upperBound)
    case "verb", "lstinline", "mintinline":
      skipVerbatim(name.upperBound, isMinted: text(name) == "mintinline")
    case "url", "path", "nolinkurl", "href": move(to: groupEnd(skipSpace(name.upperBound)) ?? name.upperBound)
    case "iffalse": skip(past: "\\fi", from: name.upperBound)
    case "input", "include", "subfile", "subfileinclude": return inclusion(name.upperBound)
    case "ensuremath" where !isPreamble: return ensured(name.upperBound)
    case "newenvironment", "renewenvironment", "NewDocumentCommand", "RenewDocumentCommand":
      skipGroups(name.upperBound, count: 3)
    case let name where LaTeXDefinitions.isDefinition(name): return definition(name)
    default: move(to: name.upperBound)
    }
    return nil
  }

  /// `\(`, `\[`, or a command of one sign.
  private mutating func sign() -> DocumentItem? {
    guard !isPreamble else {
      move(to: place + 2)
      return nil
    }
    switch byte(place + 1) {
    case UInt8(ascii: "("): return mathematics(.paren, from: place + 2)
    case UInt8(ascii: "["): return mathematics(.bracket, from: place + 2)
    default: move(to: place + 2)
    }
    return nil
  }

  private mutating func environment(_ start: Int) -> DocumentItem? {
    guard let close = groupEnd(skipSpace(start)) else {
      move(to: start)
      return nil
    }
    let name = text(skipSpace(start) + 1..<close - 1)
    if name == "document" { isPreamble = false }
    if DocumentEnvironments.isVerbatim(name) {
      skip(past: "\\end{\(name)}", from: close)
    } else if !isPreamble, DocumentEnvironments.isMathematics(name) {
      return mathematics(.environment(name), from: close)
    } else {
      move(to: close)
    }
    return nil
  }

  private mutating func inclusion(_ start: Int) -> DocumentItem? {
    let open = skipSpace(start)
    guard let close = groupEnd(open) else {
      move(to: start)
      return nil
    }
    let item = DocumentItem.inclusion(text(open + 1..<close - 1), line: line)
    move(to: close)
    return item
  }

  private mutating func ensured(_ start: Int) -> DocumentItem? {
    guard let close = groupEnd(skipSpace(start)) else {
      move(to: start)
      return nil
    }
    return formula(skipSpace(start) + 1..<close - 1, isDisplayed: false, end: close)
  }

  // MARK: Skipping

  mutating func skip(past text: String, from start: Int) {
    let pattern = Array(text.utf8)
    var place = start
    while place + pattern.count <= bytes.count {
      if bytes[place] == pattern[0], bytes[place..<place + pattern.count].elementsEqual(pattern) {
        return move(to: place + pattern.count)
      }
      place += 1
    }
    move(to: bytes.count)
  }

  func skipSpace(_ offset: Int) -> Int {
    var place = offset
    while place < bytes.count, isSpaceOrLineEnd(bytes[place]) { place += 1 }
    return place
  }

  /// The offset behind the group in braces that starts at an offset; a group ends at the latest with its paragraph's end but one.
  func groupEnd(_ open: Int, _ opener: Character = "{", _ closer: Character = "}") -> Int? {
    guard let start = opener.asciiValue, let stop = closer.asciiValue, byte(open) == start else { return nil }
    var depth = 0
    var place = open
    while place < min(bytes.count, open + Self.groupLimit) {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "%"): place = lineEnd(place)
      case start: depth += 1
      case stop:
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The most bytes of an argument.
  static var groupLimit: Int { 1 << 16 }

  private mutating func skipGroups(_ start: Int, count: Int) {
    var end = skipSpace(start)
    if byte(end) == UInt8(ascii: "\\") { end = max(end + 2, word(at: end + 1).upperBound) }
    for _ in 0..<count {
      while let close = groupEnd(skipSpace(end), "[", "]") { end = close }
      guard let close = groupEnd(skipSpace(end)) else { break }
      end = close
    }
    move(to: end)
  }

  /// `\verb|…|` and its kin, on one line.
  private mutating func skipVerbatim(_ start: Int, isMinted: Bool) {
    var start = start
    if byte(start) == UInt8(ascii: "*") { start += 1 }
    if let close = groupEnd(start, "[", "]") { start = close }
    if isMinted, let close = groupEnd(start) { start = close }
    if byte(start) == UInt8(ascii: "{"), let close = groupEnd(start) { return move(to: close) }
    let mark = byte(start)
    var end = start + 1
    while end < bytes.count, bytes[end] != mark, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    move(to: byte(end) == mark ? end + 1 : end)
  }
}

/// The environments of documents by what they hold.
enum DocumentEnvironments {
  private static let mathematics: Set<String> = [
    "equation", "align", "alignat", "flalign", "gather", "multline", "eqnarray", "displaymath", "math",
    "dmath", "dgroup",
    "darray", "xalignat", "xxalignat", "IEEEeqnarray", "empheq", "subeqnarray",
  ]
  private static let verbatim: Set<String> = [
    "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "lstlisting", "minted", "comment", "filecontents",
    "tikzpicture",
    "tikzcd", "circuitikz", "pspicture", "pgfpicture", "asy", "luacode", "alltt", "tcblisting", "pycode",
    "sagesilent",
  ]

  /// Whether an environment is a formula.
  static func isMathematics(_ name: String) -> Bool { mathematics.contains(plain(name)) }

  /// Whether nothing in an environment is read.
  static func isVerbatim(_ name: String) -> Bool { verbatim.contains(plain(name)) }

  private static func plain(_ name: String) -> String { name.hasSuffix("*") ? String(name.dropLast()) : name }
}
