/// Pairs everything that opens with what closes it: braces, brackets, `\left` and `\right`, environments,
/// mathematics.
///
/// One pass with an explicit stack, so depth costs no call stack. Vertical bars are not paired here: which
/// way they face depends on what
/// stands beside them.
///
/// - Complexity: O(tokens).
struct LaTeXBalance {
  /// For every opening token the index of its closing token, and the other way round; −1 elsewhere.
  private(set) var partner: [Int]
  /// For every `\begin` and `\end` the index just past its name's closing brace.
  private(set) var environmentEnds: [Int: (name: String, end: Int)] = [:]
  /// Whether the token opens or closes display or inline mathematics.
  private(set) var isMathDelimiter: [Int: Bool] = [:]

  struct Opener {
    enum Kind: Equatable {
      case brace(isText: Bool)
      case delimiter(LaTeXDelimiter)
      case left
      case environment(String)
      case dollar, doubleDollar, parenMath, bracketMath
    }
    var kind: Kind
    var index: Int
    /// Whether a comma stands directly between this bracket and its partner, as in an interval.
    var hasComma = false
  }

  let tokens: [LaTeXToken]
  let end: Int
  var stack: [Opener] = []
  private var textFollows = false
  /// How many of the groups that follow hold characters and not mathematics.
  private var rawGroups = 0

  /// Pairs the tokens.
  ///
  /// - Throws: what is missing or extra, at its place.
  init(_ tokens: [LaTeXToken], end: Int) throws(Diagnostic) {
    self.tokens = tokens
    self.end = end
    partner = Array(filledWith: -1, count: tokens.count)
    var index = 0
    while index < tokens.count { try visit(&index) }
    if let open = stack.last { throw unclosed(open, before: SourceRange(end, end)) }
  }

  private var isInText: Bool {
    if case .brace(isText: true)? = stack.last?.kind { return true }
    return false
  }

  private mutating func visit(_ index: inout Int) throws(Diagnostic) {
    let isTextGroup = textFollows || rawGroups > 0
    textFollows = false
    switch tokens[index].kind {
    case .beginGroup:
      rawGroups = max(0, rawGroups - 1)
      stack.append(Opener(kind: .brace(isText: isTextGroup || isInText), index: index))
    case .endGroup: try closeBrace(index)
    case .mathShift: try mathShift(&index)
    case .command(let name) where !isInText:
      try command(name, &index)
    case .other(let scalar) where !isInText:
      if isTextGroup, scalar == "*" { textFollows = true }
      try character(scalar, index)
    case .alignment where !isInText: try alignment(tokens[index].range)
    default: break
    }
    index += 1
  }

  private mutating func character(_ scalar: Unicode.Scalar, _ index: Int) throws(Diagnostic) {
    switch scalar {
    case "(": stack.append(Opener(kind: .delimiter(.paren), index: index))
    case "[": stack.append(Opener(kind: .delimiter(.bracket), index: index))
    case ")": try close(.paren, index)
    case "]": try close(.bracket, index)
    case ",", ";":
      if !stack.isEmpty { stack[stack.count - 1].hasComma = true }
    default: break
    }
  }

  private mutating func command(
    _ name: String, _ index: inout Int
  ) throws(Diagnostic) {
    if name.utf8.count == 1 {
      switch name {
      case "(": return stack.append(Opener(kind: .parenMath, index: index))
      case "[": return stack.append(Opener(kind: .bracketMath, index: index))
      case ")": return try closeMath(.parenMath, index)
      case "]": return try closeMath(.bracketMath, index)
      default: break
      }
    }
    switch tokens[index].command {
    case .left:
      try checkDelimiter(after: index, "left")
      stack.append(Opener(kind: .left, index: index))
      index += 1
    case .right:
      try checkDelimiter(after: index, "right")
      try closeLeft(index)
      index += 1
    case .begin: try beginEnvironment(&index)
    case .end: try endEnvironment(&index)
    case .delimiter(let delimiter, .open): stack.append(Opener(kind: .delimiter(delimiter), index: index))
    case .delimiter(let delimiter, .close): try close(delimiter, index)
    case .genericFraction: rawGroups = 2
    case .text, .operatorName, .label, .tag, .chemistry, .ignored(arguments: 1): textFollows = true
    default: break
    }
  }

