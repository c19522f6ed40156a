// What the parser says when the input is not a statement.
extension TextParser {
  private func spelling(_ token: Token) -> String { tree.source.text(token.range) }

  private func corrected(_ fixes: [FixIt]) -> [String] { tree.source.applying(fixes).map { [$0] } ?? [] }

  // MARK: Operands and operators

  func missingOperand() -> Diagnostic {
    let top = frames.last
    switch token.kind {
    case .end:
      if let top, top.kind.isDelimiter { return unclosed() }
      if lastToken.kind == .end {
        return Diagnostic("missing-operand", "there is no expression", at: token.range)
      }
    case .rightParen, .rightBracket, .rightBrace:
      if openDelimiters == 0, lastToken.kind == .end { return unopened() }
      if let top, top.kind.isDelimiter {
        if top.kind.closer != token.kind { return mismatched(top) }
        if top.base == operands.count {
          return Diagnostic(
            "empty-parentheses", "there is nothing between these parentheses",
            at: top.anchor.union(token.range))
        }
      }
    case .comma, .semicolon, .in:
      if lastToken.kind == .end { return unexpectedToken() }
    default:
      return Diagnostic(
        "missing-operand", "'\(spelling(token))' has nothing before it", at: token.range, label: "unexpected")
    }
    let place = SourceRange(lastToken.range.upperBound, lastToken.range.upperBound)
    let operatorText = lastToken.range.isEmpty ? spelling(token) : spelling(lastToken)
    return Diagnostic(
      "missing-operand", "'\(operatorText)' has nothing after it",
      at: lastToken.range.isEmpty ? place : lastToken.range, label: "something is missing here")
  }

  func missingOperator() -> Diagnostic {
    let gap = SourceRange(lastToken.range.upperBound, token.range.lowerBound)
    let message = "there is no operator between '\(spelling(lastToken))' and '\(spelling(token))'"
    if spelling(lastToken) == "%" {
      return Diagnostic(
        "missing-operator", message, at: token.range, help: ["a remainder is written mod(a, b), 5% is 1/20"])
    }
    // "2½" is the sum of its parts.
    let isMixedNumber = token.kind == .vulgarFraction && gap.isEmpty
    let fix = FixIt(gap, insert: isMixedNumber ? " + " : "*")
    return Diagnostic("missing-operator", message, at: token.range, help: corrected([fix]), fixIts: [fix])
  }

  func unexpectedToken() -> Diagnostic {
    let text = spelling(token)
    switch token.kind {
    case .comma:
      return Diagnostic(
        "unexpected-comma", "this ',' stands outside of parentheses", at: token.range,
        help: ["a list is written [a, b], a number without separators: 1000"])
    case .semicolon:
      return Diagnostic(
        "unexpected-semicolon", "';' only ends a statement", at: token.range,
        help: operands.isEmpty ? [] : ["a matrix is a list of rows: [[1, 2], [3, 4]]"])
    case .primes:
      return Diagnostic(
        "stray-prime", "a prime follows the name of a function, as in f'(x)", at: token.range,
        help: ["diff(f(x), x)"])
    default:
      return Diagnostic("unexpected-token", "'\(text)' is not expected here", at: token.range)
    }
  }

  func indexing() -> Diagnostic {
    Diagnostic(
      "square-brackets", "square brackets make lists; a call has parentheses", at: token.range,
      help: ["\(spelling(lastToken))(…)"])
  }

  func strayPrimes(_ name: SourceRange) -> Diagnostic {
    let call = tree.source.text(name) + "'(x)"
    return Diagnostic(
      "stray-prime", "a derivative is written with its argument", at: name.union(lastToken.range),
      help: [call])
  }

  // MARK: Brackets

