import ApusNumbers
import ApusTerms

/// Bessel functions of one argument whose orders differ by integers, in terms of two of them.
enum BesselForm {
  private struct Family: Hashable {
    let function: Function
    let rest: Expr
    let argument: Expr
  }

  private static let largestShift = 24

  /// The expression with higher orders expressed by the two lowest (DLMF 10.6.1, 10.29.1).
  static func form(of expr: Expr) -> Expr {
    var families: [Family: Set<Int>] = [:]
    var calls: [(call: Expr, family: Family, shift: Int)] = []
    expr.forEachNode { node in
      guard let function = node.function, sign(of: function) != nil, node.childCount == 2 else { return true }
      let (rest, shift) = node.child(0).wholeShift
      guard let shift else { return true }
      let family = Family(function: function, rest: rest, argument: node.child(1))
      families[family, default: []].insert(shift)
      calls.append((node, family, shift))
      return true
    }
    var replacements: [Expr: Expr] = [:]
    for (call, family, shift) in calls {
      guard let shifts = families[family], shifts.count > 2, let base = shifts.min(), shift > base + 1,
        shift - base <= largestShift
      else { continue }
      replacements[call] = value(family, from: base, to: shift)
    }
    return replacements.isEmpty ? expr : expr.substituting(replacements)
  }

  /// The signs s and t of C(ν + 1) = s·(2ν/x)·C(ν) + t·C(ν − 1).
  private static func sign(of function: Function) -> (Expr, Expr)? {
    switch function {
    case .besselj, .bessely, .hankel1, .hankel2: (1, -1)
    case .besseli: (-1, 1)
    case .besselk: (1, 1)
    default: nil
    }
  }

  private static func value(_ family: Family, from base: Int, to shift: Int) -> Expr {
    guard let (s, t) = sign(of: family.function) else { return 0 }
    func member(_ shift: Int) -> Expr {
      .call(family.function, [family.rest + Expr(shift), family.argument])
    }
    var (before, current) = (member(base), member(base + 1))
    for n in (base + 1)..<shift {
      let order = family.rest + Expr(n)
      (before, current) = (current, s * 2 * order / family.argument * current + t * before)
    }
    return current
  }
}
