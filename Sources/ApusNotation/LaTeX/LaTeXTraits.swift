/// What occurs anywhere in a source, so that passes which look for it can be left out where it does not.
struct LaTeXTraits: OptionSet {
  let rawValue: UInt16

  /// A letter d in some font, which may begin a differential.
  static let differential = LaTeXTraits(rawValue: 1)
  /// ∂ or ∇.
  static let partial = LaTeXTraits(rawValue: 1 << 1)
  /// Any mark over or under a name, dots among them.
  static let accent = LaTeXTraits(rawValue: 1 << 2)
  static let superscript = LaTeXTraits(rawValue: 1 << 3)
  static let `subscript` = LaTeXTraits(rawValue: 1 << 4)
  static let bigOperator = LaTeXTraits(rawValue: 1 << 5)
  /// Something in square brackets.
  static let brackets = LaTeXTraits(rawValue: 1 << 6)
  /// The capital Delta.
  static let delta = LaTeXTraits(rawValue: 1 << 7)
  static let word = LaTeXTraits(rawValue: 1 << 8)
  /// An item that may separate statements, hold several of them or say something beside them.
  static let separator = LaTeXTraits(rawValue: 1 << 9)

  /// An italic p, which may begin pH or pK.
  static let letterP = LaTeXTraits(rawValue: 1 << 10)

  static let parentheses = LaTeXTraits(rawValue: 1 << 11)
  /// An italic Latin capital.
  static let capital = LaTeXTraits(rawValue: 1 << 12)

  /// What derivatives are written with.
  static let derivative: LaTeXTraits = [.differential, .partial, .accent]
}

extension LaTeXNode {
  /// What the item adds to the traits of its source.
  var traits: LaTeXTraits {
    var traits = kind.traits
    if hasSuperscript { traits.insert(.superscript) }
    if hasSubscript { traits.insert(.subscript) }
    return traits
  }
}

extension LaTeXNode.Kind {
  fileprivate var traits: LaTeXTraits {
    switch self {
    case .letter("d", _): .differential
    case .letter("p", .italic): .letterP
    case .letter("A"..."Z", .italic): .capital
    case .symbol("partial", _), .symbol("nabla", _): .partial
    case .symbol("Delta", _): .delta
    case .accent: .accent
    case .bigOperator: .bigOperator
    case .fence(.bracket, _, _): .brackets
    case .fence(.paren, .paren, _): .parentheses
    case .fence(.brace, .none, _), .fence(.none, .brace, _), .table, .punctuation, .wideSpace, .newline,
      .label:
      .separator
    case .text: [.differential, .word, .separator]
    case .word: .word
    case .operatorName: .differential
    default: []
    }
  }
}
