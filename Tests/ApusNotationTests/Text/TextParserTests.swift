import ApusTestSupport
import Testing

@testable import ApusNotation

private func tree(_ text: String) throws -> String { try TextParser.parse(SourceText(text)).description }

private func mistake(_ text: String) -> Diagnostic? {
  do {
    _ = try TextParser.parse(SourceText(text))
    return nil
  } catch {
    return error
  }
}

@Suite struct TextParserTests {
  @Test(
    "Operators bind as mathematics has them",
    arguments: [
      ("a + b*c", "(sum a (product b c))"),
      ("a - b - c", "(sum a (subtracted b) (subtracted c))"),
      ("a/b/c*d", "(product a (dividedBy b) (dividedBy c) d)"),
      ("-x^2", "(negate (power x 2))"),
      ("-x*y", "(negate (product x y))"),
      ("-x + y", "(sum (negate x) y)"),
      ("a*-x*y", "(product a (negate x) y)"),
      ("2^-x*y", "(product (power 2 (negate x)) y)"),
      ("2^-x^2", "(power 2 (negate (power x 2)))"),
      ("2^3^4", "(power 2 (power 3 4))"),
      ("2**3", "(power 2 3)"),
      ("x - -y", "(sum x (subtracted (negate y)))"),
      ("+x", "(plus x)"),
      ("-3!", "(negate (factorial 3))"),
      ("2^3!", "(power 2 (factorial 3))"),
      ("n!!", "(doubleFactorial n)"),
      ("(n!)!", "(factorial (factorial n))"),
      ("x! = y", "(relation (factorial x) (equal y))"),
      ("x != y", "(relation x (notEqual y))"),
      ("a < b <= c", "(relation a (less b) (lessEqual c))"),
      ("a == b", "(relation a (asks b))"),
      ("not a = b and c or d", "(or (and (not (relation a (equal b))) c) d)"),
      ("a or b or c", "(or a b c)"),
      ("(a + b) + c", "(sum (sum a b) c)"),
      ("((x))", "x"),
      ("x ≤ y ≥ z ≠ w", "(relation x (lessEqual y) (greaterEqual z) (notEqual w))"),
      ("x ≈ 3 ∧ ¬ b", "(and (relation x (approximately 3)) (not b))"),
    ])
  func precedence(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    "A product may be written without its sign",
    arguments: [
      ("2x", "(product 2 x)"),
      ("2x^2", "(product 2 (power x 2))"),
      ("2(x+1)", "(product 2 (sum x 1))"),
      ("(a)(b)(c)", "(product a b c)"),
      ("2 pi", "(product 2 pi)"),
      ("x y", "(product x y)"),
      ("-2x", "(negate (product 2 x))"),
      ("2x/3", "(product 2 x (dividedBy 3))"),
      ("2sin(x)cos(x)", "(product 2 (sin x) (cos x))"),
      ("(x+1)y", "(product (sum x 1) y)"),
      ("x²y³", "(product (power x ²) (power y ³))"),
      ("n! m", "(product (factorial n) m)"),
      ("2|x|", "(product 2 (absolute x))"),
      ("|x||y|", "(product (absolute x) (absolute y))"),
      ("|a + |b||", "(absolute (sum a (absolute b)))"),
      ("2e", "(product 2 e)"),
      ("2e3", "2e3"),
      ("2e+1", "2e+1"),
      ("2e x", "(product 2 e x)"),
    ])
  func implicitProduct(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    "Calls, collections and statements",
    arguments: [
      ("sin(x)", "(sin x)"),
      ("f()", "(f)"),
      ("f(x, y)", "(f x y)"),
      ("f''(x)", "(f'' x)"),
      ("f′(x)", "(f' x)"),
      ("[[1, 2], [3, 4]]", "(list (list 1 2) (list 3 4))"),
      ("[]", "(list)"),
      ("{a, b}", "(set a b)"),
      ("(a, b)", "(tuple a b)"),
      ("subs(x^2, x = 3)", "(subs (power x 2) (relation x (equal 3)))"),
      ("let a = 1, b = 2 in a + b", "(letIn a 1 b 2 (sum a b))"),
      ("1 + let a = 1 in a + 2", "(sum 1 (letIn a 1 (sum a 2)))"),
      ("f(x) := x^2", "(define (f x) (power x 2))"),
      ("a := b = 3", "(define a (relation b (equal 3)))"),
      ("f :: function", "(declare f function)"),
      ("% + %3 + _", "(sum % %3 _)"),
      ("expand!(9^9)", "(expand! (power 9 9))"),
      ("x # a comment", "x"),
      ("[1,\n 2]", "(list 1 2)"),
      ("x;", "x"),
      ("", "()"),
      ("   # nothing", "()"),
    ])
  func calls(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    "Unicode has its plain meaning",
    arguments: [
      ("√2", "(squareRoot 2)"),
      ("√(x+1)^2", "(power (squareRoot (sum x 1)) 2)"),
      ("√x + 1", "(sum (squareRoot x) 1)"),
      ("x·y × z", "(product x y z)"),
      ("a − b", "(sum a (subtracted b))"),
      ("x⁻¹", "(power x ⁻¹)"),
      ("½ x", "(product ½ x)"),
      ("30°", "(degree 30)"),
      ("∞", "∞"),
      ("α₁ + x̂", "(sum α₁ x̂)"),
      ("x\u{A0}y", "(product x y)"),
      ("\u{FEFF}x", "x"),
    ])
  func unicode(_ text: String, _ expected: String) throws {
    #expect(try tree(text) == expected)
  }

