import ApusNumerics
import ApusTerms

/// The Jacobian matrix of expressions in numbers, from a few derivatives along directions: columns that meet in no row have one
/// colour, and one derivative along their sum gives them all.
///
/// Where rows share much, one compiled derivative is smaller than all entries by themselves. Its part that does not depend on
/// the direction is computed once for all colours.
///
///     let compressed = try equations.compressedJacobian(in: unknowns)
///     compressed.values(at: point)    // in the order of compressed.pattern
public struct CompressedJacobian: Sendable {
  /// Where the entries stand.
  public let pattern: SparsityPattern
  /// The colour of each column, and how many there are.
  public let colours: (colours: [Int], count: Int)
  /// The product of the matrix and a vector: the vector is its variables, the point and the parameters its parameters.
  private let product: CompiledFunction
  /// A column of numbers for each element of the vector: 1 for its colour, 0 for others.
  private let seeds: [Double]

  init(_ product: CompiledFunction, _ pattern: SparsityPattern) {
    self.product = product
    self.pattern = pattern
    colours = pattern.columnColouring()
    var seeds = [Double](repeating: 0, count: pattern.columnCount * colours.count)
    for (column, colour) in colours.colours.enumerated() { seeds[column * colours.count + colour] = 1 }
    self.seeds = seeds
  }

  /// The entries at a point, in the order of the pattern.
  ///
  /// - Precondition: there are as many numbers as variables and parameters.
  public func values(at point: [Double], parameters: [Double] = []) -> [Double] {
    precondition(point.count == pattern.columnCount, "a number for each variable")
    let count = colours.count
    var results = [Double](repeating: 0, count: max(1, pattern.rowCount * count))
    results.withUnsafeMutableBufferPointer { results in
      seeds.withUnsafeBufferPointer { seeds in
        (point + parameters).withUnsafeBufferPointer { constants in
          product.evaluate(
            columns: (0..<pattern.columnCount).map { j in seeds.baseAddress.map { $0 + j * count } },
            count: count, parameters: constants,
            into: (0..<pattern.rowCount).map { i in results.baseAddress.map { $0 + i * count } })
        }
      }
    }
    var values = [Double](repeating: 0, count: pattern.count)
    for row in 0..<pattern.rowCount {
      for place in pattern.row(row) {
        values[place] = results[row * count + colours.colours[pattern.columns[place]]]
      }
    }
    return values
  }
}

extension Array where Element == Expr {
  /// The Jacobian matrix of the expressions as a numeric function that takes one derivative for each colour of its columns.
  ///
  /// - Throws: `CompileError` for symbols that are neither variables nor parameters, unknown functions, and what has no
  ///   numeric code.
  public func compressedJacobian(
    in variables: [Symbol], parameters: [Symbol] = [], options: CompileOptions = CompileOptions()
  ) throws(CompileError) -> CompressedJacobian {
    var used = Set(flatMap(\.freeSymbols) + variables + parameters)
    var directions: [Symbol] = []
    for i in variables.indices {
      let direction = Symbol("v\(i)").fresh(avoiding: used)
      used.insert(direction)
      directions.append(direction)
    }
    let derivative = jacobianProduct(in: variables, with: directions.map { Expr($0) })
    let product = try derivative.compiled(
      over: directions, parameters: variables + parameters, options: options)
    return CompressedJacobian(product, jacobianSparsity(in: variables))
  }
}
