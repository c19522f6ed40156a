import ApusNotation
import ApusTerms

/// Help on names, codes and notes: `?sin`, `?diff`, `?0^0`.
enum Help {
  /// The topic of an input that asks for help, as `sin` in `?sin` or `sin?`; empty for `?` alone.
  static func topic(of source: SourceText) -> String? {
    let text = source.text(SourceRange(0, min(source.bytes.count, 400)))
    let trimmed = text.trimmed
    if trimmed.hasPrefix("?") { return String(trimmed.drop { $0 == "?" }).trimmed }
    guard trimmed.hasSuffix("?"), source.bytes.count <= 400 else { return nil }
    let name = String(trimmed.dropLast()).trimmed
    let isName = !name.isEmpty && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    return isName ? name : nil
  }

  /// Help on what is no function: operators and remarks.
  static let topics: [String: String] = [
    "":
      "?name explains a function, verb or operator, e.g. ?diff, ?sin, ?:=. Definitions: a := 3, f(x) := x^2. "
      + "The last answer is ans, the third %3.",
    "0^0":
      "0^0 is 1: the empty product, as x^0 = 1 for every x. As a limit of f^g with f and g tending to 0 it can have any value.",
    "ans": "ans, % and _ are the last answer, %3 is the third.",
    "%": "ans, % and _ are the last answer, %3 is the third.",
    "_": "ans, % and _ are the last answer, %3 is the third.",
    ":=": "a := 3 defines a name, f(x) := x^2 a function; f(0) := 1 adds a clause for one value.",
    "=": "a = b is an equation. To define a name write a := b, to ask whether both are equal a == b.",
    "==": "a == b asks whether both are equal: true, false or unknown.",
    "::": "f :: function declares an abstract function; x :: positive assumes a property.",
    "let": "let a = 3 in a^2 gives a name a value within one expression.",
    "!": "n! is the factorial, n!! the double factorial.",
    "^": "a^b or a**b is a power; powers group to the right: a^b^c = a^(b^c).",
    "I": "I or i is the imaginary unit.",
    "i": "I or i is the imaginary unit.",
    "#": "From # to the end of the line is comment.",
  ]
}

extension Session {
  /// Help on a topic.
  ///
  /// - Throws: `unknown-name` if there is none, with a suggestion.
  public func help(on topic: String) throws(Diagnostic) -> String {
    if let text = Help.topics[topic] { return text }
    if let function = state.userFunctions[topic] {
      return function.clauses.map(\.text).joined(separator: "\n")
    }
    if let value = state.variables[topic] { return "\(topic) := \(text(of: value))" }
    if state.declared.contains(topic) { return "\(topic) :: function" }
    if let verb = state.verbs[topic] {
      return
        "\(verb.signature)   \(verb.summary)\nexample: \(verb.example.input) gives \(verb.example.output)"
    }
    if let function = state.functions[topic] { return Session.help(function) }
    if let predicate = Predicate(topic) {
      return "\(topic)(x)   asks whether x is \(predicate.name == "nonzero" ? "not 0" : predicate.name); "
        + "it can be assumed: assume(\(topic)(x))"
    }
    let known = state.functions.names + state.verbs.names + Predicate.names
    let nearest = Suggestions.nearest(to: topic, among: known)
    throw Diagnostic(
      "unknown-name", "there is no help on '\(topic)'", help: nearest.map { ["did you mean ?\($0)"] } ?? [])
  }

  private static func help(_ function: Function) -> String {
    let signature =
      function.arity.maximum == 0
      ? function.name
      : "\(function.name)(\(function.parameters.map(\.name).joined(separator: ", ")))"
    var text = "\(signature)   \(function.summary)"
    if !function.aliases.isEmpty { text += "\nalso: \(function.aliases.joined(separator: ", "))" }
    if let example = function.example { text += "\nexample: \(example.input) gives \(example.output)" }
    if !function.source.isEmpty { text += "\nsource: \(function.source)" }
    return text
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