  @Test(
    "Mistakes have a code and a place",
    arguments: [
      ("sin(x+1", "unclosed-paren", 3, 4),
      ("[1, 2", "unclosed-bracket", 0, 1),
      ("{1", "unclosed-brace", 0, 1),
      ("|x", "unclosed-bar", 0, 1),
      ("sin(", "unclosed-paren", 3, 4),
      ("((x)", "unclosed-paren", 0, 1),
      ("x)", "unopened-paren", 1, 2),
      (")", "unopened-paren", 0, 1),
      ("(x]", "mismatched-bracket", 2, 3),
      ("()", "empty-parentheses", 0, 2),
      ("x +", "missing-operand", 2, 3),
      ("x + )", "missing-operand", 2, 3),
      ("(x + )", "missing-operand", 3, 4),
      ("x + * y", "missing-operand", 4, 5),
      ("*x", "missing-operand", 0, 1),
      ("[1,,2]", "missing-operand", 2, 3),
      ("[1,]", "missing-operand", 2, 3),
      ("x 2", "missing-operator", 2, 3),
      ("2 3", "missing-operator", 2, 3),
      ("[1] x", "missing-operator", 4, 5),
      ("a, b", "unexpected-comma", 1, 2),
      ("1/2x", "ambiguous", 0, 4),
      ("a/b c + 1", "ambiguous", 0, 5),
      ("√x^2", "ambiguous-root", 0, 3),
      ("√2x", "ambiguous-root", 0, 3),
      ("3!!!", "ambiguous-factorial", 1, 4),
      ("f[x]", "square-brackets", 1, 2),
      ("f' + 1", "stray-prime", 0, 2),
      ("x'", "stray-prime", 0, 2),
      ("1.2.3", "invalid-number", 0, 5),
      ("1_000", "invalid-number", 0, 5),
      ("0x1F", "invalid-number", 0, 4),
      ("2e3x", "invalid-number", 0, 4),
      ("x @ y", "unexpected-character", 2, 3),
      ("α @", "unexpected-character", 3, 4),
      ("x（1)", "unexpected-character", 1, 4),
      ("a && b", "unknown-operator", 2, 4),
      ("a || b", "unknown-operator", 2, 4),
      ("a =< b", "unknown-operator", 2, 4),
      ("x\u{0}", "control-character", 1, 2),
      ("x\u{200B}y", "invisible-character", 1, 4),
      ("x\u{202E}y", "bidirectional-control", 1, 4),
      ("\\frac{1}{2}", "latex-input", 0, 1),
      ("x\ny", "several-statements", 2, 3),
      ("x; y", "several-statements", 1, 2),
      ("1 + (a := 3)", "misplaced-definition", 7, 9),
      ("let 3 = x in x", "bad-let", 4, 5),
      ("(let a = 3)", "missing-in", 1, 4),
      ("let a = 3", "missing-in", 0, 3),
      ("and x", "missing-operand", 0, 3),
      ("x in y", "unexpected-token", 2, 4),
    ])
  func mistakes(_ text: String, _ code: String, _ lower: Int, _ upper: Int) throws {
    let found = try #require(mistake(text))
    #expect(found.code == code)
    #expect(found.range == SourceRange(lower, upper))
  }

