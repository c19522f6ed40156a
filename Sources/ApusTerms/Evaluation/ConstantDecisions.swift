import ApusNumbers

// Questions about constants that enclosures answer with certainty, or not at all: what exact values ask.
extension Expr {
  /// The working precisions that questions are tried with.
  private static let decisionPrecisions = [64, 256, 1024]
  /// Larger constants are not looked at.
  private static let decisionSizeLimit = 4096

  /// What `decide` makes of an enclosure of a constant, at the least precision at which it answers.
  func decided<Answer>(_ decide: (ComplexBall) -> Answer?) -> Answer? {
    guard flags.isDisjoint(with: [.hasSymbol, .hasInfinity, .hasUndefined]),
      treeSize <= Self.decisionSizeLimit
    else { return nil }
    let limits = EvaluationLimits(steps: 100_000)
    for precision in Self.decisionPrecisions {
      guard let ball = try? enclosure(precision: precision, limits: limits) else { return nil }
      if let answer = decide(ball) { return answer }
      if ball.isExact { return nil }
    }
    return nil
  }

  /// −1, 0 or 1, as the constant is certainly negative, zero or positive; `nil` if it is not real or that is not known.
  package var certainSign: Int? {
    if let number { return number.isReal ? Number.compare(number, .zero) : nil }
    if let sign = infinitySign { return sign }
    if let sign = decided({ $0.isReal ? $0.real.sign : nil }) { return sign }
    return isCertainlyZero() == true ? 0 : nil
  }

  /// Whether the constant is certainly real.
  package var isCertainlyReal: Bool {
    if let number { return number.isReal }
    return decided { $0.isReal ? true : nil } ?? false
  }

  /// −1, 0 or 1 as a is certainly less than, equal to or greater than b.
  package static func certainOrder(_ a: Expr, _ b: Expr) -> Int? {
    if let x = a.number, let y = b.number { return Number.compare(x, y) }
    switch (a.infinitySign, b.infinitySign) {
    case (let x?, let y?): return x == y ? nil : x
    case (let x?, nil): return b.isCertainlyReal ? x : nil
    case (nil, let y?): return a.isCertainlyReal ? -y : nil
    case (nil, nil): break
    }
    if a == b { return a.isCertainlyReal ? 0 : nil }
    return (a - b).certainSign
  }

  /// The integer that is the greatest not above the constant, if that is certain.
  var certainFloor: Integer? {
    if let floor = decided({ $0.isReal ? Ball.floor($0.real, precision: 4096).uniqueInteger : nil }) {
      return floor
    }
    // The constant may be the integer that it is near to.
    guard let nearest = decided({ $0.isReal && $0.isFinite ? $0.real.midpoint.rounded : nil }),
      (self - Expr(.integer(nearest))).isCertainlyZero() == true
    else { return nil }
    return nearest
  }
}
