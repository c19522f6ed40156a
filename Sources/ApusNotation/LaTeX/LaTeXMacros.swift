/// Expands the macros that a source defines.
///
/// Works on tokens with a stack of pending ones, so that neither nesting nor the length of a body uses the
/// call stack. Three limits keep
/// hostile input harmless: the tokens produced in all, the depth of calls inside calls, and the size of the
/// pending stack.
struct LaTeXMacros {
  /// The most tokens that expansion may add to the source's own.
  static let expansionLimit = 400_000
  /// The most macro calls one inside the other.
  static let depthLimit = 200

  private let source: [LaTeXToken]
  private var place = 0
  /// Tokens to be read before the source goes on, the next one last.
  private var pending: [LaTeXToken] = []
  private var macros: [String: LaTeXMacro] = [:]
  private var produced = 0
  private var output: [LaTeXToken] = []

  /// The tokens after expansion, without the definitions.
  ///
  /// - Throws: `forbidden-command`, `macro-recursion`, `expansion-limit`, `bad-macro-parameter`,
  /// `bad-definition` or `missing-argument`.
  /// - Complexity: O(tokens + tokens produced).
  static func expanded(
    _ tokens: [LaTeXToken], knowing known: LaTeXMacroTable = LaTeXMacroTable()
  ) throws(Diagnostic) -> [LaTeXToken] {
    var needsExpansion = false
    for index in tokens.indices {
      guard case .command(let name) = tokens[index].kind else { continue }
      switch LaTeXDefinitions.kinds[name] {
      case .forbidden: throw forbidden(name, tokens[index].range)
      case .definition: needsExpansion = true
      case nil: needsExpansion = needsExpansion || known.defines(name)
      }
    }
    guard needsExpansion else { return tokens }
    var expander = LaTeXMacros(source: tokens, known.macros)
    try expander.run()
    return expander.output
  }

  /// The macros after the definitions in `tokens`, where commands that are never obeyed may stand in bodies: they are
  /// refused where a formula uses them.
  ///
  /// - Throws: as ``expanded(_:knowing:)``.
  static func macros(
    definedBy tokens: [LaTeXToken], after known: LaTeXMacroTable
  ) throws(Diagnostic) -> [String: LaTeXMacro] {
    var expander = LaTeXMacros(source: tokens, known.macros)
    try expander.run()
    return expander.macros
  }

  private init(source: [LaTeXToken], _ macros: [String: LaTeXMacro]) {
    self.source = source
    self.macros = macros
    output.reserveCapacity(source.count)
  }

  private mutating func run() throws(Diagnostic) {
    while let token = next() {
      guard let name = token.commandName, !token.isProtected else {
        output.append(token)
        continue
      }
      if LaTeXDefinitions.isDefinition(name), macros[name] == nil {
        try define(name, token)
      } else if let macro = macros[name] {
        try expand(macro, call: token)
      } else {
        output.append(token)
      }
    }
  }

  // MARK: The token stream

  private mutating func next() -> LaTeXToken? {
    if let token = pending.popLast() { return token }
    guard place < source.count else { return nil }
    place += 1
    return source[place - 1]
  }

  private func peek() -> LaTeXToken? {
    pending.last ?? (place < source.count ? source[place] : nil)
  }

  private mutating func skipParagraphs() {
    while peek()?.kind == .paragraph { _ = next() }
  }

  // MARK: Calls

  private mutating func expand(_ macro: LaTeXMacro, call: LaTeXToken) throws(Diagnostic) {
    guard call.expansionDepth < Self.depthLimit else {
      throw Diagnostic(
        "macro-recursion", "\\\(macro.name) is defined by itself without an end", at: call.range)
    }
    if macro.allowsStar, let star = peek(), star.isOther("*") { _ = next() }
    var range = call.range
    let arguments = try arguments(of: macro, call: call, range: &range)
    var body: [LaTeXToken] = []
    for var token in macro.body {
      if case .parameter(let index) = token.kind, index <= arguments.count {
        body += arguments[index - 1]
        continue
      }
      token.range = range
      token.expansionDepth = call.expansionDepth + 1
      body.append(token)
      guard body.count <= Self.expansionLimit else { break }
    }
    if !body.isEmpty { body[0].followsSpace = call.followsSpace }
    produced += body.count
    guard produced <= Self.expansionLimit else {
      throw Diagnostic(
        "expansion-limit", "the macros expand to more than \(Self.expansionLimit) tokens", at: call.range)
    }
    pending.append(contentsOf: body.reversed())
  }

  private mutating func arguments(
    of macro: LaTeXMacro, call: LaTeXToken, range: inout SourceRange
  ) throws(Diagnostic) -> [[LaTeXToken]] {
    var arguments: [[LaTeXToken]] = []
    if let defaultArgument = macro.defaultArgument {
      if let open = peek(), open.isOther("[") {
        arguments.append(try bracketed(of: macro.name, call: call, range: &range))
      } else {
        arguments.append(defaultArgument)
      }
    }
    while arguments.count < macro.parameters {
      arguments.append(try argument(of: macro.name, call: call, range: &range))
    }
    return arguments
  }

  /// One mandatory argument: a group without its braces, or one token.
  private mutating func argument(
    of name: String, call: LaTeXToken, range: inout SourceRange
  ) throws(Diagnostic) -> [LaTeXToken] {
    skipParagraphs()
    guard let first = peek(), first.kind != .endGroup, first.kind != .alignment else {
      throw Diagnostic(
        "missing-argument", "\\\(name) needs an argument",
        at: SourceRange(call.range.lowerBound, range.upperBound),
        help: ["give it in braces, as \\\(name){x}"])
    }
    _ = next()
    guard first.kind == .beginGroup else {
      range = range.union(first.range)
      return [first]
    }
    var tokens: [LaTeXToken] = []
    var depth = 1
    while let token = next() {
      if token.kind == .beginGroup { depth += 1 }
      if token.kind == .endGroup { depth -= 1 }
      if depth == 0 {
        range = range.union(token.range)
        return tokens
      }
      tokens.append(token)
    }
    throw Diagnostic("unclosed-brace", "this '{' is never closed", at: first.range)
  }

