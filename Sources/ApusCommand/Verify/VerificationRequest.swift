import Apus
import ApusNotation
import ApusNumbers
import ApusTerms

/// One answer on its way to Python, with the values that it must have.
struct VerificationRequest {
  /// A value that Python has to give.
  enum Expected {
    case sign(String)
    case truth(Bool)
    /// A number with the distance from it that rounding explains.
    case number(real: Double, imaginary: Double, tolerance: Double)

    /// Whether the value is not real.
    var isComplex: Bool {
      if case .number(_, let imaginary, let tolerance) = self {
        imaginary.magnitude > tolerance
      } else {
        false
      }
    }
  }

  /// At how many points answers are compared.
  static let pointCount = 5

  /// The code of the answer.
  let code: String
  /// The names of the values in Python.
  private(set) var points: [[(name: String, numerator: Int)]] = []
  /// What each point must give.
  private(set) var expected: [[Expected]] = []
  /// Whether Python computes in machine numbers.
  let isNumeric: Bool
  /// Whether Python compares sets by their members.
  private var comparesMembers = false
  /// The names of values that are true or false, in Python.
  private var truths: [String] = []

  /// Evaluates an answer at its points.
  ///
  /// - Throws: why it cannot be compared.
  init(_ outcome: ConversionOutcome, _ response: Response, isNumeric: Bool) throws(Unverifiable) {
    code = response.text
    self.isNumeric = isNumeric
    let formulas = outcome.formulas
    let outline: [VerificationOutline.Item]
    if isNumeric {
      var items: [VerificationOutline.Item] = []
      for formula in formulas { items += try VerificationOutline(numeric: formula).items }
      outline = items
    } else {
      let symbolic = try VerificationOutline(symbolic: formulas)
      (outline, comparesMembers) = (symbolic.items, symbolic.comparesMembers)
    }
    let names = Set(formulas.flatMap { $0.expression.freeSymbols.map(\.name) }).sorted()
    let facts = formulas.reduce(into: [:]) { $0.merge($1.facts) { first, _ in first } }
    let integers =
      isNumeric ? formulas.reduce(into: Set()) { $0.formUnion($1.expression.countingSymbols) } : []
    let identifiers = isNumeric ? Self.identifiers(formulas, response) : [:]
    for case .truth(let condition) in outline where isNumeric {
      truths += VerificationTruth.symbols(in: condition).sorted().map { identifiers[$0] ?? $0 }
    }
    var reason: String?
    var complex: [(VerificationPoint, [Expected])] = []
    func add(_ point: VerificationPoint, _ values: [Expected]) {
      points.append(names.map { (identifiers[$0] ?? $0, point.numerators[$0] ?? 0) })
      expected.append(values)
    }
    for (index, point) in try VerificationPoint.all(for: names, facts: facts, integers: integers).enumerated()
    {
      // Without a value at the usual points, others are tried.
      if expected.count >= Self.pointCount || names.isEmpty && index > 0 { break }
      do throws(Unverifiable) {
        let row = try values(outline, at: point, names)
        // Python's functions of real numbers have no complex values.
        if isNumeric, row.contains(where: \.isComplex) {
          complex.append((point, row))
        } else {
          add(point, row)
        }
      } catch {
        reason = reason ?? error.reason
        if index >= Self.pointCount, expected.isEmpty, complex.isEmpty, !isNumeric { break }
      }
    }
    for (point, values) in complex.prefix(Self.pointCount - points.count) { add(point, values) }
    if expected.isEmpty { throw Unverifiable(reason ?? "it has no value") }
  }

  /// The identifiers that the code uses for the symbols of the formulas.
  private static func identifiers(_ formulas: [Formula], _ response: Response) -> [String: String] {
    var written: [String: String] = [:]
    for symbol in response.symbols { written[symbol.source] = symbol.identifier }
    var identifiers: [String: String] = [:]
    for symbol in formulas.flatMap(\.symbols) { identifiers[symbol.identifier] = written[symbol.latex] }
    return identifiers
  }

  // MARK: Values

  private func values(
    _ outline: [VerificationOutline.Item], at point: VerificationPoint, _ names: [String]
  ) throws(Unverifiable) -> [Expected] {
    var values: [Expected] = []
    for item in outline {
      switch item {
      case .sign(let sign): values.append(.sign(sign))
      case .truth(let expr):
        values.append(.truth(try VerificationTruth.value(of: expr, at: point)))
      case .number(let expr): values.append(try Self.number(expr, at: point, isNumeric: isNumeric))
      }
    }
    return values
  }

  /// The value in an enclosure of 160 bits; for machine numbers with the error that rounding every step can make, which is
  /// the radius of an enclosure computed with as many bits.
  private static func number(
    _ expr: Expr, at point: VerificationPoint, isNumeric: Bool
  ) throws(Unverifiable) -> Expected {
    let value = try enclosure(expr, at: point, precision: 160)
    let (real, imaginary) = (value.real.midpoint.asDouble, value.imaginary.midpoint.asDouble)
    let size = max(real.magnitude, imaginary.magnitude)
    guard size.isFinite, size < 1e280 else { throw Unverifiable("its values are too large") }
    let radius = max(value.real.radius, value.imaginary.radius)
    guard radius <= 1e-12 * size || radius < 1e-25 else { throw Unverifiable("its values are not certain") }
    guard isNumeric else {
      return .number(real: real, imaginary: imaginary, tolerance: radius + 1e-11 * size + 1e-18)
    }
    let rough = try enclosure(expr, at: point, precision: 53)
    let rounding = max(rough.real.radius, rough.imaginary.radius)
    guard rounding <= 1e-5 * size || rounding < 1e-12 else {
      throw Unverifiable("rounding spoils its values")
    }
    return .number(real: real, imaginary: imaginary, tolerance: 64 * rounding + 1e-11 * size + 1e-15)
  }

  private static func enclosure(
    _ expr: Expr, at point: VerificationPoint, precision: Int
  ) throws(Unverifiable) -> ComplexBall {
    do throws(EvaluationError) {
      var values: [Symbol: ComplexBall] = [:]
      for symbol in expr.freeSymbols {
        values[symbol] = ComplexBall(point.number(symbol.name), precision: precision)
      }
      let ball = try expr.enclosure(
        at: values, precision: precision, limits: EvaluationLimits(steps: 200_000))
      if ball.isFinite { return ball }
    } catch {
      throw Unverifiable(error.message)
    }
    throw Unverifiable("no finite value was found")
  }

  // MARK: JSON

  /// The request as JSON for the worker.
  var json: JSONValue {
    var object = JSONObject()
    object["code"] = .string(code)
    object["numeric"] = .bool(isNumeric)
    object["members"] = .bool(comparesMembers)
    object["truths"] = .array(truths.map(JSONValue.string))
    object["points"] = .array(
      points.map { point in
        var values = JSONObject()
        for (name, numerator) in point { values[name] = .integer(numerator) }
        return .object(values)
      })
    return .object(object)
  }
}
