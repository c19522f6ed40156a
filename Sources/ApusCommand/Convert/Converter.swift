import Apus
import ApusNotation
import ApusTerms

/// The notations that formulas can be read in.
enum SourceNotation: String, CaseIterable {
  case latex, text
  /// A program that builds expressions of SymPy.
  case sympy
  /// LaTeX where the input has commands, braces of scripts or dollar signs; text otherwise.
  case auto
}

/// Turns formulas in one notation into their text in another.
struct Converter: Sendable {
  /// The notation of the formulas.
  var source: SourceNotation
  /// The notation to write.
  var target: NotationTarget
  /// How it is set.
  var options = WritingOptions()
  /// What the user says about the reading of all formulas.
  var assumptions = LaTeXAssumptions()
  /// The seconds that one formula may take.
  var timeLimit: Double?

  /// The answer to a task, or what is wrong with it.
  func outcome(of task: ConversionTask) -> ConversionOutcome {
    if let problem = task.problem { return ConversionOutcome(result: .failure(problem)) }
    if task.isBlank { return ConversionOutcome(result: .success(Response(text: ""))) }
    FailureReport.begin(task.input)
    let start = Clock.nanoseconds
    var outcome = timeLimit.map { self.outcome(of: task, within: $0) } ?? untimedOutcome(of: task)
    outcome.milliseconds = Double(Clock.nanoseconds - start) * 1e-6
    return outcome
  }

  // MARK: Parts

  private func outcome(of task: ConversionTask, within limit: Double) -> ConversionOutcome {
    let start = Clock.seconds
    let run = DetachedRun { self.untimedOutcome(of: task) }
    if let outcome = run.wait(unless: { Clock.seconds - start > limit }) { return outcome }
    return ConversionOutcome(
      result: .failure(
        Diagnostic(
          "timeout", "no answer within \(DurationText.text(of: limit))",
          help: ["raise the limit with --timeout"])))
  }

  private func untimedOutcome(of task: ConversionTask) -> ConversionOutcome {
    var outcome = ConversionOutcome(result: .success(Response(text: "")))
    do throws(Diagnostic) {
      outcome.result = .success(try answer(to: task, &outcome.formulas))
    } catch {
      outcome.result = .failure(error)
      if isLaTeX(task.input) { outcome.readings = alternatives(to: task, after: error) }
    }
    return outcome
  }

  private func answer(to task: ConversionTask, _ formulas: inout [Formula]) throws(Diagnostic) -> Response {
    if source == .sympy {
      formulas = try SymPyReader().formulas(of: task.input)
      return try response(for: formulas)
    }
    guard isLaTeX(task.input) else {
      let reader = TextReader(form: .opaque, acceptsUnknownFunctions: true)
      formulas = [Formula(try reader.expression(of: task.input))]
      return try response(for: formulas)
    }
    var told = assumptions
    for assumption in task.assumptions { told.add(assumption) }
    return try response(toLaTeX: task, told, &formulas)
  }

  private func response(
    toLaTeX task: ConversionTask, _ told: LaTeXAssumptions, _ formulas: inout [Formula]
  ) throws(Diagnostic) -> Response {
    var options = told.options
    options.macros = task.macros
    let readings = try LaTeXReader(options: options, document: task.context?.context).readings(of: task.input)
    formulas = readings.map { Formula($0.expression, symbols: $0.symbols) }
    var facts: [String] = []
    if !told.isFactless { facts = told.note(&formulas) }
    var response = try response(for: formulas)
    response.assumptions =
      readings.count == 1 ? readings[0].assumptions : readings.flatMap(\.assumptions).distinct
    response.assumptions += facts
    response.warnings = readings.count == 1 ? readings[0].warnings : readings.flatMap(\.warnings).distinct
    for reading in readings { if let label = reading.label { response.labels.append(label) } }
    if response.labels.count > 1 { response.labels = response.labels.distinct }
    return response
  }

