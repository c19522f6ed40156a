import ApusNotation
import Testing

@testable import ApusCommand

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Python of this machine.
enum PythonForTests {
  /// Where it is.
  static let path: String = {
    for folder in (Environment.variable("PATH") ?? "").split(separator: ":")
    where access("\(folder)/python3", X_OK) == 0 {
      return "\(folder)/python3"
    }
    return "python3"
  }()

  /// Whether it has all libraries.
  static let isComplete =
    (try? Verifier.starting(for: .numpy)) != nil && (try? Verifier.starting(for: .sympy)) != nil
}

/// The check of answers in a real Python.
@Suite(.enabled(if: PythonForTests.isComplete)) struct VerifierTests {
  /// Formulas with all kinds of constructs.
  static let formulas = [
    #"E = \frac12 m v^2"#, #"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"#, #"f(x) = x^2 e^{-x} + 1"#,
    #"\int_0^1 x^2\,dx = \frac13"#,
    #"\sum_{k=1}^{\infty} \frac{1}{k^2}"#, #"\sum_{k=1}^{n} k^3"#, #"\lim_{x \to 0^+} \frac{\sin x}{x}"#,
    #"\frac{dy}{dt} = -k y + u(t)"#,
    #"\frac{\partial^2 u}{\partial x \partial t}"#,
    #"\begin{pmatrix} 1 & a \\ b & 2 \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix}"#,
    #"\det\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, #"a < b \le c"#, #"\{1, a, b\}"#, #"(-2, 3]"#,
    #"p \lor \neg q"#,
    #"\begin{cases} x & x > 1 \\ -x & \text{otherwise} \end{cases}"#,
    #"\Gamma(z) + \operatorname{erf}(x) + J_0(r)"#, #"\ln|x| + \log_2 y"#,
    #"n! + \binom{n}{k}"#, #"\prod_{k=1}^{n} (k + x)"#, #"a = b \\ c = d + 1"#, #"|z|^2 + e^{i\theta}"#,
    #"y'(x) = y(x)"#, #"\lfloor x \rfloor"#,
  ]

  private func outcomes(_ formulas: [String], to target: NotationTarget) -> [ConversionOutcome] {
    let converter = Converter(source: .latex, target: target)
    return formulas.map { converter.outcome(of: ConversionTask(input: $0)) }
  }

  @Test(
    "answers agree with the formulas in every kind of Python",
    arguments: [NotationTarget.sympy, .numpy, .math])
  func agreement(target: NotationTarget) throws {
    let verifier = try Verifier.starting(for: target)
    for (formula, outcome) in zip(Self.formulas, verifier.checked(outcomes(Self.formulas, to: target))) {
      switch outcome.result {
      case .success(let response):
        guard case .agrees(let points)? = response.verdict else {
          Issue.record("\(formula): \(String(describing: response.verdict))")
          continue
        }
        #expect(points >= 1)
      case .failure(let error): #expect(error.code == "not-expressible", "\(formula): \(error.message)")
      }
    }
  }

  /// Small changes of code, most of which change its values.
  private static func mutants(of code: String) -> [String] {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let last = lines.last else { return [] }
    let changes = [
      ("+", "-"), ("-", "+"), ("**2", "**3"), ("*", "+"), ("1", "2"), ("sin(", "cos("), ("x", "(x + 1)"),
      ("/", "*"),
    ]
    return changes.compactMap { pattern, replacement in
      guard let range = last.firstRange(of: pattern) else { return nil }
      return (lines.dropLast() + [last.replacingCharacters(in: range, with: replacement)]).joined(
        separator: "\n")
    }
  }

  @Test("changed answers are found out", arguments: [NotationTarget.sympy, .numpy])
  func mutation(target: NotationTarget) throws {
    let verifier = try Verifier.starting(for: target)
    var changed: [ConversionOutcome] = []
    for outcome in outcomes(Array(Self.formulas.prefix(12)), to: target) {
      guard case .success(let response) = outcome.result else { continue }
      for code in Self.mutants(of: response.text) {
        var (mutant, text) = (outcome, response)
        text.text = code
        mutant.result = .success(text)
        changed.append(mutant)
      }
    }
    #expect(changed.count >= 20)
    for outcome in verifier.checked(changed) {
      if case .success(let response) = outcome.result {
        Issue.record(
          "not found: \(response.text.split(separator: "\n").last ?? "") \(String(describing: response.verdict))"
        )
      }
    }
  }

  @Test("code that does not run, or never ends, or kills Python does not stop the check of the others")
  func accidents() throws {
    let verifier = try Verifier.starting(for: .sympy, limit: 1)
    let outcome = outcomes(["x + 1"], to: .sympy)[0]
    let codes = [
      "1 +", "import os\nos._exit(3)", "while True: pass", "foo(1)",
      "from sympy import Symbol\n\nx = Symbol('x')\n\nx + 1",
    ]
    let changed = codes.map { code in
      var copy = outcome
      copy.result = .success(Response(text: code))
      return copy
    }
    let results = verifier.checked(changed).map { outcome -> String in
      switch outcome.result {
      case .success(let response):
        switch response.verdict {
        case .agrees: "agrees"
        case .notChecked(let reason): reason
        case nil: "nothing"
        }
      case .failure(let error): error.code
      }
    }
    #expect(
      results == [
        "verification-failed", "python-failed", "Python needs more than 1 s", "verification-failed", "agrees",
      ])
  }

  @Test(
    "a Python that does not start, or has no SymPy, is an error at once",
    arguments: ["/no/such/python", "/bin/cat", "/bin/false"])
  func noPython(path: String) {
    do throws(Diagnostic) {
      _ = try Verifier.starting(for: .sympy, python: path)
      Issue.record("this cannot start")
    } catch {
      #expect(error.code == "python-failed")
    }
    let outcome = BuiltCommand.run(["convert", "--verify", "--python", path, "x"])
    #expect(outcome.status == 69)
    #expect(outcome.text == "")
    #expect(outcome.errorText.hasPrefix("error[python-failed]"))
  }

  @Test("the verdict is part of the record, and a target that is no Python is refused")
  func records() throws {
    let outcome = BuiltCommand.run(
      ["convert", "--verify", "--jsonl", "--summary", "--python", PythonForTests.path],
      input: "x + 1\n\\|v\\|_1\nx \\in \\{1, 2\\}\n")
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records[0]["verified"]?["verdict"] == "agrees")
    #expect(records[0]["verified"]?["points"]?.asInt == 5)
    #expect(records[1]["verified"] == nil)
    #expect(records[2]["verified"]?["verdict"] == "agrees")
    #expect(
      outcome.errorText.hasPrefix("3 formulas: 2 converted, 1 refused; verified: 2 agree, 0 not checked\n"))
    let refused = BuiltCommand.run(["convert", "--verify", "--to", "c", "x"])
    #expect(refused.status == 64)
    #expect(refused.errorText.contains("not-verifiable"))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
