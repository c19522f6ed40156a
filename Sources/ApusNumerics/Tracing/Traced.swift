import ApusNumbers
import ApusTerms
import Numerics

/// A number that is not known: arithmetic and elementary functions of it give expressions.
///
/// A function that is generic over the protocols of swift-numerics, called with these, yields the expressions that it
/// computes:
///
///     func kinetic<T: AlgebraicField & ElementaryFunctions>(_ m: T, _ v: T) -> T { m * v * v / 2 }
///
///     let energy = try trace { kinetic(Traced("m"), Traced("v")) }   // m*v^2/2
///
/// A comparison has no answer while a number is not known. `trace` reports it as an error; `select` takes its place.
public struct Traced: Sendable {
  /// What is computed.
  public var expression: Expr

  /// A value that stands for an expression.
  public init(_ expression: Expr) { self.expression = expression }

  /// A value that stands for a symbol.
  public init(_ symbol: Symbol) { expression = Expr(symbol) }
}

extension Traced: CustomStringConvertible {
  public var description: String { "\(expression)" }
}

// MARK: - Arithmetic

extension Traced: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { expression = Expr(value) }
  public init(floatLiteral value: Double) { expression = Expr(Number.double(value)) }
}

extension Traced: AlgebraicField {
  public typealias Magnitude = Traced

  public init?<Source: BinaryInteger>(exactly source: Source) {
    expression = Expr(Number.integer(Integer(source)))
  }

  public static var zero: Traced { 0 }
  public static func + (a: Traced, b: Traced) -> Traced { Traced(a.expression + b.expression) }
  public static func - (a: Traced, b: Traced) -> Traced { Traced(a.expression - b.expression) }
  public static func * (a: Traced, b: Traced) -> Traced { Traced(a.expression * b.expression) }
  public static func / (a: Traced, b: Traced) -> Traced { Traced(a.expression / b.expression) }
  public static func += (a: inout Traced, b: Traced) { a = a + b }
  public static func -= (a: inout Traced, b: Traced) { a = a - b }
  public static func *= (a: inout Traced, b: Traced) { a = a * b }
  public static func /= (a: inout Traced, b: Traced) { a = a / b }
  public static prefix func - (a: Traced) -> Traced { Traced(-a.expression) }

  /// The absolute value, as an expression.
  public var magnitude: Traced { Traced(.abs(expression)) }
  /// The reciprocal; nil of the number zero.
  public var reciprocal: Traced? { expression == 0 ? nil : 1 / self }
}

// MARK: - Comparison

extension Traced: Comparable, Hashable {
  /// Numbers are compared, and equal expressions are equal; anything else is not known and becomes an error of `trace`.
  public static func == (a: Traced, b: Traced) -> Bool {
    if a.expression == b.expression { return true }
    if a.expression.isNumber, b.expression.isNumber { return false }
    TraceRecorder.current?.record(.comparison("\(a) == \(b)"))
    return false
  }

  /// Numbers are compared; anything else is not known and becomes an error of `trace`.
  public static func < (a: Traced, b: Traced) -> Bool {
    if let p = a.expression.number, let q = b.expression.number, let order = Number.compare(p, q) {
      return order < 0
    }
    TraceRecorder.current?.record(.comparison("\(a) < \(b)"))
    return false
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(expression) }
}

// MARK: - Elementary functions

extension Traced: ElementaryFunctions {
  public static func exp(_ x: Traced) -> Traced { Traced(.exp(x.expression)) }
  public static func expMinusOne(_ x: Traced) -> Traced { Traced(.exp(x.expression) - 1) }
  public static func cosh(_ x: Traced) -> Traced { Traced(.cosh(x.expression)) }
  public static func sinh(_ x: Traced) -> Traced { Traced(.sinh(x.expression)) }
  public static func tanh(_ x: Traced) -> Traced { Traced(.tanh(x.expression)) }
  public static func cos(_ x: Traced) -> Traced { Traced(.cos(x.expression)) }
  public static func sin(_ x: Traced) -> Traced { Traced(.sin(x.expression)) }
  public static func tan(_ x: Traced) -> Traced { Traced(.tan(x.expression)) }
  public static func log(_ x: Traced) -> Traced { Traced(.log(x.expression)) }
  public static func log(onePlus x: Traced) -> Traced { Traced(.log(1 + x.expression)) }
  public static func acosh(_ x: Traced) -> Traced { Traced(.acosh(x.expression)) }
  public static func asinh(_ x: Traced) -> Traced { Traced(.asinh(x.expression)) }
  public static func atanh(_ x: Traced) -> Traced { Traced(.atanh(x.expression)) }
  public static func acos(_ x: Traced) -> Traced { Traced(.acos(x.expression)) }
  public static func asin(_ x: Traced) -> Traced { Traced(.asin(x.expression)) }
  public static func atan(_ x: Traced) -> Traced { Traced(.atan(x.expression)) }
  public static func pow(_ x: Traced, _ y: Traced) -> Traced { Traced(x.expression ** y.expression) }
  public static func pow(_ x: Traced, _ n: Int) -> Traced { Traced(x.expression ** Expr(n)) }
  public static func sqrt(_ x: Traced) -> Traced { Traced(.sqrt(x.expression)) }
  public static func root(_ x: Traced, _ n: Int) -> Traced { Traced(.root(x.expression, Expr(n))) }
}