  /// The text of the formulas together.
  private func response(for formulas: [Formula]) throws(Diagnostic) -> Response {
    let written = try target.write(formulas, options: options)
    var response = Response(text: written.text.withoutFinalLineEnds)
    response.notes = written.notes
    response.symbols = written.symbols.map {
      Response.SymbolName(source: $0.latex, identifier: $0.identifier)
    }
    return response
  }

  func isLaTeX(_ input: String) -> Bool {
    switch source {
    case .latex: true
    case .text, .sympy: false
    case .auto:
      input.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") }
        || input.contains("^{") || input.contains("_{")
    }
  }

  // MARK: Ambiguity

  /// The readings that an ambiguous formula has under one assumption each, or written otherwise.
  private func alternatives(to task: ConversionTask, after error: Diagnostic) -> [AlternativeReading] {
    var readings: [AlternativeReading] = []
    for text in AmbiguousReading.assumptions(for: error, in: task.input) {
      guard let assumption = try? LaTeXAssumption(text) else { continue }
      var told = assumptions
      for assumption in task.assumptions { told.add(assumption) }
      told.add(assumption)
      var formulas: [Formula] = []
      guard let response = try? response(toLaTeX: task, told, &formulas) else { continue }
      readings.append(AlternativeReading(settlement: .assumptions([text]), text: response.text))
    }
    for edits in error.alternatives {
      var edited = task
      edited.input = edits.applied(to: task.input)
      var told = assumptions
      for assumption in task.assumptions { told.add(assumption) }
      var formulas: [Formula] = []
      guard let response = try? response(toLaTeX: edited, told, &formulas) else { continue }
      readings.append(AlternativeReading(settlement: .source(edited.input), text: response.text))
    }
    return readings
  }
}

/// Which assumptions would settle an ambiguous formula.
enum AmbiguousReading {
  /// The assumptions to try after an error, in the words of `--assume`.
  static func assumptions(for error: Diagnostic, in input: String) -> [String] {
    switch error.code {
    case "ambiguous-application":
      let subject = error.range.map { name(SourceText(input).text($0)) } ?? ""
      return subject.isEmpty ? [] : ["\(subject): function", "\(subject): symbol"]
    case "ambiguous-name" where error.alternatives.isEmpty: return ["e: constant", "e: symbol"]
    case "unclear-prime": return ["': name", "': derivative by x", "': derivative by t"]
    case "ambiguous-slash": return ["/: factor", "/: product"]
    case "ambiguous-superscript": return ["T: transpose", "T: symbol"]
    default: return []
    }
  }

  /// The name before the brackets.
  private static func name(_ text: String) -> String {
    let ends = ["(", "[", "\\left", "\\big", "\\Big"].compactMap { text.firstRange(of: $0)?.lowerBound }
    return String(text[..<(ends.min() ?? text.endIndex)])
  }
}

extension LaTeXAssumptions {
  /// Gives what is known of symbols to the formulas in which they occur; what was given, for people.
  func note(_ formulas: inout [Formula]) -> [String] {
    var given: [String] = []
    for index in formulas.indices {
      for symbol in formulas[index].symbols {
        guard let known = facts[symbol.latex] else { continue }
        formulas[index].facts[symbol.identifier] = known
        for fact in known { given.append("\(symbol.latex) is \(fact.rawValue)") }
      }
    }
    return given.distinct
  }
}

extension String {
  fileprivate var withoutFinalLineEnds: String {
    guard utf8.last == UInt8(ascii: "\n") else { return self }
    // By bytes: finding characters takes as long as reading a formula.
    let end = utf8.lastIndex { $0 != UInt8(ascii: "\n") }.map { utf8.index(after: $0) }
    return String(self[..<(end ?? startIndex)])
  }
}

extension [String] {
  /// The texts without repetitions.
  var distinct: [String] {
    var known = Set<String>()
    return filter { known.insert($0).inserted }
  }
}
