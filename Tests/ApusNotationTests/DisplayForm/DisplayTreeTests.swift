import ApusNumbers
import ApusTerms
import ApusTestSupport
import Testing

@testable import ApusNotation

/// Writes forms with every grouping visible, as the tests below read them.
private func sketch(_ expr: Expr) throws -> String {
  let tree = DisplayTree(expr)
  var arena = TextArena()
  let ref = try tree.fold { (_: Int, form, pieces: DisplayTree.Pieces<TextArena.Ref>) throws(Diagnostic) in
    arena.sketch(form, form.parts.map { pieces[$0] })
  }
  return try arena.text(of: ref)
}

extension TextArena {
  fileprivate mutating func sketch(_ form: DisplayForm, _ parts: [Ref]) -> Ref {
    switch form {
    case .number(let number): join([.text(number.description)])
    case .imaginaryUnit: join(["i"])
    case .symbol(let symbol): join([.text(symbol.name)])
    case .constant(let function): join([.text(function.name)])
    case .sum(let terms):
      join(
        zip(terms, parts).enumerated().flatMap { i, pair -> [Part] in
          let sign = pair.0.isSubtracted ? (i == 0 ? "-" : " - ") : (i == 0 ? "" : " + ")
          return [.text(sign), .ref(pair.1)]
        })
    case .negation: join(["-", .ref(parts[0])])
    case .product: join(parts, separator: "*")
    case .fraction: join(["{", .ref(parts[0]), "/", .ref(parts[1]), "}"])
    case .power: join(["(", .ref(parts[0]), ")^(", .ref(parts[1]), ")"])
    case .root(_, nil): join(["sqrt(", .ref(parts[0]), ")"])
    case .root: join(["root(", .ref(parts[0]), ", ", .ref(parts[1]), ")"])
    case .call(let function, _):
      join([.text(function.name + "("), .ref(join(parts, separator: ", ")), ")"])
    default: join([.text("[\(form.label) "), .ref(join(parts, separator: ", ")), "]"])
    }
  }
}

extension DisplayForm {
  fileprivate var label: Substring { "\(self)".prefix { $0 != "(" } }
}

@Suite("Display forms")
struct DisplayTreeTests {
  static let (a, b, c) = (Expr.symbol("a"), Expr.symbol("b"), Expr.symbol("c"))
  static let (x, y, z) = (Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("z"))
  static let half = Expr(1) / 2
  static let f = Function.undefined("f")

  static let canonical: [(Expr, String)] = [
    (1 + x + x ** 2, "(x)^(2) + x + 1"),
    (1 - x, "1 - x"), (x - x ** 2, "x - (x)^(2)"), (-x - y, "-x - y"),
    (1 + x - x ** 2, "-(x)^(2) + x + 1"),
    (y ** 2 + x * y + x ** 2, "(x)^(2) + x*y + (y)^(2)"),
    (b * c + a * c + a * b, "a*b + a*c + b*c"), (1 + 1 / x, "1 + {1/x}"), (1 + x / y, "{x/y} + 1"),
    (Expr.symbol("x_10") + .symbol("x_9") + .symbol("X"), "X + x_9 + x_10"),
    (3 * x / (2 * y), "{3*x/2*y}"), (-3 * x / 2, "-{3*x/2}"), (x / 2 - 1, "{x/2} - 1"), (-x, "-x"),
    (2 * x * y ** -2, "{2*x/(y)^(2)}"), (x ** -1, "{1/x}"), (x ** (-half), "{1/sqrt(x)}"),
    (x ** half, "sqrt(x)"), (x ** (Expr(1) / 3), "(x)^({1/3})"), (x ** (Expr(3) / 2), "(x)^({3/2})"),
    (Expr(2) ** half * x / 2, "{sqrt(2)*x/2}"), (2 * .pi * x, "2*pi*x"), (x ** (-a), "(x)^(-a)"),
    (a * Expr.E ** (-x), "a*exp(-x)"), (Expr.E ** (-x), "exp(-x)"), (x * Expr.i / 2, "{i*x/2}"),
    (-3, "-3"), (Expr(-2) / 3, "-{2/3}"), (0.5 * x, "0.5*x"), (3 + 4 * .i, "3 + 4*i"), (3 - .i, "3 - i"),
    (-Expr.i, "-i"), (Expr.i / 2, "{i/2}"), (x - 2 * y * z, "x - 2*y*z"),
    (z + x - 2 * y * z, "-2*y*z + x + z"),
    (Expr.call(f, [x]) + x, "x + f(x)"), (a * (x + 1) * Expr.call(f, [b]), "a*f(b)*x + 1"),
  ]

