import ApusTerms

/// The names of functions in MathJSON, and back.
///
/// Where MathJSON has a name it is used; other functions are written with a capital, and those for which that is another
/// function's name as they are.
struct MathJSONNames: Sendable {
  static let standard = MathJSONNames(.standard)

  private var functions: [String: Function] = [:]
  private var names: [Function: String] = [:]

  init(_ table: FunctionTable) {
    for function in table.functions {
      let known = Self.known[function.name]
      let capitalized = function.name.prefix(1).uppercased() + function.name.dropFirst()
      var name = known ?? capitalized
      if functions[name] != nil { name = function.name }
      functions[name] = function
      names[function] = name
    }
  }

  func name(of function: Function) -> String { names[function] ?? function.name }
  func function(named name: String) -> Function? { functions[name] }

  private static let known: [String: String] = [
    "pi": "Pi", "E": "ExponentialE", "oo": "PositiveInfinity", "asin": "Arcsin", "acos": "Arccos",
    "atan": "Arctan",
    "acot": "Arccot", "asec": "Arcsec", "acsc": "Arccsc", "asinh": "Arsinh", "acosh": "Arcosh",
    "atanh": "Artanh",
    "acoth": "Arcoth", "asech": "Arsech", "acsch": "Arcsch", "atan2": "Arctan2", "log": "Ln", "re": "Real",
    "im": "Imaginary", "arg": "Argument", "ceiling": "Ceil", "factorial2": "Factorial2", "gamma": "Gamma",
    "loggamma": "GammaLn", "besselj": "BesselJ", "bessely": "BesselY", "besseli": "BesselI",
    "besselk": "BesselK",
    "lambertw": "LambertW", "airyai": "AiryAi", "airybi": "AiryBi", "li": "LogIntegral",
    "Li": "OffsetLogIntegral",
    "productOver": "Product", "derivative": "D", "integral": "Integrate", "at": "EvaluateAt",
    "piecewise": "Which",
    "elementOf": "Element", "definition": "Assign",
  ]
}
