import ApusNumbers
import ApusTerms

/// The names that a model defines, and expressions in them.
///
/// A name of the model means what the model says, even where the text notation has a constant of that name.
struct ModelNames {
  private let source: SourceText
  private var values: [String: Expr] = [:]
  /// The same names by their bytes, with the expressions read so far: most rates are one of a few texts.
  private var known: [ArraySlice<UInt8>: Expr] = [:]
  private let reader = TextReader()

  init(_ source: SourceText) { self.source = source }

  mutating func define(_ name: String, as value: Expr, at range: SourceRange) throws(Diagnostic) {
    if values[name] != nil {
      throw Diagnostic("duplicate-name", "'\(name)' is defined twice", at: range)
    }
    values[name] = value
  }

  /// Whether some name begins like this and goes on with digits.
  func isTaken(prefix: String) -> Bool {
    values.keys.contains { name in
      name.hasPrefix(prefix) && name.utf8.dropFirst(prefix.utf8.count).allSatisfy(\.isDigit)
    }
  }

  /// The expression that a range of the source denotes.
  mutating func expression(_ range: SourceRange) throws(Diagnostic) -> Expr {
    let text = source.bytes[range.lowerBound..<range.upperBound]
    if let expression = known[text] { return expression }
    let expression = try read(range)
    known[text] = expression
    return expression
  }

  private func read(_ range: SourceRange) throws(Diagnostic) -> Expr {
    if let value = values[source.text(range)] { return value }
    let quoted = try quotingNames(range)
    let expression: Expr
    do {
      expression = try reader.expression(of: quoted.text)
    } catch {
      var mistake = error
      mistake.range = mistake.range.map { quoted.original($0, from: range.lowerBound) } ?? range
      (mistake.fixIts, mistake.help) = ([], [])
      throw mistake
    }
    var replacements: [Expr: Expr] = [:]
    for name in quoted.names {
      if let value = values[name], value != .symbol(name) { replacements[.symbol(name)] = value }
    }
    return expression.substituting(replacements)
  }

  /// The text with the names of the model in quotes, so that they are symbols whatever else they mean.
  private func quotingNames(_ range: SourceRange) throws(Diagnostic) -> QuotedText {
    var quoted = QuotedText()
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      while place < range.upperBound,
        source.bytes[place].isASCIIWord || source.bytes[place] == UInt8(ascii: ".")
      {
        place += 1
      }
      if place == start {
        quoted.append(source.bytes[place])
        place += 1
        continue
      }
      let word = source.text(SourceRange(start, place))
      let isCalled = place < range.upperBound && source.bytes[place] == UInt8(ascii: "(")
      if values[word] != nil {
        quoted.append(name: word)
        // A function without arguments is called like this.
        if isCalled, place + 1 < range.upperBound, source.bytes[place + 1] == UInt8(ascii: ")") { place += 2 }
      } else if source.bytes[start].isDigit || source.bytes[start] == UInt8(ascii: ".") || isCalled {
        for byte in word.utf8 { quoted.append(byte) }
      } else {
        throw Diagnostic(
          "unknown-name", "nothing defines '\(word)'", at: SourceRange(start, place),
          help: Suggestions.nearest(to: word, among: values.keys).map { ["did you mean '\($0)'?"] } ?? [])
      }
    }
    return quoted
  }
}
