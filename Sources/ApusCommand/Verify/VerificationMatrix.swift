import Apus
import ApusNumbers
import ApusTerms

/// The arithmetic of matrices whose entries are written out, entry by entry.
enum VerificationMatrix {
  typealias Rows = [[Expr]]

  /// The value of a function of matrices and numbers, as a list of rows where it is a matrix; `nil` if no matrix takes part.
  static func value(of function: Function, _ parts: [Expr]) throws(Unverifiable) -> Expr? {
    let matrices = parts.map(rows)
    guard matrices.contains(where: { $0 != nil }) else {
      // The norm of a number is its absolute value.
      return function.name == "norm" ? .call(.abs, parts) : nil
    }
    switch function.name {
    case "add": return try folded(parts) { (a, b) throws(Unverifiable) in try sum(a, b) }
    case "subtract": return try sum(parts[0], try scaled(parts[1], by: Expr(-1)))
    case "negate": return try scaled(parts[0], by: Expr(-1))
    case "multiply": return try folded(parts) { (a, b) throws(Unverifiable) in try product(a, b) }
    case "divide" where matrices[1] == nil: return try scaled(parts[0], by: Expr(1) / parts[1])
    case "power": return try power(parts[0], parts[1])
    case "transpose": return matrices[0].map { list(transposed($0)) }
    case "det": return try matrices[0].map { (rows) throws(Unverifiable) in try determinant(rows) }
    case "norm":
      return matrices[0].map { rows in
        .call(.sqrt, [.sum(rows.joined().map { .call(.abs, [$0]) ** Expr(2) })])
      }
    case "equal", "piecewise": return nil
    default: throw Unverifiable("a matrix takes part in '\(function.name)'")
    }
  }

  /// The rows of a list of rows of equal length.
  static func rows(_ expr: Expr) -> Rows? {
    guard let function = expr.function, function.name == "list" else { return nil }
    let rows = expr.arguments.map { row in row.function?.name == "list" ? row.arguments : [] }
    guard let first = rows.first, !first.isEmpty, rows.allSatisfy({ $0.count == first.count }) else {
      return nil
    }
    return rows
  }

  // MARK: Parts

  private static func list(_ rows: Rows) -> Expr {
    guard let list = FunctionTable.standard["list"] else { return Expr(0) }
    return .call(list, rows.map { .call(list, $0) })
  }

  private static func folded(
    _ parts: [Expr], _ operation: (Expr, Expr) throws(Unverifiable) -> Expr
  ) throws(Unverifiable) -> Expr {
    var result = parts[0]
    for part in parts.dropFirst() { result = try operation(result, part) }
    return result
  }

  private static func sum(_ a: Expr, _ b: Expr) throws(Unverifiable) -> Expr {
    guard let a = rows(a), let b = rows(b), a.count == b.count, a[0].count == b[0].count else {
      throw Unverifiable("a number is added to a matrix")
    }
    return list(zip(a, b).map { zip($0, $1).map { $0 + $1 } })
  }

  private static func scaled(_ a: Expr, by factor: Expr) throws(Unverifiable) -> Expr {
    guard let rows = rows(a) else { return a * factor }
    return list(rows.map { $0.map { factor * $0 } })
  }

  private static func product(_ a: Expr, _ b: Expr) throws(Unverifiable) -> Expr {
    guard let left = rows(a) else { return try scaled(b, by: a) }
    guard let right = rows(b) else { return try scaled(a, by: b) }
    guard left[0].count == right.count else { throw Unverifiable("matrices of such shapes have no product") }
    let columns = transposed(right)
    return list(left.map { row in columns.map { column in .sum(zip(row, column).map { $0 * $1 }) } })
  }

  private static func transposed(_ rows: Rows) -> Rows {
    rows[0].indices.map { column in rows.map { $0[column] } }
  }

  private static func power(_ base: Expr, _ exponent: Expr) throws(Unverifiable) -> Expr {
    guard let rows = rows(base), rows.count == rows[0].count, let order = exponent.number?.asInt,
      (-3...4).contains(order),
      order != 0
    else { throw Unverifiable("of a power of a matrix") }
    let factor = order > 0 ? base : list(try inverse(rows))
    return try folded(Array(repeating: factor, count: abs(order))) { (a, b) throws(Unverifiable) in
      try product(a, b)
    }
  }

  private static func inverse(_ rows: Rows) throws(Unverifiable) -> Rows {
    let determinant = try determinant(rows)
    if rows.count == 1 { return [[Expr(1) / determinant]] }
    var result: Rows = []
    for row in rows.indices {
      var line: [Expr] = []
      for column in rows.indices {
        let sign = Expr((row + column) % 2 == 0 ? 1 : -1)
        line.append(sign * (try self.determinant(minor(rows, column, row))) / determinant)
      }
      result.append(line)
    }
    return result
  }

  private static func minor(_ rows: Rows, _ row: Int, _ column: Int) -> Rows {
    rows.enumerated().filter { $0.offset != row }.map { line in
      line.element.enumerated().filter { $0.offset != column }.map(\.element)
    }
  }

  /// The determinant by the first row.
  private static func determinant(_ rows: Rows) throws(Unverifiable) -> Expr {
    guard rows.count == rows[0].count, rows.count <= 5 else { throw Unverifiable("of a determinant") }
    if rows.count == 1 { return rows[0][0] }
    var terms: [Expr] = []
    for column in rows.indices {
      terms.append(
        Expr(column % 2 == 0 ? 1 : -1) * rows[0][column] * (try determinant(minor(rows, 0, column))))
    }
    return .sum(terms)
  }
}
