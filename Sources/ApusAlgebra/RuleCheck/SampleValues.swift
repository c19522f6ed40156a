import ApusNumbers
import ApusTerms

/// The values at which rules are tried: exact numbers, so that relations between them are decided exactly.
struct SampleValues {
  /// What a variable may stand for.
  enum Domain: Hashable {
    case complex, real, rational, integer, truth
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next bits of SplitMix64, which are the same on every run.
  mutating func nextBits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(nextBits() % UInt64(bound)) }

  /// A value of a domain: as often one of the notable values as a random one.
  mutating func value(in domain: Domain) -> Expr {
    let notable = Self.notable(domain)
    if domain == .truth || below(2) == 0 { return notable[below(notable.count)] }
    return Expr(random(domain))
  }

  // MARK: Random values

  private mutating func random(_ domain: Domain) -> Number {
    switch domain {
    case .integer: Number(below(25) - 12)
    case .rational: Self.quotient(below(97) - 48, below(12) + 1)
    case .real: dyadic()
    case .complex: below(4) == 0 ? dyadic() : Number(real: dyadic(), imaginary: dyadic())
    case .truth: .one
    }
  }

  /// A number between −4 and 4 (now and then up to 40) with 16 bits after the point.
  private mutating func dyadic() -> Number {
    let scale = below(8) == 0 ? 40 : 4
    let bits = below(2 * scale << 16) - (scale << 16)
    return Self.quotient(bits, 1 << 16)
  }

  // MARK: Notable values

  /// The values of a domain that make the plainest counterexamples, the plainest first.
  static func plain(_ domain: Domain) -> [Expr] {
    switch domain {
    case .truth: truths
    case .integer: [0, 1, -1, 2, -2, 3, -3, 4].map { Expr($0 as Int) }
    case .rational, .real: [0, 1, -1, 2, -2].map { Expr($0 as Int) } + halves.prefix(3)
    case .complex:
      [-1, 0, 1].map { Expr($0 as Int) } + [units[0]].map { Expr($0) } + halves.prefix(2) + [2, -2]
    }
  }

  /// The values of a domain that are tried first and most often.
  static func notable(_ domain: Domain) -> [Expr] {
    switch domain {
    case .truth: truths
    case .integer: integers
    case .rational: integers + halves
    case .real: reals
    case .complex: complexes
    }
  }

  private static let truths = [Expr.opaque(.true, []), Expr.opaque(.false, [])]
  private static let integers: [Expr] = [0, 1, -1, 2, -2, 3, -3, 4, 5, -5, 8].map { Expr($0 as Int) }
  private static let halves = [(1, 2), (-1, 2), (3, 2), (-3, 2), (5, 2), (1, 4), (-3, 4)].map {
    Expr(quotient($0, $1))
  }
  /// Reals about which functions change their behaviour: multiples of π/2 from both sides, and large ones.
  private static let reals =
    integers + halves + aboutQuarterTurns + [7, -7, 20, -20].map { Expr($0 as Int) }

  private static let aboutQuarterTurns: [Expr] = [1, 2, 4].flatMap { (quarters: Int) -> [Expr] in
    // π/2 to 16 bits, which is less than π/2.
    let below = 102_943 * quarters
    return [below, below + 4, -below, -below - 4].map { Expr(quotient($0, 1 << 16)) }
  }

  private static let complexes = reals + units.map { Expr($0) } + besideCuts.map { Expr($0) }

  private static let units: [Number] = [
    (0, 1), (0, -1), (0, 2), (0, -2), (0, 3), (0, -3), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 4), (0, 7),
    (-2, 5),
  ].map { Number(real: Number($0), imaginary: Number($1)) }

  /// Points beside the cuts of roots and logarithms, of inverse sines and of inverse tangents.
  private static let besideCuts: [Number] = {
    let near = quotient(1, 1 << 20)
    var points: [Number] = []
    for real in [-1, -2, 2, -3] {
      points.append(Number(real: Number(real), imaginary: near))
      points.append(Number(real: Number(real), imaginary: -near))
    }
    for imaginary in [2, -2, 3] {
      points.append(Number(real: near, imaginary: Number(imaginary)))
      points.append(Number(real: -near, imaginary: Number(imaginary)))
    }
    return points
  }()

  private static func quotient(_ numerator: Int, _ denominator: Int) -> Number {
    Number(numerator).dividing(by: Number(denominator)) ?? .zero
  }
}
