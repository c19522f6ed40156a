import ApusNumbers

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How near to zero an algebraic constant can be without being zero.
///
/// The value is U/L with algebraic integers U and L of a field of a certain degree D, all conjugates of which are below
/// known bounds u and l; then |value| ≥ 1/(u^(D−1)·l), unless it is zero. Logarithms are to base 2, and rounded up.
///
/// Source: Burnikel, Funke, Mehlhorn, Schirra, Schmitt, *A separation bound for real algebraic expressions*,
/// doi:10.1007/3-540-44676-1_21; the argument does not need the values to be real.
struct AlgebraicBound {
  /// Bounds of one node.
  private struct Size {
    var u: Double
    var l: Double
  }

  /// The logarithms of u and l at the root.
  private let size: Size
  /// The logarithm of the degree.
  private let logDegree: Double

  /// |value| is zero or at least 2^−bits; infinite when there is no useful bound.
  var bits: Double { bits(degree: exp2(logDegree), size) }

  /// The same for the real part and the imaginary part, which are sums of the value and its conjugate: both lie in a field
  /// of degree 2·D².
  var bitsOfParts: Double {
    bits(degree: 2 * exp2(2 * logDegree), Size(u: size.u + size.l + 1, l: 2 * size.l + 1))
  }

  private func bits(degree: Double, _ size: Size) -> Double {
    let bits = (degree - 1) * max(size.u, 0) + max(size.l, 0)
    // The factor outweighs all rounding of logarithms.
    return bits * 1.000_001 + 8
  }

  /// The bound for a constant that is built from rational numbers, i, roots, and circular functions of rational multiples
  /// of π; `nil` for others.
  init?(_ expr: Expr) {
    var workspace = Workspace(capacity: 64)
    let root = workspace.insert(expr)
    if root.isInline { return nil }
    var builder = Builder(root.index)
    for index in 0...root.index { builder.add(workspace, index) }
    guard let size = builder.sizes[root.index] else { return nil }
    self.size = size
    logDegree = builder.logDegree
  }
}

extension AlgebraicBound {
  /// Goes through the nodes of a workspace.
  private struct Builder {
    var sizes: [Size?]
    /// The radicals met so far: base and degree.
    private var radicals: Set<[Int]> = []
    private var logRadicals = 0.0
    /// All roots of unity met so far are of this order.
    private var rootOrder = Integer.one

    init(_ last: Int) { sizes = Array(repeating: nil, count: last + 1) }

    /// The degree over the rational numbers, of the radicals and of the field of the roots of unity.
    var logDegree: Double { logRadicals + AlgebraicBound.logarithm(AlgebraicBound.totient(rootOrder)) }

    mutating func add(_ workspace: borrowing Workspace, _ index: Int) {
      let ref = workspace.ref(at: index)
      switch workspace.kind(ref) {
      case .integer, .rational, .complex: sizes[index] = number(workspace.number(ref))
      case .sum: sizes[index] = sum(workspace, ref)
      case .product: sizes[index] = product(workspace, ref)
      case .power: sizes[index] = power(workspace, workspace.child(ref, 0), workspace.child(ref, 1))
      case .call: sizes[index] = call(workspace, ref)
      default: break
      }
    }

    private mutating func number(_ number: Number) -> Size? {
      guard number.isExact, let real = number.real.asRational, let imaginary = number.imaginary.asRational
      else {
        return nil
      }
      if imaginary.isZero { return rational(real) }
      include(rootOfOrder: 4)
      return real.isZero ? rational(imaginary) : added(rational(real), rational(imaginary))
    }

    private func rational(_ q: Rational) -> Size {
      Size(
        u: AlgebraicBound.logarithm(q.numerator.magnitude), l: AlgebraicBound.logarithm(q.denominator))
    }

    private mutating func size(_ workspace: borrowing Workspace, _ ref: Workspace.Ref) -> Size? {
      ref.isInline ? number(workspace.number(ref)) : sizes[ref.index]
    }

    private func added(_ a: Size, _ b: Size) -> Size {
      let (x, y) = (a.u + b.l, a.l + b.u)
      let (high, low) = (max(x, y), min(x, y))
      return Size(u: high + log2(1 + exp2(low - high)), l: a.l + b.l)
    }

    private func multiplied(_ a: Size, _ b: Size) -> Size { Size(u: a.u + b.u, l: a.l + b.l) }

    private mutating func sum(_ workspace: borrowing Workspace, _ ref: Workspace.Ref) -> Size? {
      let constant = workspace.child(ref, 0)
      var total: Size? = workspace.isInteger(constant, 0) ? nil : size(workspace, constant)
      if total == nil, !workspace.isInteger(constant, 0) { return nil }
      for i in stride(from: 1, to: workspace.count(ref), by: 2) {
        guard let term = size(workspace, workspace.child(ref, i)),
          let coefficient = size(workspace, workspace.child(ref, i + 1))
        else { return nil }
        let own = multiplied(term, coefficient)
        total = total.map { added($0, own) } ?? own
      }
      return total
    }

