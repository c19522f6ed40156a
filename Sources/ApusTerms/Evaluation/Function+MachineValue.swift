import ApusNumbers
import Numerics

extension Function {
  /// Whether calls with numeric arguments can be evaluated.
  package var hasMachineValue: Bool { kernels.real != nil || kernels.ball != nil }

  /// The value for machine reals: NaN where it is not real, `nil` where the function has no kernel.
  package func machineValue(of arguments: [Double]) -> Double? { RealDomain().call(self, arguments) }
}

extension Function {
  /// The principal value for machine complex numbers, its parts NaN where there is none; `nil` where the function has no kernel.
  package func complexValue(of arguments: [Complex<Double>]) -> Complex<Double>? {
    if self == .power, arguments.count == 2 { return ComplexDomain().power(arguments[0], arguments[1]) }
    return ComplexDomain().call(self, arguments)
  }
}
