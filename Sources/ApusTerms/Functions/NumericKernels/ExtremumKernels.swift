import ApusNumbers

/// Greatest and least numbers, the step and its derivative.
enum ExtremumKernels {
  static let maximum = kernels({ Swift.max($0, $1) }, { .max($0, $1, precision: $2) })
  static let minimum = kernels({ Swift.min($0, $1) }, { .min($0, $1, precision: $2) })

  private static func kernels(
    _ real: @escaping @Sendable (Double, Double) -> Double,
    _ ball: @escaping @Sendable (Ball, Ball, Int) -> Ball
  ) -> Kernels {
    Kernels(
      real: .variadic { $0.contains { $0.isNaN } ? .nan : $0.dropFirst().reduce($0[0], real) },
      ball: { arguments, precision in
        guard arguments.allSatisfy(\.isReal) else { return .indeterminate }
        let parts = arguments.map(\.real)
        return ComplexBall(parts.dropFirst().reduce(parts[0]) { ball($0, $1, precision) })
      })
  }

  /// 0 below 0, 1/2 at 0, 1 above.
  static let step: @Sendable (Double) -> Double = { $0 > 0 ? 1 : $0 < 0 ? 0 : $0 == 0 ? 0.5 : .nan }

  /// 0 away from 0.
  static let dirac: Kernels.UnaryBall = { x, _ in x.isReal && !x.containsZero ? .zero : .indeterminate }
}