  @Test("Bytes that are not UTF-8 are an error at their place")
  func invalidBytes() {
    #expect(throws: Diagnostic("invalid-utf8", "these bytes are not valid UTF-8", at: SourceRange(2, 3))) {
      try TextParser.parse(SourceText(bytes: [0x78, 0x2B, 0xFF]))
    }
  }

  @Test(
    "Help is the whole corrected input",
    arguments: [
      ("sin(x+1", ["sin(x+1)"]),
      ("f([1, (2", ["f([1, (2)])"]),
      ("a*(x]", ["a*(x)"]),
      ("x 2", ["x*2"]),
      ("a =< b", ["a <= b"]),
      ("√x^2", ["√(x)^2"]),
      ("x) + 1", ["x + 1"]),
      ("1/2x", ["(1/2)*x", "1/(2*x)"]),
      ("y + 1/2 x - 1", ["y + (1/2)*x - 1", "y + 1/(2*x) - 1"]),
    ])
  func help(_ text: String, _ expected: [String]) throws {
    #expect(try #require(mistake(text)).help == expected)
  }

  @Test("A long line of operators is a flat node")
  func long() throws {
    let count = LongTests.count(100_000, long: 5_000_000)
    let text = Array(repeating: "x", count: count).joined(separator: "+")
    #expect(try TextParser.parse(SourceText(text)).nodes.count == count + 1)
  }

  @Test(
    "Deep nesting gives a tree or an error, never an overflow",
    arguments: ["(", "sin(", "-", "[", "|", "x^", "√", "not ", "let a = ", "f(x,"])
  func deep(_ piece: String) throws {
    let opening = String(repeating: piece, count: 100_000)
    let error = mistake(opening)
    #expect(error != nil)
    if piece == "(" || piece == "sin(" {
      let closed = opening + "x" + String(repeating: ")", count: 100_000)
      #expect(mistake(closed) == nil)
    }
  }

  @Test("Nesting has a limit", arguments: ["(", "-"])
  func tooDeep(_ piece: String) {
    #expect(mistake(String(repeating: piece, count: 1_000_001))?.code == "too-deep")
  }

  @Test("Deep postfix chains have the same limit")
  func deepPostfix() {
    let degrees = "x" + String(repeating: "°", count: 1_000_001)
    #expect(mistake(degrees)?.code == "too-deep")
  }

  @Test("Random bytes and mutations never crash", arguments: [1, 2, 3])
  func fuzz(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let seeds = ["sin(x+1)^2/3", "let a = [1, 2] in a!", "f''(x) := 2x ≤ y", "√(x²)·|y|", "{a, (b, c)} ≠ %3"]
    for round in 0..<2_000 {
      var bytes: [UInt8]
      if round % 3 == 0 {
        bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      } else {
        bytes = Array(seeds[round % seeds.count].utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes.remove(at: place)
          case 1: bytes.insert(UInt8.random(in: 32..<127, using: &random), at: place)
          default: bytes[place] = bytes[Int.random(in: 0..<bytes.count, using: &random)]
          }
        }
      }
      let source = SourceText(bytes: bytes)
      do {
        let tree = try TextParser.parse(source)
        for id in tree.nodes.indices { #expect(tree.children(of: id).allSatisfy { $0 < id }) }
      } catch {
        _ = DiagnosticRenderer().render(error, in: source)
        if let range = error.range { #expect(range.upperBound <= bytes.count) }
      }
    }
  }
}
