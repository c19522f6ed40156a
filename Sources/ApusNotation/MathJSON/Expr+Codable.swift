import ApusTerms

/// Expressions encode as MathJSON; see `MathJSONWriter`.
///
/// Encoders recurse, so that terms nested more than 400 deep are refused with an error.
extension Expr: Codable {
  public func encode(to encoder: any Encoder) throws {
    let json: JSONValue
    do throws(Diagnostic) {
      json = try MathJSONWriter().json(of: self)
    } catch {
      throw EncodingError.invalidValue(
        self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: error.message))
    }
    try CodableJSON(value: json).encode(to: encoder)
  }

  public init(from decoder: any Decoder) throws {
    let json = try CodableJSON(from: decoder).value
    do throws(Diagnostic) {
      self = try MathJSONReader().expression(of: json, depth: 0)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.message))
    }
  }
}

/// A JSON value through whatever encoder there is.
private struct CodableJSON: Codable {
  let value: JSONValue

  init(value: JSONValue) { self.value = value }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch value {
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(CodableJSON(value: element)) }
    case .object(let object):
      var container = encoder.container(keyedBy: Key.self)
      for key in object.keys {
        try container.encode(CodableJSON(value: object[key] ?? .null), forKey: Key(stringValue: key))
      }
    case .string(let text): try encodeSingle(text, encoder)
    case .integer(let number): try encodeSingle(number, encoder)
    case .number(let text): try encodeSingle(Double(text) ?? .nan, encoder)
    case .bool(let flag): try encodeSingle(flag, encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }

  private func encodeSingle(_ value: some Encodable, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  init(from decoder: any Decoder) throws {
    if decoder.codingPath.count > 2 * MathJSONWriter.depthLimit {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "nested too deeply"))
    }
    if var elements = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !elements.isAtEnd { values.append(try elements.decode(CodableJSON.self).value) }
      value = .array(values)
    } else if let object = try? decoder.container(keyedBy: Key.self) {
      var fields = JSONObject()
      for key in object.allKeys {
        fields[key.stringValue] = try object.decode(CodableJSON.self, forKey: key).value
      }
      value = .object(fields)
    } else {
      value = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
    if let number = try? container.decode(Int.self) { return .integer(number) }
    if let number = try? container.decode(Double.self) { return .number(number.description) }
    return .string(try container.decode(String.self))
  }
}