  func unclosed() -> Diagnostic {
    let open = frames.filter { $0.kind.isDelimiter }
    guard let innermost = open.last, innermost.kind != .letValue else {
      return Diagnostic(
        "missing-in", "'let' needs 'in' and an expression", at: open.last?.anchor,
        help: ["let a = 1 in a + 1"])
    }
    let end = lastToken.range.upperBound
    let closers = open.reversed().map(\.kind.closerText).joined()
    let fix = FixIt(SourceRange(end, end), insert: closers)
    let text = tree.source.text(innermost.anchor)
    let canBeMended = operands.count > innermost.base && lastToken.kind != .comma
    let doubled = SourceRange(innermost.anchor.lowerBound - 1, innermost.anchor.upperBound)
    if innermost.kind == .bar, doubled.lowerBound >= 0, tree.source.text(doubled) == "||" {
      let word = FixIt(doubled, insert: " or ")
      return Diagnostic(
        "unknown-operator", "'||' is not an operator here", at: doubled, help: corrected([word]),
        fixIts: [word])
    }
    return Diagnostic(
      "unclosed-\(innermost.kind.bracketName)", "this '\(text)' is never closed", at: innermost.anchor,
      label: "'\(closers)' missing here", help: canBeMended ? corrected([fix]) : [], fixIts: [fix])
  }

  func unopened() -> Diagnostic {
    let fix = FixIt(token.range, insert: "")
    let name: String
    switch token.kind {
    case .rightBracket: name = "bracket"
    case .rightBrace: name = "brace"
    default: name = "paren"
    }
    let help = lastToken.kind == .end ? [] : corrected([fix])
    return Diagnostic(
      "unopened-\(name)", "this '\(spelling(token))' was never opened", at: token.range, help: help,
      fixIts: [fix])
  }

  func mismatched(_ frame: Frame) -> Diagnostic {
    guard frame.kind != .letValue else {
      return Diagnostic(
        "missing-in", "'let' needs 'in' and an expression", at: frame.anchor, help: ["let a = 1 in a + 1"])
    }
    let fix = FixIt(token.range, insert: frame.kind.closerText)
    return Diagnostic(
      "mismatched-bracket", "'\(tree.source.text(frame.anchor))' is closed by '\(spelling(token))'",
      at: token.range,
      label: "'\(frame.kind.closerText)' expected", help: corrected([fix]), fixIts: [fix])
  }

  func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic("too-deep", "the input is nested more than \(TextParser.nestingLimit) deep", at: range)
  }

  // MARK: Statements

  func severalStatements() -> Diagnostic {
    Diagnostic(
      "several-statements", "a second statement starts here", at: token.range,
      help: ["give one statement a line"])
  }

  func misplacedStatement() -> Diagnostic {
    Diagnostic(
      "misplaced-definition", "a definition stands alone on its line", at: token.range,
      help: ["for a local name: let a = 1 in a + 1"])
  }

  func badBinding() -> Diagnostic {
    Diagnostic(
      "bad-let", "'let' is followed by a name, '=', a value and 'in'", at: token.range,
      help: ["let a = 1 in a + 1"])
  }

  // MARK: Ambiguities

  func ambiguousRoot(_ frame: Frame) -> Diagnostic {
    let operand = operands[operands.count - 1].range
    let open = FixIt(SourceRange(operand.lowerBound, operand.lowerBound), insert: "(")
    let fixes = [open, FixIt(SourceRange(operand.upperBound, operand.upperBound), insert: ")")]
    return Diagnostic(
      "ambiguous-root", "it is not clear how far this root reaches", at: frame.anchor,
      help: corrected(fixes), fixIts: fixes)
  }

  /// `n/d q`: the readings are `(n/d)*q` and `n/(d*q)`.
  func ambiguousProduct(_ frame: Frame) -> Diagnostic {
    let source = tree.source
    let start = operands[frame.base].range.lowerBound
    let divisor = operands[frame.ambiguousDivisor ?? frame.base].range
    let whole = SourceRange(start, operands[operands.count - 1].range.upperBound)
    let numerator = source.text(SourceRange(start, divisor.lowerBound))
    let factor = source.text(
      SourceRange(operands[(frame.ambiguousDivisor ?? frame.base) + 1].range.lowerBound, whole.upperBound))
    let quotient = numerator + source.text(divisor)
    let readings = ["(\(quotient))*\(factor)", "\(numerator)(\(source.text(divisor))*\(factor))"]
    let inPlace = { (text: String) in source.applying([FixIt(whole, insert: text)]) ?? text }
    return Diagnostic(
      Diagnostic.ambiguousCode, "'\(source.text(whole))' is ambiguous: tools disagree", at: whole,
      label: inPlace("\(quotient)*\(factor)") + " ?", help: readings.map(inPlace),
      fixIts: [FixIt(whole, insert: readings[0])])
  }
}
