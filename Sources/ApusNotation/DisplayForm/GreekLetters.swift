/// Greek letters and their names.
enum GreekLetters {
  /// The letters in alphabetical order: name, small letter, capital.
  static let all: [(name: String, small: Unicode.Scalar, capital: Unicode.Scalar)] = [
    ("alpha", "α", "Α"), ("beta", "β", "Β"), ("gamma", "γ", "Γ"), ("delta", "δ", "Δ"),
    ("epsilon", "ε", "Ε"), ("zeta", "ζ", "Ζ"), ("eta", "η", "Η"), ("theta", "θ", "Θ"), ("iota", "ι", "Ι"),
    ("kappa", "κ", "Κ"), ("lambda", "λ", "Λ"), ("mu", "μ", "Μ"), ("nu", "ν", "Ν"), ("xi", "ξ", "Ξ"),
    ("omicron", "ο", "Ο"), ("pi", "π", "Π"), ("rho", "ρ", "Ρ"), ("sigma", "σ", "Σ"), ("tau", "τ", "Τ"),
    ("upsilon", "υ", "Υ"), ("phi", "φ", "Φ"), ("chi", "χ", "Χ"), ("psi", "ψ", "Ψ"), ("omega", "ω", "Ω"),
  ]

  /// The name of the letter, capitalised for a capital letter; `nil` for what is no Greek letter.
  static func spelling(of scalar: Unicode.Scalar) -> String? { spellings[scalar] }

  private static let spellings: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ϵ": "epsilon", "ϑ": "theta", "ϕ": "phi", "ϖ": "pi", "ϱ": "rho", "ς": "sigma", "ϰ": "kappa",
      "ℏ": "hbar", "ℓ": "ell",
    ]
    for (name, small, capital) in all {
      table[small] = name
      table[capital] = name.prefix(1).uppercased() + name.dropFirst()
    }
    return table
  }()

  /// The letter of that name: `alpha`, `Gamma`, `varphi`, `hbar`; `nil` for other words.
  static func letter(named name: String) -> Character? { characters[name] }

  private static let characters: [String: Character] = {
    var table: [String: Character] = [
      "varepsilon": "ε", "epsilon": "ϵ", "vartheta": "ϑ", "varphi": "φ", "phi": "ϕ", "varrho": "ϱ",
      "varsigma": "ς",
      "varkappa": "ϰ", "varpi": "ϖ", "hbar": "ℏ", "ell": "ℓ",
    ]
    for (name, small, capital) in all {
      if table[name] == nil { table[name] = Character(small) }
      table[name.prefix(1).uppercased() + name.dropFirst()] = Character(capital)
    }
    return table
  }()
}