  @Test("canonical terms are shown as people write them", arguments: canonical)
  func showsCanonical(_ pair: (Expr, String)) throws { #expect(try sketch(pair.0) == pair.1) }

  static func o(_ function: Function, _ arguments: Expr...) -> Expr { .opaque(function, arguments) }

  static let opaque: [(Expr, String)] = [
    (o(.add, b, a), "b + a"), (o(.add, o(.negate, b), a), "-b + a"), (o(.subtract, a, b), "a - b"),
    (o(.add, a, o(.multiply, -2, b)), "a + -2*b"), (o(.add, a, -3), "a + -3"),
    (o(.subtract, a, -3), "a - -3"),
    (o(.multiply, b, a, 2), "b*a*2"), (o(.multiply, -1, a), "-1*a"), (o(.divide, 1, 2), "{1/2}"),
    (o(.power, x, half), "(x)^({1/2})"), (o(.power, x, -1), "(x)^(-1)"),
    (o(.add, x), "add(x)"), (o(.add), "0"),
    (o(.equal, x, 1), "[relation x, 1]"), (o(.list, o(.list, 1, x), o(.list, y, 0)), "[matrix 1, x, y, 0]"),
    (o(.list, o(.list, 1, x), o(.list, y)), "[list [list 1, x], [list y]]"),
    (o(.integral, o(.integral, x * y, y, 0, x), x, 0, a), "[accumulation x*y, y, 0, x, x, 0, a]"),
    (o(.sum, o(.sum, x, x, 0, x), x, 0, a), "[accumulation [accumulation x, x, 0, x], x, 0, a]"),
    (o(.limit, x, x, 0, 1), "[limit x, x, 0]"), (o(.limit, x, x, 0, 5), "limit(x, x, 0, 5)"),
    (o(.derivative, x, x, 2), "[derivative x, x, 2]"), (o(.derivative, x, x), "derivative(x, x)"),
    (o(.undefined("add"), a, b), "add(a, b)"),
  ]

  @Test("opaque terms are shown as they were written", arguments: opaque)
  func showsOpaque(_ pair: (Expr, String)) throws { #expect(try sketch(pair.0) == pair.1) }

  @Test("the order does not depend on how a term came about", arguments: [1, 2, 3] as [UInt64])
  func orderIsStable(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = (0..<20).map { Expr.symbol("x_\($0)") * Expr.symbol("y_\(19 - $0)") ** Expr($0 % 3 + 1) }
    let expected = try sketch(.sum(parts))
    #expect(try sketch(.sum(parts.shuffled(using: &random))) == expected)
    #expect(expected.hasPrefix("x_2*(y_17)^(3) + x_5*(y_14)^(3) + x_8*"))
  }

  @Test("deep chains are shown on a small stack") func deep() throws {
    var opaqueChain = Self.x
    var canonicalChain = Self.x
    for _ in 0..<50_000 {
      opaqueChain = .opaque(.divide, [1, .opaque(.add, [1, opaqueChain])])
    }
    for _ in 0..<10_000 { canonicalChain = -2 / (Self.y + canonicalChain) }
    let lengths = DeepStack.run(bytes: 512 << 10) {
      [opaqueChain, canonicalChain].map { (try? sketch($0))?.utf8.count ?? 0 }
    }
    #expect(lengths[0] == 1 + 50_000 * 8)
    #expect(lengths[1] > 10_000 * 8)
  }

  @Test("shared subterms that would fill the memory are refused") func sharing() {
    var expr = Self.x
    for _ in 0..<100 { expr = .opaque(.add, [expr, expr]) }
    #expect(throws: Diagnostic.self) { try sketch(expr) }
  }
}
