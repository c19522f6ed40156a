import ApusNumbers

extension Function {
  /// Whether calls with numeric arguments can be evaluated.
  package var hasMachineValue: Bool { kernels.real != nil || kernels.ball != nil }

  /// The value for machine reals: NaN where it is not real, `nil` where the function has no kernel.
  package func machineValue(of arguments: [Double]) -> Double? { RealDomain().call(self, arguments) }
}
