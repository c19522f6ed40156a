/// The members of a JSON object in the order in which they were written; no key occurs twice.
package struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  package struct Member: Hashable, Sendable {
    /// The name.
    package var key: String
    /// What stands behind the colon.
    package var value: JSONValue
  }

  /// The members, first written first.
  package private(set) var members: [Member] = []

  /// Creates an object without members.
  package init() {}

  /// Creates an object from members whose keys are known to differ.
  init(uniqueMembers members: [Member]) { self.members = members }

  /// The keys, first written first.
  package var keys: [String] { members.map(\.key) }

  /// The value under `key`; setting appends a new key and `nil` removes one.
  ///
  /// - Complexity: linear in the number of members: records have a handful.
  package subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
