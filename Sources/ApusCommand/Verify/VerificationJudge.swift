import ApusNotation

extension VerificationRequest {
  /// What a comparison came to.
  enum Judgement: Equatable {
    case verdict(Verdict)
    /// The values differ, in these words.
    case disagreement(String)
  }

  /// Compares what Python gave: a list for every point that was sent, or an error.
  func judgement(of answer: JSONValue) -> Judgement {
    if let reason = answer["skip"]?.asString { return .verdict(.notChecked(reason)) }
    if let error = answer["error"]?.asString { return .disagreement("Python says: \(error)") }
    guard let rows = answer["values"]?.asArray else { return .disagreement("Python gave no values") }
    var agreeing = 0
    var reason = "Python has no value at the points tried"
    for (wanted, row) in zip(expected, rows) {
      guard let values = row.asArray else {
        reason = row.asString ?? reason
        continue
      }
      if let difference = Self.difference(wanted, values) { return .disagreement(difference) }
      agreeing += 1
    }
    return .verdict(agreeing > 0 ? .agrees(points: agreeing) : .notChecked(reason))
  }

  /// How two lists of values differ; `nil` if they do not.
  private static func difference(_ wanted: [Expected], _ values: [JSONValue]) -> String? {
    guard wanted.count == values.count else {
      return "Python has \(values.count) values where there should be \(wanted.count)"
    }
    for (expected, value) in zip(wanted, values) {
      switch expected {
      case .sign(let sign):
        if value.asString != sign { return "Python has \(value) for the relation \(sign)" }
      case .truth(let truth):
        if value.asBool != truth { return "Python has \(value) for \(truth)" }
      case .number(let real, let imaginary, let tolerance):
        guard let parts = value.asArray, parts.count == 2, let re = parts[0].asDouble,
          let im = parts[1].asDouble
        else {
          return "Python has \(value) for \(text(real, imaginary))"
        }
        if max((re - real).magnitude, (im - imaginary).magnitude) > tolerance {
          return "Python has \(text(re, im)) for \(text(real, imaginary))"
        }
      }
    }
    return nil
  }

  private static func text(_ real: Double, _ imaginary: Double) -> String {
    imaginary == 0 ? "\(real)" : "\(real) \(imaginary < 0 ? "-" : "+") \(imaginary.magnitude)i"
  }
}
