import ApusNotation
import ApusTerms
import Testing

@testable import ApusRewriting

@Suite("Matching") struct MatcherTests {
  /// All matches of a pattern with a term, as `name=term` sorted by name, several matches separated by `|`.
  static func matches(_ pattern: String, _ term: String, kinds: [String: VariableKind] = [:]) throws
    -> [String]
  {
    let quoted = pattern.replacingMarks
    let pattern = Pattern(try Expr(parsing: quoted))
    var workspace = Workspace()
    let ref = workspace.insert(try Expr(parsing: term))
    let admitted = pattern.variables.map { kinds[$0.name] ?? .any }
    let matcher = Matcher(pattern, admitting: admitted, &workspace)
    var found: [String] = []
    _ = matcher.forEachMatch(of: ref, &workspace) { workspace, bindings in
      var parts: [String] = []
      for (i, variable) in pattern.variables.enumerated() {
        if let term = bindings.terms[i] {
          parts.append("\(variable.name)=\(TextWriter().text(of: workspace.expr(term)))")
        }
        if let run = bindings.runs[i] {
          parts.append("\(variable.name)=\(run.map { TextWriter().text(of: workspace.expr($0)) })")
        }
      }
      for (i, function) in bindings.functions.enumerated() {
        if let function { parts.append("\(pattern.functionVariables[i])=\(function.name)") }
      }
      let rest = bindings.rest.map { TextWriter().text(of: workspace.expr($0)) }.sorted()
      if !rest.isEmpty { parts.append("rest=\(rest.joined(separator: ","))") }
      found.append(parts.sorted().joined(separator: " "))
      return false
    }
    return found
  }

  static let cases: [(pattern: String, term: String, first: String?)] = [
    ("sin(x)^2 + cos(x)^2", "sin(p+1)^2 + cos(p+1)^2", "x=p + 1"),
    ("sin(x)^2 + cos(x)^2", "sin(p)^2 + cos(q)^2", nil),
    ("sin(x)^2 + cos(x)^2", "sin(p)^2 + cos(q)^2 + cos(p)^2 + 3", "rest=3,cos(q)^2 x=p"),
    ("a?*sin(x)^2 + a?*cos(x)^2", "3*q*sin(p)^2 + 3*q*cos(p)^2", "a=3*q x=p"),
    ("a?*sin(x)^2 + a?*cos(x)^2", "sin(p)^2 + cos(p)^2", "a=1 x=p"),
    ("2*sin(x)*cos(x)", "6*q*sin(p)*cos(p)", "rest=3,q x=p"), ("2*sin(x)*cos(x)", "3*sin(p)*cos(p)", nil),
    ("x^y", "1/q^2", "x=q y=-2"), ("1/x", "1/q^2", "x=q^2"), ("x^(1/2)", "sqrt(q)", "x=q"),

    ("x^n?", "q", "n=1 x=q"), ("f(x)^2", "tan(q)^2", "f=tan x=q"),
    ("log(-x)", "log(-3*q)", "x=3*q"),
    ("x and not x", "(p < q) and not (p < q) and r", "rest=r x=p < q"),
  ]

  @Test("the first match, or none", arguments: cases)
  func first(_ example: (pattern: String, term: String, first: String?)) throws {
    let found = try Self.matches(example.pattern, example.term)
    #expect(found.first == example.first)
  }

  @Test("a pattern of a sum in a sum backtracks across both") func nested() throws {
    // The first choice of each operand is wrong for x, whichever way the operands are ordered.
    let found = try Self.matches("log(x + y)*log(y + z)", "log(p + q)*log(q + r)")
    #expect(Set(found) == ["x=p y=q z=r", "x=r y=q z=p"])
  }

  @Test("all ways of dividing three factors among two variables") func grouping() throws {
    let found = try Self.matches("log(x*y)", "log(p*q*r)")
    #expect(Set(found).count == 6 && found.count == 6)
  }

  @Test("kinds restrict variables") func kinds() throws {
    #expect(try Self.matches("a*log(x)", "p*log(q)", kinds: ["a": .number]).isEmpty)
    #expect(try Self.matches("a*log(x)", "3*log(q)", kinds: ["a": .number]) == ["a=3 x=q"])
  }

  @Test("runs take the arguments between others") func runs() throws {
    let found = try Self.matches("[x, `ys...`, x]", "[1, p, q, 1]")
    #expect(found == ["x=1 ys=[\"p\", \"q\"]"])
  }
}

extension String {
  /// Optional variables in backticks, as the text notation needs them.
  fileprivate var replacingMarks: String {
    var result = ""
    for character in self {
      if character == "?", let letter = result.last, letter.isLetter {
        result.removeLast()
        result += "`\(letter)?`"
      } else {
        result.append(character)
      }
    }
    return result
  }
}
