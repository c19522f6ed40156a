/// How operations are spelled in a language.
struct Dialect {
  let language: SourceLanguage

  var isPython: Bool { language == .numpy || language == .jax }

  /// Whether a function gives its values back as an expression, and not by assignments.
  func returnsValues(_ form: SourceForm) -> Bool {
    language == .jax || (language == .numpy && form == .usual)
  }

  /// An element of an array.
  func element(_ array: String, _ index: Int) -> String {
    switch language {
    case .matlab: "\(array)(\(index + 1))"
    case .julia, .stan: "\(array)[\(index + 1)]"
    default: "\(array)[\(index)]"
    }
  }

  /// A number that reads back as the same bits.
  func constant(_ value: Double) -> String {
    if value.isNaN {
      return special(
        c: "NAN", swift: "Double.nan", python: "nan", julia: "NaN", stan: "not_a_number()")
    }
    if value.isInfinite {
      let text = special(
        c: "INFINITY", swift: "Double.infinity", python: "inf", julia: "Inf", stan: "positive_infinity()")
      return value < 0 ? "(-\(text))" : text
    }
    return value.sign == .minus ? "(\(value))" : "\(value)"
  }

  /// A condition that always holds or never does.
  func truth(_ value: Bool) -> String {
    switch language {
    case .c, .stan: value ? "1" : "0"
    case .numpy, .jax: value ? "True" : "False"
    case .swift, .julia, .matlab: value ? "true" : "false"
    }
  }

  private func special(c: String, swift: String, python: String, julia: String, stan: String) -> String {
    switch language {
    case .c: c
    case .swift: swift
    case .numpy: "np.\(python)"
    case .jax: "jnp.\(python)"
    case .julia, .matlab: julia
    case .stan: stan
    }
  }

  /// Names a result.
  func declaration(_ name: String, isCondition: Bool, _ value: String) -> String {
    switch language {
    case .c: "const \(isCondition ? "int" : "double") \(name) = \(value);"
    case .stan: "\(isCondition ? "int" : "real") \(name) = \(value);"
    case .swift: "let \(name) = \(value)"
    case .matlab: "\(name) = \(value);"
    default: "\(name) = \(value)"
    }
  }

  /// The operation applied to operands; `nil` if the language has no words for it.
  func operation(_ opcode: Opcode, _ a: String, _ b: String, _ c: String) -> String? {
    let dot = language == .matlab ? "." : ""
    switch opcode {
    case .add: return "\(a) + \(b)"
    case .subtract: return "\(a) - \(b)"
    case .multiply: return "\(a) \(dot)* \(b)"
    case .divide: return "\(a) \(dot)/ \(b)"
    case .negate: return "-\(a)"
    case .less: return "\(a) < \(b)"
    case .lessEqual: return "\(a) <= \(b)"
    case .equal: return "\(a) == \(b)"
    case .unequal: return disjunction("(\(a) < \(b))", "(\(b) < \(a))")
    case .and: return conjunction(a, b)
    case .or: return disjunction(a, b)
    case .select: return selection(a, b, c)
    case .multiplyAdd, .multiplySubtract, .negatedMultiplyAdd: return fused(opcode, a, b, c)
    case .squareRoot where language == .swift: return "\(a).squareRoot()"
    case .floor, .ceiling, .round, .truncate:
      if language == .swift { return "\(a).rounded(\(Self.swiftRounding(opcode)))" }
    case .power where language == .julia: return "\(a) ^ \(b)"
    case .power where language == .matlab: return "\(a) .^ \(b)"
    case .round where language == .stan: return nil
    case .round where language == .matlab: return "apus_round(\(a))"
    case .cbrt where language == .matlab: return "nthroot(\(a), 3)"
    default: break
    }
    guard let name = function(opcode) else { return nil }
    return opcode.operandCount == 2 ? "\(name)(\(a), \(b))" : "\(name)(\(a))"
  }

  private func fused(_ opcode: Opcode, _ a: String, _ b: String, _ c: String) -> String? {
    let (sign, negation) = (opcode == .negatedMultiplyAdd ? "-" : "", opcode == .multiplySubtract ? "-" : "")
    return [.c, .julia, .swift, .stan].contains(language)
      ? "fma(\(sign)\(a), \(b), \(negation)\(c))" : nil
  }

