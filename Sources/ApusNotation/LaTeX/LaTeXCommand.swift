/// What a control sequence means to the reader.
enum LaTeXCommand: Sendable {
  case symbol(LaTeXSymbol)
  /// A named function.
  case function(LaTeXFunctionName)
  case bigOperator(LaTeXBigOperator)
  case binary(LaTeXOperator)
  case relation(LaTeXRelation)
  case delimiter(LaTeXDelimiter, LaTeXFacing)
  case accent(LaTeXAccent)
  /// `\mathbf{…}`
  case font(LaTeXFont)
  /// `\bf`, until the group ends
  case fontSwitch(LaTeXFont)
  /// `\text{…}`
  case text
  case operatorName
  case fraction, binomial, root, genericFraction, infix(LaTeXInfix)
  case left, right, middle, delimiterSize
  case begin, end, newline
  /// Narrow and wide white space.
  case space, wideSpace
  /// White space or a setting with arguments that do not matter.
  case ignored(arguments: Int)
  case label, tag
  /// A frame or colour around mathematics: the last of so many arguments is read.
  case content(arguments: Int)
  /// `\underbrace{…}_{…}`: the script is a remark.
  case annotated
  /// `\stackrel{def}{=}`
  case stacked
  case dots
  case arrow(Int)
  case not
  /// `\pmod`, `\mod`, `\pod`
  case modulus(parentheses: Bool)
  case percent, degree, prime
  /// `\SI{9.8}{m/s^2}`, `\si{m}`, `\num{1e3}`
  case quantity, unit, literal
  case chemistry
  /// Known LaTeX that has no reading here; the text says why.
  case unsupported(String)

  /// Whether the reader knows a command of this name.
  static func isKnown(_ name: String) -> Bool { table[name] != nil }

  /// The names of the commands that say something, for suggestions.
  static var names: [String] {
    dictionary.filter { entry in
      switch entry.value {
      case .ignored, .unsupported, .delimiterSize, .space: false
      // LaTeX itself has no capitals that look Latin.
      case .symbol: table[entry.key.lowercased()] == nil || isStandardCapital(entry.key)
      default: true
      }
    }.keys.sorted()
  }

  private static func isStandardCapital(_ name: String) -> Bool {
    name == name.lowercased()
      || ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"]
        .contains(name)
  }

  /// How many arguments in braces a command needs before it makes sense.
  var needsArgument: Bool {
    switch self {
    case .accent, .font, .text, .operatorName, .fraction, .binomial, .root, .genericFraction, .content,
      .annotated, .stacked, .quantity, .unit, .literal, .chemistry:
      true
    default: false
    }
  }
}

/// Plain TeX's fractions in the middle of a group.
enum LaTeXInfix: String, Sendable { case over, choose }