    private mutating func product(_ workspace: borrowing Workspace, _ ref: Workspace.Ref) -> Size? {
      guard var total = size(workspace, workspace.child(ref, 0)) else { return nil }
      for i in stride(from: 1, to: workspace.count(ref), by: 2) {
        guard let factor = power(workspace, workspace.child(ref, i), workspace.child(ref, i + 1)) else {
          return nil
        }
        total = multiplied(total, factor)
      }
      return total
    }

    private mutating func power(
      _ workspace: borrowing Workspace, _ base: Workspace.Ref, _ exponent: Workspace.Ref
    ) -> Size? {
      if workspace.isE(base) { return rootOfUnity(workspace, exponent) }
      guard workspace.isNumber(exponent), let q = workspace.number(exponent).asRational,
        let numerator = q.numerator.within(-(1 << 20)...1 << 20),
        let degree = q.denominator.within(1...1 << 20), var own = size(workspace, base)
      else { return nil }
      if degree > 1 {
        if radicals.insert([
          base.isInline ? -1 - base.inlineValue : base.index, base.isInline ? 0 : 1, degree,
        ]).inserted {
          logRadicals += log2(Double(degree))
        }
        let k = Double(degree)
        if own.u >= own.l {
          own.u = ((k - 1) * own.l + own.u) / k
        } else {
          own.l = ((k - 1) * own.u + own.l) / k
        }
      }
      let n = Double(abs(numerator))
      return numerator < 0 ? Size(u: n * own.l, l: n * own.u) : Size(u: n * own.u, l: n * own.l)
    }

    // MARK: - Roots of unity

    private mutating func include(rootOfOrder order: Integer) { rootOrder = Integer.lcm(rootOrder, order) }

    /// exp(iπq) is a root of unity.
    private mutating func rootOfUnity(_ workspace: borrowing Workspace, _ exponent: Workspace.Ref) -> Size? {
      guard let multiple = workspace.expr(exponent).multipleOfPi, multiple.real.isZero,
        let q = multiple.imaginary.asRational
      else { return nil }
      include(rootOfOrder: q.denominator * 2)
      return Size(u: 0, l: 0)
    }

    /// 2·sin(qπ) and 2·cos(qπ) are algebraic integers whose conjugates are at most 2.
    private mutating func call(_ workspace: borrowing Workspace, _ ref: Workspace.Ref) -> Size? {
      let function = workspace.function(workspace.head(ref))
      if function == .goldenRatio, workspace.count(ref) == 0 {
        if radicals.insert([-6, 0, 2]).inserted { logRadicals += 1 }
        return Size(u: 0.695, l: 0)
      }
      guard workspace.count(ref) == 1,
        let q = workspace.expr(workspace.child(ref, 0)).multipleOfPi?.asRational
      else {
        return nil
      }
      switch function {
      case .sin, .cos, .tan, .cot, .sec, .csc:
        // They are quotients of two of 2, 2·sin(qπ) and 2·cos(qπ).
        include(rootOfOrder: Integer.lcm(q.denominator * 2, 4))
        return Size(u: 1, l: 1)
      default: return nil
      }
    }
  }

  /// The degree of the field of the roots of unity of an order, or more when the order is hard to factor.
  private static func totient(_ order: Integer) -> Integer {
    let (factors, _, _) = order.smallFactors()
    return factors.reduce(order) { $0 / Integer($1.prime) * Integer($1.prime - 1) }
  }

  /// The logarithm to base 2 of a natural number, rounded up.
  private static func logarithm(_ value: Integer) -> Double {
    if value.isZero { return 0 }
    if let small = value.asInt, small < 1 << 50 { return log2(Double(small)) }
    return Double(value.bitWidthOfMagnitude)
  }
}

// MARK: - The zero test

extension Expr {
  /// Whether the constant is zero: certainly (`true`), certainly not (`false`), or not known.
  ///
  /// Zero is proved for algebraic numbers by a separation bound, if that needs no more than `limit` bits.
  package func isCertainlyZero(limit: Int = 1 << 14) -> Bool? {
    if let number { return number.isZero }
    if !flags.isDisjoint(with: [.hasSymbol, .hasInfinity, .hasUndefined, .hasInexact]) { return nil }
    if let isNonzero = decided({ $0.isFinite && !$0.containsZero ? true : nil }) { return !isNonzero }
    guard treeSize <= 4096, let bound = AlgebraicBound(self), bound.bits < Double(limit) else { return nil }
    let bits = Int(bound.bits)
    var precision = bits + 64
    while precision <= 4 * limit {
      guard let ball = try? enclosure(precision: precision), ball.isFinite else { return nil }
      if !ball.containsZero { return false }
      if !ball.real.isLarger(thanPowerOfTwo: -bits - 1), !ball.imaginary.isLarger(thanPowerOfTwo: -bits - 1) {
        return true
      }
      precision *= 2
    }
    return nil
  }
}