  private func conjunction(_ a: String, _ b: String) -> String {
    switch language {
    case .c, .matlab: "\(a) & \(b)"
    case .swift, .stan: "\(a) && \(b)"
    case .numpy: "np.logical_and(\(a), \(b))"
    case .jax: "jnp.logical_and(\(a), \(b))"
    case .julia: "\(a) & \(b)"
    }
  }

  private func disjunction(_ a: String, _ b: String) -> String {
    switch language {
    case .c, .matlab: "\(a) | \(b)"
    case .swift, .stan: "\(a) || \(b)"
    case .numpy: "np.logical_or(\(a), \(b))"
    case .jax: "jnp.logical_or(\(a), \(b))"
    case .julia: "\(a) | \(b)"
    }
  }

  private func selection(_ condition: String, _ yes: String, _ no: String) -> String {
    switch language {
    case .c, .swift, .stan: "\(condition) ? \(yes) : \(no)"
    case .numpy: "np.where(\(condition), \(yes), \(no))"
    case .jax: "jnp.where(\(condition), \(yes), \(no))"
    case .julia: "ifelse(\(condition), \(yes), \(no))"
    case .matlab: "apus_select(\(condition), \(yes), \(no))"
    }
  }

  /// A choice element by element: a product with a condition would make NaN of what is not chosen.
  static let matlabSelection = """
    function r = apus_select(condition, yes, no)
    r = zeros(size(condition + yes + no));
    condition = logical(condition + r);
    yes = yes + r;
    no = no + r;
    r(condition) = yes(condition);
    r(~condition) = no(~condition);
    end
    """

  /// The nearest integer, of two the even one: the language rounds away from zero.
  static let matlabRounding = """
    function r = apus_round(x)
    r = round(x);
    t = abs(x - fix(x)) == 0.5;
    r(t) = 2 * round(x(t) / 2);
    end
    """

  private static func swiftRounding(_ opcode: Opcode) -> String {
    switch opcode {
    case .floor: ".down"
    case .ceiling: ".up"
    case .truncate: ".towardZero"
    default: ".toNearestOrEven"
    }
  }

  /// The name of a function; `nil` if the language has none.
  private func function(_ opcode: Opcode) -> String? {
    switch language {
    case .c, .swift: return Self.cNames[opcode] ?? "\(opcode)"
    case .numpy, .jax:
      let module = language == .numpy ? "np" : "jnp"
      if let name = Self.scipyNames[opcode] { return "special.\(name)" }
      return "\(module).\(Self.numpyNames[opcode] ?? "\(opcode)")"
    case .julia: return Self.juliaNames[opcode] ?? "\(opcode)"
    case .matlab: return Self.matlabNames[opcode, default: "\(opcode)"]
    case .stan: return Self.stanNames[opcode] ?? "\(opcode)"
    }
  }

  private static let cNames: [Opcode: String] = [
    .absolute: "fabs", .squareRoot: "sqrt", .ceiling: "ceil", .round: "nearbyint", .truncate: "trunc",
    .gamma: "tgamma", .logGamma: "lgamma", .power: "pow",
  ]
  private static let numpyNames: [Opcode: String] = [
    .absolute: "abs", .squareRoot: "sqrt", .ceiling: "ceil", .round: "rint", .truncate: "trunc",
    .asin: "arcsin", .acos: "arccos", .atan: "arctan", .asinh: "arcsinh", .acosh: "arccosh",
    .atanh: "arctanh", .atan2: "arctan2", .power: "power",
  ]
  private static let scipyNames: [Opcode: String] = [
    .erf: "erf", .erfc: "erfc", .gamma: "gamma", .logGamma: "gammaln",
  ]
  private static let juliaNames: [Opcode: String] = [
    .absolute: "abs", .squareRoot: "sqrt", .ceiling: "ceil", .truncate: "trunc", .atan2: "atan",
    .logGamma: "loggamma",
  ]
  private static let stanNames: [Opcode: String] = [
    .absolute: "abs", .squareRoot: "sqrt", .ceiling: "ceil", .truncate: "trunc", .gamma: "tgamma",
    .logGamma: "lgamma", .power: "pow",
  ]
  private static let matlabNames: [Opcode: String] = [
    .absolute: "abs", .squareRoot: "sqrt", .ceiling: "ceil", .truncate: "fix", .exp2: "pow2",
    .logGamma: "gammaln",
  ]
}
