import ApusNumbers
import ApusTerms

/// Reads MathJSON into expressions.
public struct MathJSONReader: Sendable {
  private let names = MathJSONNames.standard

  /// Creates a reader.
  public init() {}

  /// The expression that the text denotes: arrays give canonical terms, objects of the form `structural` terms exactly as
  /// described; names that are not known are symbols and undefined functions.
  ///
  /// - Throws: what is wrong with the JSON, with its place, and `invalid-mathjson` for JSON that is no expression.
  public func expression(of text: String) throws(Diagnostic) -> Expr {
    try expression(of: try JSONValue(parsing: text, depthLimit: 4 * MathJSONWriter.depthLimit), depth: 0)
  }

  func expression(of json: JSONValue, depth: Int) throws(Diagnostic) -> Expr {
    if depth > 2 * MathJSONWriter.depthLimit {
      throw Diagnostic("too-deep", "the MathJSON is nested more than \(2 * MathJSONWriter.depthLimit) deep")
    }
    switch json {
    case .integer(let value): return Expr(value)
    case .number(let text): return try number(text)
    case .string(let name): return constant(name)
    case .array(let parts): return try call(parts, .canonical, depth)
    case .object(let object): return try expression(of: object, depth)
    case .null, .bool: throw Self.invalid("null, true and false are no expressions")
    }
  }

  private enum Form { case canonical, structural, undefined }

  private func expression(of object: JSONObject, _ depth: Int) throws(Diagnostic) -> Expr {
    if let text = object["num"]?.asString {
      guard let precision = object["precision"]?.asInt else { return try number(text) }
      guard BigFloat.precisionRange.contains(precision), let value = BigFloat(text, precision: precision)
      else {
        throw Self.invalid("'\(text)' is not a number")
      }
      return Expr(Number(value))
    }
    if let name = object["sym"]?.asString { return .symbol(name) }
    guard let parts = object["fn"]?.asArray else {
      throw Self.invalid("an object has one of the keys num, sym and fn")
    }
    switch object["form"]?.asString {
    case nil: return try call(parts, .canonical, depth)
    case "structural": return try call(parts, .structural, depth)
    case "undefined": return try call(parts, .undefined, depth)
    case let form?: throw Self.invalid("there is no form '\(form)'")
    }
  }

  private func constant(_ name: String) -> Expr {
    if name == "ImaginaryUnit" { return .i }
    guard let function = names.function(named: name), function.arity.maximum == 0 else {
      return .symbol(name)
    }
    return .call(function, [])
  }

  private func call(_ parts: [JSONValue], _ form: Form, _ depth: Int) throws(Diagnostic) -> Expr {
    guard let name = parts.first?.asString else {
      throw Self.invalid("an array begins with the name of a function")
    }
    var arguments: [Expr] = []
    for part in parts.dropFirst() { arguments.append(try expression(of: part, depth: depth + 1)) }
    if form == .undefined { return .opaque(.undefined(name), arguments) }
    if form == .canonical, let value = try number(name, arguments) { return value }
    guard let function = names.function(named: name) else {
      return .opaque(.undefined(name), arguments)
    }
    guard form == .structural || function.arity.allows(arguments.count) else {
      throw Self.invalid("\(name) does not take \(arguments.count) arguments")
    }
    return form == .structural ? .opaque(function, arguments) : .call(function, arguments)
  }

  /// `Rational` and `Complex` of numbers.
  private func number(_ name: String, _ parts: [Expr]) throws(Diagnostic) -> Expr? {
    guard name == "Rational" || name == "Complex" else { return nil }
    guard parts.count == 2, let a = parts[0].number, let b = parts[1].number, a.isReal, b.isReal else {
      throw Self.invalid("\(name) takes two real numbers")
    }
    if name == "Complex" { return Expr(Number(real: a, imaginary: b)) }
    guard let quotient = a.dividing(by: b) else { throw Self.invalid("the denominator of a Rational is 0") }
    return Expr(quotient)
  }

  /// Digits alone are an integer, anything else a machine number.
  private func number(_ text: String) throws(Diagnostic) -> Expr {
    if let value = Integer(text) { return Expr(Number(value)) }
    guard let value = Double(text) else { throw Self.invalid("'\(text)' is not a number") }
    return Expr(Number(value))
  }

  private static func invalid(_ message: String) -> Diagnostic {
    Diagnostic("invalid-mathjson", message)
  }
}
