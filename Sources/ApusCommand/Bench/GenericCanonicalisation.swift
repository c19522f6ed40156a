import ApusNumbers
import ApusRewriting
import ApusTerms

/// Canonicalisation of generic terms by rules, as systems without canonical constructors do it: terms are built as they are
/// written, and lists of rules for sums, products and powers run over them until nothing changes.
struct GenericCanonicalisation {
  private let rewriter: Rewriter

  init() {
    let rules = RuleSet("canonical", Self.sums + Self.products + Self.powers)
    let structural = [Rewriter(Self.flattened), Rewriter(Self.sorted), Rewriter(Self.folded)]
    let places = Rewriter.bottomUp(.restartedChain(structural + [.rules(rules)]))
    rewriter = .fixpoint(places, limit: 100)
  }

  func callAsFunction(_ term: Expr) -> Expr { rewriter(term) ?? term }

  // MARK: Rules

  private static let (x, n, m, b, c) = (
    Expr.symbol("x"), Expr.symbol("n"), Expr.symbol("m"), Expr.symbol("b"), Expr.symbol("c")
  )
  private static let xs = Expr.symbol("xs...")

  private static func add(_ terms: Expr...) -> Expr { .opaque(.add, terms) }
  private static func multiply(_ factors: Expr...) -> Expr { .opaque(.multiply, factors) }
  private static func power(_ base: Expr, _ exponent: Expr) -> Expr { .opaque(.power, [base, exponent]) }
  private static func number(_ names: String...) -> [Condition] { names.map { .form($0, .number) } }

  private static let sums = [
    rule("collect", add(multiply(b, xs), multiply(c, xs)), multiply(add(b, c), xs), where: number("b", "c")),
    rule("collect-one", add(multiply(xs), multiply(b, xs)), multiply(add(1, b), xs), where: number("b")),
    rule("collect-term", add(x, multiply(b, x)), multiply(add(1, b), x), where: number("b")),
    rule("collect-equal", add(x, x), multiply(2, x)),
    rule("zero", add(0, xs), add(xs)),
    rule("difference", .opaque(.subtract, [x, n]), add(x, multiply(-1, n))),
    rule("negation", .opaque(.negate, [x]), multiply(-1, x)),
  ]

  private static let products = [
    rule("one", multiply(1, xs), multiply(xs)), rule("null", multiply(0, xs), 0),
    rule("square", multiply(x, x), power(x, 2)),
    rule("raise", multiply(x, power(x, n)), power(x, add(n, 1)), where: number("n")),
    rule("add-exponents", multiply(power(x, n), power(x, m)), power(x, add(n, m)), where: number("n", "m")),
    rule("quotient", .opaque(.divide, [x, n]), multiply(x, power(n, -1))),
  ]

  private static let powers = [
    rule("first-power", power(x, 1), x), rule("zeroth-power", power(x, 0), 1),
    rule("power-of-power", power(power(x, n), m), power(x, multiply(n, m)), where: number("n", "m")),
    rule(
      "power-of-product", power(multiply(x, xs), n), multiply(power(x, n), power(multiply(xs), n)),
      where: [.form("n", .literalInteger)]),
  ]

  // MARK: Steps that rules cannot say

  /// Sums in sums and products in products, and sums or products of one.
  private static func flattened(_ term: Expr, _: Facts) -> Expr? {
    guard let function = term.function, function == .add || function == .multiply else { return nil }
    let arguments = term.arguments
    if arguments.isEmpty { return function == .add ? 0 : 1 }
    if arguments.count == 1 { return arguments[0] }
    guard arguments.contains(where: { $0.function == function }) else { return nil }
    return .opaque(function, arguments.flatMap { $0.function == function ? $0.arguments : [$0] })
  }

  private static func sorted(_ term: Expr, _: Facts) -> Expr? {
    guard let function = term.function, function == .add || function == .multiply else { return nil }
    let arguments = term.arguments
    func isBefore(_ a: Expr, _ b: Expr) -> Bool {
      (a.isNumber ? 0 : 1, a.hash128.low) < (b.isNumber ? 0 : 1, b.hash128.low)
    }
    var isSorted = true
    for i in arguments.indices.dropFirst() where isBefore(arguments[i], arguments[i - 1]) { isSorted = false }
    return isSorted ? nil : .opaque(function, arguments.sorted(by: isBefore))
  }

  /// Arithmetic on the numbers of a sum, a product or a power.
  private static func folded(_ term: Expr, _: Facts) -> Expr? {
    guard let function = term.function else { return nil }
    let arguments = term.arguments
    if function == .power, arguments[0].isNumber, arguments[1].isNumber {
      let value = arguments[0] ** arguments[1]
      return value.isNumber ? value : nil
    }
    guard function == .add || function == .multiply, arguments.count(where: \.isNumber) > 1 else {
      return nil
    }
    let numbers = arguments.filter(\.isNumber)
    let value = function == .add ? Expr.sum(numbers) : Expr.product(numbers)
    return .opaque(function, [value] + arguments.filter { !$0.isNumber })
  }
}
