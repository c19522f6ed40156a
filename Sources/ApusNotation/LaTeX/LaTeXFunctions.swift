import ApusTerms

/// The functions that LaTeX and its authors write by name.
enum LaTeXFunctions {
  /// Commands, with the Apus name of the function.
  static let commands: [String: String] = {
    var table: [String: String] = [
      "ln": "ln", "log": "log", "lg": "lg", "exp": "exp", "det": "det", "arg": "arg", "Re": "re", "Im": "im",
      "sgn": "sign", "sign": "sign", "erf": "erf", "erfc": "erfc", "tg": "tan", "ctg": "cot", "cotg": "cot",
      "cosec": "csc", "sh": "sinh", "ch": "cosh", "th": "tanh",
    ]
    for name in trigonometric + hyperbolic { table[name] = name }
    for (name, inverse) in inverses { table[name] = inverse }
    return table
  }()

  /// Upright words, as in `\operatorname{erf}` and `\mathrm{sin}`, with the Apus name of the function.
  static let words: [String: String] = {
    var table: [String: String] = [:]
    for function in FunctionTable.standard.functions {
      guard let latex = function.notation.latex, latex.hasPrefix("\\operatorname{"), latex.hasSuffix("}")
      else { continue }
      let word = String(latex.dropFirst(14).dropLast())
      if word.count > 1, word.allSatisfy({ $0.isLetter || $0.isNumber }), word != "root" {
        table[word] = function.name
      }
    }
    for (name, function) in commands where !shortCommands.contains(name) { table[name] = function }
    for (name, function) in special { table[name] = function }
    return table
  }()

  /// Commands too short to be words by themselves.
  private static let shortCommands: Set<String> = ["th", "ch", "sh", "tg"]

  /// Functions of a list of numbers, which take braces as well as parentheses.
  static let listFunctions: [String: String] = [
    "max": "max", "min": "min", "gcd": "gcd", "lcm": "lcm", "Max": "max", "Min": "min",
  ]

  /// Words that name functions without a record, which are applied to the bracket behind them.
  static let unknownWords: Set<String> = [
    "softmax", "sigmoid", "relu", "ReLU", "LeakyReLU", "softplus", "softsign", "GELU", "gelu", "SiLU", "silu",
    "swish",
    "Swish", "ELU", "SELU", "mish", "diag", "rank", "Var", "var", "Cov", "cov", "Corr", "corr", "logit",
    "probit",
    "expit", "mean", "median", "mode", "std", "len", "size", "div", "grad", "curl", "rot", "Res", "vol",
    "dist", "proj",
    "span", "dom", "ran", "supp", "KL", "MLP", "LayerNorm", "Attention",
  ]

  /// Words for operators that are applied to what follows them, brackets or not.
  static let operators: Set<String> = [
    "rank", "diag", "Var", "var", "Cov", "cov", "Corr", "div", "grad", "curl", "rot", "Res", "supp", "vol",
    "span",
  ]

  /// Words for the place or value of an extremum over a set.
  static let searches: Set<String> = [
    "argmax", "argmin", "arg max", "arg min", "sup", "inf", "limsup", "liminf", "esssup", "essinf",
  ]

  /// Greek letters that name a function when an argument in parentheses follows and they are nowhere a
  /// symbol.
  static let greek: [String: String] = ["Gamma": "gamma", "zeta": "zeta"]

  /// Whether a command is a Greek letter that names a function.
  static func isGreek(_ command: String) -> Bool {
    command.hasPrefix("\\") && greek[String(command.dropFirst())] != nil
  }

  /// Letters that name a function of two arguments under the same condition.
  static let ofTwo: [String: String] = [
    "\\Gamma": "uppergamma", "\\gamma": "lowergamma", "B": "beta", "\\mathrm{B}": "beta", "\\Beta": "beta",
  ]

  /// Letters that name a function of the index below them and their argument.
  static let withIndex: [String: String] = ["J": "besselj", "Y": "bessely"]

  /// Functions whose upright names are never names of quantities.
  static let areAlwaysFunctions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "csch", "asin", "acos",
    "atan", "trace", "sign",
    "acot", "asinh", "acosh", "atanh", "acoth", "exp", "log", "ln", "lg", "erf", "erfc", "det",
  ]

  private static let trigonometric = ["sin", "cos", "tan", "cot", "sec", "csc"]
  private static let hyperbolic = ["sinh", "cosh", "tanh", "coth", "sech", "csch"]
  private static let inverses: [String: String] = [
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arccot": "acot", "arcsec": "asec",
    "arccsc": "acsc",
    "asin": "asin", "acos": "acos", "atan": "atan", "arctg": "atan", "arsinh": "asinh", "arcosh": "acosh",
    "artanh": "atanh", "arcoth": "acoth", "arsech": "asech", "arcsch": "acsch", "arcsinh": "asinh",
    "arccosh": "acosh", "arctanh": "atanh", "asinh": "asinh", "acosh": "acosh", "atanh": "atanh",
    "arccoth": "acoth", "argsinh": "asinh", "argcosh": "acosh", "argtanh": "atanh",
  ]
  private static let special: [String: String] = [
    "log10": "lg", "arctan2": "atan2", "LambertW": "lambertw", "Tr": "trace", "sign": "sign",
    "floor": "floor", "ceil": "ceiling", "abs": "abs", "sqrt": "sqrt", "Log": "log", "Arg": "arg",
    "digamma": "digamma", "Gamma": "gamma", "conj": "conjugate", "real": "re", "imag": "im",
  ]

  /// The inverse of a function whose power −1 is read as its inverse, not as its reciprocal.
  static func inverse(of function: String) -> String? {
    switch function {
    case "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "csch":
      "a" + function
    default: nil
    }
  }

  /// Whether the function is a circular one, whose argument may be in degrees.
  static func isTrigonometric(_ function: String) -> Bool { trigonometric.contains(function) }
}