  /// A `\left` or `\right` without its delimiter.
  private func checkDelimiter(after index: Int, _ name: String) throws(Diagnostic) {
    let range = tokens[index].range
    if index + 1 < tokens.count {
      switch tokens[index + 1].kind {
      case .other("("), .other(")"), .other("["), .other("]"), .other("|"), .other("."), .other("/"),
        .other("<"), .other(">"):
        return
      case .command(let next):
        if case .delimiter = tokens[index + 1].command { return }
        if next.hasSuffix("arrow") || next == "backslash" { return }
      default: break
      }
    }
    throw Diagnostic(
      "missing-delimiter", "\\\(name) needs a delimiter such as '(' or '.' after it", at: range,
      help: ["write \\\(name). for no delimiter"],
      fixIts: [FixIt(SourceRange(range.upperBound, range.upperBound), insert: ".")])
  }

  // MARK: Closing

  private mutating func pair(_ open: Opener, _ index: Int) {
    partner[open.index] = index
    partner[index] = open.index
    stack.removeLast()
  }

  private mutating func closeBrace(_ index: Int) throws(Diagnostic) {
    guard let open = stack.last else { throw unexpected(index, "unexpected-close-brace", "'}'") }
    if case .brace = open.kind { return pair(open, index) }
    let hasBrace = stack.contains {
      if case .brace = $0.kind { return true }
      return false
    }
    if hasBrace { throw unclosed(open, before: tokens[index].range) }
    throw unexpected(index, "unexpected-close-brace", "'}'")
  }

  private mutating func close(_ delimiter: LaTeXDelimiter, _ index: Int) throws(Diagnostic) {
    let code: String
    switch delimiter {
    case .paren: code = "unexpected-close-paren"
    case .bracket: code = "unexpected-close-bracket"
    default: code = "unexpected-close-delimiter"
    }
    guard let open = stack.last else { throw unexpected(index, code, "'\(tokens[index].spelling)'") }
    guard case .delimiter(let opening) = open.kind else {
      if case .left = open.kind { throw unexpected(index, code, "'\(tokens[index].spelling)'") }
      throw unexpected(index, code, "'\(tokens[index].spelling)'")
    }
    if opening == delimiter || isHalfOpen(opening, delimiter, open) { return pair(open, index) }
    throw unclosed(open, before: tokens[index].range)
  }

  /// `(a, b]` and `[a, b)` are intervals.
  private func isHalfOpen(_ open: LaTeXDelimiter, _ close: LaTeXDelimiter, _ opener: Opener) -> Bool {
    (open == .paren || open == .bracket) && (close == .paren || close == .bracket) && opener.hasComma
  }

  private mutating func closeLeft(_ index: Int) throws(Diagnostic) {
    guard let open = stack.last else {
      throw Diagnostic("missing-left", "this \\right has no \\left", at: tokens[index].range)
    }
    if open.kind == .left { return pair(open, index) }
    if stack.contains(where: { $0.kind == .left }) { throw unclosed(open, before: tokens[index].range) }
    throw Diagnostic("missing-left", "this \\right has no \\left", at: tokens[index].range)
  }

  // MARK: Mathematics

  private mutating func mathShift(_ index: inout Int) throws(Diagnostic) {
    let isDouble =
      index + 1 < tokens.count && tokens[index + 1].kind == .mathShift
      && tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
    if let open = stack.last, open.kind == .dollar { return pairMath(open, index) }
    if let open = stack.last, open.kind == .doubleDollar {
      guard isDouble else {
        throw Diagnostic(
          "mismatched-math", "mathematics that '$$' opened is closed by '$$'", at: tokens[index].range)
      }
      pairMath(open, index)
      index += 1
      return
    }
    for open in stack where open.kind != .brace(isText: true) {
      switch open.kind {
      case .dollar, .doubleDollar:
        guard let innermost = stack.last else { continue }
        throw unclosed(innermost, before: tokens[index].range)
      case .parenMath, .bracketMath:
        throw Diagnostic(
          "mismatched-math", "mathematics that '\(tokens[open.index].spelling)' opened is not closed by '$'",
          at: tokens[index].range)
      default: continue
      }
    }
    guard stack.isEmpty || isInText else {
      throw Diagnostic("unexpected-math-shift", "'$' stands inside mathematics", at: tokens[index].range)
    }
    stack.append(Opener(kind: isDouble ? .doubleDollar : .dollar, index: index))
    if isDouble { index += 1 }
  }

