/// Rules that are found by their names.
struct NamedRules: Sendable {
  private let rules: [Rule]
  private var places: [String: [Int]] = [:]

  init(_ rules: [Rule]) {
    self.rules = rules
    places.reserveCapacity(rules.count)
    for (place, rule) in rules.enumerated() { places[rule.name, default: []].append(place) }
  }

  /// The rules of a name, in their order.
  subscript(name: String) -> [Rule] { places[name].map { $0.map { rules[$0] } } ?? [] }
}
