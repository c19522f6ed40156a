/// How a formula is set apart from the text.
enum MathKind: Equatable {
  case dollar, doubleDollar, paren, bracket
  /// `\\(` and `\\[` of Markdown, where a backslash escapes a backslash.
  case escapedParen, escapedBracket
  case environment(String)
}

/// Where a formula ends.
enum MathEnd {
  /// The offset of the closing delimiter, and the one behind it.
  case closed(content: Int, end: Int)
  /// The end of the paragraph, where the formula is never closed.
  case open(Int)
}

extension DocumentScanner {
  /// The end of the formula whose content starts at an offset.
  ///
  /// Dollar signs in comments and in words inside the formula, such as `\text{if $x > 0$}`, do not end it; a blank line does,
  /// which TeX allows in no formula, and so does the beginning of another formula on lines of its own.
  func mathEnd(_ kind: MathKind, from start: Int) -> MathEnd {
    var place = start
    var depth = 0
    // The depths of the braces in which words stand.
    var words: [Int] = []
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "%"): place = lineEnd(place)
      case UInt8(ascii: "{"):
        depth += 1
        place += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if words.last == depth { words.removeLast() }
        place += 1
      case UInt8(ascii: "\n"):
        if endsParagraph(place + 1) { return .open(place) }
        place += 1
      case UInt8(ascii: "$"):
        if !words.isEmpty {
          place = nestedEnd(place)
        } else if kind == .dollar {
          return .closed(content: place, end: place + 1)
        } else if kind == .doubleDollar {
          let isDouble = byte(place + 1) == UInt8(ascii: "$")
          return isDouble ? .closed(content: place, end: place + 2) : .open(place + 1)
        } else {
          place += 1
        }
      case UInt8(ascii: "\\"):
        if let end = closing(kind, at: place) { return .closed(content: place, end: end) }
        if startsAnother(kind, at: place) { return .open(place) }
        let name = word(at: place + 1)
        if Self.isWords(bytes[name]), byte(name.upperBound) == UInt8(ascii: "{") { words.append(depth) }
        place = max(place + 2, name.upperBound)
      default: place += 1
      }
    }
    return .open(bytes.count)
  }

  private func endsParagraph(_ next: Int) -> Bool {
    let start = markup == .markdown ? quoteEnd(next) : next
    return isBlankLine(start)
  }

  /// The offset behind the closing delimiter that starts at a backslash, if one does.
  private func closing(_ kind: MathKind, at place: Int) -> Int? {
    switch kind {
    case .paren: return matches("\\)", at: place) ? place + 2 : nil
    case .bracket: return matches("\\]", at: place) ? place + 2 : nil
    case .escapedParen: return matches("\\\\)", at: place) ? place + 3 : nil
    case .escapedBracket: return matches("\\\\]", at: place) ? place + 3 : nil
    case .environment(let name):
      guard matches("\\end", at: place), let close = groupEnd(skipSpace(place + 4)),
        bytes[skipSpace(place + 4) + 1..<close - 1].elementsEqual(name.utf8)
      else { return nil }
      return close
    case .dollar, .doubleDollar: return nil
    }
  }

  /// Whether an environment of mathematics or the end of the document starts at a backslash.
  private func startsAnother(_ kind: MathKind, at place: Int) -> Bool {
    if matches("\\end{document}", at: place) || matches("\\section", at: place) { return true }
    guard case .environment(let own) = kind, matches("\\begin", at: place),
      let close = groupEnd(skipSpace(place + 6))
    else { return false }
    let name = text(skipSpace(place + 6) + 1..<close - 1)
    return DocumentEnvironments.isMathematics(name) && !["empheq", "dgroup"].contains(own) && name != "math"
  }

  /// The offset behind a formula inside words inside a formula.
  private func nestedEnd(_ open: Int) -> Int {
    var place = open + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "$"), bytes[place] != UInt8(ascii: "\n") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1
  }

  /// Whether a command sets its argument as words.
  private static func isWords(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch name.first {
    case UInt8(ascii: "t"): name.starts(with: Array("text".utf8)) || name.elementsEqual("tag".utf8)
    case UInt8(ascii: "m"): name.elementsEqual("mbox".utf8)
    case UInt8(ascii: "h"): name.elementsEqual("hbox".utf8)
    case UInt8(ascii: "f"): name.elementsEqual("fbox".utf8)
    case UInt8(ascii: "i"): name.elementsEqual("intertext".utf8)
    case UInt8(ascii: "s"): name.elementsEqual("shortintertext".utf8)
    default: false
    }
  }
}
