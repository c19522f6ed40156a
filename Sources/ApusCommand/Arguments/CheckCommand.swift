import ApusAlgebra
import ApusNotation
import ApusRewriting
import ApusRules
import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `apus check FILE`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tries the rules of files at many points, in ball arithmetic.",
    discussion: """
      A rule fails if its sides certainly differ at a point that its conditions admit, or if it could do nothing. Docs/WritingRules.md \
      describes the format.
      """)

  @Argument(help: ArgumentHelp("The rule files; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Check the rules that come with Apus.")
  var builtin = false

  @Option(help: "At how many points a rule is tried.")
  var points = 200

  @Option(help: "The seed of the random points.")
  var seed: UInt64 = 2026

  @Flag(help: "Print only what is wrong.")
  var quiet = false

  @Flag(help: "Print one JSON object a rule.")
  var jsonl = false

  @Option(help: "When to colour: auto, always or never; auto honours NO_COLOR.")
  var color = ColorChoice.auto

  func validate() throws {
    if points < 1 { throw ValidationError("At least one point is needed.") }
    if points > 1_000_000 { throw ValidationError("At most 1000000 points are tried.") }
    if files.isEmpty && !builtin {
      throw ValidationError("Name a rule file, - for standard input, or --builtin.")
    }
  }

  func run() throws {
    Signals.endOnInterrupt()
    var check = RuleFileCheck(
      RuleCheck(points: points, seed: seed), style: jsonl ? .jsonLines : quiet ? .quiet : .plain,
      errors: ErrorDisplay(color: color))
    for file in files { check.check(file: file) }
    if builtin {
      for (name, text) in EmbeddedRules.files { check.check(text: text, name: name + ".rules") }
    }
    check.finish()
    try check.status.throwUnlessSuccess()
  }
}
