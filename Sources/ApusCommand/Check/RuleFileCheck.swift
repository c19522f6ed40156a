import ApusAlgebra
import ApusNotation
import ApusRewriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Checks rule files one after another and writes a line or more for each rule.
struct RuleFileCheck: ~Copyable {
  /// What is written of a rule.
  enum Style {
    /// A line for each rule, more for one that fails, and a summary.
    case plain
    /// Rules that fail, and a summary.
    case quiet
    /// One JSON object a rule.
    case jsonLines
  }

  private let check: RuleCheck
  private let style: Style
  private let errors: ErrorDisplay
  private var output = Output.standard
  private var passed = 0
  private var failed = 0
  /// The most serious outcome so far.
  private(set) var status = ExitStatus.success

  init(_ check: RuleCheck, style: Style, errors: ErrorDisplay) {
    self.check = check
    self.style = style
    self.errors = errors
  }

  /// Checks the rules of a file; `-` is standard input.
  mutating func check(file path: String) {
    do {
      let bytes: [UInt8]
      if path == "-" {
        bytes = try InputFile.contents(of: STDIN_FILENO)
      } else {
        bytes = try InputFile(path: path).contents()
      }
      check(text: String(decoding: bytes, as: UTF8.self), name: path == "-" ? "<stdin>" : path)
    } catch {
      errors.show(Diagnostic("unreadable-file", "cannot read \(path): \(error.message)"))
      status = status.combined(with: .noInput)
    }
  }

  /// Checks the rules of a text; `name` stands before the place of a mistake.
  mutating func check(text: String, name: String) {
    do throws(Diagnostic) {
      var homes: [String: String] = [:]
      for set in try RuleReader().ruleSets(in: text) {
        for rule in set.rules {
          var report = check.report(on: rule, in: set.name)
          if let home = homes[rule.name] { report.findings.append(.duplicateName(set: home)) }
          homes[rule.name] = homes[rule.name] ?? set.name
          write(report)
        }
      }
    } catch {
      errors.show(error, in: text, at: Place(name: name, line: 1))
      status = status.combined(with: .failure)
    }
  }

  /// Writes the summary.
  mutating func finish() {
    if style == .jsonLines { return }
    let total = passed + failed
    if total == 0 { return }
    let rules = total == 1 ? "1 rule" : "\(total) rules"
    output.writeLine(failed == 0 ? "\(rules) passed" : "\(failed) of \(rules) failed")
  }

  // MARK: One rule

  private mutating func write(_ report: RuleReport) {
    if report.passes { passed += 1 } else { failed += 1 }
    if !report.passes { status = status.combined(with: .failure) }
    switch style {
    case .jsonLines: output.writeLine(Self.json(report).description)
    case .quiet where report.passes: break
    case .plain, .quiet: for line in Self.lines(report) { output.writeLine(line) }
    }
  }

  /// A report for people.
  static func lines(_ report: RuleReport) -> [String] {
    let points = report.points == 1 ? "1 point" : "\(report.points) points"
    if report.passes { return ["passed \(report.set)/\(report.name): \(points)"] }
    var lines = report.findings.map { "failed \(report.set)/\(report.name): [\($0.code)] \($0.message)" }
    if let repair = report.repair { lines.append("  help: \(repair)") }
    return lines
  }

  /// A report for programs.
  static func json(_ report: RuleReport) -> JSONValue {
    var object = JSONObject()
    object["v"] = 1
    object["set"] = .string(report.set)
    object["rule"] = .string(report.name)
    object["ok"] = .bool(report.passes)
    object["points"] = .integer(report.points)
    object["findings"] = .array(
      report.findings.map { ["code": .string($0.code), "message": .string($0.message)] })
    if let repair = report.repair { object["repair"] = .string(repair) }
    return .object(object)
  }
}
