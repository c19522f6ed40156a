import Numerics

/// Three substances that react and diffuse in a square: an ordinary numeric function, generic over its numbers.
///
/// Source: the tutorial on automatic parallelism of Symbolics.jl, with 32 × 32 points.
struct ReactionDiffusion {
  /// The points along a side.
  let size: Int
  /// How fast the first substance diffuses.
  var diffusion = 100

  /// The second difference with reflecting ends, for the rows of the first substance.
  private var left: [[Int]] {
    var matrix = difference
    matrix[0][1] = 2
    matrix[size - 1][size - 2] = 2
    return matrix
  }

  /// The same for its columns.
  private var right: [[Int]] {
    var matrix = difference
    matrix[1][0] = 2
    matrix[size - 2][size - 1] = 2
    return matrix
  }

  private var difference: [[Int]] {
    (0..<size).map { i in (0..<size).map { j in i == j ? -2 : abs(i - j) == 1 ? 1 : 0 } }
  }

  /// The derivatives with respect to time of the amounts `u[i][j][k]` of substance k.
  func derivatives<T: AlgebraicField>(_ u: [[[T]]]) -> [[[T]]] {
    let a = u.map { $0.map { $0[0] } }
    let (rows, columns) = (product(left, a), product(a, right))
    let rate = number(diffusion, as: T.self)
    return (0..<size).map { i in
      (0..<size).map { j in
        let (a, b, c) = (u[i][j][0], u[i][j][1], u[i][j][2])
        let source: T = 5 * (j + 1) >= 4 * size ? 1 : 0
        let reaction = a * b
        return [
          rate * (rows[i][j] + columns[i][j]) + source - a - reaction + c, 1 - b - reaction + c,
          1 - c + reaction - c,
        ]
      }
    }
  }

  private func product<T: AlgebraicField>(_ m: [[Int]], _ a: [[T]]) -> [[T]] {
    (0..<size).map { i in
      (0..<size).map { j in
        var sum: T = 0
        for k in 0..<size where m[i][k] != 0 { sum += number(m[i][k], as: T.self) * a[k][j] }
        return sum
      }
    }
  }

  private func product<T: AlgebraicField>(_ a: [[T]], _ m: [[Int]]) -> [[T]] {
    (0..<size).map { i in
      (0..<size).map { j in
        var sum: T = 0
        for k in 0..<size where m[k][j] != 0 { sum += a[i][k] * number(m[k][j], as: T.self) }
        return sum
      }
    }
  }

  private func number<T: AlgebraicField>(_ value: Int, as type: T.Type) -> T { T(exactly: value) ?? 0 }
}
