import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

/// Canonical construction keeps the value: random terms, written down as they are, are compared with their canonical forms
/// in balls, at complex points and on the negative real axis, where branches matter.
@Suite("Canonical construction keeps the value")
struct CanonicalValueTests {
  static let batches = 10

  @Test("balls of the term and of its canonical form overlap", arguments: 0..<batches)
  func overlap(batch: Int) throws {
    var compared = 0
    let count = LongTests.count(200, long: 10_000)
    for i in 0..<count {
      let seed = UInt64(batch * count + i)
      var random = SplitMix64(seed: seed)
      let term = opaqueTerm(&random, depth: 4)
      let canonical = term.canonical()
      let point = randomPoint(&random)
      guard let before = try? term.enclosure(at: point, precision: 128),
        let after = try? canonical.enclosure(at: point, precision: 128),
        before.isFinite, after.isFinite
      else { continue }
      compared += 1
      #expect(
        before.overlaps(after), "seed \(seed): \(term.debugDescription) and \(canonical.debugDescription)")
    }
    #expect(compared > count / 3, "most terms have values to compare")
  }
}

private func randomPoint(_ random: inout SplitMix64) -> [Symbol: ComplexBall] {
  var point: [Symbol: ComplexBall] = [:]
  for name in ["x", "y"] {
    let re = Number(Int.random(in: -8...8, using: &random)) * .half
    let im =
      Bool.random(using: &random) ? Number.zero : Number(Int.random(in: -8...8, using: &random)) * .half
    point[Symbol(name)] = ComplexBall(Number(real: re, imaginary: im), precision: 128)
  }
  return point
}

/// A term of opaque operations, as a reader makes it.
private func opaqueTerm(_ random: inout SplitMix64, depth: Int) -> Expr {
  if depth == 0 || Int.random(in: 0..<7, using: &random) == 0 { return opaqueLeaf(&random) }
  func next(_ random: inout SplitMix64) -> Expr { opaqueTerm(&random, depth: depth - 1) }
  switch Int.random(in: 0..<12, using: &random) {
  case 0, 1: return .opaque(.add, [next(&random), next(&random), next(&random)])
  case 2, 3: return .opaque(.multiply, [next(&random), next(&random)])
  case 4: return .opaque(.subtract, [next(&random), next(&random)])
  case 5: return .opaque(.divide, [next(&random), next(&random)])
  case 6: return .opaque(.negate, [next(&random)])
  case 7: return .opaque(.sqrt, [next(&random)])
  case 8: return .opaque(.power, [next(&random), Expr(Int.random(in: -3...4, using: &random))])
  case 9:
    let exponent = Expr(Int.random(in: -5...5, using: &random)) / Expr(Int.random(in: 1...4, using: &random))
    return .opaque(.power, [next(&random), exponent])
  case 10: return .opaque(.power, [next(&random), next(&random)])
  default:
    let functions: [Function] = [.exp, .log, .abs, .sin, .conjugate, .re, .atan]
    return .opaque(functions.randomElement(using: &random) ?? .exp, [next(&random)])
  }
}

private func opaqueLeaf(_ random: inout SplitMix64) -> Expr {
  switch Int.random(in: 0..<7, using: &random) {
  case 0: Expr(Int.random(in: -12...12, using: &random))
  case 1: Expr(Int.random(in: -9...9, using: &random)) / Expr(Int.random(in: 1...9, using: &random))
  case 2: [Expr.pi, .E, .i].randomElement(using: &random) ?? .pi
  case 3, 4: .symbol("y")
  default: .symbol("x")
  }
}

extension Number {
  fileprivate static let half = Number(2).reciprocal ?? .one
}
