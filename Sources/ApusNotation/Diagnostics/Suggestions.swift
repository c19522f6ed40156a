/// Finds the name that a misspelt one was meant to be.
package enum Suggestions {
  /// The candidate nearest to `name`, or nil when none is near.
  ///
  /// Names of one or two letters get no suggestion. The distance is Damerau–Levenshtein without regard to case, at most 3, and less for
  /// short names; ties go to the alphabetically first. Failing that, the shortest candidate that begins with the name is taken.
  ///
  /// - Complexity: O(candidates · length²), lengths over 64 are skipped.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count >= 3, wanted.count <= 64 else { return nil }
    let limit = wanted.count <= 3 ? 1 : (wanted.count <= 5 ? 2 : 3)
    var best: (distance: Int, name: String)?
    var longer: String?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard scalars.count >= 2 else { continue }
      if scalars.starts(with: wanted), longer.map({ isBefore(candidate, $0) }) ?? true { longer = candidate }
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, scalars)
      guard distance <= limit else { continue }
      if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name ?? longer
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool {
    (a.unicodeScalars.count, a) < (b.unicodeScalars.count, b)
  }

  /// The Damerau–Levenshtein distance in its restricted form: insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// Source: Damerau, *A technique for computer detection and correction of spelling errors*, doi:10.1145/363958.363994.
  package static func editDistance<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        var cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforePrevious[j - 2] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
