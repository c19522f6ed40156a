/// A name in a formula: a letter or word with its font, accents, primes and the scripts that belong to it.
struct LaTeXName: Sendable {
  /// The name in one canonical spelling, which is its identity: `x_{i+1}`, `\hat{p}`, `\mathbf{h}_{t}`.
  var latex: String { base + scripts }
  /// The letter or word with its font and accents.
  var base: String
  /// The scripts that belong to the name.
  var scripts = ""
  /// The parts of an identifier, in order.
  var words: [String]
  /// Words that tell the name from another with the same parts.
  var distinction: [String] = []
  /// Whether the name is set as a vector or matrix.
  var isVector = false
  /// The items of the subscript that may be an index: `i` in `x_i`.
  var subscriptRow: Int?
  /// Whether the superscript of the item is part of the name.
  var takesSuperscript = false

  /// The names of the ASCII letters, by code.
  static let letters: [LaTeXName] = (0..<128).map { code in
    let letter = String(Character(Unicode.Scalar(UInt8(code))))
    return LaTeXName(base: letter, words: [letter])
  }

  /// The single Latin letter the name is, without any mark, or nil.
  var plainLetter: Character? {
    guard scripts.isEmpty else { return nil }
    return base.utf8.count == 1 || base.count == 1 ? base.first : nil
  }

  /// Whether the subscript is a number or one of the letters that count orders.
  var isIndexedBySmallLetter: Bool {
    guard scripts.hasPrefix("_{"), scripts.hasSuffix("}"), !takesSuperscript else { return false }
    let index = scripts.dropFirst(2).dropLast()
    return index.allSatisfy(\.isNumber) || ["n", "m", "k", "\\nu", "\\alpha", "\\mu"].contains(String(index))
  }

  /// Whether the name is a letter of special functions with an order below it: `P_\ell`, `j_l`.
  var isOrderedFunction: Bool {
    guard ["P", "L", "T", "U", "H", "C", "Q", "j", "y", "h", "n"].contains(base) else { return false }
    if ["_{n}", "_{m}", "_{k}", "_{l}", "_{\\ell}", "_{\\nu}"].contains(scripts) { return true }
    return base == "j" && isIndexedBySmallLetter
  }

  /// The name with primes behind it.
  func primed(_ count: Int) -> LaTeXName {
    guard count > 0 else { return self }
    var name = self
    name.scripts += String(repeating: "'", count: count)
    switch count {
    case 1: name.words.append("prime")
    case 2: name.words.append("double_prime")
    case 3: name.words.append("triple_prime")
    default: name.words.append("prime\(count)")
    }
    return name
  }
}

/// The distinct names of a source, numbered in order of appearance.
struct LaTeXNameTable: Sendable {
  private(set) var names: [LaTeXName] = []
  /// By spelling, once there are too many to compare them all.
  private var indices: [String: Int] = [:]

  /// Yields the name in place: most uses look at one field of it.
  subscript(_ id: Int) -> LaTeXName { _read { yield names[id] } }
  var count: Int { names.count }

  mutating func reserve(_ count: Int) { names.reserveCapacity(count) }

  /// The number of a name, which is new if the name is.
  mutating func intern(_ name: consuming LaTeXName) -> Int {
    if let known = id(base: name.base, scripts: name.scripts) { return known }
    names.append(name)
    let last = names.count - 1
    if names.count == Self.shortList {
      for index in names.indices { indices[names[index].latex] = index }
    } else if names.count > Self.shortList {
      indices[names[last].latex] = last
    }
    return last
  }

  /// The number of the name with this spelling, if it occurs.
  func id(_ latex: String) -> Int? {
    if names.count >= Self.shortList { return indices[latex] }
    let length = latex.utf8.count
    for index in names.indices where names[index].base.utf8.count + names[index].scripts.utf8.count == length
    {
      if names[index].scripts.isEmpty ? names[index].base == latex : names[index].latex == latex {
        return index
      }
    }
    return nil
  }

  private func id(base: String, scripts: String) -> Int? {
    if names.count >= Self.shortList { return indices[base + scripts] }
    for index in names.indices where names[index].base == base && names[index].scripts == scripts {
      return index
    }
    return nil
  }

  private static let shortList = 24
}
