import ApusNumbers
import Numerics

/// Enclosures of constants that are not built in.
enum ConstantKernels {
  /// (1 + sqrt(5))/2
  static let goldenRatio: @Sendable (Int) -> Ball = { precision in
    Ball.sqrt(Ball(5), precision: precision).adding(.one, precision: precision)
      .multiplied(by: Ball(exactly: 0.5), precision: precision)
  }
}

/// The logarithm, of one argument or to a base.
enum Logarithm {
  static let kernels = Kernels(
    real: .unary { $0 < 0 ? .nan : .log($0) },
    complex: { $0.count == 1 ? Complex.log($0[0]) : Complex.log($0[0]) / Complex.log($0[1]) },
    ball: {
      $0.count == 1 ? .log($0[0], precision: $1) : .log($0[0], base: $0[1], precision: $1)
    })
}