  private mutating func pairMath(_ open: Opener, _ index: Int) {
    isMathDelimiter[open.index] = true
    isMathDelimiter[index] = true
    pair(open, index)
  }

  private mutating func closeMath(_ kind: Opener.Kind, _ index: Int) throws(Diagnostic) {
    let range = tokens[index].range
    guard let open = stack.last else {
      throw Diagnostic(
        "unexpected-end", "'\(tokens[index].spelling)' closes mathematics that nothing opened", at: range)
    }
    if open.kind == kind { return pairMath(open, index) }
    switch open.kind {
    case .parenMath, .bracketMath, .dollar, .doubleDollar:
      throw Diagnostic(
        "mismatched-math",
        "mathematics that '\(tokens[open.index].spelling)' opened is not closed by '\(tokens[index].spelling)'",
        at: range)
    default: throw unclosed(open, before: range)
    }
  }

  // MARK: Environments

  private mutating func beginEnvironment(_ index: inout Int) throws(Diagnostic) {
    let (name, past) = try environmentName(after: index)
    guard LaTeXEnvironment.named(name) != nil else {
      let nearest = Suggestions.nearest(to: name, among: LaTeXEnvironment.names)
      throw Diagnostic(
        "unknown-environment", "there is no environment '\(name)' for mathematics",
        at: tokens[index].range.union(tokens[past - 1].range),
        help: nearest.map { ["did you mean \\begin{\($0)}?"] } ?? [])
    }
    stack.append(Opener(kind: .environment(name), index: index))
    environmentEnds[index] = (name, past)
    index = past - 1
  }

  private mutating func endEnvironment(_ index: inout Int) throws(Diagnostic) {
    let (name, past) = try environmentName(after: index)
    let range = tokens[index].range.union(tokens[past - 1].range)
    guard let open = stack.last else {
      throw Diagnostic("unexpected-end", "\\end{\(name)} has no \\begin{\(name)}", at: range)
    }
    guard case .environment(let opened) = open.kind else {
      let isOpen = stack.contains { $0.kind == .environment(name) }
      if isOpen { throw unclosed(open, before: range) }
      throw Diagnostic("unexpected-end", "\\end{\(name)} has no \\begin{\(name)}", at: range)
    }
    guard opened == name else {
      throw Diagnostic(
        "mismatched-end", "\\begin{\(opened)} is closed by \\end{\(name)}", at: range,
        fixIts: [FixIt(range, insert: "\\end{\(opened)}")])
    }
    environmentEnds[index] = (name, past)
    pair(open, index)
    index = past - 1
  }

  private func environmentName(after index: Int) throws(Diagnostic) -> (name: String, past: Int) {
    var name = ""
    var place = index + 1
    guard place < tokens.count, tokens[place].kind == .beginGroup else {
      throw Diagnostic(
        "missing-argument", "\(tokens[index].spelling) needs the name of an environment in braces",
        at: tokens[index].range)
    }
    place += 1
    while place < tokens.count, tokens[place].kind != .endGroup, name.utf8.count < 64 {
      name += tokens[place].spelling
      place += 1
    }
    guard place < tokens.count, tokens[place].kind == .endGroup else {
      throw Diagnostic("unclosed-brace", "this '{' is never closed", at: tokens[index + 1].range)
    }
    return (name, place + 1)
  }

  private func alignment(_ range: SourceRange) throws(Diagnostic) {
    for open in stack.reversed() {
      switch open.kind {
      case .environment(let name):
        guard let environment = LaTeXEnvironment.named(name), environment.hasColumns else { break }
        if environment.isGrid, let innermost = stack.last, innermost.index != open.index {
          throw unclosed(innermost, before: range)
        }
        return
      case .delimiter: continue
      case .left: throw unclosed(open, before: range)
      case .brace, .dollar, .doubleDollar, .parenMath, .bracketMath: break
      }
      break
    }
    throw Diagnostic(
      "misplaced-alignment", "'&' separates columns and there are none here", at: range,
      help: ["write \\& for the character"])
  }
}
