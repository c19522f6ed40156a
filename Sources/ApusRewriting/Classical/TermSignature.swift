import ApusNumbers
import ApusTerms

/// What is known of a term at a glance, as bits: a pattern can match only a term that has every bit that it needs.
///
/// Different things may share a bit, so that only absence is certain.
struct TermSignature: Sendable, Hashable {
  /// The functions that occur anywhere.
  var functions = FunctionBits()
  /// The exponents that occur anywhere.
  var exponents = ExponentBits()
  /// The operands of a sum or product.
  var operands = OperandBits()

  /// Whatever there may be.
  static let all: TermSignature = {
    var signature = TermSignature()
    signature.functions = .all
    signature.exponents = .all
    signature.operands = .all
    return signature
  }()

  init() {}

  func isSubset(of other: TermSignature) -> Bool {
    functions.isSubset(of: other.functions) && exponents.isSubset(of: other.exponents)
      && operands.isSubset(of: other.operands)
  }
}

/// A set of exponents that are numbers as bits of a byte; different ones may share a bit.
struct ExponentBits: Sendable, Hashable {
  private(set) var bits: UInt8 = 0

  /// Whatever there may be.
  static let all: ExponentBits = {
    var bits = ExponentBits()
    bits.bits = .max
    return bits
  }()

  /// Takes in an exponent of a term, for which a pattern may have its opposite if it is negative: `1/p` matches `x^(-2)` where p
  /// matches `x^2`.
  mutating func insert(_ exponent: Number) {
    bits |= Self.bit(of: exponent)
    if case .integer(let value) = exponent, value.isNegative { bits |= Self.reciprocal }
  }

  /// Takes in an exponent of a pattern.
  mutating func insert(neededBy exponent: Number) {
    bits |= exponent.isMinusOne ? Self.reciprocal : Self.bit(of: exponent)
  }

  mutating func formUnion(_ other: ExponentBits) { bits |= other.bits }

  func isSubset(of other: ExponentBits) -> Bool { bits & ~other.bits == 0 }

  private static let reciprocal: UInt8 = 1

  private static func bit(of exponent: Number) -> UInt8 {
    switch exponent {
    case .integer(let value):
      switch value.asInt.map(\.magnitude) {
      case 2: 2
      case 3: 4
      case 4: 8
      default: 16
      }
    case .rational(let value): value.denominator == 2 ? 32 : 64
    default: 128
    }
  }
}

extension TermSignature {
  /// What the pattern of a rule needs.
  init(neededBy rule: Rule) {
    let pattern = rule.pattern
    functions = FunctionBits(pattern)
    for node in pattern.nodes {
      switch node {
      case .power(_, let exponent):
        if case .literal(let term) = pattern.nodes[exponent], let number = term.number {
          exponents.insert(neededBy: number)
        }
      case .literal(let term):
        term.forEachNode {
          if $0.kind == .power, let number = $0.child(1).number { exponents.insert(neededBy: number) }
          if $0.kind == .product {
            for i in stride(from: 2, to: $0.childCount, by: 2) {
              if let number = $0.child(i).number, number != .one { exponents.insert(neededBy: number) }
            }
          }
          return true
        }
      default: break
      }
    }
    operands = OperandBits(neededBy: pattern, kinds: rule.kinds)
  }
}