  private mutating func bracketed(
    of name: String, call: LaTeXToken, range: inout SourceRange
  ) throws(Diagnostic) -> [LaTeXToken] {
    let open = next()
    var tokens: [LaTeXToken] = []
    var depth = 0
    while let token = next() {
      if token.kind == .beginGroup { depth += 1 }
      if token.kind == .endGroup { depth -= 1 }
      if depth == 0, token.isOther("]") {
        range = range.union(token.range)
        return tokens
      }
      tokens.append(token)
    }
    throw Diagnostic(
      "unclosed-bracket", "the '[' of \\\(name)'s optional argument is never closed",
      at: open?.range ?? call.range)
  }

  // MARK: Definitions

  private mutating func define(_ command: String, _ token: LaTeXToken) throws(Diagnostic) {
    if let star = peek(), star.isOther("*") { _ = next() }
    let name = try definedName(command, token)
    let macro: LaTeXMacro
    switch command {
    case "def", "gdef", "edef", "xdef": macro = try plainDefinition(name, token)
    case "let": macro = try alias(name, token)
    case "DeclareMathOperator": macro = try operatorDefinition(name, token)
    case "DeclarePairedDelimiter": macro = try delimiterDefinition(name, token)
    default: macro = try commandDefinition(name, token)
    }
    for token in macro.body {
      if case .parameter(let index) = token.kind, index > macro.parameters {
        throw Diagnostic(
          "bad-macro-parameter",
          "\\\(name) takes \(macro.parameters) argument\(macro.parameters == 1 ? "" : "s"), so #\(index) means nothing",
          at: token.range)
      }
    }
    if command == "providecommand", macros[name] != nil || LaTeXCommand.isKnown(name) { return }
    macros[name] = macro
  }

  private mutating func definedName(_ command: String, _ token: LaTeXToken) throws(Diagnostic) -> String {
    var range = token.range
    let tokens = try argument(of: command, call: token, range: &range)
    guard tokens.count == 1, let name = tokens[0].commandName else {
      throw Diagnostic(
        "bad-definition", "\\\(command) needs the command to define, such as \\\(command){\\name}", at: range)
    }
    return name
  }

  private mutating func commandDefinition(
    _ name: String, _ token: LaTeXToken
  ) throws(Diagnostic) -> LaTeXMacro {
    var range = token.range
    var parameters = 0
    var defaultArgument: [LaTeXToken]?
    if let open = peek(), open.isOther("[") {
      let count = try bracketed(of: name, call: token, range: &range)
      guard count.count == 1, case .digit(let digit) = count[0].kind else {
        throw Diagnostic("bad-definition", "the number of arguments is one digit", at: range)
      }
      parameters = Int(digit)
      if let open = peek(), open.isOther("["), parameters > 0 {
        defaultArgument = try bracketed(of: name, call: token, range: &range)
      }
    }
    let body = try argument(of: name, call: token, range: &range)
    return LaTeXMacro(name: name, parameters: parameters, defaultArgument: defaultArgument, body: body)
  }

  private mutating func plainDefinition(_ name: String, _ token: LaTeXToken) throws(Diagnostic) -> LaTeXMacro
  {
    var parameters = 0
    while let next = peek(), next.kind != .beginGroup {
      guard next.kind == .parameter(parameters + 1) else {
        throw Diagnostic(
          "bad-macro-parameter", "the arguments of \\\(name) are written #1#2… and nothing else",
          at: next.range)
      }
      parameters += 1
      _ = self.next()
    }
    var range = token.range
    let body = try argument(of: name, call: token, range: &range)
    return LaTeXMacro(name: name, parameters: parameters, body: body)
  }

  private mutating func alias(_ name: String, _ token: LaTeXToken) throws(Diagnostic) -> LaTeXMacro {
    if let equals = peek(), equals.isOther("=") { _ = next() }
    guard var target = next() else {
      throw Diagnostic("bad-definition", "\\let needs two commands", at: token.range)
    }
    if let other = target.commandName, var macro = macros[other] {
      macro.name = name
      return macro
    }
    target.isProtected = true
    return LaTeXMacro(name: name, parameters: 0, body: [target])
  }

  private mutating func operatorDefinition(
    _ name: String, _ token: LaTeXToken
  ) throws(Diagnostic) -> LaTeXMacro {
    var range = token.range
    let text = try argument(of: name, call: token, range: &range)
    let body =
      [LaTeXToken(.command("operatorname"), range), LaTeXToken(.beginGroup, range)] + text
      + [LaTeXToken(.endGroup, range)]
    return LaTeXMacro(name: name, parameters: 0, body: body)
  }

  private mutating func delimiterDefinition(
    _ name: String, _ token: LaTeXToken
  ) throws(Diagnostic) -> LaTeXMacro {
    var range = token.range
    let open = try argument(of: name, call: token, range: &range)
    let close = try argument(of: name, call: token, range: &range)
    var body = [LaTeXToken(.command("left"), range)] + open + [LaTeXToken(.parameter(1), range)]
    body += [LaTeXToken(.command("right"), range)] + close
    return LaTeXMacro(name: name, parameters: 1, body: body, allowsStar: true)
  }

  private static func forbidden(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic("forbidden-command", "\\\(name) is not mathematics and is never obeyed", at: range)
  }
}
