import ApusNotation
import ApusNumerics
import ApusTerms

extension InitialValueProblem {
  /// The amounts of the species of a reaction network in the course of time, from the initial amounts of the file.
  ///
  /// - Throws: `ModelError` when a parameter or an initial amount has no real value, or a rate cannot be compiled.
  public init(
    _ network: ReactionNetwork, hasJacobian: Bool = true, options: CompileOptions = CompileOptions()
  ) throws(ModelError) {
    let values = try network.parameterValues()
    let initial = try network.initialAmounts(values)
    do throws(CompileError) {
      try self.init(
        network.rightHandSides, over: network.species.map(\.symbol),
        parameters: network.parameters.map { ($0.symbol, values[$0.symbol] ?? .nan) }, from: initial,
        hasJacobian: hasJacobian, options: options)
    } catch {
      throw .notCompilable(error)
    }
  }
}

extension ReactionNetwork {
  /// The values of the parameters, computed one after another.
  ///
  /// - Throws: `ModelError.noValue` with the name of the first that has no finite real value.
  public func parameterValues() throws(ModelError) -> [Symbol: Double] {
    var values: [Symbol: Double] = [:]
    for parameter in parameters {
      values[parameter.symbol] = try Self.value(of: parameter.value, values, name: parameter.symbol.name)
    }
    return values
  }

  /// The amounts of the species at the start.
  ///
  /// - Throws: `ModelError.noValue` with the pattern of the first species whose amount is no finite real number.
  public func initialAmounts(_ parameters: [Symbol: Double]) throws(ModelError) -> [Double] {
    var amounts: [Double] = []
    amounts.reserveCapacity(species.count)
    for species in species {
      amounts.append(try Self.value(of: species.initialAmount, parameters, name: species.pattern))
    }
    return amounts
  }

  /// The observables as a numeric function of the amounts, with the parameters of the network.
  ///
  /// - Throws: `ModelError.notCompilable` when an observable cannot be computed numerically.
  public func compiledObservables() throws(ModelError) -> CompiledFunction {
    do throws(CompileError) {
      return try observables.map(\.value).compiled(
        over: species.map(\.symbol), parameters: parameters.map(\.symbol))
    } catch {
      throw .notCompilable(error)
    }
  }

  private static func value(
    of expression: Expr, _ known: [Symbol: Double], name: String
  ) throws(ModelError) -> Double {
    guard let value = try? expression.value(at: known), value.isFinite else {
      throw .noValue(name, "\(expression)")
    }
    return value
  }
}

/// Why a model cannot be simulated.
public enum ModelError: Error, Equatable, Sendable {
  /// A parameter or an initial amount, and the expression that has no finite real value.
  case noValue(String, String)
  /// A rate that cannot be computed numerically.
  case notCompilable(CompileError)

  /// A stable name for programs.
  public var code: String {
    switch self {
    case .noValue: "model-value"
    case .notCompilable(let error): error.code
    }
  }

  /// One plain sentence.
  public var message: String {
    switch self {
    case .noValue(let name, let value): "'\(name)' is \(value), which has no finite real value"
    case .notCompilable(let error): error.message
    }
  }
}

extension ModelError: CustomStringConvertible {
  public var description: String { message }
}
