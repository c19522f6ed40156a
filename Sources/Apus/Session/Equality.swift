import ApusNumbers
import ApusTerms

/// Whether two expressions are equal wherever both have a value, as far as it can be told.
enum Equality {
  /// `true` and `false` are proved.
  static func decide(_ a: Expr, _ b: Expr, _ facts: Facts) -> Truth {
    if let left = a.elements, let right = b.elements, a.function == b.function {
      if left.count != right.count { return .false }
      return zip(left, right).reduce(.true) { $0 && decide($1.0, $1.1, facts) }
    }
    if a.flags.contains(.hasInfinity) || b.flags.contains(.hasInfinity) { return a == b ? .true : .unknown }
    if a == b { return .true }
    let difference = a - b
    if let number = difference.number {
      // An inexact difference says nothing about exact values.
      return number.isExact ? Truth(number.isZero) : .unknown
    }
    return facts.isNonzero(difference) == .true ? .false : .unknown
  }
}
