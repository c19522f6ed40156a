/// What the characters of Unicode mathematics mean in LaTeX.
enum LaTeXUnicode {
  /// The command that a character abbreviates, such as `alpha` for `α`.
  static func command(_ scalar: Unicode.Scalar) -> String? { commands[scalar] }

  /// The character that a superscript stands for: `2` for `²`.
  static func superscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { superscripts[scalar] }

  /// The character that a subscript stands for: `1` for `₁`.
  static func `subscript`(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { subscripts[scalar] }

  /// The numerator and denominator of a one-character fraction.
  static func fraction(_ scalar: Unicode.Scalar) -> (UInt8, UInt8)? { fractions[scalar] }

  /// The accent command that a combining character stands for, which follows its letter.
  static func combiningAccent(_ scalar: Unicode.Scalar) -> String? { combining[scalar] }

  /// The letter and accent of the letters that have a character of their own.
  static func accented(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, accent: String)? {
    precomposed[scalar]
  }

  private static let commands: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "·": "cdot", "⋅": "cdot", "∙": "cdot", "×": "times", "÷": "div", "±": "pm", "∓": "mp", "∗": "ast",
      "⁎": "ast", "⋆": "star", "∘": "circ", "≤": "le", "≥": "ge", "⩽": "le", "⩾": "ge", "≠": "ne",
      "≈": "approx", "≃": "simeq", "≅": "cong", "≡": "equiv", "∼": "sim", "∝": "propto", "≪": "ll",
      "≫": "gg", "≔": "coloneqq", "≜": "triangleq", "∞": "infty", "∂": "partial", "∇": "nabla",
      "∫": "int", "∬": "iint", "∭": "iiint", "∮": "oint", "∑": "sum", "∏": "prod", "√": "unicodesqrt",
      "∛": "unicodecbrt", "∈": "in", "∉": "notin", "⊂": "subset", "⊆": "subseteq", "∪": "cup", "∩": "cap",
      "∖": "setminus", "∅": "emptyset", "∧": "land", "∨": "lor", "¬": "neg", "⇒": "Rightarrow",
      "⟹": "Rightarrow", "⇔": "Leftrightarrow", "⟺": "Leftrightarrow", "→": "to", "⟶": "to", "←": "leftarrow",
      "↦": "mapsto", "∀": "forall", "∃": "exists", "∴": "therefore", "ℏ": "hbar", "ħ": "hbar", "ℓ": "ell",
      "ℜ": "Re", "ℑ": "Im", "…": "ldots", "⋯": "cdots", "⋮": "vdots", "⋱": "ddots", "°": "degree",
      "⟨": "langle", "⟩": "rangle", "⌊": "lfloor", "⌋": "rfloor", "⌈": "lceil", "⌉": "rceil", "‖": "|",
      "∥": "parallel", "⊥": "perp", "†": "dagger", "‡": "ddagger", "⊗": "otimes", "⊕": "oplus", "⊤": "top",
      "∣": "mid", "ℵ": "aleph", "⁄": "unicodeslash", "∕": "unicodeslash",
    ]
    let greek = [
      "αalpha", "βbeta", "γgamma", "δdelta", "εvarepsilon", "ϵepsilon", "ζzeta", "ηeta", "θtheta",
      "ϑvartheta", "ιiota", "κkappa", "λlambda", "μmu", "µmu", "νnu", "ξxi", "οomicron", "πpi", "ϖvarpi",
      "ρrho", "ϱvarrho", "σsigma", "ςvarsigma", "τtau", "υupsilon", "φvarphi", "ϕphi", "χchi", "ψpsi",
      "ωomega", "ΓGamma", "ΔDelta", "∆Delta", "ΘTheta", "ΛLambda", "ΞXi", "ΠPi", "ΣSigma", "ΥUpsilon",
      "ΦPhi", "ΨPsi", "ΩOmega", "ΩOmega",
    ]
    for entry in greek {
      guard let first = entry.unicodeScalars.first else { continue }
      table[first] = String(entry.unicodeScalars.dropFirst())
    }
    return table
  }()

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱiʲjᵏkᵐmᵃaᵇbᶜcᵈdᵉeᵗtˣxʸyᶻzᵀTᵖpʳrˢsᵘuᵛvʷw")
  private static let subscripts: [Unicode.Scalar: Unicode.Scalar] = pairs(
    "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx")

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
    return table
  }

  private static let fractions: [Unicode.Scalar: (UInt8, UInt8)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9),
  ]

  private static let combining: [Unicode.Scalar: String] = [
    "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar", "\u{305}": "bar", "\u{307}": "dot",
    "\u{308}": "ddot", "\u{20D7}": "vec", "\u{20DB}": "dddot", "\u{30C}": "check",
  ]

  private static let precomposed: [Unicode.Scalar: (letter: Unicode.Scalar, accent: String)] = [
    "ẋ": ("x", "dot"), "ẏ": ("y", "dot"), "ż": ("z", "dot"), "ẍ": ("x", "ddot"), "ÿ": ("y", "ddot"),
    "ṁ": ("m", "dot"), "ṅ": ("n", "dot"), "ṗ": ("p", "dot"), "ṙ": ("r", "dot"), "ṡ": ("s", "dot"),
    "Ṁ": ("M", "dot"), "Ṅ": ("N", "dot"), "ȧ": ("a", "dot"), "ä": ("a", "ddot"), "ŷ": ("y", "hat"),
    "ĝ": ("g", "hat"), "â": ("a", "hat"), "ȳ": ("y", "bar"), "ū": ("u", "bar"), "ñ": ("n", "tilde"),
    "ṽ": ("v", "tilde"), "ỹ": ("y", "tilde"), "ã": ("a", "tilde"), "ẑ": ("z", "hat"), "ŵ": ("w", "hat"),
  ]
}
