import ApusNotation
import Testing

@Suite("apus simplify and apus equal")
struct SimplifyTests {
  @Test("every expression gives a line")
  func plain() {
    let outcome = BuiltCommand.run(["simplify", "sin(x)^2 + cos(x)^2", "(x^2 - 1)/(x - 1)"])
    #expect(outcome.lines == ["1", "x + 1"] && outcome.status == 0)
  }

  @Test("lists and equations are simplified part by part")
  func parts() {
    let outcome = BuiltCommand.run(["simplify", "[x/x, tan(x)*cos(x)]", "2*sin(x)*cos(x) = x*x^a"])
    #expect(outcome.lines == ["[1, sin(x)]", "sin(2*x) = x^(a + 1)"])
  }

  @Test("lines of standard input give a line each, whatever they hold")
  func stream() {
    let outcome = BuiltCommand.run(["simplify"], input: "1 + tan(x)^2\n)\n\ncosh(x)^2 - sinh(x)^2\n")
    #expect(outcome.lines == ["sec(x)^2", "", "", "1"] && outcome.status == 1)
    #expect(outcome.errorText.hasPrefix("<stdin>:2:"))
  }

  @Test("steps name the rule, the part, what took its place, and the condition")
  func steps() {
    let outcome = BuiltCommand.run([
      "simplify", "--steps", "sqrt(a^2) + log(exp(y))", "--assume", "a > 0, y: real",
    ])
    #expect(outcome.lines.first == "a + y")
    #expect(outcome.lines.contains { $0.hasPrefix("  ") && $0.contains("sqrt(a^2) -> a   where a > 0") })
    #expect(outcome.lines.contains { $0.contains("log(exp(y)) -> y   where -pi < im(y)") })
  }

  @Test("steps are part of the record")
  func records() throws {
    let request = #"{"id": 7, "input": "1/sin(x)"}"# + "\n"
    let outcome = BuiltCommand.run(["simplify", "--steps", "--jsonl"], input: request)
    let record = try JSONValue(parsing: outcome.lines.first ?? "")
    #expect(record["id"] == 7 && record["result"]?["text"] == "csc(x)")
    let step = record["steps"]?.asArray?.first
    #expect(step?["rule"] == "reciprocal-of-sine")
    #expect(step?["before"] == "1/sin(x)" && step?["after"] == "csc(x)")
  }

  @Test("saturation is another way, with other costs", arguments: ["size", "operations", "cycles"])
  func saturation(cost: String) {
    let outcome = BuiltCommand.run(["simplify", "--by", "saturation", "--cost", cost, "a*b + a*c"])
    #expect(outcome.lines == ["a*(b + c)"])
  }

  @Test("saturation shows the steps of a proof, with rules of rule files and their conditions")
  func explained() {
    let outcome = BuiltCommand.run([
      "simplify", "--by", "saturation", "--steps", "sqrt(a^2)*(x^2 + x*y)/(x + y)", "--assume", "a > 0",
    ])
    #expect(outcome.lines.first == "a*x" && outcome.status == 0)
    #expect(outcome.lines.contains { $0.contains("sqrt(a^2) -> a") && $0.contains("where a > 0") })
    #expect(outcome.lines.contains { $0.contains("arithmetic") })
  }

  @Test("a table of cycles decides what is cheapest, and a mistake in it is shown") func cycles() {
    func outcome(_ table: String) -> BuiltCommand.Outcome {
      BuiltCommand.shell(
        "printf '\(table)\\n' | apus simplify --by saturation --cost cycles --cycles /dev/stdin 'sin(x)/cos(x)'"
      )
    }
    #expect(outcome("tan 10000").lines == ["sin(x)/cos(x)"])
    #expect(outcome("# mine\\ntan 1").lines == ["tan(x)"])
    #expect(outcome("tan much").status == 1 && outcome("tan much").text.contains("malformed-cycle-table"))
    let missing = BuiltCommand.run([
      "simplify", "--by", "saturation", "--cost", "cycles", "--cycles", "/no/file", "x",
    ])
    #expect(missing.status == 1 && missing.errorText.contains("unreadable-file"))
  }

  static let statuses: [(arguments: [String], status: Int32)] = [
    (["equal", "sin(2*x)", "2*sin(x)*cos(x)"], 0), (["equal", "sqrt(x^2)", "x"], 1),
    (["equal", "sqrt(x^2)", "x", "--assume", "x > 0"], 0), (["equal", "x", "sin(x"], 1),
    (["equal", "abs(x - 1)", "x - 1", "--assume", "x > 1"], 0),
    (["equal", "integral(exp(-x^4), x)", "1"], 2), (["equal", "x"], 64),
    (["simplify", "--cost", "cycles", "x"], 64), (["simplify", "--by", "magic", "x"], 64),
    (["simplify", "--by", "saturation", "--cycles", "/dev/null", "x"], 64),
    (["simplify", "--by", "saturation", "--steps", "x"], 0), (["simplify", "x", "--assume", "x >"], 1),
    (["simplify", "x", "--assume", "x > 0, x < 0"], 1),
  ]

  @Test("the exit code tells the answer", arguments: statuses)
  func status(_ example: (arguments: [String], status: Int32)) {
    #expect(BuiltCommand.run(example.arguments).status == example.status)
  }

  @Test("a difference comes with a point")
  func witness() {
    let outcome = BuiltCommand.run(["equal", "log(x*y)", "log(x) + log(y)"])
    #expect(outcome.lines == ["false"] && outcome.errorText.hasPrefix("note: they differ at x = "))
  }

  @Test("a mistake is shown in the text that it is in")
  func mistakes() {
    let side = BuiltCommand.run(["equal", "x + y", "sin(x"])
    #expect(side.text == "" && side.errorText.contains("\n  sin(x\n     ^"))
    let assumption = BuiltCommand.run(["simplify", "x", "--assume", "x > 0, n: whole"])
    #expect(assumption.errorText.contains("\n  x > 0, n: whole\n"))
  }

  @Test("two processes answer in the same bytes")
  func determinism() {
    let lines = [
      "sin(x)^2*y + cos(x)^2*y + z", "a*x^y*b*x^d + exp(p)*exp(q)", "x/(x + y + z) + (y + z)/(x + y + z) + w",
      "sin(x + y)*cos(z) + 3*tan(w)^2 + 3", "(a + b)*(c + d) - a*c - b*d", "binomial(n, k)*k!*(n - k)! + m",
      "sqrt(2)*sqrt(x) + log(a^2*b^3) + acos(-t)", "x^6 - y^6 + x^3*z - y^3*z",
      "cosh(2*u)*sinh(v) + max(p, q, r) + abs(m)*abs(n)",
    ]
    let input = lines.joined(separator: "\n") + "\n"
    let first = BuiltCommand.run(["simplify", "--steps"], input: input)
    #expect(first.status == 0 && first.lines.count == lines.count)
    for _ in 0..<2 { #expect(BuiltCommand.run(["simplify", "--steps"], input: input).text == first.text) }
  }
}
