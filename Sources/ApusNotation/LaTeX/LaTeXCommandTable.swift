extension LaTeXCommand {
  /// The commands the reader knows, for looking them up.
  static let table = WordTable(dictionary)

  /// The commands the reader knows.
  static let dictionary: [String: LaTeXCommand] = {
    var table: [String: LaTeXCommand] = [:]
    for symbol in LaTeXSymbol.all { table[symbol.name] = .symbol(symbol) }
    for (name, function) in LaTeXFunctions.commands {
      table[name] = LaTeXFunctionName(function).map { .function($0) }
    }
    for name in ["max", "min", "gcd"] {
      table[name] = LaTeXFunctionName(name).map { .bigOperator(.listFunction($0)) }
    }
    for (name, meaning) in operators { table[name] = .binary(meaning) }
    for (name, meaning) in relations { table[name] = .relation(meaning) }
    for (name, meaning) in delimiters { table[name] = .delimiter(meaning.0, meaning.1) }
    for (name, meaning) in accents { table[name] = .accent(meaning) }
    for (name, meaning) in fonts { table[name] = .font(meaning) }
    for (name, meaning) in fontSwitches { table[name] = .fontSwitch(meaning) }
    for (name, meaning) in structures { table[name] = meaning }
    for (name, meaning) in LaTeXLayout.commands { table[name] = meaning }
    for (name, reason) in unsupported { table[name] = .unsupported(reason) }
    return table
  }()

  private static let operators: [String: LaTeXOperator] = [
    "pm": .plusMinus, "mp": .minusPlus, "times": .times, "cdot": .dot, "cdotp": .dot, "div": .divide,
    "unicodeslash": .slash, "slash": .slash, "bmod": .modulo, "cup": .union, "cap": .intersection,
    "setminus": .setMinus, "smallsetminus": .setMinus, "land": .and, "wedge": .and, "lor": .or, "vee": .or,
    "neg": .not, "lnot": .not, "implies": .implies, "Rightarrow": .implies, "Longrightarrow": .implies,
    "iff": .equivalent, "Leftrightarrow": .equivalent, "Longleftrightarrow": .equivalent,
  ]

  private static let relations: [String: LaTeXRelation] = [
    "ne": .notEqual, "neq": .notEqual, "lt": .less, "gt": .greater, "le": .lessEqual, "leq": .lessEqual,
    "leqslant": .lessEqual, "leqq": .lessEqual, "ge": .greaterEqual, "geq": .greaterEqual,
    "geqslant": .greaterEqual, "geqq": .greaterEqual, "nless": .greaterEqual, "ngtr": .lessEqual,
    "nleq": .greater, "ngeq": .less, "approx": .approximately, "simeq": .approximately,
    "cong": .approximately, "approxeq": .approximately, "doteq": .approximately,
    "thickapprox": .approximately,
    "coloneqq": .definition, "coloneq": .definition, "triangleq": .definition, "colonequals": .definition,
    "eqdef": .definition, "defeq": .definition, "equiv": .equivalent, "in": .elementOf,
    "notin": .notElementOf, "leftarrow": .assignment, "gets": .assignment,
    "subset": .subset, "subseteq": .subsetEqual,
  ]

  private static let delimiters: [String: (LaTeXDelimiter, LaTeXFacing)] = [
    "{": (.brace, .open), "}": (.brace, .close), "lbrace": (.brace, .open), "rbrace": (.brace, .close),
    "lbrack": (.bracket, .open), "rbrack": (.bracket, .close), "lparen": (.paren, .open),
    "rparen": (.paren, .close), "lvert": (.bar, .open), "rvert": (.bar, .close), "vert": (.bar, .either),
    "|": (.doubleBar, .either), "Vert": (.doubleBar, .either), "lVert": (.doubleBar, .open),
    "rVert": (.doubleBar, .close), "lfloor": (.floor, .open), "rfloor": (.floor, .close),
    "lceil": (.ceiling, .open), "rceil": (.ceiling, .close), "langle": (.angle, .open),
    "rangle": (.angle, .close), "mid": (.bar, .either),
  ]

  private static let accents: [String: LaTeXAccent] = [
    "hat": .hat, "widehat": .hat, "bar": .bar, "overline": .bar, "tilde": .tilde, "widetilde": .tilde,
    "vec": .vec, "overrightarrow": .vec, "dot": .dot, "ddot": .ddot, "dddot": .dddot, "ddddot": .ddddot,
    "check": .check, "breve": .breve, "acute": .acute, "grave": .grave, "mathring": .ring,
    "underline": .underline, "underbar": .underline,
  ]

  private static let fonts: [String: LaTeXFont] = [
    "mathrm": .roman, "mathup": .roman, "symrm": .roman, "mathbf": .bold, "symbf": .bold,
    "textbf": .bold, "boldsymbol": .boldItalic, "bm": .boldItalic, "pmb": .boldItalic,
    "mathbfit": .boldItalic,
    "mathit": .textItalic, "mathsf": .sans, "mathtt": .typewriter, "mathcal": .calligraphic,
    "mathscr": .script, "mathbb": .blackboard, "mathds": .blackboard, "mathfrak": .fraktur,
    "mathnormal": .italic,
  ]

  private static let fontSwitches: [String: LaTeXFont] = [
    "rm": .roman, "bf": .bold, "it": .textItalic, "cal": .calligraphic, "sf": .sans, "tt": .typewriter,
    "rmfamily": .roman, "bfseries": .bold, "itshape": .textItalic, "boldmath": .boldItalic,
  ]

  private static let structures: [String: LaTeXCommand] = [
    "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction, "cfrac": .fraction, "nicefrac": .fraction,
    "sfrac": .fraction, "binom": .binomial, "dbinom": .binomial, "tbinom": .binomial,
    "genfrac": .genericFraction, "sqrt": .root, "unicodesqrt": .root, "unicodecbrt": .root,
    "over": .infix(.over), "choose": .infix(.choose), "left": .left, "right": .right, "middle": .middle,
    "begin": .begin, "end": .end, "\\": .newline, "newline": .newline, "cr": .newline,
    "sum": .bigOperator(.sum), "prod": .bigOperator(.product), "int": .bigOperator(.integral(1)),
    "iint": .bigOperator(.integral(2)), "iiint": .bigOperator(.integral(3)),
    "oint": .bigOperator(.contourIntegral), "intop": .bigOperator(.integral(1)), "lim": .bigOperator(.limit),
    "dots": .dots, "ldots": .dots, "cdots": .dots,
    "vdots": .dots, "ddots": .dots, "dotsc": .dots, "dotsb": .dots, "dotsm": .dots, "dotso": .dots,
    "dotsi": .dots, "textellipsis": .dots, "mathellipsis": .dots, "not": .not,
    "to": .arrow(0), "rightarrow": .arrow(0), "longrightarrow": .arrow(0), "downarrow": .arrow(1),
    "searrow": .arrow(1), "uparrow": .arrow(-1), "nearrow": .arrow(-1),
    "pmod": .modulus(parentheses: true), "pod": .modulus(parentheses: true),
    "mod": .modulus(parentheses: false), "%": .percent, "textpercent": .percent, "degree": .degree,
    "textdegree": .degree, "prime": .prime, "operatorname": .operatorName, "text": .text, "textrm": .text,
    "textnormal": .text, "mbox": .text, "hbox": .text, "textit": .text, "textsf": .text, "texttt": .text,
    "textup": .text, "textsc": .text, "textmd": .text, "mathop": .content(arguments: 1),
    "stackrel": .stacked, "overset": .stacked, "underbrace": .annotated, "overbrace": .annotated,
    "underbracket": .annotated, "overbracket": .annotated, "SI": .quantity, "qty": .quantity, "si": .unit,
    "unit": .unit, "num": .literal, "ce": .chemistry, "label": .label, "tag": .tag,
  ]

  private static let unsupported: [String: String] = [
    "oiint": "an integral over a surface needs a parametrisation",
    "idotsint": "an integral in an unknown number of variables has no code",
    "bigcup": "unions over an index are not supported",
    "bigcap": "intersections over an index are not supported",
    "bigoplus": "direct sums are not supported", "bigotimes": "tensor products are not supported",
    "bigwedge": "logic over an index is not supported", "bigvee": "logic over an index is not supported",
    "coprod": "coproducts are not supported", "forall": "quantifiers have no code",
    "exists": "quantifiers have no code", "nexists": "quantifiers have no code",
    "mapsto": "a mapping arrow has no code; write f(x) = …",
    "longmapsto": "a mapping arrow has no code; write f(x) = …",
    "leftrightarrow": "an arrow is not a relation with a value",
    "xrightarrow": "an arrow is not a relation with a value",
    "rightleftharpoons": "a reaction is not an equation",
    "propto": "a proportionality is not an equation: the constant is missing",
    "sim": "'∼' is not an equation", "asymp": "an asymptotic relation is not an equation",
    "ll": "'much less' is not a comparison with a value",
    "gg": "'much greater' is not a comparison with a value",
    "lesssim": "'less or about' is not a comparison with a value",
    "gtrsim": "'greater or about' is not a comparison with a value",
    "prec": "orderings by ≺ are not supported",
    "succ": "orderings by ≻ are not supported", "supset": "write the subset relation the other way round",
    "supseteq": "write the subset relation the other way round", "ni": "write the membership with \\in",
    "models": "logical consequence has no code", "vdash": "logical consequence has no code",
    "therefore": "a conclusion sign is not part of an equation",
    "because": "a reason sign is not part of an equation", "cancel": "a cancelled term is ambiguous",
    "bcancel": "a cancelled term is ambiguous", "xcancel": "a cancelled term is ambiguous",
    "atop": "stacked formulas have no reading", "brace": "Stirling numbers are not supported",
    "brack": "Stirling numbers are not supported", "above": "write \\frac instead of \\above",
    "substack": "a stacked index has no reading", "sup": "a supremum over a set has no code",
    "inf": "an infimum over a set has no code", "limsup": "an upper limit has no code",
    "liminf": "a lower limit has no code", "varlimsup": "an upper limit has no code",
    "varliminf": "a lower limit has no code", "Pr": "the probability of an event has no code",
    "ker": "a kernel has no code", "dim": "a dimension has no code", "hom": "a set of maps has no code",
    "deg": "the degree of a polynomial has no code", "argmax": "the place of a maximum has no code",
    "argmin": "the place of a minimum has no code",
    "ltimes": "'⋉' has no reading", "rtimes": "'⋊' has no reading", "amalg": "'⨿' has no reading",
    "sqcup": "'⊔' has no reading", "uplus": "'⊎' has no reading", "triangleleft": "'◁' has no reading",
    "angle": "an angle between lines has no code", "measuredangle": "an angle between lines has no code",
  ]
}
