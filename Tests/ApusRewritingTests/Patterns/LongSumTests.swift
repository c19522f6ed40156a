import ApusNotation
import ApusTerms
import Testing

@testable import ApusRewriting

/// Sums too long to be searched pair by pair.
@Suite("Matching in long sums") struct LongSumTests {
  private static func variable(_ i: Int) -> Expr { .symbol("t\(i)") }

  @Test("one pair among thousands of squares is found", arguments: [20, 400, 3000])
  func pair(count: Int) throws {
    var terms: [Expr] = []
    for i in 0..<count {
      terms.append((i % 2 == 0 ? sin(Self.variable(i)) : cos(Self.variable(i))) ** 2)
    }
    // Every angle occurs once, apart from one that has its sine and its cosine.
    terms.append(cos(Self.variable(count / 2 * 2 - 2)) ** 2)
    let pythagoras = try RewriterTests.rule("p: sin(x)^2 + cos(x)^2 -> 1")
    let result = try #require(pythagoras.applied(to: .sum(terms)))
    #expect(result.arguments.count == count && result.arguments.first == 1)
  }

  @Test("equal products of a generic sum are collected, wherever they stand", arguments: [5, 40, 1500])
  func collection(count: Int) throws {
    let products = (0..<count).map {
      Expr.opaque(.multiply, [Expr($0 + 2), Self.variable($0), .symbol("common")])
    }
    let twin = Expr.opaque(.multiply, [7, Self.variable(count / 2), .symbol("common")])
    let (b, c, xs) = (Expr.symbol("b"), Expr.symbol("c"), Expr.symbol("xs..."))
    let collect = rule(
      "collect", .opaque(.add, [.opaque(.multiply, [b, xs]), .opaque(.multiply, [c, xs])]),
      .opaque(.multiply, [.opaque(.add, [b, c]), xs]), where: [.form("b", .number), .form("c", .number)])
    let result = try #require(Rewriter.rule(collect)(.opaque(.add, products + [twin])))
    #expect(result.arguments.count == count)
    #expect(collect.applied(to: .opaque(.add, products)) == nil)
  }

  @Test("a zero that is written once is not two of them", arguments: [0, 1, 40])
  func zeros(count: Int) throws {
    let (x, zero) = (Expr.symbol("x"), Expr(0))
    let double = rule("double", .opaque(.add, [x, x]), .opaque(.multiply, [2, x]))
    let others = (0..<count).map(Self.variable)
    #expect(double.applied(to: .opaque(.add, [zero, .symbol("a")] + others)) == nil)
    let result = try #require(double.applied(to: .opaque(.add, [zero, .symbol("a"), zero] + others)))
    #expect(result.arguments.contains(.opaque(.multiply, [2, zero])))
  }

  @Test("a common factor of two terms is found in a sum of many")
  func factor() throws {
    let terms = (0..<300).map { log(Self.variable($0)) * Self.variable($0 + 1000) }
    let shared = log(Self.variable(7)) * .symbol("other")
    let common = try RewriterTests.rule("c: log(x)*y + log(x)*z -> log(x)*(y + z)")
    let result = try #require(common.applied(to: .sum(terms + [shared])))
    #expect(result.arguments.count == 300)
    #expect(common.applied(to: .sum(terms)) == nil)
  }

  /// Anchors only narrow the search: all matches of a pattern in a sum are the same when the sum is made long by terms that cannot
  /// match.
  @Test("a long sum has the matches of a short one")
  func completeness() throws {
    let short = try Expr(
      parsing: "p*q + q*r + 2*p*r + sin(p*q)^3 + sin(q)^3*p + (p + q)*sin(p) + q^2 + q^3/r")
    let padding = (0..<40).map { Expr.call(.gamma, [Self.variable($0)]) }
    for text in [
      "x*y + x*z -> [x, y, z]", "x^2 + x^3*y -> [x, y]", "sin(x)^3 + x*y -> [x, y]",
      "x*y + (x + z)*w -> [x, y, z, w]",
    ] {
      let rule = try RewriterTests.rule("r: " + text)
      let lists = { (expr: Expr) in
        Set(
          rule.applications(to: expr, limit: 10_000).map { result in
            result.arguments.first { $0.function == .list } ?? result
          })
      }
      let (few, many) = (lists(short), lists(.sum([short] + padding)))
      let fits = many.filter { list in
        !list.arguments.contains { $0.freeSymbols.contains { $0.name.hasPrefix("t") } }
      }
      #expect(few.isSubset(of: fits) && fits.isSubset(of: few), "\(text): \(few.count), \(fits.count)")
    }
  }

  @Test("a set of rules does what its rules do one after another")
  func dispatch() throws {
    let texts = [
      "r: sin(x)^2 + cos(x)^2 -> 1", "r: x*log(y) -> log(y)^x", "r: x^m? -> [x, m]", "r: sin(x) -> cos(x)",
    ]
    let rules = try texts.map(RewriterTests.rule)
    let (set, chain) = (
      Rewriter.rules(RuleSet("r", rules)), Rewriter.chain(rules.map(Rewriter.rule), stoppingAtFirst: true)
    )
    for text in ["sin(p)^2 + cos(p)^2", "p*log(q)", "sin(p)", "p", "3", "p^q", "f(p)", "[p]", "p + q"] {
      let expr = try TextReader(acceptsUnknownFunctions: true).expression(of: text)
      #expect(set(expr) == chain(expr), "\(text)")
    }
  }
}
