/// The fonts that distinguish names.
enum LaTeXFont: String, Sendable {
  case italic = ""
  case roman = "mathrm"
  case bold = "mathbf"
  case boldItalic = "boldsymbol"
  case textItalic = "mathit"
  case sans = "mathsf"
  case typewriter = "mathtt"
  case calligraphic = "mathcal"
  case script = "mathscr"
  case blackboard = "mathbb"
  case fraktur = "mathfrak"

  /// The word that tells a name in this font from the same letters in another.
  var word: String? {
    switch self {
    case .italic, .roman, .textItalic: nil
    case .bold, .boldItalic: "bold"
    case .sans: "sans"
    case .typewriter: "mono"
    case .calligraphic: "cal"
    case .script: "scr"
    case .blackboard: "bb"
    case .fraktur: "frak"
    }
  }

  /// Whether several letters in this font are one word, and not a product.
  var makesWords: Bool { self != .italic && self != .boldItalic }

  /// Whether names in this font are usually vectors or matrices.
  var isBold: Bool { self == .bold || self == .boldItalic }
}

/// The marks over or under a name.
enum LaTeXAccent: String, Sendable {
  case hat, bar, tilde, vec, dot, ddot, dddot, ddddot, check, breve, acute, grave, ring, underline

  /// How often a dotted name is differentiated by the time; zero for the other accents.
  var timeDerivatives: Int {
    switch self {
    case .dot: 1
    case .ddot: 2
    case .dddot: 3
    case .ddddot: 4
    default: 0
    }
  }
}

/// The signs between operands.
enum LaTeXOperator: String, Sendable {
  case plus = "+", minus = "-", plusMinus = "±", minusPlus = "∓"
  case times = "×", dot = "·", asterisk = "*", slash = "/", divide = "÷", modulo = "mod"
  case union = "∪", intersection = "∩", setMinus = "∖"
  case and = "∧", or = "∨", not = "¬", implies = "⇒", equivalent = "⇔"

  /// Whether the sign joins the terms of a sum.
  var isAdditive: Bool {
    switch self {
    case .plus, .minus, .plusMinus, .minusPlus: true
    default: false
    }
  }

  /// Whether the sign joins statements.
  var isLogical: Bool {
    switch self {
    case .and, .or, .not, .implies, .equivalent: true
    default: false
    }
  }

  /// Whether the sign joins the factors of a product.
  var isMultiplicative: Bool {
    switch self {
    case .times, .dot, .asterisk, .slash, .divide, .modulo: true
    default: false
    }
  }
}

/// The relations that an equation can state, named as the structural functions they become.
enum LaTeXRelation: String, Sendable {
  case equal, notEqual, less, lessEqual, greater, greaterEqual, approximately, definition, elementOf
  /// `\equiv`: congruent when a modulus follows, otherwise equal.
  case equivalent
  case notElementOf
  case subset, subsetEqual
  /// `\leftarrow`: the name on the left takes the value on the right.
  case assignment

  /// The command that writes it.
  var command: String {
    switch self {
    case .equal: "eq"
    case .notEqual: "neq"
    case .less: "lt"
    case .lessEqual: "leq"
    case .greater: "gt"
    case .greaterEqual: "geq"
    case .approximately: "approx"
    case .definition: "coloneqq"
    case .elementOf: "in"
    case .equivalent: "equiv"
    case .notElementOf: "notin"
    case .subset: "subset"
    case .subsetEqual: "subseteq"
    case .assignment: "leftarrow"
    }
  }

  /// The relation that `\not` in front makes of this one.
  var negated: LaTeXRelation? {
    switch self {
    case .equal: .notEqual
    case .less: .greaterEqual
    case .greater: .lessEqual
    case .lessEqual: .greater
    case .greaterEqual: .less
    case .elementOf: .notElementOf
    default: nil
    }
  }
}

/// The operators that bind a variable.
enum LaTeXBigOperator: Hashable, Sendable {
  case sum, product
  /// An integral sign, or several written as one.
  case integral(Int)
  /// An integral around a closed curve.
  case contourIntegral
  case limit
  /// `\max`, `\min`, `\gcd` …: functions of a list.
  case listFunction(LaTeXFunctionName)
}

/// The kinds of brackets.
enum LaTeXDelimiter: String, Sendable {
  case paren, bracket, brace, bar, doubleBar, floor, ceiling, angle, none

  /// The closing delimiter as it is written.
  var closing: String {
    switch self {
    case .paren: ")"
    case .bracket: "]"
    case .brace: "\\}"
    case .bar: "|"
    case .doubleBar: "\\|"
    case .floor: "\\rfloor"
    case .ceiling: "\\rceil"
    case .angle: "\\rangle"
    case .none: "."
    }
  }
}

/// Which way a delimiter faces.
enum LaTeXFacing: Sendable { case open, close, either }
