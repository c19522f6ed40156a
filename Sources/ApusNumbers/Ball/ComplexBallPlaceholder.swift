/// A ball of complex numbers.
public struct ComplexBall: Sendable {}
