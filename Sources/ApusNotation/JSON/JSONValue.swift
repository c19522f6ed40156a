/// A JSON text as a value: objects keep the order of their keys, numbers keep every digit.
///
/// Equality is by representation: two objects are equal if they hold equal members in the same order.
///
/// Source: RFC 8259.
package enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number written as an integer that an `Int` holds.
  case integer(Int)
  /// Any other number, as its JSON text, so that nothing is rounded.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)

  /// The number `value` in its shortest exact decimal form; `null` for infinities and NaN, which JSON has not.
  package static func double(_ value: Double) -> JSONValue {
    value.isFinite ? .number(value.description) : .null
  }

  /// The string, if the value is one.
  package var asString: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The integer, if the value is one that fits.
  package var asInt: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The nearest `Double`, if the value is a number.
  package var asDouble: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let text): Double(text)
    default: nil
    }
  }

  /// The truth value, if the value is one.
  package var asBool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if the value is an array.
  package var asArray: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The object, if the value is one.
  package var asObject: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The value under `key`, if the value is an object that has it.
  package subscript(key: String) -> JSONValue? { asObject?[key] }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
