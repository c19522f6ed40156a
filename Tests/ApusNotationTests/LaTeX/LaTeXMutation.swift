/// Damages formulas the way typing and copying do: tokens swapped, dropped, doubled, taken from another formula, or the end cut off.
struct LaTeXMutation {
  private let formulas: [[Substring]]

  /// Creates a source of mutations of the formulas.
  init(_ formulas: [String]) { self.formulas = formulas.map(Self.tokens) }

  /// A formula with one to four mutations.
  func formula(using random: inout some RandomNumberGenerator) -> String {
    var tokens = formulas[Int.random(in: 0..<formulas.count, using: &random)]
    for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&tokens, &random) }
    return tokens.joined()
  }

  private func mutate(_ tokens: inout [Substring], _ random: inout some RandomNumberGenerator) {
    guard !tokens.isEmpty else { return }
    let place = Int.random(in: 0..<tokens.count, using: &random)
    let other = Int.random(in: 0..<tokens.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: tokens.swapAt(place, other)
    case 1: tokens.remove(at: place)
    case 2: tokens.removeSubrange(min(place, other)..<min(tokens.count, min(place, other) + 4))
    case 3: tokens.insert(contentsOf: tokens[min(place, other)..<max(place, other)].prefix(12), at: place)
    case 4: tokens.removeSubrange(place...)
    case 5:
      let donor = formulas[Int.random(in: 0..<formulas.count, using: &random)]
      guard !donor.isEmpty else { return }
      let start = Int.random(in: 0..<donor.count, using: &random)
      tokens.insert(contentsOf: donor[start...].prefix(Int.random(in: 1...6, using: &random)), at: place)
    default: tokens.insert(tokens[other], at: place)
    }
  }

  /// Commands, and single characters otherwise.
  static func tokens(_ formula: String) -> [Substring] {
    var tokens: [Substring] = []
    var place = formula.startIndex
    while place < formula.endIndex {
      var end = formula.index(after: place)
      if formula[place] == "\\" {
        while end < formula.endIndex, formula[end].isASCII, formula[end].isLetter {
          end = formula.index(after: end)
        }
        if end == formula.index(after: place), end < formula.endIndex { end = formula.index(after: end) }
      }
      tokens.append(formula[place..<end])
      place = end
    }
    return tokens
  }
}
