import ApusNotation
import ApusNumbers
import ApusTerms

/// Where answers are compared: a value for every symbol, the same in every run.
///
/// All values are exact in binary, so that both systems start from the same numbers.
struct VerificationPoint {
  /// The values by name, as numerators over 1024.
  private(set) var numerators: [String: Int] = [:]

  /// The points to try in turn for some symbols, with what is known of them respected: numbers of different sizes, some of
  /// either sign, some integers.
  static func all(for names: [String], facts: [String: [SymbolFact]], integers: Set<String>)
    throws(Unverifiable)
    -> [VerificationPoint]
  {
    var points: [VerificationPoint] = []
    for index in 0..<24 {
      var point = VerificationPoint()
      for name in names {
        let known = facts[name] ?? []
        guard !known.contains(.imaginary) else { throw Unverifiable("a symbol is imaginary") }
        point.numerators[name] = numerator(name, index, known, isInteger: integers.contains(name))
      }
      points.append(point)
    }
    return points
  }

  /// The value of a symbol.
  func number(_ name: String) -> Number {
    .integer(Integer(numerators[name] ?? 0)).dividing(by: .integer(1024)) ?? .integer(0)
  }

  // MARK: Parts

  private static func numerator(_ name: String, _ index: Int, _ facts: [SymbolFact], isInteger: Bool) -> Int {
    let draw = hash(name, index)
    let whole: [SymbolFact: [Int]] = [
      .prime: [2, 3, 5, 7], .even: [2, 4, 6, 8], .odd: [1, 3, 5, 7], .integer: [1, 2, 3, 4],
    ]
    var value: Int
    if let list = [.prime, .even, .odd, .integer].lazy.filter(facts.contains).compactMap({ whole[$0] }).first
    {
      value = 1024 * list[draw % list.count]
    } else if isInteger || index % 8 == 3 {
      value = 1024 * (1 + draw % 5)
    } else {
      // (0.2, 0.9), (1.1, 2.4), (0.4, 1.9), (0.02, 0.2) and (0.1, 5)
      let ranges = [(205, 716), (1127, 1330), (410, 1535), (0, 1), (21, 184), (102, 5018)]
      let (low, width) = ranges[min(index, 5)]
      value = low + draw % width
      if index % 8 == 2, draw / 4096 % 2 == 1, !facts.contains(.positive), !facts.contains(.nonnegative) {
        value = -value
      }
    }
    if facts.contains(.negative) || facts.contains(.nonpositive) { value = -abs(value) }
    return value
  }

  /// A number that looks random and depends on the name and the point alone (FNV-1a).
  private static func hash(_ name: String, _ index: Int) -> Int {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = (state ^ UInt64(index + 1)) &* 0x100_0000_01B3
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state >> 20) & 0xFFF_FFFF
  }
}

extension Expr {
  /// The symbols that count something: in bounds of sums and products, and under factorials and their like.
  var countingSymbols: Set<String> {
    var names: Set<String> = []
    forEachNode { node in
      guard let function = node.function else { return true }
      switch function.name {
      case "sum", "productOver":
        for bound in node.arguments.dropFirst(2) { names.formUnion(bound.freeSymbols.map(\.name)) }
      case "factorial", "doubleFactorial", "binomial", "gcd", "lcm":
        for part in node.arguments { names.formUnion(part.freeSymbols.map(\.name)) }
      default: break
      }
      return true
    }
    return names
  }
}
