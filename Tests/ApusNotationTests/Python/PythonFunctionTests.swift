import ApusNotation
import ApusNumbers
import ApusTerms
import Testing

@Suite("Functions in Python")
struct PythonFunctionTests {
  /// Arguments in and outside of the usual domains.
  private static let points: [[Double]] = [
    [0.375, 1.75, 0.625], [1.625, 0.25, 2.5], [2.75, 3.5, 0.5], [-0.625, 1.25, 0.75], [-1.75, -0.375, 1.5],
  ]
  private static let integers = [[3, 2, 1], [5, 1, 2], [0, 4, 3], [-3, 2, -1], [-2, -4, 5]]
  private static let naturals = [[3, 2, 1], [2, 1, 2], [0, 4, 3], [1, 3, 0], [4, 0, 5]]

  /// The arguments of one trial; `nil` if a parameter is no number.
  private static func arguments(of function: Function, count: Int, trial: Int) -> [Double]? {
    var result: [Double] = []
    for i in 0..<count {
      let isDegree = i == 0 && FunctionTable.polynomials.contains(function.name)
      switch isDegree ? .natural : function.parameters[min(i, function.parameters.count - 1)].domain {
      case .complex, .real: result.append(points[trial][i % 3])
      case .integer: result.append(Double(integers[trial][i % 3]))
      case .natural: result.append(Double(naturals[trial][i % 3]))
      case .boolean, .any: return nil
      }
    }
    return result
  }

  private static func value(of function: Function, _ arguments: [Double]) -> ComplexBall? {
    let balls = arguments.map { ComplexBall(Number($0), precision: 160) }
    guard let value = function.kernels.ball?(balls, 100), value.isFinite,
      value.relativeAccuracyBits > 60 || value.isZero
    else { return nil }
    return value
  }

  @Test(
    "every function with a Python name has the values of its ball kernel",
    .enabled(if: PythonRunner.obstacle == nil))
  func tableFunctions() throws {
    var jobs: [PythonRunner.Job] = []
    for function in FunctionTable.standard.functions
    where function.arity.maximum != 0 && function.form == .call {
      for count in function.arity.minimum...max(function.arity.minimum, min(function.arity.maximum ?? 3, 3)) {
        for trial in Self.points.indices { jobs += Self.jobs(function, count: count, trial: trial) }
      }
    }
    #expect(jobs.count > 800)
    for failure in try PythonRunner.failures(of: jobs) { Issue.record("\(failure.prefix(400))") }
  }

  private static func jobs(_ function: Function, count: Int, trial: Int) -> [PythonRunner.Job] {
    guard let arguments = arguments(of: function, count: count, trial: trial),
      let value = value(of: function, arguments)
    else { return [] }
    let names = (0..<count).map { "x\($0)" }
    let expr = Expr.opaque(function, names.map(Expr.symbol))
    let point = Dictionary(uniqueKeysWithValues: zip(names, arguments))
    let reference = "mpc('\(midpoint(value.real))', '\(midpoint(value.imaginary))')"
    var jobs: [PythonRunner.Job] = []
    for target in [NotationTarget.sympy, .numpy, .math] where target == .sympy || value.imaginary.isZero {
      if target == .sympy, symbolicInSymPy.contains(function.name) { continue }
      if target == .math, integersInMath.contains(function.name),
        arguments.contains(where: { $0 != $0.rounded() })
      {
        continue
      }
      if target == .numpy, function == .expint, arguments[0] != arguments[0].rounded() { continue }
      guard let code = try? target.write([Formula(expr)]).text else { continue }
      jobs.append(
        PythonRunner.Job(
          name: "\(target) of \(function.name)\(arguments)", code: code, point: point, reference: reference))
    }
    return jobs
  }

  /// Functions that SymPy has and does not evaluate, or for such arguments wrongly.
  private static let symbolicInSymPy: Set<String> = [
    "erfcinv", "riemannXi", "sphericalbesselj", "sphericalbessely", "assocLegendre", "gcd", "lcm",
  ]
  /// Functions that `math` has for integers and that refuse other numbers.
  private static let integersInMath: Set<String> = ["factorial", "binomial"]

  private static func midpoint(_ ball: Ball) -> String { ball.midpoint.text(digits: 20) }
}

extension FunctionTable {
  /// The orthogonal polynomials, which Python's libraries have for natural degrees.
  fileprivate static let polynomials: Set<String> = [
    "legendre", "assocLegendre", "chebyshevt", "chebyshevu", "hermite", "laguerre", "assocLaguerre",
    "gegenbauer",
    "jacobi",
  ]
}
